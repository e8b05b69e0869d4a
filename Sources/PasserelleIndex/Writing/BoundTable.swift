/// The greatest weight postings can have, as the format's bounds keep it.
///
/// BM25's saturated frequency *tf*′ / (*tf*′ + *k*₁) with *tf*′ = *tf* / (1 − *b* + *b* · length / average
/// length) is computed as *tf* / (*tf* + *k*₁ (1 − *b* + *b* · length / average length)), which is the same number
/// with one division less.
struct BoundTable: ~Copyable {
  /// *k*₁ (1 − *b* + *b* · length / average length) by length code.
  private let saturation: UnsafeMutablePointer<Float>

  /// Computes the table of a field.
  init(k1: Float, b: Float, averageLength: Float) {
    saturation = .allocate(capacity: 256)
    let average = averageLength > 0 ? averageLength : 1
    for code in 0..<256 {
      let length = Float(LengthCode.decode(UInt8(code)))
      saturation[code] = k1 * (1 - b + b * length / average)
    }
  }

  deinit { saturation.deallocate() }

  /// The saturated frequency, 0 to 1.
  @inline(__always)
  func impact(_ frequency: UInt32, _ norm: UInt8) -> Float {
    let value = Float(frequency)
    return value / (value + saturation[Int(norm)])
  }

  /// The bound's byte: 255 times the impact, rounded up.
  ///
  /// Sixteen units in the last place are added first, more than single precision loses here and in a
  /// reader's own arithmetic, so that the bound never lies below a true weight.
  static func code(_ impact: Float) -> UInt8 {
    let scaled = (impact * (255 * (1 + 0x1p-20))).rounded(.up)
    return scaled >= 255 ? 255 : UInt8(max(0, scaled))
  }
}
