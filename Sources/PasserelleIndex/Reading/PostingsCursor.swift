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
  private var tail: ByteReader
  private let hasPositions: Bool
  /// Whether ``tail`` stands on the first posting of the tail.
  private var isTailOpen = false

  /// The block it stands in; past the last one at the end.
  private(set) var block = 0
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
  init(_ entry: TermEntry, _ field: FieldReader, buffer: UnsafeMutablePointer<UInt32>) {
    documents = buffer
    frequencies = buffer + Self.blockSize + Self.padding
    documentFrequency = entry.documentFrequency
    bound = entry.bound
    tailBound = entry.bound
    let base = field.postings.baseAddress ?? UnsafeRawPointer(field.norms)
    table = base + entry.postings.lowerBound
    dataEnd = base + entry.postings.upperBound
    hasPositions = field.definition.hasPositions
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

  /// The place of the first document of the decoded block that is not below a target, which lies in the block.
  ///
  /// Without branches, and without regard to the place: look-ups of several targets overlap.
  @inline(__always)
  static func place(of target: UInt32, in documents: UnsafeMutablePointer<UInt32>) -> Int {
    let wanted = Int32(bitPattern: target)
    var place = 0
    var width = 64
    while width > 0 {
      let below = (Int32(bitPattern: documents[place &+ width &- 1]) &- wanted) &>> 31
      place &+= Int(truncatingIfNeeded: below) & width
      width &>>= 1
    }
    return place
  }

  /// Moves to the first block whose last document is not below a target, decoding nothing.
  @inline(__always)
  mutating func moveBlock(to target: UInt32) {
    guard block < fullBlocks, last(block) < target else { return }
    moveBlockFar(to: target)
  }

  @inline(never)
  private mutating func moveBlockFar(to target: UInt32) {
    var low = block
    var step = 1
    while low &+ step < fullBlocks, last(low &+ step) < target {
      low &+= step
      step &*= 2
    }
    var high = min(low &+ step, fullBlocks)
    // last(low) < target; at high it is not, or high is the tail.
    while high &- low > 1 {
      let middle = (low &+ high) / 2
      if last(middle) < target { low = middle } else { high = middle }
    }
    block = high
    index = 0
  }

  /// The greatest bound of the blocks that may hold documents of a window; moves to its first block.
  @inline(__always)
  mutating func windowBound(from first: UInt32, to end: UInt32) -> UInt8 {
    moveBlock(to: first)
    if loaded == block {
      while index < count, documents[index] < first { index &+= 1 }
      if index < count, documents[index] >= end { return 0 }
      if index == count, block == fullBlocks { return 0 }
    }
    var greatest: UInt8 = 0
    var block = block
    while block < fullBlocks {
      greatest = max(greatest, bound(ofBlock: block))
      if last(block) >= end &- 1 { return greatest }
      block &+= 1
    }
    return tailCount > 0 && block == fullBlocks ? max(greatest, bound(ofBlock: block)) : greatest
  }

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
      (loaded, count) = (block, 0)
      return
    }
    BitBlock.unpackGaps(data + offset, width: width, previous: previous, into: documents)
    pad(from: Self.blockSize)
    (loaded, count) = (block, Self.blockSize)
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
    for place in 0..<tailCount {
      let value = reader.varint()
      previous &+= value / 2 &+ 1
      documents[place] = UInt32(truncatingIfNeeded: previous)
      frequencies[place] = value & 1 == 1 ? 1 : UInt32(truncatingIfNeeded: reader.varint() &+ 2)
    }
    pad(from: tailCount)
    (loaded, loadedFrequencies, count) = (fullBlocks, fullBlocks, tailCount)
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

  /// Moves to the first document that is not below a target.
  ///
  /// - Returns: The document; ``end`` when there is none.
  @inline(__always)
  mutating func seek(_ target: UInt32) -> UInt32 {
    if loaded == block, index < count, documents[count &- 1] >= target {
      return seekInBlock(target)
    }
    return seekBlock(target)
  }

  @inline(never)
  private mutating func seekBlock(_ target: UInt32) -> UInt32 {
    moveBlock(to: target)
    while !isAtEnd {
      load()
      if count > 0, documents[count - 1] >= target { return seekInBlock(target) }
      block += 1
      index = 0
    }
    return Self.end
  }

  /// The first document of the decoded block that is not below a target, at or after the place; there must be one.
  @inline(__always)
  private mutating func seekInBlock(_ target: UInt32) -> UInt32 {
    var place = index
    // By sixteen, then by counting those below the target among sixteen, without a branch: what lies behind the last
    // document is ``end``.
    while documents[place &+ 15] < target { place &+= 16 }
    let wanted = SIMD4<Int32>(repeating: Int32(bitPattern: target))
    let start = UnsafeRawPointer(documents + place)
    var below = (start.loadUnaligned(as: SIMD4<Int32>.self) &- wanted) &>> 31
    below &+= (start.loadUnaligned(fromByteOffset: 16, as: SIMD4<Int32>.self) &- wanted) &>> 31
    below &+= (start.loadUnaligned(fromByteOffset: 32, as: SIMD4<Int32>.self) &- wanted) &>> 31
    below &+= (start.loadUnaligned(fromByteOffset: 48, as: SIMD4<Int32>.self) &- wanted) &>> 31
    place &-= Int(below.wrappedSum())
    index = place
    return documents[place]
  }

  /// The frequency at the document it stands on.
  @inline(__always)
  mutating func frequency() -> UInt32 {
    loadFrequencies()
    return frequencies[index]
  }

  /// Moves to the start of the next block.
  @inline(__always)
  mutating func nextBlock() {
    block &+= 1
    index = 0
  }
}
