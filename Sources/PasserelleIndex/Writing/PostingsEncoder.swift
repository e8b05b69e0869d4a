import PasserelleCore
import PasserelleSegments

/// Encodes the postings and positions of one field, term by term in byte order, and writes its dictionary.
///
/// For each term: ``begin(_:)``, ``add(document:frequency:positions:base:)`` for each document in ascending
/// order, ``end()``. A term without documents leaves no trace.
struct PostingsEncoder: ~Copyable {
  private static let noNorm: UInt32 = 256

  let hasPositions: Bool
  private let bounds: BoundTable
  private let norms: UnsafePointer<UInt8>
  /// Gaps − 1, frequencies − 1 and values of positions of the block: room for 128 each.
  private let gaps: UnsafeMutablePointer<UInt32>
  private let frequencies: UnsafeMutablePointer<UInt32>
  private let chunk: UnsafeMutablePointer<UInt32>
  private var filled = 0
  private var chunkFilled = 0

  private var term = ByteBuffer()
  /// The document before, −1 at first.
  private var previous = UInt32.max
  private var documents = 0
  private var occurrences = 0
  /// The least length code among documents with frequency 1, and the greatest impact of the others.
  private var leastNorm = Self.noNorm
  private var impact: Float = 0
  private var listBound: UInt8 = 0
  /// Records and data of the term's full blocks.
  private var table = ByteBuffer()
  private var data = ByteBuffer()
  private var positionsStart = 0
  private var blockPositions = 0

  var dictionary = DictionaryWriter()
  var postings: SpillBuffer
  var positions: SpillBuffer
  /// Occurrences of all terms.
  private(set) var tokens = 0

  /// Starts a field.
  ///
  /// - Parameters:
  ///   - definition: The field.
  ///   - averageLength: Mean of its decoded norms over documents with a token.
  ///   - norms: A length code for each document; they must outlive the encoder.
  ///   - postings: Receives postings.
  ///   - positions: Receives positions.
  init(
    _ definition: FieldDefinition, averageLength: Float, norms: UnsafePointer<UInt8>,
    postings: consuming SpillBuffer, positions: consuming SpillBuffer
  ) {
    hasPositions = definition.hasPositions
    bounds = BoundTable(k1: definition.k1, b: definition.b, averageLength: averageLength)
    self.norms = norms
    self.postings = postings
    self.positions = positions
    gaps = .allocate(capacity: 3 * SegmentFormat.postingsBlock)
    gaps.initialize(repeating: 0, count: 3 * SegmentFormat.postingsBlock)
    frequencies = gaps + SegmentFormat.postingsBlock
    chunk = frequencies + SegmentFormat.postingsBlock
  }

  deinit { gaps.deallocate() }

  /// Starts a term, above the one before.
  mutating func begin(_ term: UnsafeBufferPointer<UInt8>) {
    self.term.truncate()
    self.term.append(UnsafeRawBufferPointer(term))
    previous = .max
    documents = 0
    occurrences = 0
    listBound = 0
    positionsStart = positions.count
    blockPositions = 0
    table.truncate()
    data.truncate()
  }

  /// Adds a document, above the one before.
  ///
  /// - Parameters:
  ///   - document: Its number.
  ///   - frequency: How often it holds the term, at least 1.
  ///   - positions: As many positions, ascending; ignored in a field without.
  ///   - base: What is taken from each position.
  @inline(__always)
  mutating func add(
    document: UInt32, frequency: UInt32, positions: UnsafePointer<UInt32>, base: UInt32 = 0
  ) {
    gaps[filled] = document &- previous &- 1
    frequencies[filled] = frequency &- 1
    previous = document
    filled &+= 1
    documents &+= 1
    occurrences &+= Int(frequency)
    let norm = norms[Int(document)]
    if frequency == 1 {
      leastNorm = min(leastNorm, UInt32(norm))
    } else {
      impact = max(impact, bounds.impact(frequency, norm))
    }
    if hasPositions { addPositions(positions, Int(frequency), base) }
    if filled == SegmentFormat.postingsBlock { endBlock() }
  }

  @inline(__always)
  private mutating func addPositions(_ places: UnsafePointer<UInt32>, _ count: Int, _ base: UInt32) {
    var before = base
    for index in 0..<count {
      chunk[chunkFilled] = places[index] &- before
      before = places[index] &+ 1
      chunkFilled &+= 1
      if chunkFilled == SegmentFormat.postingsBlock { endChunk() }
    }
  }

  /// Ends the term and writes its entry.
  ///
  /// - Throws: `PasserelleError` with code `.indexInvalid` when the segment outgrows the format; what the
  ///   storage says when a temporary file is needed.
  mutating func end() throws {
    guard documents > 0 else { return }
    let start = postings.count
    var last = Int(previous)
    if documents > 1 {
      writeTail()
      last = postings.count - start
    } else {
      listBound = endBound()
      filled = 0
    }
    endPositions()
    let length = positions.count - positionsStart
    guard max(data.count, length) <= Int(UInt32.max), dictionary.bytes.count <= Int(UInt32.max) else {
      throw Self.tooLarge
    }
    dictionary.add(
      term.bytes,
      DictionaryWriter.Entry(
        documentFrequency: documents, occurrences: occurrences, bound: listBound, documentOrLength: last,
        positionsLength: hasPositions ? length : nil),
      postings: start, positions: positionsStart)
    tokens += occurrences
    try postings.settle()
    try positions.settle()
  }

  /// The bound of the postings since the last block.
  private mutating func endBound() -> UInt8 {
    if leastNorm < Self.noNorm {
      impact = max(impact, bounds.impact(1, UInt8(truncatingIfNeeded: leastNorm)))
    }
    let bound = BoundTable.code(impact)
    leastNorm = Self.noNorm
    impact = 0
    return bound
  }

  @inline(never)
  private mutating func endChunk() {
    let width = BitBlock.width(of: chunk)
    let place = positions.tail.room(1 + BitBlock.byteCount(width: width))
    place.pointee = UInt8(truncatingIfNeeded: width)
    BitBlock.pack(chunk, width: width, into: place + 1)
    positions.tail.advance(1 + BitBlock.byteCount(width: width))
    chunkFilled = 0
  }

  /// Writes the positions that fill no chunk.
  private mutating func endPositions() {
    guard chunkFilled > 0 else { return }
    let width = BitStream.width(of: chunk, count: chunkFilled)
    let length = 1 + BitStream.byteCount(count: chunkFilled, width: width)
    let place = positions.tail.room(length)
    place.pointee = UInt8(truncatingIfNeeded: width)
    BitStream.pack(chunk, count: chunkFilled, width: width, into: place + 1)
    positions.tail.advance(length)
    chunkFilled = 0
  }

  @inline(never)
  private mutating func endBlock() {
    let gapWidth = BitBlock.width(of: gaps)
    let frequencyWidth = BitBlock.width(of: frequencies)
    let bound = endBound()
    listBound = max(listBound, bound)
    table.append(number: previous)
    table.append(number: UInt32(truncatingIfNeeded: data.count))
    table.append(number: UInt32(truncatingIfNeeded: blockPositions))
    table.append(byte: UInt8(truncatingIfNeeded: gapWidth))
    table.append(byte: UInt8(truncatingIfNeeded: frequencyWidth))
    table.append(byte: bound)
    table.append(byte: 0)
    let lengths = (BitBlock.byteCount(width: gapWidth), BitBlock.byteCount(width: frequencyWidth))
    let place = data.room(lengths.0 + lengths.1)
    BitBlock.pack(gaps, width: gapWidth, into: place)
    BitBlock.pack(frequencies, width: frequencyWidth, into: place + lengths.0)
    data.advance(lengths.0 + lengths.1)
    endPositions()
    blockPositions = positions.count - positionsStart
    filled = 0
  }

  /// Writes the postings of the term: table, data, and what fills no block.
  private mutating func writeTail() {
    postings.tail.append(table.bytes)
    postings.tail.append(data.bytes)
    guard filled > 0 else { return }
    let bound = endBound()
    listBound = max(listBound, bound)
    if table.count > 0 {
      postings.tail.append(byte: bound)
      if hasPositions { postings.tail.append(varint: UInt64(blockPositions)) }
    }
    for index in 0..<filled {
      let isOne = frequencies[index] == 0
      postings.tail.append(varint: UInt64(gaps[index]) << 1 | (isOne ? 1 : 0))
      if !isOne { postings.tail.append(varint: UInt64(frequencies[index] - 1)) }
    }
    filled = 0
  }

  private static var tooLarge: PasserelleError {
    PasserelleError(
      .indexInvalid,
      LocalizedText(
        fr: "Un segment de l'index dépasse 4 Gio dans une de ses parties : indexez en segments plus petits.",
        en: "A part of an index segment passes 4 GiB: index in smaller segments."))
  }
}
