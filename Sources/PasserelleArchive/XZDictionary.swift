/// What an xz file says of the memory that unpacking takes.
///
/// Format: The .xz File Format 1.0.4, sections 3.1 (block header) and 5.3.1 (LZMA2).
enum XZDictionary {
  /// The largest dictionary that is taken, in bytes.
  ///
  /// It is twice that of `xz -9`; libarchive itself takes any, up to 4 GiB.
  static let limit = 128 << 20

  /// The size of the dictionary of the first block, in bytes.
  ///
  /// - Parameter head: The first bytes of the file; 1,036 are always enough.
  /// - Returns: Nil where the header is not whole, or not as the format says.
  static func size(_ head: [UInt8]) -> Int? {
    // 12 bytes of stream header; 0 begins the index of a file without blocks.
    guard head.count > 14, head[12] != 0 else { return nil }
    let end = min(head.count, 12 + (Int(head[12]) + 1) * 4 - 4)
    let flags = head[13]
    var place = 14
    func number() -> Int? {
      var value = 0
      for shift in stride(from: 0, to: 63, by: 7) {
        guard place < end else { return nil }
        let byte = head[place]
        place += 1
        value |= Int(byte & 0x7F) << shift
        if byte & 0x80 == 0 { return value }
      }
      return nil
    }
    for bit in [0x40, 0x80] as [UInt8] where flags & bit != 0 {
      if number() == nil { return nil }
    }
    for _ in 0...(flags & 3) {
      guard let filter = number(), let length = number(), length <= end - place else { return nil }
      if filter == 0x21, length == 1 {
        let bits = Int(head[place])
        return bits >= 40 ? bits == 40 ? 0xFFFF_FFFF : nil : (2 | bits & 1) << (bits / 2 + 11)
      }
      place += length
    }
    return nil
  }
}
