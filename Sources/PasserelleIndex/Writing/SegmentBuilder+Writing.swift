public import PasserelleSegments

/// Writing of the segment.
extension SegmentBuilder {
  /// Writes the segment and empties the builder, which keeps its analysers and their caches.
  ///
  /// - Parameters:
  ///   - storage: Where the file is made.
  ///   - name: Its name.
  /// - Returns: What was written.
  /// - Throws: `PasserelleError` of the storage, or with code `.indexInvalid` for a segment larger than the
  ///   format allows. Then there is no file, and the builder is empty too.
  /// - Precondition: The last document was ended.
  public func write(to storage: any SegmentStorage, name: String) throws -> SegmentSummary {
    try write(to: storage, name: name, spillLimit: SpillBuffer.limit)
  }

  /// Writes the segment; postings or positions of a field beyond so many bytes pass by a temporary file.
  func write(to storage: any SegmentStorage, name: String, spillLimit: Int) throws -> SegmentSummary {
    precondition(!hasOpenDocument, "SegmentBuilder: end the document first")
    defer { removeAll() }
    let count = ids.count
    let assembler = try SegmentAssembler(
      storage: storage, name: name, schema: schema, documents: count, spillLimit: spillLimit)
    try assembler.writeIds(ids)
    try assembler.section(
      SegmentFormat.storedOffsets, PackedIntegers.encode(storedOffsets + [UInt64(stored.count)]))
    try assembler.section(SegmentFormat.storedBytes, stored.bytes)
    for column in schema.keywords.indices {
      try keywords[column].write(column, documents: count, to: assembler)
    }
    for column in schema.numbers.indices {
      try numbers[column].write(column, documents: count, to: assembler)
    }
    for field in schema.fields.indices {
      let norms = fields[field].norms(documents: count)
      try norms.withUnsafeBufferPointer { norms in
        try assembler.writeField(norms: norms) { encoder in
          try fields[field].encode(into: &encoder)
        }
      }
      fields[field].removeAll()
    }
    return try assembler.finish()
  }

  /// Empties the builder, which keeps its analysers and their caches.
  ///
  /// - Precondition: The last document was ended.
  public func removeAll() {
    precondition(!hasOpenDocument, "SegmentBuilder: end the document first")
    ids.removeAll(keepingCapacity: true)
    storedOffsets.removeAll(keepingCapacity: true)
    stored.truncate()
    for column in schema.keywords.indices { keywords[column].removeAll() }
    for column in schema.numbers.indices { numbers[column].removeAll() }
    for field in schema.fields.indices { fields[field].removeAll() }
  }
}
