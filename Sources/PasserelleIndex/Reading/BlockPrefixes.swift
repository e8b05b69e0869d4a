import PasserelleSegments

/// The first eight bytes of the first term of each dictionary block of a field, for look-ups that touch one array.
final class BlockPrefixes: @unchecked Sendable {
  /// One number a block: bytes from the highest down, zeros behind a shorter term; written once.
  let values: UnsafePointer<UInt64>

  /// Reads the beginnings.
  ///
  /// - Parameters:
  ///   - dictionary: The dictionary's bytes.
  ///   - blocks: The starts of its blocks; one more than there are blocks.
  ///   - count: How many blocks there are.
  /// - Complexity: O(blocks).
  init(_ dictionary: UnsafeRawBufferPointer, blocks: UnsafeRawBufferPointer, count: Int) {
    let values = UnsafeMutablePointer<UInt64>.allocate(capacity: max(1, count))
    for block in 0..<count {
      let start = UInt32(littleEndian: blocks.loadUnaligned(fromByteOffset: block * 4, as: UInt32.self))
      var reader = ByteReader(dictionary, from: Int(start), to: dictionary.count)
      // Where its postings and its positions start.
      _ = reader.varint()
      _ = reader.varint()
      let first = reader.bytes(reader.varint())
      (values + block).initialize(to: first.map(Self.prefix) ?? .max)
    }
    self.values = UnsafePointer(values)
  }

  deinit { values.deallocate() }

  /// The beginning of a term; terms in bytewise order have beginnings that do not fall.
  @inline(__always)
  static func prefix(_ term: UnsafeBufferPointer<UInt8>) -> UInt64 {
    if term.count >= 8 {
      return UInt64(bigEndian: UnsafeRawBufferPointer(term).loadUnaligned(as: UInt64.self))
    }
    var value: UInt64 = 0
    for place in 0..<term.count { value = value &<< 8 | UInt64(term[place]) }
    return term.isEmpty ? 0 : value &<< UInt64(truncatingIfNeeded: 64 &- 8 &* term.count)
  }

  /// The first place whose beginning is not below another one; without branches that data decide.
  @inline(__always)
  static func place(of key: UInt64, in values: UnsafePointer<UInt64>, count: Int) -> Int {
    var first = 0
    var left = count
    while left > 0 {
      let half = left &>> 1
      let isBelow = values[first &+ half] < key
      first = isBelow ? first &+ half &+ 1 : first
      left = isBelow ? left &- half &- 1 : half
    }
    return first
  }
}
