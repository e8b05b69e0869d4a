import Foundation
import PasserelleCore
import PasserelleRendering
import Testing

struct JSONRendererTests {
  let sample = StructuredValue.object([
    "format": .string("passerelle-test/1"), "none": .null, "absent": nil, "yes": .bool(true),
    "amount": .decimal(DecimalNumber(digits: 123_456_789_012_345_678_901, scale: 2)),
    "score": .number(0.123456, digits: 3),
    "list": .array([.int(-1), .array([]), .object([StructuredValue.Member]())]),
    "text": .string("\"a\\b\"\n\t\u{1}\u{8}\u{C}\r/é\u{2028}🇫🇷"),
  ])

  @Test func writesCompact() {
    #expect(
      JSONRenderer.text(sample)
        == #"{"format":"passerelle-test/1","none":null,"yes":true,"amount":1234567890123456789.01,"#
        + #""score":0.123,"list":[-1,[],{}],"text":"\"a\\b\"\n\t\u0001\b\f\r/é"# + "\u{2028}🇫🇷\"}")
  }

  @Test func writesPretty() {
    let value = StructuredValue.object(["a": .array([.int(1), .object(["b": .null])]), "c": .array([])])
    #expect(
      JSONRenderer.text(value, pretty: true) == """
        {
          "a": [
            1,
            {
              "b": null
            }
          ],
          "c": []
        }
        """)
  }

  @Test func hasNoNumberForWhatIsNone() {
    let values: [StructuredValue] = [.nan, .infinity, 1e300, 1e-300, -0.0, 100].map { .number($0, digits: 2) }
    #expect(JSONRenderer.text(.array(values)) == "[null,null,1e+300,0,0,100]")
  }

  @Test(arguments: 0..<40)
  func roundTripsThroughFoundation(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let value = Self.randomValue(&random, depth: 4)
    for pretty in [false, true] {
      let data = Data(JSONRenderer.data(value, pretty: pretty))
      let parsed = try JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed)
      #expect(Self.isSame(parsed, value), "seed \(seed)")
    }
  }

  @Test func writesLines() {
    #expect(String(decoding: NDJSONRenderer.line(.int(1)), as: UTF8.self) == "1\n")
    let table = Table(
      columns: [Table.Column("type", LocalizedText(verbatim: "t"))], rows: [[.text("a\nb")], [.empty]])
    #expect(
      String(decoding: NDJSONRenderer.data(table, format: "passerelle-test/1"), as: UTF8.self)
        == #"{"type":"begin","format":"passerelle-test/1"}"# + "\n" + #"{"type":"row","row":{"type":"a\nb"}}"#
        + "\n"
        + #"{"type":"row","row":{"type":null}}"# + "\n" + #"{"type":"end","rows":2}"# + "\n")
  }

  @Test func turnsTablesIntoDocuments() {
    #expect(
      JSONRenderer.text(TableStructure.document(of: TableSample.table(), format: "passerelle-test/1"))
        == #"{"format":"passerelle-test/1","rows":[{"buyer":"Métropole Européenne de Lille","#
        + #""amount":{"amount":1234.56,"currency":"EUR"},"notified":"2018-12-17","score":0.5},"#
        + #"{"buyer":"Évian","amount":{"amount":24000000,"currency":"EUR"},"notified":"2018-12","score":null}]}"#
    )
  }

  @Test func writesEveryForm() {
    let table = TableSample.table()
    for format in OutputFormat.allCases {
      let bytes = format.data(table, format: "passerelle-test/1", language: .french)
      #expect(bytes.last == UInt8(ascii: "\n"))
      #expect(bytes == format.data(table, format: "passerelle-test/1", language: .french))
    }
    let bare = OutputFormat.csv.data(table, format: "x", language: .french, style: .bare)
    #expect(!String(decoding: bare, as: UTF8.self).contains("buyer"))
  }

  private static func randomValue(_ random: inout SeededGenerator, depth: Int) -> StructuredValue {
    switch Int.random(in: 0..<(depth > 0 ? 8 : 6), using: &random) {
    case 0: return .null
    case 1: return .bool(Bool.random(using: &random))
    case 2: return .int(Int.random(in: Int.min...Int.max, using: &random))
    case 3:
      return .decimal(
        DecimalNumber(digits: Int128(Int.random(in: -1_000_000...1_000_000, using: &random)), scale: 3))
    case 4: return .number(Double.random(in: -1000...1000, using: &random), digits: 6)
    case 5: return .string(randomText(&random))
    case 6:
      return .array(
        (0..<Int.random(in: 0..<5, using: &random)).map { _ in randomValue(&random, depth: depth - 1) })
    default:
      return .object(
        (0..<Int.random(in: 0..<5, using: &random)).map {
          StructuredValue.Member("\($0)" + randomText(&random), randomValue(&random, depth: depth - 1))
        })
    }
  }

  private static func randomText(_ random: inout SeededGenerator) -> String {
    let scalars: [Unicode.Scalar] = [
      "a", "é", "\"", "\\", "/", "\n", "\r", "\t", "\u{0}", "\u{1F}", "\u{7F}", "\u{2028}", "東", "🇫", "😀",
      " ",
    ]
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0..<8, using: &random) {
      text.append(scalars[Int.random(in: 0..<scalars.count, using: &random)])
    }
    return String(text)
  }

  private static func isSame(_ parsed: Any, _ value: StructuredValue) -> Bool {
    switch value {
    case .null: return parsed is NSNull
    case .bool(let flag): return parsed as? Bool == flag
    case .int(let number): return (parsed as? NSNumber)?.int64Value == Int64(number)
    case .decimal(let number):
      return abs(((parsed as? NSNumber)?.doubleValue ?? .nan) - number.approximateDouble) < 1e-6
    case .number(let number, _): return abs(((parsed as? NSNumber)?.doubleValue ?? .nan) - number) < 1e-6
    case .string(let text): return (parsed as? String).map { Array($0.utf8) } == Array(text.utf8)
    case .array(let elements):
      guard let array = parsed as? [Any], array.count == elements.count else { return false }
      return zip(array, elements).allSatisfy { isSame($0, $1) }
    case .object(let members):
      guard let object = parsed as? [String: Any], object.count == members.count else { return false }
      return members.allSatisfy { member in object[member.key].map { isSame($0, member.value) } ?? false }
    }
  }
}

/// SplitMix64, so that a failing seed can be run again.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
