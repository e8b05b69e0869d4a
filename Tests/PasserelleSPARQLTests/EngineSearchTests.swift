import PasserelleCore
import Testing

@testable import PasserelleSPARQL

/// Searches of the full text in plans of the batch engine.
@Suite struct EngineSearchTests {
  /// Finds things whose text holds a word.
  private struct Texts: GraphTextAccess {
    let texts: [(thing: String, text: String)]

    func things(matching query: String, limit: Int?) -> [GraphTextHit] {
      texts.filter { $0.text.contains(query) }.map { GraphTextHit(thing: $0.thing, score: 2) }
    }
    func estimatedThings(matching query: String) -> Int { things(matching: query, limit: nil).count }
    func snippet(of thing: String, for query: String) -> String? { texts.first { $0.thing == thing }?.text }
    func score(of literal: Literal, for query: String) -> Double? {
      literal.lexicalForm.contains(query) ? 1 : nil
    }
    func literals(holding text: String, at place: LiteralPlace) -> [TermID]? { nil }
  }

  @Test(arguments: [
    "SELECT * { ?a pas:matches \"street\" }", "SELECT * { ?a pas:matches (\"street\" ?s ?w) ; :buyer ?b }",
    "SELECT * { ?a :buyer :b1 OPTIONAL { ?a pas:matches (\"street\" ?s) } }",
    "SELECT * { ?a :title ?t . ?t pas:matches \"light\" }",
    "SELECT * { :a1 pas:matches \"light\" . ?a :buyer ?b }",
    "SELECT * { ?a :buyer ?b FILTER EXISTS { ?a pas:matches \"light\" } }",
    "SELECT * { ?a pas:matches \"nothing\" . ?a :buyer ?b }",
  ])
  func agreesWithThePlainEvaluator(_ text: String) throws {
    let data = try dataset(
      "INSERT DATA { :a1 :buyer :b1 ; :title \"street light\" . :a2 :buyer :b2 ; :title \"street\" . :a3 :buyer :b1 }"
    )
    var context = testContext
    context.text = Texts(texts: [
      ("http://e/a1", "street light"), ("http://e/a2", "street"), ("http://e/x", "street"),
    ])
    let query = try SPARQLParser.query(
      "PREFIX : <http://e/> PREFIX pas: <\(Vocabulary.pas)> " + text, base: "http://e/")
    guard case .solutions(let plain) = try query.evaluate(over: data, context),
      case .solutions(let found) = try query.evaluate(over: MemorySnapshot(data), context)
    else { return }
    #expect(plain.variables == found.variables)
    #expect(Set(plain.rows) == Set(found.rows))
    #expect(plain.rows.count == found.rows.count)
  }

  @Test func isPlanned() throws {
    let data = try dataset("INSERT DATA { :a1 :buyer :b1 }")
    var context = testContext
    context.text = Texts(texts: [("http://e/a1", "street light")])
    let query = try SPARQLParser.query(
      "PREFIX : <http://e/> PREFIX pas: <\(Vocabulary.pas)> SELECT * { ?a pas:matches \"light\" ; :buyer ?b }"
    )
    let plan = try query.explain(over: MemorySnapshot(data), context)
    #expect(plan.actualRows == 1)
    #expect(plan.tree.contains("TextSearch"))
  }
}
