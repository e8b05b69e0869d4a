import PasserelleSegments

/// Inverted fields.
extension SegmentMerger {
  /// Writes a field, term by term.
  func writeField(_ place: Int, to assembler: SegmentAssembler) throws {
    let readers = sources.map { $0.segment.fields[place] }
    let norms = norms(readers)
    let copiers = sources.indices.map { source in
      PostingsCopier(
        readers[source], numbering: numberings[source], documents: sources[source].segment.documentCount,
        name: sources[source].segment.name)
    }
    try norms.withUnsafeBufferPointer { norms in
      try assembler.writeField(norms: norms) { encoder in
        var terms = TermMerge(readers)
        var count = 0
        while terms.next() {
          terms.withTerm { encoder.begin($0) }
          for source in terms.sources { try copiers[source].copy(terms.entry(source), into: &encoder) }
          try encoder.end()
          count += 1
          if count % 1024 == 0 { try checkCancelled() }
        }
        for (source, isWhole) in terms.areWhole.enumerated() where !isWhole {
          throw SegmentReader.damaged(sources[source].segment.name)
        }
      }
    }
  }

  /// The length codes of the live documents.
  private func norms(_ readers: [FieldReader]) -> [UInt8] {
    var norms: [UInt8] = []
    norms.reserveCapacity(documentCount)
    for (source, reader) in readers.enumerated() {
      for document in 0..<sources[source].segment.documentCount where numberings[source].isLive(document) {
        norms.append(reader.norms[document])
      }
    }
    return norms
  }
}

/// Walks the terms of one field of several segments together, in bytewise order.
struct TermMerge {
  /// A segment's next term.
  private struct Head {
    /// Its first eight bytes, the first highest, zeros behind a shorter one.
    var prefix: UInt64
    var source: Int
  }

  private var cursors: [TermCursor]
  private let counts: [Int]
  private var seen: [Int]
  /// A heap, the least term first, ties by segment.
  private var heads: [Head] = []
  /// The segments that hold the term, ascending.
  private(set) var sources: [Int] = []

  /// Starts before the first term.
  init(_ fields: [FieldReader]) {
    cursors = fields.map { TermCursor($0) }
    counts = fields.map(\.terms)
    seen = fields.map { _ in 0 }
    sources = Array(fields.indices)
  }

  /// Whether each segment gave all its terms, once ``next()`` has said false.
  var areWhole: [Bool] { zip(counts, seen).map { $0 == $1 } }

  /// Moves to the next term.
  ///
  /// - Returns: False after the last one.
  mutating func next() -> Bool {
    for source in sources { push(source) }
    sources.removeAll(keepingCapacity: true)
    guard let first = heads.first else { return false }
    sources.append(first.source)
    pop()
    while let head = heads.first, head.prefix == first.prefix,
      cursors[head.source].term == cursors[first.source].term
    {
      sources.append(head.source)
      pop()
    }
    return true
  }

  /// Calls a function with the bytes of the term.
  func withTerm(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    guard let source = sources.first else { return }
    cursors[source].term.withUnsafeBufferPointer(body)
  }

  /// What the dictionary of a segment says of the term.
  func entry(_ source: Int) -> TermEntry { cursors[source].entry }

  private func precedes(_ a: Head, _ b: Head) -> Bool {
    if a.prefix != b.prefix { return a.prefix < b.prefix }
    let order = cursors[a.source].term.withUnsafeBufferPointer { left in
      cursors[b.source].term.withUnsafeBufferPointer { ByteReader.compare(left, $0) }
    }
    return order != 0 ? order < 0 : a.source < b.source
  }

  /// Moves a segment to its next term and puts it into the heap, if there is one.
  private mutating func push(_ source: Int) {
    guard cursors[source].next() else { return }
    seen[source] += 1
    var prefix: UInt64 = 0
    let term = cursors[source].term
    for place in 0..<min(8, term.count) { prefix |= UInt64(term[place]) &<< UInt64(56 &- 8 &* place) }
    heads.append(Head(prefix: prefix, source: source))
    var child = heads.count - 1
    while child > 0, precedes(heads[child], heads[(child - 1) / 2]) {
      heads.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  private mutating func pop() {
    let last = heads.removeLast()
    guard !heads.isEmpty else { return }
    heads[0] = last
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < heads.count {
        if precedes(heads[child], heads[least]) { least = child }
      }
      if least == parent { return }
      heads.swapAt(least, parent)
      parent = least
    }
  }
}
