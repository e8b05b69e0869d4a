import PasserelleSegments

/// Walks the postings of one term in one segment, block by block, decoding no more than is asked for.
///
/// A value of pointers: it is kept in memory of ``QueryMemory`` and changed in place, because that costs no
/// exclusivity checks in the inner loops. Its block is the first whose last document is not below the target of the
/// last move.
struct PostingsCursor {
  /// Documents to a block.
  static let blockSize = SegmentFormat.postingsBlock
  /// What stands for "no further document".
  static let end = UInt32(Int32.max)
  /// How many numbers a cursor's buffer holds: documents and frequencies, each with room for sixteen behind them.
  static let bufferSize = 2 * (blockSize + padding)
  /// How many ``end`` stand behind the documents of a block.
  private static let padding = 16

  /// The decoded documents of the block ``loaded``.
  let documents: UnsafeMutablePointer<UInt32>
  /// The decoded frequencies of the block ``loadedFrequencies``.
  let frequencies: UnsafeMutablePointer<UInt32>
  /// The number of documents of the term.
  let documentFrequency: Int
  /// The bound of the whole list.
  let bound: UInt8
  /// How many blocks of 128 there are; the tail's block has this number.
  let fullBlocks: Int
  /// How many documents the tail has.
  let tailCount: Int
  /// The bound of the tail, once it is open.
  private var tailBound: UInt8
  /// Where the tail's positions start, from the start of the term's, once it is open.
  private var tailPositions = 0

  private let table: UnsafeRawPointer
  private let data: UnsafeRawPointer
  private let dataEnd: UnsafeRawPointer
  /// Documents of the segment; a block that names one beyond is damaged and counts as empty.
  private let limit: UInt32
  private var tail: ByteReader
  private let hasPositions: Bool
  /// Whether ``tail`` stands on the first posting of the tail.
  private var isTailOpen = false

  /// The block it stands in; past the last one at the end.
  var block = 0
  /// The block that is decoded; -1 for none.
  private(set) var loaded = -1
  private(set) var loadedFrequencies = -1
  /// How many documents the decoded block has.
  private(set) var count = 0
  /// The place in the decoded block.
  var index = 0

  /// Opens a term.
  ///
  /// - Parameters:
  ///   - entry: What the dictionary says.
  ///   - field: The field.
  ///   - buffer: Room for ``bufferSize`` numbers, the cursor's for its life.
  init(_ entry: TermEntry, _ field: borrowing FieldReader, buffer: UnsafeMutablePointer<UInt32>) {
    documents = buffer
    frequencies = buffer + Self.blockSize + Self.padding
    documentFrequency = entry.documentFrequency
    bound = entry.bound
    tailBound = entry.bound
    let base = field.postings.baseAddress ?? UnsafeRawPointer(field.norms)
    table = base + entry.postings.lowerBound
    dataEnd = base + entry.postings.upperBound
    hasPositions = field.hasPositions
    limit = field.documentLimit
    if entry.documentFrequency == 1 {
      fullBlocks = 0
      tailCount = 1
      data = table
      tail = ByteReader(field.postings, from: 0, to: 0)
      documents[0] = entry.document
      frequencies[0] = UInt32(truncatingIfNeeded: entry.occurrences)
      pad(from: 1)
      count = 1
      loaded = 0
      loadedFrequencies = 0
      return
    }
    let room = entry.postings.count
    // A list that is too short for its blocks has none: bytes past its end are never read.
    let full = entry.documentFrequency / Self.blockSize
    fullBlocks = full * 16 <= room ? full : 0
    tailCount = entry.documentFrequency % Self.blockSize
    data = table + fullBlocks * 16
    tail = ByteReader(field.postings, from: entry.postings.lowerBound, to: entry.postings.upperBound)
    if fullBlocks == 0 { loadTail() }
  }

  /// Opens a term in some memory.
  @inline(never)
  static func open(
    _ entry: TermEntry, _ field: borrowing FieldReader, buffer: UnsafeMutablePointer<UInt32>,
    at cursor: UnsafeMutablePointer<PostingsCursor>
  ) { cursor.initialize(to: PostingsCursor(entry, field, buffer: buffer)) }

  /// Whether no document is left.
  @inline(__always)
  var isAtEnd: Bool { block > fullBlocks || (block == fullBlocks && tailCount == 0) }

  /// The last document of a full block.
  @inline(__always)
  func last(_ block: Int) -> UInt32 { table.loadUnaligned(fromByteOffset: block &* 16, as: UInt32.self) }

  /// The bound of a block.
  @inline(__always)
  mutating func bound(ofBlock block: Int) -> UInt8 {
    if block < fullBlocks { return table.load(fromByteOffset: block &* 16 &+ 14, as: UInt8.self) }
    openTail()
    return tailBound
  }

  /// The bound of the block it stands in.
  @inline(__always)
  var currentBound: UInt8 { mutating get { bound(ofBlock: block) } }

  /// Where a block's positions start, from the start of the term's.
  mutating func positionsOffset(ofBlock block: Int) -> Int {
    if block < fullBlocks { return Int(table.loadUnaligned(fromByteOffset: block * 16 + 8, as: UInt32.self)) }
    openTail()
    return tailPositions
  }

  /// The last document of the block it stands in; ``end`` for the tail.
  @inline(__always)
  var blockEnd: UInt32 { block < fullBlocks ? last(block) : Self.end }

  /// Decodes the documents of the block it stands in.
  @inline(__always)
  mutating func load() {
    if loaded != block { decode() }
  }

  @inline(never)
  private mutating func decode() {
    index = 0
    guard block < fullBlocks else {
      if block == fullBlocks { loadTail() }
      return
    }
    let entry = table + block * 16
    let offset = Int(entry.loadUnaligned(fromByteOffset: 4, as: UInt32.self))
    let width = Int(entry.load(fromByteOffset: 12, as: UInt8.self))
    let previous = block == 0 ? Int32(-1) : Int32(bitPattern: last(block - 1))
    guard width <= 32, data + offset + width * 16 <= dataEnd else {
      empty()
      return
    }
    BitBlock.unpackGaps(data + offset, width: width, previous: previous, into: documents)
    guard isWithin(previous, width: width) else {
      empty()
      return
    }
    pad(from: Self.blockSize)
    (loaded, count) = (block, Self.blockSize)
  }

  /// Whether the decoded block names documents of the segment alone.
  ///
  /// Gaps of 24 bits and less cannot sum past 32, so that the last document is the greatest.
  @inline(__always)
  private func isWithin(_ previous: Int32, width: Int) -> Bool {
    guard previous < Int32(bitPattern: limit), documents[Self.blockSize - 1] < limit else { return false }
    return width <= 24 || (0..<Self.blockSize).allSatisfy { documents[$0] < limit }
  }

  /// Takes the block it stands in for one without documents.
  private mutating func empty() {
    pad(from: 0)
    (loaded, count) = (block, 0)
  }

  @inline(__always)
  private func pad(from count: Int) {
    (documents + count).update(repeating: Self.end, count: Self.blockSize + Self.padding - count)
  }

  /// Finds the tail, which is seldom needed of a long list and then mostly far from what is in a cache.
  @inline(__always)
  private mutating func openTail() {
    if !isTailOpen { findTail() }
  }

  @inline(never)
  private mutating func findTail() {
    isTailOpen = true
    guard fullBlocks > 0 else { return }
    let last = table + (fullBlocks - 1) * 16
    let offset = Int(last.loadUnaligned(fromByteOffset: 4, as: UInt32.self))
    let widths =
      Int(last.load(fromByteOffset: 12, as: UInt8.self)) + Int(last.load(fromByteOffset: 13, as: UInt8.self))
    let bytes = UnsafeRawBufferPointer(start: data, count: dataEnd - data)
    tail = ByteReader(bytes, from: offset + 16 * widths, to: bytes.count)
    if tailCount > 0 {
      tailBound = tail.byte()
      if hasPositions { tailPositions = tail.varint() }
    }
  }

  private mutating func loadTail() {
    openTail()
    var reader = tail
    var previous = fullBlocks > 0 ? Int(last(fullBlocks - 1)) : -1
    var beyond = 0
    for place in 0..<tailCount {
      let value = reader.varint()
      previous &+= value / 2 &+ 1
      beyond |= previous | (Int(limit) &- 1 &- previous)
      documents[place] = UInt32(truncatingIfNeeded: previous)
      let isOne = value & 1
      frequencies[place] = UInt32(truncatingIfNeeded: reader.varint(unless: isOne) &+ 2 &- isOne)
    }
    // Negative when one of them was, or lay beyond the last document.
    let length = beyond < 0 ? 0 : tailCount
    pad(from: length)
    (loaded, loadedFrequencies, count) = (fullBlocks, fullBlocks, length)
  }

  /// Decodes the frequencies of the decoded block.
  @inline(__always)
  mutating func loadFrequencies() {
    if loadedFrequencies != loaded { decodeFrequencies() }
  }

  @inline(never)
  private mutating func decodeFrequencies() {
    guard loaded >= 0, loaded < fullBlocks else { return }
    let entry = table + loaded * 16
    let gaps = Int(entry.load(fromByteOffset: 12, as: UInt8.self))
    let width = Int(entry.load(fromByteOffset: 13, as: UInt8.self))
    let start = data + Int(entry.loadUnaligned(fromByteOffset: 4, as: UInt32.self)) + gaps * 16
    guard width <= 32, start + width * 16 <= dataEnd else {
      frequencies.update(repeating: 1, count: Self.blockSize)
      loadedFrequencies = loaded
      return
    }
    BitBlock.unpack(start, width: width, adding: 1, into: frequencies)
    loadedFrequencies = loaded
  }
}
