import PasserelleSegments
import PasserelleTestSupport
import Testing

@Suite struct VarIntTests {
  @Test(
    arguments: [
      (0, [0]), (1, [1]), (127, [0x7F]), (128, [0x80, 1]), (300, [0xAC, 2]), (16_383, [0xFF, 0x7F]),
      (16_384, [0x80, 0x80, 1]), (UInt64.max, [255, 255, 255, 255, 255, 255, 255, 255, 255, 1]),
    ] as [(UInt64, [UInt8])])
  func knownBytes(_ value: UInt64, _ expected: [UInt8]) {
    var bytes: [UInt8] = []
    VarInt.append(value, to: &bytes)
    #expect(bytes == expected)
    #expect(VarInt.length(of: value) == expected.count)
    var written = [UInt8](repeating: 0, count: VarInt.maximumLength)
    let length = written.withUnsafeMutableBufferPointer { buffer -> Int in
      guard var cursor = buffer.baseAddress else { return -1 }
      let start = cursor
      VarInt.write(value, at: &cursor)
      return cursor - start
    }
    #expect(Array(written.prefix(max(length, 0))) == expected)
  }

  @Test func sequencesComeBack() {
    var random = SeededGenerator(seed: 11)
    let values = (0..<2000).map { _ in random.next() >> UInt64(random.number(0...63)) }
    var bytes: [UInt8] = []
    for value in values { VarInt.append(value, to: &bytes) }
    let back = Self.read(bytes) { VarInt.read(&$0, end: $1) }
    #expect(back.values == values)
    #expect(back.rest == 0)
  }

  @Test func cutNumbersAreRefusedInPlace() {
    for length in 0..<10 {
      let cut = Self.read([UInt8](repeating: 0xFF, count: length)) { VarInt.read(&$0, end: $1) }
      #expect(cut.values.isEmpty)
      #expect(cut.rest == length)
    }
  }

  @Test(
    arguments: [
      [255, 255, 255, 255, 255, 255, 255, 255, 255, 2], [UInt8](repeating: 0x80, count: 11),
    ] as [[UInt8]])
  func tooLargeNumbersAreRefused(_ bytes: [UInt8]) {
    #expect(Self.read(bytes) { VarInt.read(&$0, end: $1) }.rest == bytes.count)
  }

  @Test func numbersOf32BitsHaveABound() {
    var bytes: [UInt8] = []
    VarInt.append(UInt64(UInt32.max), to: &bytes)
    VarInt.append(UInt64(UInt32.max) + 1, to: &bytes)
    let back = Self.read(bytes) { VarInt.readUInt32(&$0, end: $1) }
    #expect(back.values == [UInt32.max])
    #expect(back.rest == 5)
  }

  /// Reads until the first nil, from bytes that end where memory ends.
  private static func read<Value>(
    _ bytes: [UInt8], _ next: (inout UnsafePointer<UInt8>, UnsafePointer<UInt8>) -> Value?
  ) -> (values: [Value], rest: Int) {
    GuardedBytes.with(bytes) { start in
      var cursor = start.assumingMemoryBound(to: UInt8.self)
      let end = cursor + bytes.count
      var values: [Value] = []
      while let value = next(&cursor, end) { values.append(value) }
      return (values, end - cursor)
    }
  }
}
