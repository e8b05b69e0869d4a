import PasserelleSegments
import PasserelleTestSupport
import Testing

@Suite struct BitStreamTests {
  @Test(arguments: 0...32) func streamsComeBackAndFollowTheFormat(_ width: Int) {
    var random = SeededGenerator(seed: 31 &+ UInt64(width))
    for count in [0, 1, 2, 7, 8, 31, 64, 126, 127] {
      let numbers = (0..<count).map { _ in
        width == 0 ? 0 : UInt32(truncatingIfNeeded: random.next()) >> UInt32(32 - width)
      }
      let length = BitStream.byteCount(count: count, width: width)
      var bytes = [UInt8](repeating: 0xEE, count: length + 1)
      BitStream.pack(numbers, count: count, width: width, into: &bytes)
      #expect(bytes[length] == 0xEE)
      let plain = (0..<count).map { UInt32(plainBits(bytes, from: $0 * width, count: width)) }
      #expect(plain == numbers)
      var back = [UInt32](repeating: 9, count: 128)
      GuardedBytes.with(Array(bytes.dropLast())) {
        BitStream.unpack($0, count: count, width: width, into: &back)
      }
      #expect(Array(back.prefix(count)) == numbers)
      #expect(back[count] == 9)
    }
  }

  @Test func otherWidthsReadNothing() {
    var back = [UInt32](repeating: 9, count: 5)
    GuardedBytes.with([]) { BitStream.unpack($0, count: 4, width: 200, into: &back) }
    #expect(back == [0, 0, 0, 0, 9])
  }

  @Test func widthIsThatOfTheLargest() {
    #expect(BitStream.width(of: [], count: 0) == 0)
    #expect(BitStream.width(of: [0, 5, 3], count: 3) == 3)
    #expect(BitStream.width(of: [0, 5, .max], count: 2) == 3)
    #expect(BitStream.width(of: [.max], count: 1) == 32)
  }
}
