extension FieldReader {
  /// Finds a term.
  ///
  /// - Parameter term: Its bytes.
  /// - Returns: Its entry; nil when no document of the segment holds it.
  /// - Complexity: O(log terms) dictionary blocks read, and one block scanned.
  func find(_ term: UnsafeBufferPointer<UInt8>) -> TermEntry? {
    guard terms > 0, !term.isEmpty else { return nil }
    let key = BlockPrefixes.prefix(term)
    // The first block whose beginning is not below that of the term.
    var low = BlockPrefixes.place(of: key, in: prefixes, count: blockCount)
    if low < blockCount, prefixes[low] == key { low = lastBlock(notAbove: term, key: key, from: low) }
    return scan(block: max(0, low &- 1), for: term)
  }

  /// The place behind the last block whose first term is not above a term that begins as that of the block at a place.
  private func lastBlock(notAbove term: UnsafeBufferPointer<UInt8>, key: UInt64, from start: Int) -> Int {
    var low = start
    var high = blockCount
    while low < high {
      let middle = (low + high) / 2
      if prefixes[middle] > key || firstIsAbove(term, block: middle) {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return low
  }

  func firstIsAbove(_ term: UnsafeBufferPointer<UInt8>, block: Int) -> Bool {
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
      guard let suffix = reader.bytes(length), shared >= matched else { return nil }
      if shared == matched {
        let common = ByteReader.commonPrefix(suffix, UnsafeBufferPointer(rebasing: term[matched...]))
        let here = matched &+ common
        if common == length {
          if here == term.count {
            let entry = readEntry(&reader, &postingsStart, &positionsStart)
            return isSound(entry) ? entry : nil
          }
        } else if here == term.count || suffix[common] > term[here] {
          return nil
        }
        matched = here
      }
      skipEntry(&reader, &postingsStart, &positionsStart)
    }
    return nil
  }

  /// Moves past what follows a term's bytes, and the starts past its lists.
  @inline(__always)
  private func skipEntry(
    _ reader: inout ByteReader, _ postingsStart: inout Int, _ positionsStart: inout Int
  ) {
    if hasPositions, reader.remaining >= 16, let lengths = Self.lengths(&reader) {
      postingsStart = max(postingsStart, postingsStart &+ lengths.postings)
      positionsStart = max(positionsStart, positionsStart &+ lengths.positions)
      return
    }
    let documentFrequency = reader.varint()
    _ = reader.varint()
    _ = reader.byte()
    let last = reader.varint()
    if documentFrequency != 1 { postingsStart = max(postingsStart, postingsStart &+ last) }
    if hasPositions { positionsStart = max(positionsStart, positionsStart &+ reader.varint()) }
  }

  /// The lengths of a term's lists, where all its numbers are short: the ends of numbers are found among eight bytes
  /// at once, because to find them one after the other is what a look-up waits for.
  @inline(__always)
  private static func lengths(_ reader: inout ByteReader) -> (postings: Int, positions: Int)? {
    let highBits: UInt64 = 0x8080_8080_8080_8080
    let counts = reader.word(at: 0)
    let countEnds = ~counts & highBits
    let secondEnd = (countEnds & (countEnds &- 1)).trailingZeroBitCount
    // Both counts and the bound.
    let start = secondEnd &>> 3 &+ 2
    guard start <= 8 else { return nil }
    let lengths = reader.word(at: start)
    let ends = ~lengths & highBits
    let first = ends.trailingZeroBitCount &+ 1
    let second = (ends & (ends &- 1)).trailingZeroBitCount &+ 1
    guard first <= 32, second <= 64, second &- first <= 32 else { return nil }
    reader.skip(start &+ second &>> 3)
    // What stands in the place of the length is the document, where there is one only.
    let isOne = counts & 0xFF == 1
    return (isOne ? 0 : value(lengths, bits: first), value(lengths &>> UInt64(first), bits: second &- first))
  }

  /// The number in the lowest bits of a word, whole bytes, at most four.
  @inline(__always)
  private static func value(_ word: UInt64, bits: Int) -> Int {
    let bytes = word & (1 &<< UInt64(bits) &- 1)
    return Int(bytes & 0x7F | bytes &>> 1 & 0x3F80 | bytes &>> 2 & 0x1F_C000 | bytes &>> 3 & 0xFE0_0000)
  }
}
