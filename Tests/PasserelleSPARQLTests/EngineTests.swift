import PasserelleCore
import Testing

@testable import PasserelleSPARQL

/// The batch engine: plans, limits, and what random queries do not reach.
@Suite struct EngineTests {
  private static let prefix = "PREFIX : <http://e/> PREFIX xsd: <\(Vocabulary.xsd)> "

  private func query(_ text: String) throws -> Query {
    try SPARQLParser.query(Self.prefix + text, base: "http://e/")
  }

  /// Whether both evaluators give the same bag of rows.
  private func agrees(_ text: String, _ data: MemoryDataset, isUnion: Bool = false) throws -> Bool {
    var context = testContext
    context.defaultGraphIsUnion = isUnion
    let query = try query(text)
    return bag(try query.evaluate(over: data, context))
      == bag(try query.evaluate(over: MemorySnapshot(data), context))
  }

  private func bag(_ result: QueryResult) -> [[Term?]: Int] {
    switch result {
    case .solutions(let table): table.rows.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    case .boolean(let answer): [[.boolean(answer)]: 1]
    case .graph(let triples):
      triples.reduce(into: [:]) { $0[[$1.subject, $1.predicate, $1.object], default: 0] += 1 }
    }
  }

  /// Awards with amounts, dates and buyers; the buyers in places; each award in a graph of its own.
  private func awards(_ count: Int) throws -> MemoryDataset {
    var triples: [String] = []
    for number in 0..<count {
      let (buyer, amount) = (number % 7, (number * 37) % 100)
      triples.append(
        "GRAPH :g\(number) { :a\(number) :buyer :b\(buyer) ; :amount \(amount).5 ; :day \"2024-01-\(10 + number % 20)\"^^xsd:date ."
          + " :g\(number) :source :s\(number % 3) . }")
    }
    for buyer in 0..<7 { triples.append(":b\(buyer) :place :p\(buyer % 3) .") }
    triples.append(":p0 :in :p1 . :p1 :in :p2 . :p2 :in :p0 .")
    return try dataset("INSERT DATA { \(triples.joined(separator: " ")) }")
  }

  @Test(arguments: [
    "SELECT * { ?a :amount ?x ; :buyer ?b ; :day ?d FILTER(?x > 20 && ?x < 70.5 && ?d >= \"2024-01-15\"^^xsd:date) }",
    "SELECT * { ?a :amount ?x FILTER(?x > -5) FILTER(10 <= ?x) FILTER(?x != 37.5) }",
    "SELECT ?b (SUM(?x) AS ?n) (COUNT(*) AS ?m) { ?a :buyer ?b ; :amount ?x } GROUP BY ?b HAVING(COUNT(?a) > 2)",
    "SELECT * { ?a :buyer ?b OPTIONAL { ?b :place ?p . ?p :in ?q FILTER(?p != :p1) } OPTIONAL { ?a :amount ?b } }",
    "SELECT * { ?b :place ?p FILTER NOT EXISTS { ?a :buyer ?b ; :amount ?x FILTER(?x > 90) } }",
    "SELECT * { ?b :place ?p FILTER EXISTS { ?b :place ?q . ?q :in* ?p FILTER(?q != ?p) } }",
    "SELECT * { ?p :in+ ?q . ?q :in* :p0 } ", "SELECT * { ?p (:in/^:place) ?b . ?b (:place|:in)* ?c }",
    "SELECT * { ?a !(:buyer|^:amount) ?x }", "SELECT * { ?x :in* ?x }", "SELECT * { :nowhere :in* ?x }",
    "SELECT * { VALUES ?x { :nowhere :p0 } ?x :in* ?y }",
    "SELECT * { VALUES (?b ?p) { (:b1 UNDEF) (UNDEF :p1) } ?b :place ?p }",
    "SELECT * { ?a :buyer ?b MINUS { ?a :amount ?x FILTER(?x < 50) } }",
    "SELECT * { ?a :buyer ?b MINUS { ?c :in ?d } }",
    "SELECT ?g (COUNT(?x) AS ?n) { GRAPH ?g { ?g :source ?s . OPTIONAL { ?a :amount ?x } } } GROUP BY ?g",
    "SELECT * { GRAPH ?g { ?a :buyer ?b } ?b :place ?p }", "SELECT * { GRAPH ?g { } }",
    "SELECT * { GRAPH ?g { SELECT ?b (COUNT(*) AS ?n) { ?a :buyer ?b } GROUP BY ?b } }",
    "SELECT * { GRAPH ?g { SELECT (COUNT(*) AS ?n) { ?a :buyer :b1 } } }",
    "SELECT * { GRAPH ?g { ?a :buyer ?b FILTER NOT EXISTS { ?a :amount 0.5 } } }",
    "SELECT * { GRAPH :g3 { ?a ?p ?o } }", "SELECT * FROM :g1 FROM :g2 { ?a :buyer ?b }",
    "SELECT * FROM NAMED :g1 { GRAPH ?g { ?a :buyer ?b } }",
    "SELECT DISTINCT ?b { ?a :buyer ?b . ?c :buyer ?b FILTER(?a != ?c) }",
    "SELECT * { { SELECT ?b (SUM(?x) AS ?n) { ?a :buyer ?b ; :amount ?x } GROUP BY ?b } { SELECT ?b (SUM(?y) AS ?m) { ?c :buyer ?b ; :amount ?y } GROUP BY ?b } }",
    "SELECT (SUM(?y * ?y) AS ?n) { ?a :amount ?x BIND(xsd:double(?x) / 3 AS ?y) }",
    "ASK { ?a :amount 37.5 }", "ASK { ?a :amount 1000 }",
    "CONSTRUCT { ?b :of ?a . ?b a [] } WHERE { ?a :buyer ?b } LIMIT 0",
    "CONSTRUCT { ?b :of ?a } WHERE { ?a :buyer ?b }", "DESCRIBE :p0 ?b { ?b :place :p1 }",
    "SELECT ?b { ?a :buyer ?b FILTER(?b IN (:b1, :b3)) }",
    "SELECT * { ?a :buyer ?b . ?p :in ?q FILTER(?b = :b1) }",
  ])
  func agreesWithThePlainEvaluator(_ text: String) throws {
    let data = try awards(60)
    #expect(try agrees(text, data))
    #expect(try agrees(text, data, isUnion: true))
  }

  @Test func ordersAndCuts() throws {
    let data = try awards(60)
    let text = "SELECT ?a ?x { ?a :amount ?x } ORDER BY DESC(?x) ?a LIMIT 7 OFFSET 3"
    var context = testContext
    context.defaultGraphIsUnion = true
    let plain = try query(text).evaluate(over: data, context)
    #expect(try query(text).evaluate(over: MemorySnapshot(data), context) == plain)
  }

  @Test func namesStatementsOnceInTheUnion() throws {
    let data = try dataset("INSERT DATA { :s :p 1 . GRAPH :g { :s :p 1 } GRAPH :h { :s :p 1, 2 } }")
    var context = testContext
    context.defaultGraphIsUnion = true
    let result = try query("SELECT ?o { :s :p ?o }").evaluate(over: MemorySnapshot(data), context)
    #expect(bag(result) == [[.integer(1)]: 1, [.integer(2)]: 1])
  }

  @Test func explains() throws {
    let snapshot = MemorySnapshot(try awards(60))
    var context = testContext
    context.defaultGraphIsUnion = true
    let text = query
    let plan = try text("SELECT * { ?a :amount ?x ; :buyer :b1 }").explain(over: snapshot, context)
    #expect(plan.actualRows == 9)
    #expect(plan.tree.contains("Join"))
    #expect(plan.children.count + (plan.children.first?.children.count ?? 0) > 0)
    let planned = try text("SELECT * { ?a :amount ?x ; :buyer :b1 }").explain(
      over: snapshot, context, isRun: false)
    #expect(planned.actualRows == nil)
    #expect(planned.estimatedRows > 0)
  }

  @Test func sharesEqualSubqueries() throws {
    let snapshot = MemorySnapshot(try awards(60))
    var context = testContext
    context.defaultGraphIsUnion = true
    let text =
      "SELECT * { { SELECT ?b (SUM(?x) AS ?n) { ?a :buyer ?b ; :amount ?x } GROUP BY ?b }"
      + " { SELECT ?b (SUM(?y) AS ?m) { ?c :buyer ?b ; :amount ?y } GROUP BY ?b } }"
    #expect(try query(text).explain(over: snapshot, context).tree.contains("Shared"))
  }

  @Test func keepsToItsLimits() throws {
    let snapshot = MemorySnapshot(try awards(200))
    let heavy = try query(
      "SELECT (COUNT(*) AS ?n) { ?a :amount ?x . ?b :amount ?y . ?c :amount ?z . ?d :amount ?w }")
    var context = testContext
    context.defaultGraphIsUnion = true
    context.rowLimit = 10_000
    var codes: [PasserelleError.Code?] = []
    func code(_ query: Query, _ context: EvaluationContext) -> PasserelleError.Code? {
      do {
        _ = try query.evaluate(over: snapshot, context)
        return nil
      } catch { return (error as? PasserelleError)?.code }
    }
    codes.append(code(heavy, context))
    context.rowLimit = .max
    context.timeout = .milliseconds(20)
    codes.append(code(heavy, context))
    context.timeout = nil
    context.stopFlag = StopFlag()
    context.stopFlag.stop()
    codes.append(code(heavy, context))
    context.stopFlag = StopFlag()
    context.memoryLimit = 1_000
    codes.append(code(try query("SELECT DISTINCT ?a ?x { ?a :amount ?x }"), context))
    #expect(codes == [.sparqlLimit, .sparqlTimeout, .sparqlStopped, .sparqlLimit])
  }

  @Test func evaluatesLongChains() throws {
    let data = try dataset("INSERT DATA { :a :p 1 }")
    let many = (0..<5_000).map { "?x = \($0)" }.joined(separator: " || ")
    let branches = (0..<2_000).map { "{ BIND(\($0) AS ?x) }" }.joined(separator: " UNION ")
    let texts = [
      "SELECT ?x { :a :p ?x FILTER(\(many)) }", "SELECT (SUM(?x) AS ?n) { \(branches) }",
      "SELECT ?x { \(String(repeating: "OPTIONAL { :a :p ?x } ", count: 100)) }",
      "SELECT ?x { \(String(repeating: ":a :p ?x . ", count: 100)) }",
    ]
    for text in texts {
      let agrees = try agrees(text, data)
      #expect(agrees)
    }
  }

  @Test func writesBatchByBatch() throws {
    let data = try awards(60)
    var context = testContext
    context.defaultGraphIsUnion = true
    var bytes: [UInt8] = []
    let text = "SELECT ?a ?x { ?a :amount ?x } ORDER BY ?a"
    let rest = try query(text).write(over: MemorySnapshot(data), context, as: .csv) { bytes += Array($0) }
    #expect(rest == nil)
    guard case .solutions(let table) = try query(text).evaluate(over: data, context) else { return }
    #expect(bytes == ResultFormat.csv.write(table))
  }
}
