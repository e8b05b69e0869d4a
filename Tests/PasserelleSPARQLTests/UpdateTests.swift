import PasserelleCore
import PasserelleSPARQL
import Testing

@Suite struct UpdateTests {
  private func count(_ data: MemoryDataset) throws -> [String] {
    try rows("SELECT ?s ?p ?o { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } } ORDER BY ?s ?p ?o", over: data)
  }

  @Test func deletionsComeBeforeInsertions() throws {
    let data = try dataset(
      "INSERT DATA { :a :p 1 } ; DELETE { ?s :p ?o } INSERT { ?s :p ?n } WHERE { ?s :p ?o BIND(?o + 1 AS ?n) }"
    )
    #expect(try count(data) == ["a p 2"])
  }

  @Test func requestsAreAtomic() throws {
    var data = try dataset("INSERT DATA { :a :p 1 }")
    let before = try count(data)
    let request = try SPARQLParser.update(
      "PREFIX : <http://e/> DELETE DATA { :a :p 1 } ; INSERT DATA { :b :p 1 } ; DROP GRAPH :nowhere")
    let error = #expect(throws: PasserelleError.self) { try request.apply(to: &data, testContext) }
    #expect(error?.code == .sparqlUpdate)
    #expect(try count(data) == before)
  }

  @Test func copiesAreSnapshots() throws {
    let first = try dataset("INSERT DATA { :a :p 1 }")
    var second = first
    try SPARQLParser.update("DELETE WHERE { ?s ?p ?o }").apply(to: &second, testContext)
    #expect(first.count == 1)
    #expect(second.count == 0)
  }

  @Test(arguments: [
    ("ADD :g TO :h", 3, 5), ("COPY :g TO :h", 3, 4), ("MOVE :g TO :h", 2, 2), ("COPY :g TO :g", 3, 3),
    ("MOVE DEFAULT TO :h", 3, 2),
    ("CLEAR GRAPH :g", 3, 1), ("DROP GRAPH :g", 2, 1), ("DROP NAMED", 0, 0), ("CLEAR ALL", 3, 0),
    ("CREATE GRAPH :n", 4, 3),
    ("DROP SILENT GRAPH :nowhere", 3, 3), ("CREATE SILENT GRAPH :g", 3, 3), ("LOAD SILENT :x", 3, 3),
  ])
  func graphOperations(_ operation: String, _ graphs: Int, _ quads: Int) throws {
    let data = try dataset(
      "INSERT DATA { :d :p 0 . GRAPH :g { :a :p 1, 2 } GRAPH :h { :b :p 3 } } ; DELETE DATA { :d :p 0 } ; CREATE GRAPH :e ; \(operation)"
    )
    #expect(data.graphNames.count == graphs)
    #expect(data.count == quads)
  }

  @Test func blankNodesAreNewInEveryRequest() throws {
    var data = MemoryDataset()
    let request = try SPARQLParser.update(
      "PREFIX : <http://e/> INSERT DATA { _:x :p _:x } ; INSERT { [] :q ?s } WHERE { ?s :p ?s }")
    for _ in 0..<3 { try request.apply(to: &data, testContext) }
    #expect(try rows("SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s :p ?s }", over: data) == ["3"])
    #expect(try rows("SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s :q ?o }", over: data) == ["6"])
  }

  @Test func usingAndWithChooseGraphs() throws {
    let data = try dataset(
      """
      INSERT DATA { :a :p 1 . GRAPH :g { :b :p 2 } GRAPH :h { :c :p 3 } } ;
      WITH :g INSERT { ?s :w true } WHERE { ?s :p ?o } ; WITH :g INSERT { ?s :u true } USING :h WHERE { ?s :p ?o }
      """)
    #expect(try rows("SELECT ?g ?s ?p { GRAPH ?g { ?s ?p true } }", over: data) == ["g b w", "g c u"])
  }

  @Test func removedTriplesLeaveNoTrace() throws {
    var data = MemoryDataset()
    func triple(_ number: Int) -> RDFTriple { RDFTriple(.iri("s\(number % 7)"), .iri("p"), .integer(number)) }
    for number in 0..<500 { data.insert(triple(number), in: number % 2 == 0 ? .iri("g") : nil) }
    let removed = (0..<450).map { data.remove(triple($0), from: $0 % 2 == 0 ? .iri("g") : nil) }
    #expect(removed.allSatisfy { $0 })
    let again = data.remove(triple(0), from: .iri("g"))
    #expect(!again)
    #expect(data.count == 50)
    var found: [Term] = []
    try data.match(.iri("s1"), nil, nil, in: .everything) {
      found.append($0.object)
      return true
    }
    #expect(found == (450..<500).filter { $0 % 7 == 1 }.map(Term.integer))
    let inserted = [data.insert(triple(0)), data.insert(triple(0))]
    #expect(inserted == [true, false])
  }
}
