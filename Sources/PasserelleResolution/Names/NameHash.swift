/// Stable 64-bit hashes of folded bytes: the same in every run and on every machine.
public enum NameHash {
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The hash of bytes.
  public static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = seed
    for byte in bytes { step(&hash, byte) }
    return finish(hash)
  }

  /// The hash of a text's bytes, as they are.
  public static func of(_ text: String) -> UInt64 { of(text.utf8) }

  static func step(_ hash: inout UInt64, _ byte: UInt8) {
    hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  /// Spreads the bits; never 0, which stands for nothing.
  static func finish(_ hash: UInt64) -> UInt64 {
    var value = hash
    value ^= value >> 32
    value = value &* 0xD6E8_FEB8_6659_FD93
    value ^= value >> 32
    return value == 0 ? 1 : value
  }
}
