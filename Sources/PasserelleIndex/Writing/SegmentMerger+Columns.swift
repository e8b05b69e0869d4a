import PasserelleSegments

/// External numbers, stored bytes and columns.
extension SegmentMerger {
  /// The external numbers of the documents.
  func ids() -> [Int64] {
    var ids: [Int64] = []
    ids.reserveCapacity(documentCount)
    forEachDocument { source, document in ids.append(source.segment.id(document)) }
    return ids
  }

  /// Writes the stored bytes, document by document.
  func writeStored(to assembler: SegmentAssembler) throws {
    var offsets: [UInt64] = [0]
    offsets.reserveCapacity(documentCount + 1)
    var sum: UInt64 = 0
    forEachDocument { source, document in
      sum += UInt64(source.segment.stored(document).count)
      offsets.append(sum)
    }
    try assembler.section(SegmentFormat.storedOffsets, PackedIntegers.encode(offsets))
    try assembler.section(SegmentFormat.storedBytes) { append in
      try forEachDocument { source, document in try append(source.segment.stored(document)) }
    }
    try checkCancelled()
  }

  /// Writes a keyword column with the values that live documents have.
  func writeKeywords(_ place: Int, to assembler: SegmentAssembler) throws {
    var used = sources.map { [Bool](repeating: false, count: $0.segment.keywords[place].values.count + 1) }
    for (source, numbering) in numberings.enumerated() {
      let column = sources[source].segment.keywords[place]
      for document in 0..<column.codes.count where numbering.isLive(document) {
        used[source][Self.code(column, document)] = true
      }
    }
    var values: [(value: String, source: Int, code: Int)] = []
    for (source, used) in used.enumerated() {
      for code in used.indices.dropFirst() where used[code] {
        values.append((sources[source].segment.keywords[place].values[code - 1], source, code))
      }
    }
    values.sort { a, b in
      KeywordColumn.precedes(a.value, b.value)
        || (!KeywordColumn.precedes(b.value, a.value) && (a.source, a.code) < (b.source, b.code))
    }
    var codes = used.map { [UInt64](repeating: 0, count: $0.count) }
    var list = ByteBuffer()
    var count: UInt64 = 0
    var last: String?
    for entry in values {
      if !(last?.utf8.elementsEqual(entry.value.utf8) ?? false) {
        count += 1
        last = entry.value
        list.append(varint: UInt64(entry.value.utf8.count))
        for byte in entry.value.utf8 { list.append(byte: byte) }
      }
      codes[entry.source][entry.code] = count
    }
    var packed: [UInt64] = []
    packed.reserveCapacity(documentCount)
    for (source, numbering) in numberings.enumerated() {
      let column = sources[source].segment.keywords[place]
      for document in 0..<column.codes.count where numbering.isLive(document) {
        packed.append(codes[source][Self.code(column, document)])
      }
    }
    try assembler.section(SegmentFormat.keywordColumn(place), PackedIntegers.encode(packed))
    try assembler.section(SegmentFormat.keywordList(place), list.bytes)
    try checkCancelled()
  }

  /// The code of a document, 0 for one that the column does not have.
  private static func code(_ column: KeywordColumn, _ document: Int) -> Int {
    let code = column.codes[document]
    return code <= UInt64(column.values.count) ? Int(code) : 0
  }

  /// Writes a number column.
  func writeNumbers(_ place: Int, to assembler: SegmentAssembler) throws {
    var values: [Int64?] = []
    values.reserveCapacity(documentCount)
    forEachDocument { source, document in values.append(source.segment.numbers[place].value(document)) }
    try assembler.section(SegmentFormat.numberColumn(place), NumberColumnBuilder.encode(values))
    try checkCancelled()
  }
}
