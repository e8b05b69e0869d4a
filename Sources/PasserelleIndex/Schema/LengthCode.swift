/// The number of tokens of a field in a document, as one byte (section "norms" of the format).
///
/// Lengths below 32 are exact; above, four bits follow the highest one, so that a length is understated by
/// at most 6 %.
public enum LengthCode {
  /// The code of a length; 255 from 507,904 tokens on.
  @inlinable
  public static func encode(_ length: Int) -> UInt8 {
    if length < 32 { return UInt8(truncatingIfNeeded: max(0, length)) }
    let exponent = Int.bitWidth - 1 - length.leadingZeroBitCount
    let mantissa = (length >> (exponent - 4)) & 15
    return UInt8(min(255, 32 + 16 * (exponent - 5) + mantissa))
  }

  /// The least length with a code.
  @inlinable
  public static func decode(_ code: UInt8) -> Int {
    if code < 32 { return Int(code) }
    let exponent = Int(code - 32) / 16 + 5
    let mantissa = Int(code - 32) % 16
    return (16 + mantissa) << (exponent - 4)
  }
}
