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

  /// Number of dictionary blocks.
  var blockCount: Int { (terms + Self.blockSize - 1) / Self.blockSize }

  /// Where a dictionary block starts.
  @inline(__always)
  func blockStart(_ block: Int) -> Int {
    Int(UInt32(littleEndian: blocks.loadUnaligned(fromByteOffset: block * 4, as: UInt32.self)))
  }

  /// Finds a term.
  ///
  /// - Parameter term: Its bytes.
  /// - Returns: Its entry; nil when no document of the segment holds it.
  /// - Complexity: O(log terms) dictionary blocks read, and one block scanned.
  func find(_ term: UnsafeBufferPointer<UInt8>) -> TermEntry? {
    guard terms > 0, !term.isEmpty else { return nil }
    var low = 0
    var high = blockCount
    // The last block whose first term is not above the one sought.
    while high - low > 1 {
      let middle = (low + high) / 2
      if firstIsAbove(term, block: middle) { high = middle } else { low = middle }
    }
    return scan(block: low, for: term)
  }

  private func firstIsAbove(_ term: UnsafeBufferPointer<UInt8>, block: Int) -> Bool {
    var reader = ByteReader(dictionary, from: blockStart(block), to: dictionary.count)
    _ = reader.varint()
    _ = reader.varint()
    let length = reader.varint()
    guard let first = reader.bytes(length) else { return true }
    return ByteReader.compare(first, term) > 0
  }

  /// Looks for a term in one block, never building the terms before it.
  private func scan(block: Int, for term: UnsafeBufferPointer<UInt8>) -> TermEntry? {
    var reader = ByteReader(dictionary, from: blockStart(block), to: blockStart(block + 1))
    var postingsStart = reader.varint()
    var positionsStart = reader.varint()
    let count = min(Self.blockSize, terms - block * Self.blockSize)
    // How many bytes the term sought shares with the entry before, which is below it.
    var matched = 0
    for index in 0..<count {
      let shared = index == 0 ? 0 : reader.varint()
      let length = reader.varint()
      guard let suffix = reader.bytes(length) else { return nil }
      var order = -1
      if shared < matched {
        return nil
      } else if shared == matched {
        let common = ByteReader.commonPrefix(suffix, UnsafeBufferPointer(rebasing: term[matched...]))
        let here = matched + common
        if common == length {
          order = here == term.count ? 0 : -1
        } else if here == term.count || suffix[common] > term[here] {
          return nil
        }
        matched = here
      }
      let entry = readEntry(&reader, &postingsStart, &positionsStart)
      if order == 0 { return isSound(entry) ? entry : nil }
    }
    return nil
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
    let positionsLength = definition.hasPositions ? reader.varint() : 0
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
  }
}
