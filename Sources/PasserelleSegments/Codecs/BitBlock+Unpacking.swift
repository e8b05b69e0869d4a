/// Unpacking of blocks.
extension BitBlock {
  /// Unpacks 128 numbers.
  ///
  /// - Parameters:
  ///   - input: The 16 · width bytes of the block, at any alignment; nothing is read beyond them.
  ///   - width: The width in bits, 0 to 32; of any other the block counts as 128 zeros and nothing is read.
  ///   - number: What is added to each number.
  ///   - output: Where the numbers are written.
  public static func unpack(
    _ input: UnsafeRawPointer, width: Int, adding number: UInt32 = 0,
    into output: UnsafeMutablePointer<UInt32>
  ) {
    let output = UnsafeMutableRawPointer(output)
    switch width {
    case 0: for vector in 0..<32 { store(SIMD4(repeating: number), output, vector) }
    case 1: FixedWidthBlock<1>.values(input, adding: number, output)
    case 2: FixedWidthBlock<2>.values(input, adding: number, output)
    case 3: FixedWidthBlock<3>.values(input, adding: number, output)
    case 4: FixedWidthBlock<4>.values(input, adding: number, output)
    case 5: FixedWidthBlock<5>.values(input, adding: number, output)
    case 6: FixedWidthBlock<6>.values(input, adding: number, output)
    case 7: FixedWidthBlock<7>.values(input, adding: number, output)
    case 8: FixedWidthBlock<8>.values(input, adding: number, output)
    case 9: FixedWidthBlock<9>.values(input, adding: number, output)
    case 10: FixedWidthBlock<10>.values(input, adding: number, output)
    case 11: FixedWidthBlock<11>.values(input, adding: number, output)
    case 12: FixedWidthBlock<12>.values(input, adding: number, output)
    case 13: FixedWidthBlock<13>.values(input, adding: number, output)
    case 14: FixedWidthBlock<14>.values(input, adding: number, output)
    case 15: FixedWidthBlock<15>.values(input, adding: number, output)
    case 16: FixedWidthBlock<16>.values(input, adding: number, output)
    case 17: FixedWidthBlock<17>.values(input, adding: number, output)
    case 18: FixedWidthBlock<18>.values(input, adding: number, output)
    case 19: FixedWidthBlock<19>.values(input, adding: number, output)
    case 20: FixedWidthBlock<20>.values(input, adding: number, output)
    case 21: FixedWidthBlock<21>.values(input, adding: number, output)
    case 22: FixedWidthBlock<22>.values(input, adding: number, output)
    case 23: FixedWidthBlock<23>.values(input, adding: number, output)
    case 24: FixedWidthBlock<24>.values(input, adding: number, output)
    case 25: FixedWidthBlock<25>.values(input, adding: number, output)
    case 26: FixedWidthBlock<26>.values(input, adding: number, output)
    case 27: FixedWidthBlock<27>.values(input, adding: number, output)
    case 28: FixedWidthBlock<28>.values(input, adding: number, output)
    case 29: FixedWidthBlock<29>.values(input, adding: number, output)
    case 30: FixedWidthBlock<30>.values(input, adding: number, output)
    case 31: FixedWidthBlock<31>.values(input, adding: number, output)
    case 32: FixedWidthBlock<32>.values(input, adding: number, output)
    default: for vector in 0..<32 { store(SIMD4(repeating: number), output, vector) }
    }
  }
}
