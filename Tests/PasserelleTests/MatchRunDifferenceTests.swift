import Testing

@testable import Passerelle

@Suite struct MatchRunDifferenceTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let left: String
    let right: String
    let path: String
    let first: String
    let second: String
    var testDescription: String { left + " / " + right }
  }

  static let cases = [
    Case(left: #"{"a":1}"#, right: #"{"a":2}"#, path: "$.a", first: "1", second: "2"),
    Case(left: #"{"a":1.5}"#, right: #"{"a":1.55}"#, path: "$.a", first: "1.5", second: "1.55"),
    Case(
      left: #"{"v":[{"s":1,"n":"x"},{"s":2,"n":"y, {z}"}]}"#,
      right: #"{"v":[{"s":1,"n":"x"},{"s":2,"n":"y, {w}"}]}"#,
      path: "$.v[1].n", first: #""y, {z}""#, second: #""y, {w}""#),
    Case(left: "[1,2]", right: "[1]", path: "$[1]", first: "2", second: ""),
    Case(left: "[1]", right: "[1,[2,3]]", path: "$[1]", first: "", second: "[2,3]"),
    Case(left: "[]", right: "[4]", path: "$[0]", first: "", second: "4"),
    Case(left: #"{"a":[],"b":1}"#, right: #"{"a":[],"c":1}"#, path: "$", first: #""b":1"#, second: #""c":1"#),
    Case(
      left: #"{"a":{"b":[true]}}"#, right: #"{"a":{"b":[false]}}"#, path: "$.a.b[0]", first: "true",
      second: "false"),
    Case(left: #"{"a":"x\"y"}"#, right: #"{"a":"x\"z"}"#, path: "$.a", first: #""x\"y""#, second: #""x\"z""#),
    Case(left: #"{"a":[1]}"#, right: #"{"a":{"b":1}}"#, path: "$.a", first: "[1]", second: #"{"b":1}"#),
    Case(left: #"{"a":1,"b":2}"#, right: #"{"a":1}"#, path: "$", first: #""b":2"#, second: ""),
    Case(left: "{}", right: "", path: "$", first: "{}", second: ""),
  ]

  @Test(arguments: cases) func theFirstDifferenceIsFound(_ one: Case) throws {
    let found = try #require(JSONDifference(Array(one.left.utf8), Array(one.right.utf8)))
    #expect(found.path == one.path)
    #expect(found.first == one.first && found.second == one.second)
    let turned = try #require(JSONDifference(Array(one.right.utf8), Array(one.left.utf8)))
    #expect(turned.path == one.path && turned.first == one.second && turned.second == one.first)
    #expect(JSONDifference(Array(one.left.utf8), Array(one.left.utf8)) == nil)
  }

  @Test func longValuesAreCut() throws {
    let long = #"{"a":""# + String(repeating: "é", count: 5000)
    let found = try #require(JSONDifference(Array((long + #"x"}"#).utf8), Array((long + #"y"}"#).utf8)))
    #expect(found.first.count == 300 && found.first.hasSuffix("…"))
  }
}
