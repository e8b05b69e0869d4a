import PasserelleCore
import PasserelleSPARQL

extension FuzzTargets {
  static let sparql = [
    FuzzTarget("sparql-query") { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      do throws(SPARQLSyntaxError) {
        let query = try SPARQLParser.query(text, base: "http://b/", prefixes: ["pas": "http://p/"])
        _ = Algebra(query).tree
        let again = try SPARQLParser.query(text, base: "http://b/", prefixes: ["pas": "http://p/"])
        hold(again == query, "the same text is the same query")
      } catch {
        check(error, in: text)
      }
    },
    FuzzTarget("sparql-update") { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      do throws(SPARQLSyntaxError) {
        let request = try SPARQLParser.update(text, base: "http://b/")
        var dataset = SmallGraph.dataset
        refusing(bytes) { try request.apply(to: &dataset, SmallGraph.context) }
      } catch {
        check(error, in: text)
      }
    },
    FuzzTarget("sparql-evaluate") { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      guard let query = try? SPARQLParser.query(text, base: "http://e/", prefixes: ["": "http://e/"]) else {
        return
      }
      var unlimited = SmallGraph.context
      unlimited.timeout = .milliseconds(800)
      let plain = refusing(bytes) { try query.evaluate(over: SmallGraph.dataset, unlimited) }
      let batches = refusing(bytes) {
        try query.evaluate(over: MemorySnapshot(SmallGraph.dataset), unlimited)
      }
      if let plain, case .solutions(let table) = plain {
        for format in ResultFormat.allCases { _ = format.write(table) }
        if let batches, case .solutions(let other) = batches {
          hold(table.variables == other.variables, "both evaluators give the same columns")
          hold(
            table.rows.count == other.rows.count,
            "both give as many rows: \(table.rows.count), \(other.rows.count)")
        }
      }
      if let plain, let batches, case .boolean(let left) = plain, case .boolean(let right) = batches {
        hold(left == right, "both give the same answer")
      }
    },
  ]

  private static func check(_ error: SPARQLSyntaxError, in text: String) {
    hold((0...text.utf8.count).contains(error.offset), "offset \(error.offset) of \(text.utf8.count)")
    hold(error.line >= 1 && error.column >= 1, "a place: \(error.line):\(error.column)")
    _ = error.error()
  }
}

/// A graph that queries and updates run over.
enum SmallGraph {
  static let dataset: MemoryDataset = {
    var dataset = MemoryDataset()
    func iri(_ name: String) -> Term { .iri("http://e/" + name) }
    let values: [Term] = [
      .integer(1), .string("a"), .string("é", language: "fr"), iri("b"), iri("c"), .string(""),
      .literal(Literal("1e400", .other("http://www.w3.org/2001/XMLSchema#double"))),
      .literal(Literal("2018-01-01T00:00:00Z", .other("http://www.w3.org/2001/XMLSchema#dateTime"))),
      .literal(Literal("999999999999999999999999.5", .other("http://www.w3.org/2001/XMLSchema#decimal"))),
      .literal(Literal("P1Y2M", .other("http://www.w3.org/2001/XMLSchema#duration"))),
    ]
    for (place, value) in values.enumerated() {
      dataset.insert(RDFTriple(iri("a"), iri("p"), value))
      dataset.insert(RDFTriple(iri("s\(place % 3)"), iri("q"), value), in: iri("g\(place % 2)"))
    }
    dataset.insert(RDFTriple(iri("b"), iri("p"), iri("c")))
    dataset.insert(RDFTriple(iri("c"), iri("p"), iri("a")))
    return dataset
  }()

  static var context: EvaluationContext {
    EvaluationContext(
      now: Instant(milliseconds: 1_500_000_000_000), timeout: .milliseconds(800), rowLimit: 20_000,
      memoryLimit: 64 << 20)
  }
}
