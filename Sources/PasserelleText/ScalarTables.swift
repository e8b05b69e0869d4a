/// Lower-casing and classification by table for the scalars below U+0800.
///
/// Built once from the Unicode database of the standard library, never freed, never written again:
/// this is what makes sharing the pointers between threads safe.
enum ScalarTables {
  /// Lower-cased byte for each ASCII letter or digit; 0 for all other bytes.
  nonisolated(unsafe) static let ascii: UnsafePointer<UInt8> = {
    let table = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
    table.initialize(repeating: 0, count: 256)
    for byte in UInt8(0)..<0x80 where ScalarClass(Unicode.Scalar(byte)) == .word {
      table[Int(byte)] = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
    }
    return UnsafePointer(table)
  }()

  /// Entry of ``twoByte`` that stands for a separator.
  static let separator: UInt16 = 0
  /// Entry of ``twoByte`` that sends the scalar to the slow path.
  static let slow: UInt16 = 1

  /// For each scalar U+0080–U+07FF: ``separator``, ``slow``, or the two bytes of its lower-case
  /// form, the lead byte in the low half.
  nonisolated(unsafe) static let twoByte: UnsafePointer<UInt16> = {
    let table = UnsafeMutablePointer<UInt16>.allocate(capacity: 0x800 - 0x80)
    table.initialize(repeating: slow, count: 0x800 - 0x80)
    for value in UInt32(0x80)..<0x800 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      switch ScalarClass(scalar) {
      case .separator: table[Int(value) - 0x80] = separator
      case .word:
        let lower = Array(scalar.properties.lowercaseMapping.utf8)
        if lower.count == 2, lower[0] >= 0xC2 {
          table[Int(value) - 0x80] = UInt16(lower[0]) | UInt16(lower[1]) << 8
        }
      default: break
      }
    }
    return UnsafePointer(table)
  }()
}
