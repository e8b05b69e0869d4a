import PasserelleCore
import PasserelleTestSupport
import Testing

@Suite struct CPVCodeTests {
  @Test(arguments: [
    ("45310000", "45310000", CPVCode.Writing.exact), ("45310000-3", "45310000", .exact),
    ("45.31.00.00", "45310000", .exact), (" 45310000 - 3 ", "45310000", .exact),
    ("45310000-4", "45310000", .wrongCheckDigit), ("45310000-33", "45310000", .wrongCheckDigit),
    ("9132100", "09132100", .leadingZeroRestored), ("9132100-4", "09132100", .leadingZeroRestored),
    ("4531", "45310000", .completed), ("45", "45000000", .completed), ("453100", "45310000", .completed),
  ])
  func reads(text: String, digits: String, writing: CPVCode.Writing) {
    let read = CPVCode.read(text)
    #expect(read?.code.digits == digits)
    #expect(read?.writing == writing)
  }

  @Test(arguments: [
    "", "-", "-3", "4", "00000000", "02000000", "0200000", "453100000", "45310000-3-3", "4531-3", "45A10000",
    "travaux", "４５３１００００", "02", "45310000,3",
  ])
  func refuses(text: String) {
    #expect(CPVCode.read(text) == nil)
  }

  /// Codes with their check digits as the vocabulary of 2008 and published notices write them.
  @Test(arguments: [
    "15800000-6", "45000000-7", "45421000-4", "45210000-2", "45223220-4", "45310000-3", "72267000-4",
    "71300000-1",
    "03000000-1", "09000000-3", "09310000-5", "09132000-3", "09123000-7", "09134200-9", "42120000-6",
    "42122110-4",
    "72400000-4", "72413000-8", "72600000-6", "72267100-0", "35125300-2", "72500000-0", "42130000-9",
  ])
  func knowsPublishedCheckDigits(text: String) {
    #expect(CPVCode.read(text)?.writing == .exact)
  }

  /// The digit is meant to find slips of the hand.
  @Test func aWrongDigitOfTheFirstSixIsFound() {
    for digit in "012346789" {
      let wrong = "4531000\(digit)-3"
      #expect((CPVCode.read(wrong)?.writing == .wrongCheckDigit) == (digit != "0"), "\(wrong)")
    }
  }

  @Test func hasAPlaceInTheTree() throws {
    let code = try #require(CPVCode(digits: "45310000"))
    let whole = try #require(CPVCode(digits: "45000000"))
    let ten = try #require(CPVCode(digits: "30000000"))
    #expect(code.division == "45" && code.group == "453" && code.significantPrefix == "4531")
    #expect(whole.group == nil && whole.significantPrefix == "45" && ten.significantPrefix == "30")
    #expect(code.sharedPrefixLength(with: whole) == 2 && code.sharedPrefixLength(with: code) == 8)
    #expect(code.sharedPrefixLength(with: ten) == 0)
    #expect(code.iri == "http://data.europa.eu/cpv/cpv/45310000")
    #expect(ten < whole && whole < code)
  }

  @Test func takesOnlyEightDigits() {
    for text in ["", "4531000", "453100000", "4531000A", "02000000", "45310000-3"] {
      #expect(CPVCode(digits: text) == nil, "\(text)")
    }
  }

  @Test func garbageNeverTraps() {
    var random = SeededGenerator(seed: 19)
    for _ in 0..<2000 {
      let text =
        random.oneIn(2)
        ? random.text(0...12)
        : String((0..<random.number(0...11)).map { _ in random.pick(Array("0123456789-. ")) })
      if let read = CPVCode.read(text) { #expect(CPVCode(digits: read.code.digits) == read.code) }
    }
  }
}
