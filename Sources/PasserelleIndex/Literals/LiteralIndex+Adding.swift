import PasserelleCore
import PasserelleSegments

/// Adding literals.
extension LiteralIndex {
  /// Adds literals and records the sequence, in one commit; then merges segments where there are enough of a size.
  ///
  /// - Parameters:
  ///   - literals: Literals by number; one whose number is indexed already, or stands again later in the list,
  ///     replaces the earlier one.
  ///   - sequence: How far the store has been followed.
  /// - Throws: ``PasserelleError`` with code `.graphDiskFull`, `.workspaceLocked` or another; what was committed
  ///   before stays.
  /// - Complexity: O(bytes), and the merges: O(log *n*) rewritings of each literal's trigrams in all.
  public func add(_ literals: [(id: Int64, text: String)], upTo sequence: Int64) throws {
    try write { writer in
      try append(literals, to: writer)
      try writer.commit(metadata: [Self.sequenceKey: String(sequence)])
      try writer.merge(index.options.mergePolicy)
      try writer.commit()
    }
  }

  /// Merges everything into one segment, which makes queries fastest.
  ///
  /// - Throws: ``PasserelleError`` as ``add(_:upTo:)``.
  /// - Complexity: O(size of the index).
  public func optimize() throws {
    try write { writer in
      try writer.merge(.single)
      try writer.commit()
    }
  }

  private func write(_ body: (IndexWriter) throws -> Void) throws {
    if let folder = index.storage as? FolderStorage { _ = try FolderStorage(path: folder.folder) }
    let writer = try index.writer()
    defer { writer.close() }
    try body(writer)
  }

  /// Adds literals to a writer, segment by segment.
  private func append(_ literals: [(id: Int64, text: String)], to writer: IndexWriter) throws {
    let checkedBytes = max(1, index.options.memoryLimit / 256)
    let builder = SegmentBuilder(schema: Self.schema)
    var trigrams = LiteralTrigrams()
    var unchecked = 0
    for place in Self.places(literals) {
      builder.begin(id: literals[place].id)
      var text = literals[place].text
      text.withUTF8 {
        trigrams.take($0)
        unchecked += $0.count
      }
      builder.add(trigrams)
      builder.end()
      if unchecked >= checkedBytes {
        unchecked = 0
        if builder.memoryInUse > index.options.memoryLimit { try writer.add(segmentOf: builder) }
      }
    }
    try writer.add(segmentOf: builder)
  }

  /// The places of the literals that count, by ascending number.
  private static func places(_ literals: [(id: Int64, text: String)]) -> [Int] {
    let ascends = zip(literals, literals.dropFirst()).allSatisfy { $0.id < $1.id }
    if ascends { return Array(literals.indices) }
    var last: [Int64: Int] = [:]
    for (place, literal) in literals.enumerated() { last[literal.id] = place }
    return last.values.sorted { literals[$0].id < literals[$1].id }
  }
}

extension SegmentBuilder {
  /// Adds the trigrams of a literal to the first field.
  func add(_ trigrams: borrowing LiteralTrigrams) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 3) { term in
      for place in 0..<trigrams.count {
        let trigram = trigrams[place]
        term[0] = UInt8(truncatingIfNeeded: trigram &>> 16)
        term[1] = UInt8(truncatingIfNeeded: trigram &>> 8)
        term[2] = UInt8(truncatingIfNeeded: trigram)
        addTerm(UnsafeBufferPointer(term), field: 0)
      }
    }
  }
}

extension IndexWriter {
  /// Adds the documents of a builder as a segment of their own, and empties the builder.
  ///
  /// Each replaces an older one of its number.
  ///
  /// - Parameter builder: The builder, of the index's schema; its numbers ascend.
  /// - Throws: ``PasserelleError`` with code `.graphDiskFull` or `.indexInvalid`.
  func add(segmentOf builder: SegmentBuilder) throws {
    guard builder.documentCount > 0 else { return }
    try attempt {
      try flush()
      for place in segments.indices { segments[place].delete(ids: builder.ids) }
      let name = names.segment()
      _ = try builder.write(to: storage, name: name)
      let open = try OpenSegment(storage: storage, name: name, schema: index.schema)
      segments.append(WorkingSegment(open, deleted: nil))
      segments.removeAll { $0.isEmpty && !isMerging($0.name) }
    }
  }
}
