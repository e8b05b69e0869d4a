import PasserelleCore
import PasserelleSPARQL
import Testing

@Suite struct EvaluatorTests {
  private let people = """
    INSERT DATA {
      :a :knows :b ; :name "A" ; :age 30 . :b :knows :c ; :name "B" . :c :knows :a .
      GRAPH :g { :a :name "A" ; :age 31 } GRAPH :h { :a :name "A" } } ; CREATE GRAPH :empty
    """

  @Test func defaultGraphMayBeTheMergeOfAll() throws {
    let data = try dataset(people)
    var context = testContext
    #expect(try rows("SELECT ?o { :a :name ?o }", over: data) == ["A"])
    #expect(try rows("SELECT ?o { :a :age ?o }", over: data) == ["30"])
    context.defaultGraphIsUnion = true
    // One solution for a triple, in however many graphs it is stated.
    #expect(try rows("SELECT ?o { :a :name ?o }", over: data, context) == ["A"])
    #expect(try rows("SELECT ?o { :a :age ?o }", over: data, context) == ["30", "31"])
    #expect(try rows("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", over: data, context) == ["7"])
    #expect(try rows("SELECT ?o FROM :g FROM :h { :a ?p ?o }", over: data, context) == ["A", "31"])
    #expect(try rows("SELECT ?o FROM NAMED :g { :a ?p ?o }", over: data, context) == [])
  }

  @Test func graphsAreSeenByName() throws {
    let data = try dataset(people)
    #expect(try rows("SELECT ?g { GRAPH ?g {} }", over: data) == ["empty", "g", "h"])
    #expect(try rows("SELECT ?g { GRAPH ?g { :a :name ?n } }", over: data) == ["g", "h"])
    #expect(try rows("SELECT ?g FROM NAMED :h { GRAPH ?g { :a :name ?n } }", over: data) == ["h"])
    #expect(try evaluate("ASK { GRAPH :nowhere {} }", over: data) == .boolean(false))
    #expect(try evaluate("ASK { GRAPH :empty {} }", over: data) == .boolean(true))
    #expect(try rows("SELECT ?g { VALUES ?g { :g } GRAPH ?g { :a :age ?n } }", over: data) == ["g"])
  }

  @Test func filtersOfOptionalsSeeTheLeftSide() throws {
    let data = try dataset("INSERT DATA { :x :p 1 ; :q 2 . :y :p 5 ; :q 2 }")
    #expect(
      try rows("SELECT ?s ?q { ?s :p ?p OPTIONAL { ?s :q ?q FILTER(?q > ?p) } }", over: data) == [
        "x 2", "y -",
      ])
    // A group of its own does not see it.
    #expect(
      try rows("SELECT ?s ?q { ?s :p ?p OPTIONAL { { ?s :q ?q FILTER(?q > ?p) } } }", over: data) == [
        "x -", "y -",
      ])
  }

  @Test func minusAndNotExistsDifferWhereNothingIsShared() throws {
    let data = try dataset("INSERT DATA { :a :b :c }")
    #expect(try rows("SELECT ?s { ?s ?p ?o MINUS { ?x ?y ?z } }", over: data) == ["a"])
    #expect(try rows("SELECT ?s { ?s ?p ?o FILTER NOT EXISTS { ?x ?y ?z } }", over: data) == [])
    #expect(try rows("SELECT ?s { ?s ?p ?o MINUS { ?s ?y ?z } }", over: data) == [])
  }

  @Test func existsSeesTheSolutionEverywhere() throws {
    let data = try dataset("INSERT DATA { :a :p 1 ; :q 1 . :b :p 1 ; :q 2 }")
    #expect(
      try rows("SELECT ?s { ?s :p ?n FILTER EXISTS { ?s :q ?m FILTER(?m = ?n) } }", over: data) == ["a"])
    #expect(
      try rows("SELECT ?s { ?s :p ?n FILTER EXISTS { SELECT ?s { ?s :q ?n FILTER(?n = 2) } } }", over: data)
        == ["b"])
    #expect(
      try rows("SELECT ?s { ?s :p ?n FILTER NOT EXISTS { ?s :q ?m MINUS { ?s :q 1 } } }", over: data) == ["a"]
    )
    #expect(try rows("SELECT (EXISTS { :a :q 1 } AS ?e) {}", over: data) == ["true"])
  }

  @Test func groups() throws {
    let data = try dataset("INSERT DATA { :a :p 1, 2 . :b :p 3 . :c :p \"x\" . :d :q 1 }")
    #expect(
      try rows("SELECT ?s (SUM(?o) AS ?n) (COUNT(*) AS ?c) { ?s :p ?o } GROUP BY ?s", over: data)
        == ["a 3 2", "b 3 1", "c - 1"])
    #expect(try rows("SELECT (COUNT(*) AS ?n) { ?s :none ?o }", over: data) == ["0"])
    #expect(try rows("SELECT (COUNT(*) AS ?n) { ?s :none ?o } GROUP BY ?s", over: data) == [])
    #expect(try rows("SELECT (AVG(?o) AS ?n) (MIN(?o) AS ?m) { ?s :none ?o }", over: data) == ["0 -"])
    #expect(
      try rows(
        "SELECT (GROUP_CONCAT(DISTINCT ?o; SEPARATOR=\"|\") AS ?n) { { ?s :p ?o } UNION { ?s :p ?o } }",
        over: data)
        == ["1|2|3|x"])
    #expect(
      try rows("SELECT ?s (MAX(?o) + 1 AS ?n) { ?s :p ?o } GROUP BY ?s HAVING (COUNT(?o) > 1)", over: data)
        == ["a 3"])
    #expect(try rows("SELECT (COUNT(DISTINCT *) AS ?n) { ?s :p ?o . ?t :p [] }", over: data) == ["12"])
    #expect(
      try rows("SELECT ?k (COUNT(*) AS ?n) { ?s :p ?o } GROUP BY (?o * 2 AS ?k)", over: data) == [
        "2 1", "4 1", "6 1", "- 1",
      ])
  }

  @Test func sliceDistinctAndOrder() throws {
    let data = try dataset("INSERT DATA { :a :p 2 . :b :p 10 . :c :p 2 . :d :p 1.0 }")
    #expect(try rows("SELECT ?s { ?s :p ?o } ORDER BY DESC(?o) ?s", over: data) == ["b", "a", "c", "d"])
    #expect(try rows("SELECT DISTINCT ?o { ?s :p ?o } ORDER BY ?o", over: data) == ["1.0", "2", "10"])
    #expect(try rows("SELECT ?s { ?s :p ?o } ORDER BY ?s LIMIT 2 OFFSET 1", over: data) == ["b", "c"])
    #expect(try rows("SELECT ?s { ?s :p ?o } LIMIT 0", over: data) == [])
    #expect(try rows("SELECT ?s { ?s :p ?o } OFFSET 9", over: data) == [])
  }

  @Test func subqueriesKeepTheirVariables() throws {
    let data = try dataset("INSERT DATA { :a :p 1, 2 . :b :p 3 }")
    #expect(
      try rows(
        "SELECT ?s ?o { ?s :p ?o { SELECT (MAX(?o) AS ?m) { ?s :p ?o } } FILTER(?o = ?m) }", over: data) == [
          "b 3"
        ])
    #expect(
      try rows("SELECT ?s ?n { ?s :p 1 { SELECT ?s (COUNT(*) AS ?n) { ?s :p ?o } GROUP BY ?s } }", over: data)
        == ["a 2"])
  }

  @Test func constructLeavesOutWhatIsNoTriple() throws {
    let data = try dataset("INSERT DATA { :a :p 1 . :b :p :a }")
    let result = try evaluate("CONSTRUCT { ?o :of ?s . ?s :is [] . ?s ?none ?o } { ?s :p ?o }", over: data)
    guard case .graph(let triples) = result else { return }
    #expect(triples.count == 3)
    #expect(triples.filter { $0.object.isBlank }.count == 2)
    #expect(Set(triples.map(\.object).filter(\.isBlank)).count == 2)
    #expect(
      try evaluate("CONSTRUCT { :x :y :z } { ?s :p ?o }", over: data)
        == .graph([triple("x", "y", .iri("http://e/z"))]))
  }

  @Test func describeFollowsBlankNodes() throws {
    let data = try dataset("INSERT DATA { :a :p [ :q [ :r :b ] ] . :b :p 1 . :c :p :a }")
    guard case .graph(let triples) = try evaluate("DESCRIBE :a", over: data) else { return }
    #expect(triples.count == 3)
    guard case .graph(let all) = try evaluate("DESCRIBE ?s { ?s :p 1 }", over: data) else { return }
    #expect(all == [triple("b", "p", .integer(1))])
  }

  @Test func servicesAreRefusedUnlessAllowed() throws {
    let error = #expect(throws: PasserelleError.self) { try evaluate("ASK { SERVICE :s { ?s ?p ?o } }") }
    #expect(error?.code == .sparqlService)
    #expect(try rows("SELECT ?s (1 AS ?one) { SERVICE SILENT :s { ?s ?p ?o } }") == ["- 1"])
    var context = testContext
    context.services["http://e/s"] = try dataset(people)
    #expect(try rows("SELECT ?n { SERVICE :s { :b :name ?n } }", over: MemoryDataset(), context) == ["B"])
  }

  private func triple(_ subject: String, _ predicate: String, _ object: Term) -> RDFTriple {
    RDFTriple(.iri("http://e/" + subject), .iri("http://e/" + predicate), object)
  }
}
