import PasserelleSPARQL
import Testing

@Suite struct AlgebraTests {
  private func tree(_ query: String) throws -> String {
    Algebra(try SPARQLParser.query("PREFIX : <http://e/> " + query)).tree
  }

  @Test func treeShowsTheOperators() throws {
    let found = try tree(
      """
      SELECT ?s (COUNT(?o) AS ?n) { ?s :p/:q* ?o FILTER(?o > 1) OPTIONAL { ?s :r ?t FILTER(?t = ?o) } MINUS { ?s a :X } }
      GROUP BY ?s HAVING (COUNT(?o) > 2) ORDER BY DESC(?n) LIMIT 5
      """)
    #expect(
      found == """
        Slice offset 0 limit 5
          Project ?s, ?n
            OrderBy DESC ?n
              Extend ?n := ? aggregate0
                Filter (? aggregate0 > "2"^^<http://www.w3.org/2001/XMLSchema#integer>)
                  Group ?s := ?s, ? aggregate0 := COUNT(?o)
                    Filter (?o > "1"^^<http://www.w3.org/2001/XMLSchema#integer>)
                      Minus
                        LeftJoin (?t = ?o)
                          BGP
                            ?s (<http://e/p> / <http://e/q>*) ?o
                          BGP
                            ?s <http://e/r> ?t
                        BGP
                          ?s <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://e/X>

        """)
  }

  @Test func filtersDoNotPartTriples() throws {
    #expect(
      try tree("ASK { ?s :p ?o FILTER(?o) ?s :q ?o }")
        == "Project ?s, ?o\n  Filter ?o\n    BGP\n      ?s <http://e/p> ?o\n      ?s <http://e/q> ?o\n")
  }

  @Test func emptyGroupsVanish() throws {
    #expect(try tree("ASK { {} UNION {} }") == "Project\n  Union\n    Unit\n    Unit\n")
    #expect(try tree("ASK { {} { ?s ?p ?o } }") == "Project ?s, ?p, ?o\n  BGP\n    ?s ?p ?o\n")
  }
}
