import Foundation
import PasserelleCore
import PasserelleJSON
import Testing

@testable import PasserelleSources

@Suite("OCDS with wrong types")
struct OCDSFuzzTests {
  /// What a value is replaced by.
  static let strangers: [JSONValue] = [
    .null, .bool(true), .number("-1e9999"), .number("7"), .string(""), .string("é\u{0}\u{FFFD}"), .array([]),
    .array([.null, .number("1"), .array([.object([])])]), .object([]),
    .object([JSONMember("id", .array([])), JSONMember("", .null), JSONMember("id", .object([]))]),
  ]

  /// The number of values in a value, itself included.
  static func count(_ value: JSONValue) -> Int {
    switch value {
    case .object(let members): 1 + members.reduce(0) { $0 + count($1.value) }
    case .array(let elements): 1 + elements.reduce(0) { $0 + count($1) }
    default: 1
    }
  }

  /// The value with the one at a place, counted from the root, replaced.
  static func replaced(_ value: JSONValue, at place: inout Int, by stranger: JSONValue) -> JSONValue {
    if place == 0 {
      place = -1
      return stranger
    }
    place -= 1
    switch value {
    case .object(let members):
      var changed: [JSONMember] = []
      for member in members {
        changed.append(
          JSONMember(member.key, place < 0 ? member.value : replaced(member.value, at: &place, by: stranger)))
      }
      return .object(changed)
    case .array(let elements):
      var changed: [JSONValue] = []
      for element in elements {
        changed.append(place < 0 ? element : replaced(element, at: &place, by: stranger))
      }
      return .array(changed)
    default: return value
    }
  }

  @Test(
    "never crashes and loses nothing",
    arguments: ["release-package", "record-package", "record", "draft-2014"])
  func strangers(name: String) throws {
    let bytes = try Array(Data(contentsOf: URL(fileURLWithPath: casesFolder + "/ocds/\(name).json")))
    let package = try JSONDocument.parse(bytes)
    let list = ["releases", "records"].lazy.compactMap { package[$0]?.arrayValue }.first
    let values = name == "record" ? [package] : try #require(list)
    let items = OCDSItems(package: OCDSPackage(package))
    let location = SourceLocation(file: "t")
    var silent = 0
    var broken = 0
    for value in values {
      for place in 0..<Self.count(value) {
        // One stranger a place, each in its turn.
        let stranger = Self.strangers[place % Self.strangers.count]
        var counter = place
        let changed = Self.replaced(value, at: &counter, by: stranger)
        let found = items.items(of: changed, bytes: changed.compactBytes, at: location)
        if found.isEmpty { silent += 1 }
        for item in found {
          guard case .record(let record) = item else { continue }
          let mapped = record.mapped(key: record.key, in: IRISpace())
          if mapped.statements.triples.isEmpty || record.key.isEmpty { broken += 1 }
        }
      }
    }
    #expect(silent == 0)
    #expect(broken == 0)
  }

  @Test("writes JSON that reads back the same")
  func compact() throws {
    for value in Self.strangers {
      #expect(try JSONDocument.parse(value.compactBytes) == value)
    }
  }
}
