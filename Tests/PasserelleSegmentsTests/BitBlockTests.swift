import PasserelleSegments
import PasserelleTestSupport
import Testing

@Suite struct BitBlockTests {
  private static func numbers(width: Int, seed: UInt64) -> [UInt32] {
    var random = SeededGenerator(seed: seed &+ UInt64(width))
    return (0..<128).map { _ in
      width == 0 ? 0 : UInt32(truncatingIfNeeded: random.next()) >> UInt32(32 - width)
    }
  }

  private static func pack(_ numbers: [UInt32], _ width: Int) -> [UInt8] {
    // One byte before and one after, which must stay.
    var bytes = [UInt8](repeating: 0xEE, count: 16 * width + 2)
    bytes.withUnsafeMutableBytes { buffer in
      guard let base = buffer.baseAddress else { return }
      BitBlock.pack(numbers, width: width, into: base + 1)
    }
    return bytes
  }

  /// The four-lane layout, bit by bit, as the format page says it.
  private static func plain(_ bytes: [UInt8], _ width: Int, _ index: Int) -> UInt32 {
    (0..<width).reduce(0) { value, place in
      let bit = (index / 4) * width + place
      let byte = 16 * (bit / 32) + 4 * (index % 4) + bit % 32 / 8
      return value | UInt32(bytes[byte] >> UInt8(bit % 8) & 1) << UInt32(place)
    }
  }

  @Test(arguments: 0...32) func packingFollowsTheFormat(_ width: Int) {
    let numbers = Self.numbers(width: width, seed: 21)
    let bytes = Self.pack(numbers, width)
    #expect(bytes.first == 0xEE)
    #expect(bytes.last == 0xEE)
    let block = Array(bytes.dropFirst().dropLast())
    #expect(block.count == BitBlock.byteCount(width: width))
    #expect((0..<128).map { Self.plain(block, width, $0) } == numbers)
  }

  @Test(arguments: 0...32) func blocksComeBackAndNothingBeyondThemIsRead(_ width: Int) {
    let numbers = Self.numbers(width: width, seed: 22)
    let bytes: [UInt8] = Array(Self.pack(numbers, width).dropFirst().dropLast())
    var back = [UInt32](repeating: 7, count: 128)
    GuardedBytes.with(bytes) { BitBlock.unpack($0, width: width, into: &back) }
    #expect(back == numbers)
    for previous: Int32 in [-1, 0, 41, .max] {
      var sum = UInt32(bitPattern: previous)
      let sums = numbers.map { gap in
        sum = sum &+ gap &+ 1
        return sum
      }
      GuardedBytes.with(bytes) { BitBlock.unpackGaps($0, width: width, previous: previous, into: &back) }
      #expect(back == sums)
    }
  }

  @Test(arguments: [-1, 33, 64, 255]) func otherWidthsReadNothing(_ width: Int) {
    let bytes: [UInt8] = []
    var back = [UInt32](repeating: 7, count: 128)
    GuardedBytes.with(bytes) { BitBlock.unpack($0, width: width, into: &back) }
    #expect(back == [UInt32](repeating: 0, count: 128))
    GuardedBytes.with(bytes) { BitBlock.unpackGaps($0, width: width, previous: 9, into: &back) }
    #expect(back == Array(10..<138))
  }

  @Test func widthIsThatOfTheLargest() {
    for width in 1...32 {
      for place in [0, 1, 63, 126, 127] {
        var numbers = [UInt32](repeating: 0, count: 128)
        numbers[place] = 1 << UInt32(width - 1)
        #expect(BitBlock.width(of: numbers) == width)
      }
    }
    #expect(BitBlock.width(of: [UInt32](repeating: 0, count: 128)) == 0)
  }

  @Test func bitsAboveTheWidthAreLost() {
    let numbers = [UInt32](repeating: 0xFFFF_FFFA, count: 128)
    let bytes: [UInt8] = Array(Self.pack(numbers, 3).dropFirst().dropLast())
    var back = [UInt32](repeating: 0, count: 128)
    GuardedBytes.with(bytes) { BitBlock.unpack($0, width: 3, into: &back) }
    #expect(back == [UInt32](repeating: 2, count: 128))
  }
}
