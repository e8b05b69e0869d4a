import PasserelleCore
import Testing

@testable import PasserelleSPARQL

@Suite struct OrderingTests {
  private typealias Fixture = BatchExpressionFixture

  private func order(
    _ input: any BatchOperator, _ run: EngineRun, _ conditions: [SelectQuery.OrderCondition], limit: Int?
  ) throws -> [[Term?]] {
    try Fixture.terms(OrderOperator(input, Fixture.compiler(run), conditions, limit: limit), run)
  }

  @Test func randomOrdersAgree() throws {
    var differences: [String] = []
    for seed in 0..<UInt64(150) {
      var fixture = Fixture(seed: seed)
      let rows = fixture.number(below: 2) == 0 ? fixture.rows(60) : fixture.repetitiveRows(60)
      // An order between binary numbers of 32 bits and exact ones is not transitive: none of them here.
      let exact = rows.map { row -> [Term?] in
        row.map { term -> Term? in
          if let term, case .numeric(.float) = Value(term) { return Term.integer(3) }
          return term
        }
      }
      let conditions = ["a", "b"].prefix(1 + fixture.number(below: 2)).map { name in
        let expression = PasserelleSPARQL.Expression.variable(name)
        return SelectQuery.OrderCondition(
          fixture.number(below: 5) == 0 ? .call(.str, [expression]) : expression,
          isDescending: fixture.number(below: 2) == 0)
      }
      let expected = try Fixture.plain(exact, Fixture.names) { .orderBy($0, conditions) }
      let run = Fixture.engineRun()
      let limit = fixture.number(below: 2) == 0 ? nil : fixture.number(below: 70)
      let found = try order(fixture.input(exact, run), run, conditions, limit: limit)
      if found != Array(expected.prefix(limit ?? expected.count)) {
        let row = zip(found, expected).enumerated().first { $0.element.0 != $0.element.1 }
        differences.append("seed \(seed): \(conditions) \(String(describing: row))")
      }
    }
    #expect(differences.count == 0, "\(differences.prefix(3).joined(separator: "\n"))")
  }

  /// Every pair of terms, floats too.
  @Test func everyPairAgrees() throws {
    let run = Fixture.engineRun()
    let maker = OrderKeyMaker(run)
    let ids = try Fixture.terms.map { try run.identifier(of: $0) }
    let keys = try ids.map { try maker.key($0) }
    var differences: [String] = []
    for (i, left) in Fixture.terms.enumerated() {
      for (j, right) in Fixture.terms.enumerated() {
        let expected = Value.totalOrder(Value(left), Value(right))
        let found = try maker.order(ids[i], keys[i], ids[j], keys[j])
        if found != expected, left != right { differences.append("\(left) \(right)") }
      }
    }
    #expect(differences == [])
  }

  /// Many rows, of which few are wanted: the rest is let go on the way.
  @Test func firstRowsOfMany() throws {
    let run = Fixture.engineRun()
    var random = SeededRandom(seed: 3)
    let numbers = (0..<60_000).map { _ in Int64(random.next() % 5_000) }
    let batches = stride(from: 0, to: numbers.count, by: 4_000).map { start in
      let ids = numbers[start..<(start + 4_000)].compactMap { TermID(.integer, payload: $0) }
      let places = (start..<(start + 4_000)).compactMap { TermID(.integer, payload: Int64($0)) }
      return Batch(columns: [ids, places, ids], count: 4_000)
    }
    let operation = try OrderOperator(
      GivenBatches(Fixture.schema, batches), Fixture.compiler(run),
      [SelectQuery.OrderCondition(.variable("a"), isDescending: true)], limit: 100)
    var found: [Int64] = []
    while let batch = try operation.next() { found += batch.columns[1].map(\.inlinePayload) }
    let expected = numbers.indices.sorted { (-numbers[$0], $0) < (-numbers[$1], $1) }.prefix(100)
    #expect(found == expected.map { Int64($0) })
    #expect(run.ledger.peak < 2 << 20)
  }
}
