/// Unpacking of ascending numbers.
extension BitBlock {
  /// Unpacks 128 ascending numbers from their gaps.
  ///
  /// Bad bytes give wrong numbers (sums wrap around), never a trap.
  ///
  /// - Parameters:
  ///   - input: The 16 · width bytes of the block, each value a gap − 1; nothing is read beyond them.
  ///   - width: The width in bits, 0 to 32; of any other every gap counts as 1 and nothing is read.
  ///   - previous: The number before the first, −1 for none.
  ///   - output: Where the numbers are written.
  public static func unpackGaps(
    _ input: UnsafeRawPointer, width: Int, previous: Int32, into output: UnsafeMutablePointer<UInt32>
  ) {
    let output = UnsafeMutableRawPointer(output)
    switch width {
    case 0: runs(previous, output)
    case 1: FixedWidthBlock<1>.numbers(after: previous, input, output)
    case 2: FixedWidthBlock<2>.numbers(after: previous, input, output)
    case 3: FixedWidthBlock<3>.numbers(after: previous, input, output)
    case 4: FixedWidthBlock<4>.numbers(after: previous, input, output)
    case 5: FixedWidthBlock<5>.numbers(after: previous, input, output)
    case 6: FixedWidthBlock<6>.numbers(after: previous, input, output)
    case 7: FixedWidthBlock<7>.numbers(after: previous, input, output)
    case 8: FixedWidthBlock<8>.numbers(after: previous, input, output)
    case 9: FixedWidthBlock<9>.numbers(after: previous, input, output)
    case 10: FixedWidthBlock<10>.numbers(after: previous, input, output)
    case 11: FixedWidthBlock<11>.numbers(after: previous, input, output)
    case 12: FixedWidthBlock<12>.numbers(after: previous, input, output)
    case 13: FixedWidthBlock<13>.numbers(after: previous, input, output)
    case 14: FixedWidthBlock<14>.numbers(after: previous, input, output)
    case 15: FixedWidthBlock<15>.numbers(after: previous, input, output)
    case 16: FixedWidthBlock<16>.numbers(after: previous, input, output)
    case 17: FixedWidthBlock<17>.numbers(after: previous, input, output)
    case 18: FixedWidthBlock<18>.numbers(after: previous, input, output)
    case 19: FixedWidthBlock<19>.numbers(after: previous, input, output)
    case 20: FixedWidthBlock<20>.numbers(after: previous, input, output)
    case 21: FixedWidthBlock<21>.numbers(after: previous, input, output)
    case 22: FixedWidthBlock<22>.numbers(after: previous, input, output)
    case 23: FixedWidthBlock<23>.numbers(after: previous, input, output)
    case 24: FixedWidthBlock<24>.numbers(after: previous, input, output)
    case 25: FixedWidthBlock<25>.numbers(after: previous, input, output)
    case 26: FixedWidthBlock<26>.numbers(after: previous, input, output)
    case 27: FixedWidthBlock<27>.numbers(after: previous, input, output)
    case 28: FixedWidthBlock<28>.numbers(after: previous, input, output)
    case 29: FixedWidthBlock<29>.numbers(after: previous, input, output)
    case 30: FixedWidthBlock<30>.numbers(after: previous, input, output)
    case 31: FixedWidthBlock<31>.numbers(after: previous, input, output)
    case 32: FixedWidthBlock<32>.numbers(after: previous, input, output)
    default: runs(previous, output)
    }
  }

  /// Writes 128 numbers that follow each other.
  private static func runs(_ previous: Int32, _ output: UnsafeMutableRawPointer) {
    var value = SIMD4(repeating: UInt32(bitPattern: previous)) &+ SIMD4(1, 2, 3, 4)
    for vector in 0..<32 {
      store(value, output, vector)
      value = value &+ SIMD4(repeating: 4)
    }
  }
}
