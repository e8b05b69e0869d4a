import PasserelleSegments
import PasserelleTestSupport
import Testing

@Suite struct PackedIntegersTests {
  @Test(arguments: 0...64) func arraysComeBackAndFollowTheFormat(_ width: Int) throws {
    var random = SeededGenerator(seed: 41 &+ UInt64(width))
    for count in [1, 2, 7, 63, 64, 65, 200] {
      var numbers = (0..<count).map { _ in width == 0 ? 0 : random.next() >> UInt64(64 - width) }
      if width > 0 { numbers[count / 2] = .max >> UInt64(64 - width) }
      let bytes = PackedIntegers.encode(numbers)
      #expect(bytes.count == 16 + (count * width + 7) / 8)
      #expect(plainBits(bytes, from: 0, count: 64) == UInt64(count))
      #expect(plainBits(bytes, from: 64, count: 64) == UInt64(width))
      #expect((0..<count).map { plainBits(bytes, from: 128 + $0 * width, count: width) } == numbers)
      let back = try #require(Self.read(bytes))
      #expect(back.values == numbers)
      #expect(back.width == width)
      #expect(back.length == bytes.count)
    }
  }

  @Test func emptyArraysHaveAHeader() throws {
    let back = try #require(Self.read(PackedIntegers.encode([])))
    #expect(back.values == [])
    #expect(back.length == 16)
  }

  @Test func everyCutIsRefused() {
    let bytes = PackedIntegers.encode([1, 2, 3, 1000, 5])
    for length in 0..<bytes.count {
      #expect(Self.read(Array(bytes.prefix(length))) == nil)
    }
  }

  @Test func whatFollowsIsIgnored() throws {
    let bytes = PackedIntegers.encode([4, 5, 6])
    let back = try #require(Self.read(bytes + [1, 2, 3]))
    #expect(back.values == [4, 5, 6])
    #expect(back.length == bytes.count)
  }

  @Test(arguments: [(7, 0x80), (7, 0x7F), (8, 65), (9, 1), (15, 1), (3, 1)] as [(Int, UInt8)])
  func impossibleHeadersAreRefused(_ place: Int, _ byte: UInt8) {
    var bytes = PackedIntegers.encode([1, 2, 3])
    bytes[place] = byte
    #expect(Self.read(bytes) == nil)
  }

  /// Reads an array whose bytes end where memory ends.
  private static func read(_ bytes: [UInt8]) -> (values: [UInt64], width: Int, length: Int)? {
    GuardedBytes.withBuffer(bytes) { buffer in
      PackedIntegers(buffer).map { array in
        ((0..<array.count).map { array[$0] }, array.width, array.byteCount)
      }
    }
  }
}
