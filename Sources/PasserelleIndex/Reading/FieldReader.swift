import PasserelleSegments

/// One inverted field of one segment: dictionary, postings, positions and norms, as mapped.
///
/// Its pointers live as long as the ``SegmentReader`` that made it.
struct FieldReader: @unchecked Sendable {
  /// Terms to a dictionary block.
  static let blockSize = SegmentFormat.dictionaryBlock

  let definition: FieldDefinition
  /// Documents that hold a token.
  let documents: Int
  /// Documents of the segment: no posting names one beyond.
  var documentLimit: UInt32
  /// Tokens in all.
  let tokens: Int
  /// Distinct terms.
  let terms: Int
  /// The mean length with which the bounds were computed.
  let averageLength: Float
  let dictionary: UnsafeRawBufferPointer
  /// Starts of dictionary blocks, and the end of the last.
  let blocks: UnsafeRawBufferPointer
  let postings: UnsafeRawBufferPointer
  let positions: UnsafeRawBufferPointer
  /// One length code a document.
  let norms: UnsafePointer<UInt8>
  /// Whether positions are kept.
  let hasPositions: Bool
  /// The beginning of the first term of each dictionary block.
  let prefixes: UnsafePointer<UInt64>

  /// Number of dictionary blocks.
  var blockCount: Int { (terms + Self.blockSize - 1) / Self.blockSize }

  /// Where a dictionary block starts.
  @inline(__always)
  func blockStart(_ block: Int) -> Int {
    Int(UInt32(littleEndian: blocks.loadUnaligned(fromByteOffset: block * 4, as: UInt32.self)))
  }

  /// Reads what follows a term's bytes, and moves the starts past it.
  @inline(__always)
  func readEntry(_ reader: inout ByteReader, _ postingsStart: inout Int, _ positionsStart: inout Int)
    -> TermEntry
  {
    let documentFrequency = reader.varint()
    let occurrences = documentFrequency &+ reader.varint()
    let bound = reader.byte()
    let last = reader.varint()
    let postingsLength = documentFrequency == 1 ? 0 : last
    let positionsLength = hasPositions ? reader.varint() : 0
    let entry = TermEntry(
      documentFrequency: documentFrequency, occurrences: occurrences, bound: bound,
      document: documentFrequency == 1 ? UInt32(truncatingIfNeeded: last) : 0,
      // Lengths of damaged bytes may pass the greatest number.
      postings: postingsStart..<max(postingsStart, postingsStart &+ postingsLength),
      positions: positionsStart..<max(positionsStart, positionsStart &+ positionsLength))
    postingsStart = entry.postings.upperBound
    positionsStart = entry.positions.upperBound
    return entry
  }

  /// Whether what an entry points to lies within its sections.
  func isSound(_ entry: TermEntry) -> Bool {
    entry.documentFrequency > 0 && entry.postings.upperBound <= postings.count
      && entry.positions.upperBound <= positions.count
      && (entry.documentFrequency > 1 || entry.document < documentLimit)
  }
}
