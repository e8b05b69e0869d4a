import PasserelleCore
import PasserelleSPARQL
import Testing

@Suite struct LimitTests {
  private func cross() throws -> MemoryDataset {
    try dataset("INSERT DATA { " + (0..<60).map { ":s\($0) :p \($0) ." }.joined() + " }")
  }

  private let heavy = "SELECT (COUNT(*) AS ?n) { ?a :p ?x . ?b :p ?y . ?c :p ?z . ?d :p ?w }"

  @Test func rowsAreLimited() throws {
    var context = testContext
    context.rowLimit = 10_000
    let data = try cross()
    let error = #expect(throws: PasserelleError.self) { try evaluate(heavy, over: data, context) }
    #expect(error?.code == .sparqlLimit)
    #expect(try rows("SELECT (COUNT(*) AS ?n) { ?a :p ?x . ?b :p ?y }", over: data, context) == ["3600"])
  }

  @Test func timeIsLimited() throws {
    var context = testContext
    context.timeout = .milliseconds(20)
    let data = try cross()
    let error = #expect(throws: PasserelleError.self) { try evaluate(heavy, over: data, context) }
    #expect(error?.code == .sparqlTimeout)
  }

  @Test func stopsOnRequest() throws {
    var context = testContext
    context.stopFlag = StopFlag()
    context.stopFlag.stop()
    let data = try cross()
    let error = #expect(throws: PasserelleError.self) { try evaluate(heavy, over: data, context) }
    #expect(error?.code == .sparqlStopped)
  }

  @Test func longChainsAreEvaluatedOrRefused() throws {
    let data = try dataset("INSERT DATA { :a :p 1 }")
    let many = (0..<5_000).map { "?x = \($0)" }.joined(separator: " || ")
    #expect(try rows("SELECT ?x { :a :p ?x FILTER(\(many)) }", over: data) == ["1"])
    let branches = (0..<5_000).map { "{ BIND(\($0) AS ?x) }" }.joined(separator: " UNION ")
    #expect(try rows("SELECT (SUM(?x) AS ?n) { \(branches) }") == ["12497500"])
    let optionals = String(repeating: "OPTIONAL { :a :p ?x } ", count: 900)
    #expect(try rows("SELECT ?x { \(optionals) }", over: data) == ["1"])
    let sums = String(repeating: " + 1", count: 900)
    #expect(try value("1\(sums)") == "901 integer")
    #expect(throws: SPARQLSyntaxError.self) { try value("1" + String(repeating: " + 1", count: 100_000)) }
    #expect(throws: SPARQLSyntaxError.self) {
      try rows("SELECT * { \(String(repeating: "BIND(1 AS ?x) ", count: 100_000)) }")
    }
    for opening in ["[ :p ", "( ", "?s :p [ :q ", "FILTER EXISTS { "] {
      #expect(throws: SPARQLSyntaxError.self) {
        try rows("SELECT * { \(String(repeating: opening, count: 50_000))")
      }
    }
    for opening in ["!", "(", "- ", "IF(", ":f(", "1 IN (", "COUNT("] {
      #expect(throws: SPARQLSyntaxError.self) { try value(String(repeating: opening, count: 50_000)) }
    }
    #expect(throws: SPARQLSyntaxError.self) {
      try rows("SELECT * { ?s \(String(repeating: "(^", count: 50_000))")
    }
    let deep = String(repeating: "{ ", count: 100_000)
    #expect(throws: SPARQLSyntaxError.self) { try rows("SELECT * { \(deep)") }
  }

  @Test func longRequestsAreReadInTime() throws {
    let triples = (0..<5_000).map { ":s\($0) :p \($0) ." }.joined(separator: "\n")
    let data = try dataset("INSERT DATA { \(triples) }")
    #expect(data.count == 5_000)
    let values = (0..<5_000).map { "(:s\($0))" }.joined(separator: " ")
    #expect(
      try rows("SELECT (COUNT(*) AS ?n) { VALUES (?s) { \(values) } ?s :p ?o }", over: data) == ["5000"])
    #expect(try evaluate("ASK { \(triples.prefix(8_000)) }", over: data) == .boolean(true))
  }
}
