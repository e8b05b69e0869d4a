import PasserelleCore
import Testing

@testable import PasserelleSPARQL

@Suite struct ValueTests {
  @Test(arguments: [
    ("1 + 2", "3 integer"), ("1 / 2", "0.5 decimal"), ("1.0 / 3", "0.333333333333333333333333 decimal"),
    ("2 / 3.0", "0.666666666666666666666667 decimal"), ("1 / 0", "-"), ("1e0 / 0", "INF double"),
    ("0.1 + 0.2", "0.3 decimal"), ("1 + 1.5e0", "2.5E0 double"), ("xsd:float(1) + 1.5", "2.5E0 float"),
    ("xsd:float(1) + 1e0", "2.0E0 double"), ("99999999999999999999 * 99999999999999999999", "-"),
    ("12345678901234567890 * 1000000000", "12345678901234567890000000000 integer"),
    ("0.000000000000001 * 0.00000000000000155", "0.0000000000000000000000000000 decimal"),
    ("-(3)", "-3 integer"), ("-\"a\"", "-"), ("1 + \"a\"", "-"),
    ("\"2\"^^xsd:int * \"3\"^^xsd:byte", "6 integer"),
    ("\"300\"^^xsd:byte + 1", "-"), ("1 = 1.0", "true boolean"), ("1 = 1e0", "true boolean"),
    ("\"NaN\"^^xsd:double = \"NaN\"^^xsd:double", "false boolean"), ("1 < \"a\"", "-"),
    ("\"a\" < \"b\"", "true boolean"),
    ("\"a\" = \"a\"@en", "false boolean"), ("\"x\"^^:t = \"x\"^^:t", "true boolean"),
    ("\"x\"^^:t = \"y\"^^:t", "-"),
    (":a = :b", "false boolean"), (":a < :b", "-"), ("true > false", "true boolean"),
  ])
  func numbers(_ expression: String, _ expected: String) throws {
    let found = try value(expression)
    #expect(found == expected.replacing("0.0000000000000000000000000000 ", with: "0 "))
  }

  @Test(arguments: [
    ("2024-01-01T00:00:00Z", "2024-01-01T01:00:00+01:00", "=", "true boolean"),
    ("2024-01-01T12:00:00", "2024-01-01T12:00:00Z", "=", "-"),
    ("2024-01-01T12:00:00", "2024-01-02T12:00:00Z", "=", "false boolean"),
    ("2024-01-01T12:00:00", "2024-01-02T12:00:00Z", "<", "true boolean"),
    ("2024-01-01T12:00:00", "2024-01-02T01:00:00Z", "<", "-"),
    ("2024-01-01T24:00:00Z", "2024-01-02T00:00:00Z", "=", "true boolean"),
    ("-0001-12-31T00:00:00Z", "0001-01-01T00:00:00Z", "<", "true boolean"),
    ("2024-02-30T00:00:00Z", "2024-01-01T00:00:00Z", "<", "-"),
  ])
  func dateTimes(_ left: String, _ right: String, _ sign: String, _ expected: String) throws {
    #expect(try value("\"\(left)\"^^xsd:dateTime \(sign) \"\(right)\"^^xsd:dateTime") == expected)
  }

  @Test(arguments: [
    ("\"2024-03-31\"^^xsd:date - \"P1M\"^^xsd:yearMonthDuration", "2024-02-29 date"),
    ("\"2024-02-28\"^^xsd:date + \"P2D\"^^xsd:dayTimeDuration", "2024-03-01 date"),
    (
      "\"2024-01-01T00:00:00Z\"^^xsd:dateTime - \"PT0.5S\"^^xsd:dayTimeDuration",
      "2023-12-31T23:59:59.5Z dateTime"
    ),
    ("\"2024-03-01\"^^xsd:date - \"2024-02-01\"^^xsd:date", "P29D dayTimeDuration"),
    ("\"23:30:00\"^^xsd:time + \"PT1H\"^^xsd:dayTimeDuration", "00:30:00 time"),
    ("\"P1Y2M\"^^xsd:yearMonthDuration * 1.5", "P1Y9M yearMonthDuration"),
    ("\"PT36H\"^^xsd:dayTimeDuration + \"PT30M\"^^xsd:dayTimeDuration", "P1DT12H30M dayTimeDuration"),
    ("\"PT1H\"^^xsd:dayTimeDuration / \"PT30M\"^^xsd:dayTimeDuration", "2 decimal"),
    ("\"P1M\"^^xsd:duration < \"P32D\"^^xsd:duration", "true boolean"),
    ("\"P1M\"^^xsd:duration < \"P30D\"^^xsd:duration", "-"),
    ("\"P12M\"^^xsd:duration = \"P1Y\"^^xsd:duration", "true boolean"),
    ("\"2024\"^^xsd:gYear + \"P1Y\"^^xsd:duration", "-"),
  ])
  func datesAndDurations(_ expression: String, _ expected: String) throws {
    #expect(try value(expression) == expected)
  }

  @Test(arguments: [
    ("xsd:integer(\" 007 \")", "7 integer"), ("xsd:integer(3.99)", "3 integer"),
    ("xsd:integer(\"3.9\")", "-"),
    ("xsd:integer(-3.99e0)", "-3 integer"), ("xsd:decimal(1e-3)", "0.001 decimal"),
    ("xsd:decimal(\"1e3\")", "-"),
    ("xsd:double(\"1e3\")", "1.0E3 double"), ("xsd:double(\"-INF\")", "-INF double"),
    ("xsd:string(1e6)", "\"1.0E6\""),
    ("xsd:string(123456.5e0)", "\"123456.5\""), ("xsd:string(0.00001e0)", "\"0.00001\""),
    ("xsd:string(:a)", "\"http://e/a\""), ("xsd:boolean(\"1\")", "true boolean"),
    ("xsd:boolean(0.0)", "false boolean"),
    ("xsd:boolean(\"yes\")", "-"), ("xsd:dateTime(\"2024-01-01\"^^xsd:date)", "2024-01-01T00:00:00 dateTime"),
    ("xsd:date(\"2024-01-01T10:00:00Z\"^^xsd:dateTime)", "2024-01-01Z date"),
    ("xsd:int(\"3000000000\")", "-"),
    ("xsd:gYear(\"2024-01-01\"^^xsd:date)", "2024 gYear"), ("xsd:dateTime(\"no\")", "-"),
    ("xsd:double(true)", "1.0E0 double"),
    ("xsd:integer(\"x\"@en)", "-"), ("xsd:integer(:a)", "-"), (":unknown(1)", "-"),
  ])
  func casts(_ expression: String, _ expected: String) throws {
    #expect(try value(expression) == expected)
  }

  @Test func divisionRoundsHalfToEven() {
    let one = DecimalNumber(1)
    #expect(one.divided(by: DecimalNumber(3))?.scale == DecimalNumber.divisionScale)
    // 5 · 10⁻²⁵ lies between two numbers of 24 places: the even one is 0, then 2 · 10⁻²⁴.
    let half = DecimalNumber(digits: 5, scale: 24)
    #expect(half.divided(by: DecimalNumber(10)) == .zero)
    #expect(
      DecimalNumber(digits: 15, scale: 24).divided(by: DecimalNumber(10))
        == DecimalNumber(digits: 2, scale: 24))
    #expect(DecimalNumber(digits: Int128.max).divided(by: DecimalNumber(digits: 1, scale: 28)) == nil)
    #expect(DecimalNumber(digits: 7, scale: 28).divided(by: DecimalNumber(2)) == .zero)
    #expect(DecimalNumber(digits: Int128.max).plus(one) == nil)
    #expect(DecimalNumber(digits: Int128.max / 2).times(DecimalNumber(digits: 15, scale: 1)) != nil)
  }

  @Test(arguments: [
    "\"2024-01-01\"^^xsd:date + \"P99999999999999999999D\"^^xsd:dayTimeDuration",
    "\"2024-01-01\"^^xsd:date + \"P9999999999999D\"^^xsd:dayTimeDuration",
    "\"P1M\"^^xsd:yearMonthDuration * 9000000000000000000",
    "\"P1M\"^^xsd:yearMonthDuration / 0", "\"P1M\"^^xsd:yearMonthDuration * \"NaN\"^^xsd:double",
    "\"P1M\"^^xsd:yearMonthDuration * 1e300", "xsd:integer(1e300)", "xsd:integer(\"INF\"^^xsd:double)",
    "999999999999999999999999999999999999 * 999 + 999999999999999999999999999999999999 * 999",
  ])
  func overflowsAreErrors(_ expression: String) throws {
    #expect(try value(expression) == "-")
  }

  @Test func roundsTheLargestNumbers() {
    for digits in [Int128.max, -Int128.max] {
      let number = DecimalNumber(digits: digits, scale: 1)
      #expect(number.roundedHalfUp.scale == 0)
      #expect(number.floor < number)
      #expect(number < number.ceiling)
    }
  }

  @Test func orderIsTotal() throws {
    let texts = [
      "?none", "_:a", "<http://e/a>", "-1", "2.5", "1e1", "\"a\"", "\"b\"", "\"a\"@en", "false", "true",
      "\"2024\"^^xsd:gYear", "\"P1D\"^^xsd:dayTimeDuration", "\"x\"^^:t",
    ]
    let places = texts.indices.map { "(\($0))" }.joined(separator: " ")
    let shuffled = [5, 0, 13, 2, 9, 1, 12, 3, 10, 4, 11, 6, 8, 7]
    let branches = shuffled.map { index in
      texts[index] == "_:a"
        ? "{ BIND(BNODE() AS ?v) BIND(\(index) AS ?i) }"
        : "{ BIND(\(texts[index]) AS ?v) BIND(\(index) AS ?i) }"
    }
    let found = try rows(
      "SELECT ?i { VALUES (?i) { \(places) } \(branches.joined(separator: " UNION ")) } ORDER BY ?v")
    #expect(found == texts.indices.map(String.init))
    let reversed = try rows("SELECT ?i { \(branches.joined(separator: " UNION ")) } ORDER BY DESC(?v)")
    #expect(reversed == texts.indices.reversed().map(String.init))
  }
}
