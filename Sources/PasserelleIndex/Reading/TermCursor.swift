/// Walks the terms of one field of one segment in bytewise order.
struct TermCursor {
  private let field: FieldReader
  private var reader: ByteReader
  private var block = -1
  private var indexInBlock = FieldReader.blockSize
  private var postingsStart = 0
  private var positionsStart = 0
  /// The term.
  private(set) var term: [UInt8] = []
  /// How many bytes the term shares with the one before it in the dictionary; 0 at the start of a block.
  private(set) var sharedPrefix = 0
  /// What the dictionary says of it.
  private(set) var entry = TermEntry(
    documentFrequency: 0, occurrences: 0, bound: 0, document: 0, postings: 0..<0, positions: 0..<0)

  /// Starts before the first term.
  init(_ field: FieldReader) {
    self.field = field
    reader = ByteReader(field.dictionary, from: 0, to: 0)
    term.reserveCapacity(255)
  }

  /// Moves to the next term.
  ///
  /// - Returns: False after the last one.
  mutating func next() -> Bool {
    if indexInBlock >= FieldReader.blockSize {
      block += 1
      guard block < field.blockCount else { return false }
      open(block)
    }
    guard block * FieldReader.blockSize + indexInBlock < field.terms else { return false }
    let shared = indexInBlock == 0 ? 0 : reader.varint()
    let length = reader.varint()
    guard shared <= term.count, let suffix = reader.bytes(length) else { return false }
    term.removeSubrange(shared...)
    term.append(contentsOf: suffix)
    sharedPrefix = shared
    entry = field.readEntry(&reader, &postingsStart, &positionsStart)
    indexInBlock += 1
    return field.isSound(entry)
  }

  /// Moves to the first term that is not below some bytes, at or after the current block.
  ///
  /// - Returns: False when there is none.
  /// - Complexity: O(log terms) and one block.
  mutating func seek(_ target: [UInt8]) -> Bool {
    var low = 0
    var high = field.blockCount
    guard high > 0 else { return false }
    while high - low > 1 {
      let middle = (low + high) / 2
      if Self.isAbove(firstTerm(of: middle), target) { high = middle } else { low = middle }
    }
    block = low
    open(low)
    while next() {
      if !Self.isAbove(target, term) { return true }
    }
    return false
  }

  private mutating func open(_ block: Int) {
    reader = ByteReader(field.dictionary, from: field.blockStart(block), to: field.blockStart(block + 1))
    postingsStart = reader.varint()
    positionsStart = reader.varint()
    indexInBlock = 0
    term.removeAll(keepingCapacity: true)
  }

  private func firstTerm(of block: Int) -> [UInt8] {
    var reader = ByteReader(field.dictionary, from: field.blockStart(block), to: field.blockStart(block + 1))
    _ = reader.varint()
    _ = reader.varint()
    return reader.bytes(reader.varint()).map(Array.init) ?? []
  }

  private static func isAbove(_ a: [UInt8], _ b: [UInt8]) -> Bool { b.lexicographicallyPrecedes(a) }
}
