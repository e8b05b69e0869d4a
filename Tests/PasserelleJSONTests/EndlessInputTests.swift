import PasserelleCore
import PasserelleJSON
import Testing

@Suite struct EndlessInputTests {
  /// Gives the same byte for ever, and fails the test where far too much is asked for.
  private final class Endless: ByteSource {
    struct TooMuch: Error {}
    var given = 0

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
      buffer.initializeMemory(as: UInt8.self, repeating: 0)
      given += buffer.count
      guard given < 100_000 else { throw TooMuch() }
      return buffer.count
    }
  }

  /// What is beyond repair is not read to an end that it may not have.
  @Test func whatIsNotKeptIsNotRead() throws {
    let endless = Endless()
    var input: any ByteSource = endless
    let limits = JSONLimits(recordBytes: 5000, chunkBytes: 1000)
    var kept: [Int] = []
    try JSONRecordReader(layout: .arrays([["a"]]), limits: limits).read(&input, file: "a.json") { item in
      if case .refused(let refused) = item { kept.append(refused.bytes.count) }
      return true
    }
    #expect(kept == [5000])
    #expect(endless.given <= 7000)
  }
}
