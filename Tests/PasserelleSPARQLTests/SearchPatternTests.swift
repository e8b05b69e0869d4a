import PasserelleCore
import PasserelleSPARQL
import Testing

/// A text index of a few things, by words.
private struct WordAccess: GraphTextAccess {
  let texts: [(thing: String, text: String)]

  private func words(_ text: String) -> [Substring] { text.lowercased().split(separator: " ") }

  func things(matching query: String, limit: Int?) throws -> [GraphTextHit] {
    let found = texts.filter { entry in words(query).allSatisfy(words(entry.text).contains) }
      .map { GraphTextHit(thing: $0.thing, score: 10 / Double(words($0.text).count)) }
      .sorted { ($1.score, $0.thing) < ($0.score, $1.thing) }
    return Array(found.prefix(limit ?? .max))
  }

  func estimatedThings(matching query: String) throws -> Int { try things(matching: query, limit: nil).count }

  func snippet(of thing: String, for query: String) throws -> String? {
    texts.first { $0.thing == thing }.map { "…" + $0.text }
  }

  func score(of literal: Literal, for query: String) throws -> Double? {
    words(query).allSatisfy(words(literal.lexicalForm).contains) ? 1 : nil
  }

  func literals(holding text: String, at place: LiteralPlace) throws -> [TermID]? { nil }
}

@Suite struct SearchPatternTests {
  private static let data = """
    INSERT DATA {
      :a1 :title "éclairage public" ; :buyer :nantes . :a2 :title "éclairage des écoles" ; :buyer :lyon .
      :a3 :title "voirie" ; :buyer :nantes .
    }
    """
  private static let context = {
    var context = testContext
    context.text = WordAccess(texts: [
      ("http://e/a1", "éclairage public"), ("http://e/a2", "éclairage des écoles"), ("http://e/a3", "voirie"),
    ])
    return context
  }()

  private func rows(_ pattern: String, _ select: String) throws -> [String] {
    try PasserelleSPARQLTests.rows(
      "PREFIX pas: <\(Vocabulary.pas)> SELECT \(select) WHERE { \(pattern) }", over: dataset(Self.data),
      Self.context)
  }

  @Test func thingsAreFoundByTheirTexts() throws {
    #expect(try rows("?a pas:matches \"éclairage\"", "?a") == ["a1", "a2"])
    #expect(try rows("?a pas:matches \"éclairage\" . ?a :buyer :lyon", "?a") == ["a2"])
    #expect(try rows("?a pas:matches \"piscine\"", "?a") == [])
  }

  @Test func scoreAndSnippetAreGivenWhereAsked() throws {
    #expect(
      try rows("?a pas:matches (\"éclairage\" ?score ?words)", "?a ?score ?words") == [
        "a1 5.0E0 …éclairage public", "a2 3.3333333333333335E0 …éclairage des écoles",
      ])
  }

  @Test func literalsAreLookedAtWhereTheyStand() throws {
    #expect(try rows("?a :title ?t . ?t pas:matches \"public\"", "?a ?t") == ["a1 éclairage public"])
    #expect(try rows("?a :title ?t FILTER(pas:matches(?t, \"écoles\"))", "?a") == ["a2"])
  }

  @Test(arguments: [
    "?a pas:matches ?t", "?a pas:matches (1 ?s)", "?a pas:matches (\"x\" ?s ?t ?u)",
    "?a pas:matches (\"x\" \"y\")",
    ":a pas:shortestPath (:b \":p\" 3)", ":a pas:shortestPath (:b \":p\" 0 1)",
    ":a pas:shortestPath (:b \":p\" 3 1000)",
    ":a pas:shortestPath (?z \":p\" 3 1)",
  ]) func wrongArgumentsAreRefused(_ pattern: String) {
    #expect(throws: PasserelleError.self) { try rows(pattern, "*") }
  }

  @Test func withoutAnIndexTheReasonIsGiven() throws {
    #expect(throws: PasserelleError.self) {
      try PasserelleSPARQLTests.rows("SELECT * { ?a <\(Vocabulary.pas)matches> \"x\" }")
    }
  }

  private static let network = """
    INSERT DATA {
      :a :p :b . :b :p :c . :c :p :d . :a :p :e . :e :p :d . :d :q :a . :b :p :d . :c :p :a . :x :p :x .
    }
    """

  private func paths(_ pattern: String) throws -> [String] {
    try PasserelleSPARQLTests.rows(
      "PREFIX pas: <\(Vocabulary.pas)> SELECT ?rank ?position ?node ?length WHERE { \(pattern) }",
      over: dataset(Self.network))
  }

  @Test func theShortestPathsComeFirst() throws {
    #expect(
      try paths(":a pas:shortestPath (:d \":p\" 4 5 ?rank ?position ?node ?length)") == [
        "1 0 a 2", "1 1 b 2", "1 2 d 2", "2 0 a 2", "2 1 e 2", "2 2 d 2", "3 0 a 3", "3 1 b 3", "3 2 c 3",
        "3 3 d 3",
      ])
  }

  @Test func stepsMayBePathsAndEndsMayComeFromOtherPatterns() throws {
    #expect(
      try paths("?y :q :a . :c pas:shortestPath (?y \"^:p|:q\" 3 1 ?rank ?position ?node ?length)") == [])
    #expect(
      try paths("?y :q :a . ?y pas:shortestPath (:c \"^:p\" 1 2 ?rank ?position ?node ?length)") == [
        "1 0 d 1", "1 1 c 1",
      ])
    #expect(try paths(":a pas:shortestPath (:a \":p\" 3 2 ?rank ?position ?node ?length)") == ["1 0 a 0"])
    #expect(try paths(":a pas:shortestPath (:x \":p\" 9 2 ?rank ?position ?node ?length)") == [])
  }

  @Test func aPathThatCannotBeReadIsRefusedWithItsPlace() {
    #expect(throws: SPARQLSyntaxError.self) {
      try SPARQLParser.query("SELECT * { <a> <\(Vocabulary.pas)shortestPath> (<b> \":p|\" 3 1) }")
    }
  }

  @Test func shortestPathsAgreeWithAllPathsOfRandomNetworks() throws {
    var state: UInt64 = 5
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    for _ in 0..<30 {
      let edges = Set((0..<14).map { _ in [next(7), next(7)] }.filter { $0[0] != $0[1] })
      let triples = edges.map { ":n\($0[0]) :p :n\($0[1])" }.sorted().joined(separator: " . ")
      func all(_ path: [Int]) -> [[Int]] {
        if path.last == 6 { return [path] }
        guard path.count <= 4 else { return [] }
        return edges.filter { $0[0] == path.last && !path.contains($0[1]) }.flatMap { all(path + [$0[1]]) }
      }
      let expected = all([0]).sorted {
        $0.count == $1.count ? $0.lexicographicallyPrecedes($1) : $0.count < $1.count
      }
      let found = try PasserelleSPARQLTests.rows(
        "PREFIX pas: <\(Vocabulary.pas)> SELECT ?r ?n { :n0 pas:shortestPath (:n6 \":p\" 4 100 ?r ?i ?n) }",
        over: dataset("INSERT DATA { \(triples) }"))
      #expect(found == expected.enumerated().flatMap { rank, path in path.map { "\(rank + 1) n\($0)" } })
    }
  }

  @Test func distancesAreThoseOfTheSphere() throws {
    let name = "<\(Vocabulary.pas)distanceKm>"
    #expect(try value("\(name)(0, 0, 0, 180) > 20015 && \(name)(0, 0, 0, 180) < 20016").contains("true"))
    #expect(try value("\(name)(48.85, 2.35, 48.85, 2.35) = 0").contains("true"))
    #expect(
      try value("ABS(\(name)(\"POINT(2.3522 48.8566)\", \"POINT(4.8357 45.764)\") - 391.5) < 0.5").contains(
        "true"))
    for wrong in ["(91, 0, 0, 0)", "(0, 0, 0)", "(\"POINT(2)\", \"POINT(1 2)\")", "(\"a\", 0, 0, 0)"] {
      #expect(try value(name + wrong) == "-")
    }
  }
}
