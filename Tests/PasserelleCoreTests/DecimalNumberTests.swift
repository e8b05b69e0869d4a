import PasserelleCore
import PasserelleTestSupport
import Testing

@Suite struct DecimalNumberTests {
  @Test(arguments: [
    ("0", "0"), ("-0", "0"), ("+5", "5"), ("007", "7"), ("1.50", "1.5"), ("-1.50", "-1.5"), (".5", "0.5"),
    ("-.05", "-0.05"), ("5.", "5"), ("1e3", "1000"), ("1E+3", "1000"), ("12e-1", "1.2"), ("0.00", "0"),
    ("0e64", "0"), ("100e-2", "1"),
    ("123456789012345678901234567890123456", "123456789012345678901234567890123456"),
    ("0.0000000000000000000000000001", "0.0000000000000000000000000001"),
    ("1e-28", "0.0000000000000000000000000001"),
    ("000000000000000000000000000000000000000000001", "1"),
  ])
  func readsAndWritesCanonically(text: String, canonical: String) {
    #expect(DecimalNumber(text)?.description == canonical)
    #expect(DecimalNumber(text)?.xsdCanonical == canonical)
  }

  @Test(arguments: [
    "", "-", "+", ".", "-.", "e5", "1e", "1e+", "1.2.3", "1,5", "1 000", " 1", "1 ", "--1", "+-1", "1e5.5",
    "0x10", "NaN", "INF", "١", "1e65", "1e-65", "1e-29", "1e40", "1234567890123456789012345678901234567",
    "1e-9223372036854775808", "1e9223372036854775807", "1e99999999999999999999",
  ])
  func refuses(text: String) {
    #expect(DecimalNumber(text) == nil)
  }

  @Test func equalityIsByValue() {
    #expect(DecimalNumber("1.50") == DecimalNumber("1.5"))
    #expect(DecimalNumber("1.50")?.hashValue == DecimalNumber("1.5")?.hashValue)
    #expect(DecimalNumber(digits: 1_500, scale: 3) == DecimalNumber(digits: 15, scale: 1))
    #expect(DecimalNumber("1.5") != DecimalNumber("-1.5"))
  }

  @Test func ordersAcrossScalesAndPastOverflow() throws {
    let texts = [
      "-123456789012345678901234567890123456", "-2", "-1.5", "-0.0000000000000000000000000001", "0",
      "0.0000000000000000000000000001", "0.5", "0.51", "1", "10", "123456789012345678901234567890123456",
    ]
    let numbers = try texts.map { try #require(DecimalNumber($0)) }
    for (i, left) in numbers.enumerated() {
      for (j, right) in numbers.enumerated() {
        #expect((left < right) == (i < j), "\(left) < \(right)")
      }
    }
  }

  /// The naive twin: whole numbers of thousandths.
  @Test func agreesWithWholeThousandths() throws {
    var random = SeededGenerator(seed: 42)
    func number(_ thousandths: Int) -> DecimalNumber { DecimalNumber(digits: Int128(thousandths), scale: 3) }
    for _ in 0..<2000 {
      let limit = random.pick([5, 2000, 1_000_000_000])
      let (a, b) = (random.number(-limit...limit), random.number(-limit...limit))
      #expect((number(a) < number(b)) == (a < b))
      #expect((number(a) == number(b)) == (a == b))
      #expect(number(a).adding(number(b)) == number(a + b))
      let middle = try #require(number(a).midpoint(with: number(b)))
      #expect(middle == DecimalNumber(digits: Int128(a + b) * 5, scale: 4))
      #expect(DecimalNumber(number(a).description) == number(a))
      #expect(number(a).isNegative == (a < 0) && number(a).isZero == (a == 0))
      #expect(abs(number(a).approximateDouble - Double(a) / 1000) < 1e-6)
    }
  }

  @Test func sumsThatNeedMoreThan128BitsAreRefused() {
    let largest = DecimalNumber(digits: .max)
    #expect(largest.adding(DecimalNumber(1)) == nil)
    #expect(largest.adding(DecimalNumber(digits: 1, scale: 1)) == nil)
    #expect(largest.midpoint(with: .zero) == nil)
    #expect(largest.adding(.zero) == largest)
    #expect(DecimalNumber(digits: .min).description == "-170141183460469231731687303715884105728")
  }

  @Test func midpointIsExact() {
    #expect(DecimalNumber("1")?.midpoint(with: DecimalNumber(2)) == DecimalNumber("1.5"))
    #expect(DecimalNumber("-0.1")?.midpoint(with: .zero) == DecimalNumber("-0.05"))
    #expect(DecimalNumber("4")?.midpoint(with: DecimalNumber(4)) == DecimalNumber("4"))
  }
}
