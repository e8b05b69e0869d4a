import PasserelleTestSupport
import Testing

@testable import PasserelleIndex

@Suite("Literals compared byte by byte")
struct LiteralMatcherTests {
  @Test
  func searchAgreesWithComparingEveryPlace() {
    var random = SeededGenerator(seed: 42)
    var wrong = 0
    for _ in 0..<4000 {
      // Few values, neighbours among them, so that marks of the search meet and carry.
      let bytes = (0..<random.number(1...40)).map { _ in UInt8(random.pick([0, 1, 2, 0x7F, 0x80, 0xFF])) }
      let start = random.number(0...bytes.count - 1)
      var needle = Array(bytes[start..<random.number(start + 1...bytes.count)])
      if random.oneIn(2) { needle[random.number(0...needle.count - 1)] ^= 1 }
      let wanted =
        needle.count <= bytes.count
        && (0...bytes.count - needle.count).contains { bytes[$0...].starts(with: needle) }
      let found = bytes.withUnsafeBytes { bytes in
        needle.withUnsafeBytes { needle in
          guard let text = bytes.baseAddress, let start = needle.baseAddress else { return false }
          return ByteSearch.contains(start, needle.count, in: text, bytes.count)
        }
      }
      if found != wanted { wrong += 1 }
    }
    #expect(wrong == 0)
  }

  @Test
  func textsAreNotNormalised() {
    #expect(!matches("é", "e\u{301}", .containing))
    #expect(matches("e", "e\u{301}", .startingWith))
    #expect(!matches("e\u{301}", "é", .equal))
  }

  @Test
  func caseIsKeptUnlessItIsIgnored() {
    #expect(!matches("lot n° 2", "Le LOT N° 2", .endingWith))
    #expect(matches("lot n° 2", "Le LOT N° 2", .endingWith, ignoringCase: true))
    #expect(matches("ΟΔΟΣ", "οδοσ", .equal, ignoringCase: true))
  }

  @Test
  func emptyTextsStandEverywhereButEqualTheEmptyLiteralAlone() {
    for mode in LiteralMode.allCases {
      #expect(matches("", "", mode))
      #expect(matches("", "a", mode) == (mode != .equal))
      #expect(!matches("a", "", mode))
    }
  }

  private func matches(
    _ needle: String, _ literal: String, _ mode: LiteralMode, ignoringCase: Bool = false
  ) -> Bool {
    var matcher = LiteralMatcher(needle, mode, ignoringCase: ignoringCase)
    return matcher.matches(literal)
  }
}
