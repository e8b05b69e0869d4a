import PasserelleCore
import PasserelleSPARQL
import Testing

@Suite struct PathTests {
  /// A ring of three, and two ways from `:a` to `:z`.
  private let graph =
    "INSERT DATA { :a :p :b . :b :p :c . :c :p :a . :a :q :m, :n . :m :q :z . :n :q :z . :z :r \"end\" }"

  @Test(arguments: [
    (":a :p+ ?x", ["b", "c", "a"]), (":a :p* ?x", ["a", "b", "c"]), ("?x :p+ :a", ["c", "b", "a"]),
    (":a :p? ?x", ["a", "b"]), (":a :q/:q ?x", ["z", "z"]), (":a (:q/:q)* ?x", ["a", "z"]),
    (":a (:q|:p)/:q ?x", ["z", "z"]),
    (":b ^:p ?x", ["a"]), (":a !:p ?x", ["m", "n"]), (":b !^:q ?x", ["a"]), (":a !(:q|^:q) ?x", ["b", "c"]),
    (":nowhere :p* ?x", ["nowhere"]), (":nowhere :p+ ?x", []), ("?x :p* :nowhere", ["nowhere"]),
    ("?x :p+ ?x", ["a", "b", "c"]),
    (":a (:p|^:p)+ ?x", ["b", "c", "a"]), ("\"end\" ^:r ?x", ["z"]), (":a (:p*)* ?x", ["a", "b", "c"]),
    ("?x (:q/:q)+ :z", ["a"]),
  ])
  func reach(_ pattern: String, _ expected: [String]) throws {
    #expect(try rows("SELECT ?x { \(pattern) }", over: dataset(graph)).sorted() == expected.sorted())
  }

  @Test func bothEndsMayBeOpen() throws {
    let data = try dataset(graph)
    #expect(try rows("SELECT ?x ?y { ?x :p+ ?y }", over: data).count == 9)
    // Every node with itself, the text included, and the six ways around the ring.
    #expect(try rows("SELECT ?x ?y { ?x :p* ?y }", over: data).count == 7 + 6)
    #expect(try rows("SELECT ?x ?y { ?x :q/:q ?y }", over: data) == ["a z", "a z"])
    #expect(try evaluate("ASK { :a :p+ :c }", over: data) == .boolean(true))
    #expect(try rows("SELECT (1 AS ?n) { :a :q/:q :z }", over: data).count == 2)
  }

  @Test func waysWithoutStepsJoinNodesOfTheGraph() throws {
    let data = try dataset(graph)
    #expect(try rows("SELECT ?x { VALUES ?x { :nowhere } ?x :p* ?y }", over: data) == [])
    // `:p` is a predicate and no node.
    #expect(try rows("SELECT ?x { :a ?x :b . ?y :q* ?x }", over: data) == [])
    #expect(try rows("SELECT ?x { :a ?x :b . FILTER EXISTS { ?x :q* ?x } }", over: data) == ["p"])
    #expect(try rows("SELECT ?x { :nowhere :p?/:q? ?x }", over: data) == [])
  }

  @Test func largeRingsStop() throws {
    let ring = (0..<2_000).map { ":n\($0) :next :n\(($0 + 1) % 2_000) ." }.joined()
    #expect(
      try rows("SELECT (COUNT(*) AS ?n) { :n5 (:next/:next)+ ?x }", over: dataset("INSERT DATA { \(ring) }"))
        == ["1000"])
  }
}
