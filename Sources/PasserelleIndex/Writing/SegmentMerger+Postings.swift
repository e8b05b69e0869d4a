import PasserelleSegments

/// Copies the postings and positions of one field of one segment, renumbered, into an encoder.
///
/// Everything read is checked: bytes that no encoder wrote lead to an error.
final class PostingsCopier {
  private let field: FieldReader
  private let numbering: DocumentNumbering
  private let documents: Int
  private let name: String
  private let buffer: UnsafeMutablePointer<UInt32>
  /// The positions of a block, each document's first as it is, the others as gap − 1.
  private var values: UnsafeMutablePointer<UInt32>
  private var capacity: Int

  /// Prepares copying.
  ///
  /// - Parameters:
  ///   - field: The field; its segment must stay open.
  ///   - numbering: The new numbers.
  ///   - documents: The number of documents of the segment.
  ///   - name: The segment's name, for errors.
  init(_ field: FieldReader, numbering: DocumentNumbering, documents: Int, name: String) {
    self.field = field
    self.numbering = numbering
    self.documents = documents
    self.name = name
    buffer = .allocate(capacity: PostingsCursor.bufferSize)
    capacity = 1 << 10
    values = .allocate(capacity: capacity)
  }

  deinit {
    buffer.deallocate()
    values.deallocate()
  }

  /// Copies the list of a term; the encoder's term was begun.
  ///
  /// - Throws: `PasserelleError` with code `.indexInvalid` for a damaged list.
  func copy(_ entry: TermEntry, into encoder: inout PostingsEncoder) throws {
    var cursor = PostingsCursor(entry, field, buffer: buffer)
    let hasPositions = field.definition.hasPositions
    // A chunk of 128 positions takes a byte at least.
    let limit = min(entry.occurrences, entry.positions.count &* SegmentFormat.postingsBlock)
    var position = entry.positions.lowerBound
    var previous = -1
    var left = entry.documentFrequency
    while !cursor.isAtEnd {
      cursor.load()
      cursor.loadFrequencies()
      guard cursor.count > 0, cursor.count <= left else { throw SegmentReader.damaged(name) }
      left &-= cursor.count
      if hasPositions {
        try loadPositions(cursor.frequencies, cursor.count, limit, entry.positions.upperBound, &position)
      }
      try copyBlock(cursor.documents, cursor.frequencies, cursor.count, &previous, &encoder)
      cursor.nextBlock()
    }
    guard left == 0 else { throw SegmentReader.damaged(name) }
  }

  @inline(__always)
  private func copyBlock(
    _ documents: UnsafeMutablePointer<UInt32>, _ frequencies: UnsafeMutablePointer<UInt32>, _ count: Int,
    _ previous: inout Int, _ encoder: inout PostingsEncoder
  ) throws {
    let hasPositions = field.definition.hasPositions
    var values = values
    for index in 0..<count {
      let document = Int(documents[index])
      guard document > previous, document < self.documents else { throw SegmentReader.damaged(name) }
      previous = document
      let frequency = frequencies[index]
      guard frequency > 0 else { throw SegmentReader.damaged(name) }
      let number = numbering.number(document)
      if number != DocumentNumbering.none {
        if hasPositions {
          for place in 1..<max(1, Int(frequency)) { values[place] &+= values[place &- 1] &+ 1 }
        }
        encoder.add(document: number, frequency: frequency, positions: values)
      }
      if hasPositions { values += Int(frequency) }
    }
  }

  /// Decodes the positions of a block.
  private func loadPositions(
    _ frequencies: UnsafeMutablePointer<UInt32>, _ count: Int, _ limit: Int, _ end: Int,
    _ position: inout Int
  ) throws {
    var total = 0
    for index in 0..<count { total &+= Int(frequencies[index]) }
    guard total <= limit, let start = field.positions.baseAddress else { throw SegmentReader.damaged(name) }
    if total + SegmentFormat.postingsBlock > capacity {
      values.deallocate()
      capacity = 2 * total + SegmentFormat.postingsBlock
      values = .allocate(capacity: capacity)
    }
    var place = 0
    while place < total {
      guard position < end else { throw SegmentReader.damaged(name) }
      let width = Int((start + position).load(as: UInt8.self))
      let size = min(SegmentFormat.postingsBlock, total &- place)
      let isFull = size == SegmentFormat.postingsBlock
      let length = isFull ? BitBlock.byteCount(width: width) : BitStream.byteCount(count: size, width: width)
      guard width <= 32, length < end &- position else { throw SegmentReader.damaged(name) }
      if isFull {
        BitBlock.unpack(start + position + 1, width: width, into: values + place)
      } else {
        BitStream.unpack(start + position + 1, count: size, width: width, into: values + place)
      }
      position &+= 1 &+ length
      place &+= size
    }
  }
}
