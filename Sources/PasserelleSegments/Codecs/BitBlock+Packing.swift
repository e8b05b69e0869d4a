/// Packing of blocks.
extension BitBlock {
  /// Packs 128 numbers.
  ///
  /// - Parameters:
  ///   - values: The numbers; bits above the width are lost.
  ///   - width: The width in bits, 0 to 32.
  ///   - output: Where 16 · width bytes are written, at any alignment.
  public static func pack(
    _ values: UnsafePointer<UInt32>, width: Int, into output: UnsafeMutableRawPointer
  ) {
    precondition(width >= 0 && width <= 32, "a width of 0 to 32 bits")
    let input = UnsafeRawPointer(values)
    let mask = mask(width)
    var current = SIMD4<UInt32>.zero
    var filled = 0
    var word = 0
    guard width > 0 else { return }
    for vector in 0..<32 {
      let value = load(input, vector) & mask
      current |= left(value, filled)
      filled &+= width
      if filled >= 32 {
        store(current, output, word)
        word &+= 1
        filled &-= 32
        current = filled == 0 ? .zero : right(value, width &- filled)
      }
    }
  }
}
