import PasserelleSegments

/// Where the positions of one document stand among those of a block of postings.
struct PositionSpan {
  /// Where the block's positions start, from the start of the term's.
  var block = 0
  /// How many positions the block has.
  var total = 0
  /// The place of the document's first one among them.
  var start = 0
  /// How many the document has.
  var count = 0
}

/// Reads the positions of documents of one term, decoding no more than is asked for.
struct PositionsReader {
  /// Values to a chunk.
  static let chunkSize = 128
  /// How many values are taken one by one from a chunk before it is decoded as a whole, which costs about as much.
  private static let patience = 24

  private let start: UnsafeRawPointer
  private let end: UnsafeRawPointer
  /// The decoded chunk; room for 128 values.
  private let chunk: UnsafeMutablePointer<UInt32>
  private var block = -1
  /// The number of values of the block.
  private var total = 0
  /// The chunk that ``offset`` is the start of; -1 for none.
  private var chunkNumber = -1
  private var offset = 0
  private var width = 0
  private var isDecoded = false
  /// How many values of the chunk were taken one by one.
  private var taken = 0

  /// Reads a term's positions.
  init(_ entry: TermEntry, _ field: borrowing FieldReader, buffer: UnsafeMutablePointer<UInt32>) {
    let base = field.positions.baseAddress ?? UnsafeRawPointer(field.norms)
    start = base + entry.positions.lowerBound
    end = base + entry.positions.upperBound
    chunk = buffer
  }

  /// Appends the positions of the cursor's document, ascending.
  ///
  /// - Parameters:
  ///   - cursor: It must stand on a document.
  ///   - positions: Receives them after what it holds.
  mutating func append(_ cursor: UnsafeMutablePointer<PostingsCursor>, to positions: inout [UInt32]) {
    let span = cursor.pointee.positionSpan()
    open(span)
    var place = span.start
    let limit = span.start &+ span.count
    var previous: UInt32 = 0
    var isFirst = true
    while place < limit {
      guard move(toChunk: place / Self.chunkSize) else { return }
      decode()
      let from = place % Self.chunkSize
      let to = min(Self.chunkSize, from &+ limit &- place)
      for value in from..<to {
        previous = isFirst ? chunk[value] : previous &+ chunk[value] &+ 1
        isFirst = false
        positions.append(previous)
      }
      place &+= to &- from
    }
  }

  /// Reads the positions of one document, ascending.
  ///
  /// Documents are best asked for in ascending order.
  ///
  /// - Parameters:
  ///   - span: Where they stand.
  ///   - output: Room for all of them.
  /// - Returns: Whether they are there; false when the file is damaged.
  mutating func read(_ span: PositionSpan, into output: UnsafeMutablePointer<UInt32>) -> Bool {
    open(span)
    var place = span.start
    let limit = span.start &+ span.count
    guard limit <= total else { return false }
    var next = output
    while place < limit {
      guard move(toChunk: place / Self.chunkSize) else { return false }
      let from = place % Self.chunkSize
      let count = min(Self.chunkSize &- from, limit &- place)
      if !isDecoded, taken &+ count > Self.patience { decode() }
      if isDecoded {
        next.update(from: chunk + from, count: count)
      } else {
        take(from, count, into: next)
      }
      next += count
      place &+= count
    }
    var previous = output[0]
    for place in 1..<max(1, span.count) {
      previous = previous &+ output[place] &+ 1
      output[place] = previous
    }
    return true
  }

  @inline(__always)
  private mutating func open(_ span: PositionSpan) {
    guard block != span.block || total != span.total else { return }
    block = span.block
    total = span.total
    chunkNumber = -1
  }

  /// Moves to a chunk of the block, decoding nothing.
  @inline(__always)
  private mutating func move(toChunk number: Int) -> Bool {
    number == chunkNumber || moveFar(toChunk: number)
  }

  private mutating func moveFar(toChunk number: Int) -> Bool {
    if chunkNumber < 0 || number < chunkNumber {
      chunkNumber = 0
      offset = block
    }
    guard offset >= 0 else { return false }
    while chunkNumber < number {
      guard start + offset < end else { return fail() }
      offset += 1 + 16 * Int((start + offset).load(as: UInt8.self))
      chunkNumber += 1
    }
    guard start + offset < end else { return fail() }
    width = Int((start + offset).load(as: UInt8.self))
    let left = total - number * Self.chunkSize
    guard width <= 32, left > 0 else { return fail() }
    let length = left >= Self.chunkSize ? 16 * width : (left * width + 7) / 8
    guard start + offset + 1 + length <= end else { return fail() }
    isDecoded = false
    taken = 0
    return true
  }

  private mutating func fail() -> Bool {
    chunkNumber = -1
    return false
  }

  /// Decodes the chunk.
  private mutating func decode() {
    guard !isDecoded else { return }
    let left = total - chunkNumber * Self.chunkSize
    if left >= Self.chunkSize {
      BitBlock.unpack(start + offset + 1, width: width, into: chunk)
    } else {
      BitStream.unpack(start + offset + 1, count: left, width: width, into: chunk)
    }
    isDecoded = true
  }

  /// Takes some values of the chunk, each for itself.
  ///
  /// May load 19 bytes past the chunk, which the padding of a segment allows.
  @inline(__always)
  private mutating func take(_ from: Int, _ count: Int, into output: UnsafeMutablePointer<UInt32>) {
    taken &+= count
    let data = start + offset + 1
    let mask = UInt64(1) &<< UInt64(truncatingIfNeeded: width) &- 1
    if total &- chunkNumber &* Self.chunkSize >= Self.chunkSize {
      for value in 0..<count {
        let place = from &+ value
        // Lanes are places modulo 4, each a stream of words 16 bytes apart.
        let bit = (place &>> 2) &* width
        let word = data + ((bit &>> 5) &* 16 &+ (place & 3) &* 4)
        let low = UInt64(word.loadUnaligned(as: UInt32.self))
        let high = UInt64(word.loadUnaligned(fromByteOffset: 16, as: UInt32.self))
        let bits = (low | high &<< 32) &>> UInt64(truncatingIfNeeded: bit & 31)
        output[value] = UInt32(truncatingIfNeeded: bits & mask)
      }
    } else {
      for value in 0..<count {
        let bit = (from &+ value) &* width
        let bits =
          data.loadUnaligned(fromByteOffset: bit &>> 3, as: UInt64.self)
          &>> UInt64(truncatingIfNeeded: bit & 7)
        output[value] = UInt32(truncatingIfNeeded: bits & mask)
      }
    }
  }
}

extension PostingsCursor {
  /// Where the positions of the document it stands on are.
  mutating func positionSpan() -> PositionSpan {
    loadFrequencies()
    var total: UInt32 = 0
    var start: UInt32 = 0
    for place in 0..<index { start &+= frequencies[place] }
    for place in 0..<count { total &+= frequencies[place] }
    return PositionSpan(
      block: positionsOffset(ofBlock: block), total: Int(total), start: Int(start),
      count: Int(frequencies[index]))
  }
}
