/// Unpacking of one width.
///
/// The width is a parameter of the type, so that each width has code of its own, a straight line without branches; a
/// function with the width as a parameter would be one code for all of them.
enum FixedWidthBlock<let width: Int> {
  /// Unpacks 128 numbers and adds a number to each.
  static func values(_ input: UnsafeRawPointer, adding number: UInt32, _ output: UnsafeMutableRawPointer) {
    let addend = SIMD4(repeating: number)
    var word = BitBlock.load(input, 0)
    BitBlock.store(lanes(0, input, &word) &+ addend, output, 0)
    BitBlock.store(lanes(1, input, &word) &+ addend, output, 1)
    BitBlock.store(lanes(2, input, &word) &+ addend, output, 2)
    BitBlock.store(lanes(3, input, &word) &+ addend, output, 3)
    BitBlock.store(lanes(4, input, &word) &+ addend, output, 4)
    BitBlock.store(lanes(5, input, &word) &+ addend, output, 5)
    BitBlock.store(lanes(6, input, &word) &+ addend, output, 6)
    BitBlock.store(lanes(7, input, &word) &+ addend, output, 7)
    BitBlock.store(lanes(8, input, &word) &+ addend, output, 8)
    BitBlock.store(lanes(9, input, &word) &+ addend, output, 9)
    BitBlock.store(lanes(10, input, &word) &+ addend, output, 10)
    BitBlock.store(lanes(11, input, &word) &+ addend, output, 11)
    BitBlock.store(lanes(12, input, &word) &+ addend, output, 12)
    BitBlock.store(lanes(13, input, &word) &+ addend, output, 13)
    BitBlock.store(lanes(14, input, &word) &+ addend, output, 14)
    BitBlock.store(lanes(15, input, &word) &+ addend, output, 15)
    BitBlock.store(lanes(16, input, &word) &+ addend, output, 16)
    BitBlock.store(lanes(17, input, &word) &+ addend, output, 17)
    BitBlock.store(lanes(18, input, &word) &+ addend, output, 18)
    BitBlock.store(lanes(19, input, &word) &+ addend, output, 19)
    BitBlock.store(lanes(20, input, &word) &+ addend, output, 20)
    BitBlock.store(lanes(21, input, &word) &+ addend, output, 21)
    BitBlock.store(lanes(22, input, &word) &+ addend, output, 22)
    BitBlock.store(lanes(23, input, &word) &+ addend, output, 23)
    BitBlock.store(lanes(24, input, &word) &+ addend, output, 24)
    BitBlock.store(lanes(25, input, &word) &+ addend, output, 25)
    BitBlock.store(lanes(26, input, &word) &+ addend, output, 26)
    BitBlock.store(lanes(27, input, &word) &+ addend, output, 27)
    BitBlock.store(lanes(28, input, &word) &+ addend, output, 28)
    BitBlock.store(lanes(29, input, &word) &+ addend, output, 29)
    BitBlock.store(lanes(30, input, &word) &+ addend, output, 30)
    BitBlock.store(lanes(31, input, &word) &+ addend, output, 31)
  }

  /// Unpacks 128 gaps − 1 and adds them up.
  static func numbers(
    after previous: Int32, _ input: UnsafeRawPointer, _ output: UnsafeMutableRawPointer
  ) {
    var word = BitBlock.load(input, 0)
    var before = SIMD4(repeating: UInt32(bitPattern: previous)) &+ SIMD4(1, 2, 3, 4)
    add(lanes(0, input, &word), &before, output, 0)
    add(lanes(1, input, &word), &before, output, 1)
    add(lanes(2, input, &word), &before, output, 2)
    add(lanes(3, input, &word), &before, output, 3)
    add(lanes(4, input, &word), &before, output, 4)
    add(lanes(5, input, &word), &before, output, 5)
    add(lanes(6, input, &word), &before, output, 6)
    add(lanes(7, input, &word), &before, output, 7)
    add(lanes(8, input, &word), &before, output, 8)
    add(lanes(9, input, &word), &before, output, 9)
    add(lanes(10, input, &word), &before, output, 10)
    add(lanes(11, input, &word), &before, output, 11)
    add(lanes(12, input, &word), &before, output, 12)
    add(lanes(13, input, &word), &before, output, 13)
    add(lanes(14, input, &word), &before, output, 14)
    add(lanes(15, input, &word), &before, output, 15)
    add(lanes(16, input, &word), &before, output, 16)
    add(lanes(17, input, &word), &before, output, 17)
    add(lanes(18, input, &word), &before, output, 18)
    add(lanes(19, input, &word), &before, output, 19)
    add(lanes(20, input, &word), &before, output, 20)
    add(lanes(21, input, &word), &before, output, 21)
    add(lanes(22, input, &word), &before, output, 22)
    add(lanes(23, input, &word), &before, output, 23)
    add(lanes(24, input, &word), &before, output, 24)
    add(lanes(25, input, &word), &before, output, 25)
    add(lanes(26, input, &word), &before, output, 26)
    add(lanes(27, input, &word), &before, output, 27)
    add(lanes(28, input, &word), &before, output, 28)
    add(lanes(29, input, &word), &before, output, 29)
    add(lanes(30, input, &word), &before, output, 30)
    add(lanes(31, input, &word), &before, output, 31)
  }

  /// Unpacks four numbers, one of each lane.
  ///
  /// - Parameters:
  ///   - vector: Which of the 32 fours.
  ///   - input: The block.
  ///   - word: The words where the four start; afterwards those where the next start.
  /// - Returns: The numbers.
  @inline(__always)
  private static func lanes(
    _ vector: Int, _ input: UnsafeRawPointer, _ word: inout SIMD4<UInt32>
  ) -> SIMD4<UInt32> {
    let start = vector &* width
    let shift = start & 31
    let end = shift &+ width
    let value = BitBlock.right(word, shift)
    if end < 32 { return value & BitBlock.mask(width) }
    if end == 32 {
      if vector < 31 { word = BitBlock.load(input, (start &>> 5) &+ 1) }
      return value
    }
    word = BitBlock.load(input, (start &>> 5) &+ 1)
    // Cut before the union: a cut behind it compiles to scalar double shifts.
    return value | (BitBlock.left(word, 32 &- shift) & BitBlock.mask(width))
  }

  /// Adds four gaps up and writes the numbers.
  ///
  /// - Parameters:
  ///   - gaps: The gaps − 1.
  ///   - before: In each lane the number before the block and all gaps − 1 before these; afterwards with these.
  ///   - output: The block's numbers.
  ///   - vector: Which of the 32 fours.
  @inline(__always)
  private static func add(
    _ gaps: SIMD4<UInt32>, _ before: inout SIMD4<UInt32>, _ output: UnsafeMutableRawPointer, _ vector: Int
  ) {
    // Pairs by a shift of 64 bits, then the first pair's sum to the second pair.
    let shifted = unsafeBitCast(gaps, to: SIMD2<UInt64>.self) &<< SIMD2(repeating: 32)
    let pairs = gaps &+ unsafeBitCast(shifted, to: SIMD4<UInt32>.self)
    let sums = pairs &+ (SIMD4(repeating: pairs[1]) & SIMD4(0, 0, .max, .max))
    BitBlock.store(sums &+ before, output, vector)
    before = before &+ SIMD4(repeating: sums[3]) &+ SIMD4(repeating: 4)
  }
}
