/// Blocks of 128 numbers of 32 bits, bit-packed in four lanes.
///
/// Number *i* belongs to lane *i* mod 4; each lane is a bit stream of 32 numbers in words of 32 bits, low bits
/// first; word *w* of lane *l* stands at byte 16*w* + 4*l*. The vertical layout is that of Lemire and Boytsov,
/// "Decoding billions of integers per second through vectorization" (2015), doi:10.1002/spe.2203. The code of each
/// width is a straight line: widths and places are constants once it is inlined.
public enum BitBlock {
  /// The number of numbers in a block.
  public static let count = 128

  /// The number of bytes of a block of a width.
  @inlinable
  public static func byteCount(width: Int) -> Int { 16 * width }

  /// The least width in bits that holds each of 128 numbers, 0 to 32.
  public static func width(of values: UnsafePointer<UInt32>) -> Int {
    let bytes = UnsafeRawPointer(values)
    var all = SIMD4<UInt32>.zero
    for vector in 0..<32 { all |= load(bytes, vector) }
    return 32 - (all[0] | all[1] | all[2] | all[3]).leadingZeroBitCount
  }

  @inline(__always)
  static func load(_ bytes: UnsafeRawPointer, _ vector: Int) -> SIMD4<UInt32> {
    bytes.loadUnaligned(fromByteOffset: 16 &* vector, as: SIMD4<UInt32>.self)
  }

  @inline(__always)
  static func store(_ value: SIMD4<UInt32>, _ bytes: UnsafeMutableRawPointer, _ vector: Int) {
    bytes.storeBytes(of: value, toByteOffset: 16 &* vector, as: SIMD4<UInt32>.self)
  }

  /// The lowest bits of each lane.
  @inline(__always)
  static func mask(_ width: Int) -> SIMD4<UInt32> {
    SIMD4(repeating: width >= 32 ? .max : (1 &<< UInt32(truncatingIfNeeded: width)) &- 1)
  }

  @inline(__always)
  static func right(_ value: SIMD4<UInt32>, _ bits: Int) -> SIMD4<UInt32> {
    value &>> SIMD4(repeating: UInt32(truncatingIfNeeded: bits))
  }

  @inline(__always)
  static func left(_ value: SIMD4<UInt32>, _ bits: Int) -> SIMD4<UInt32> {
    value &<< SIMD4(repeating: UInt32(truncatingIfNeeded: bits))
  }
}
