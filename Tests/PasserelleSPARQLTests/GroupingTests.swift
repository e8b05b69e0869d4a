import PasserelleCore
import Testing

@testable import PasserelleSPARQL

/// Gives batches made beforehand.
final class GivenBatches: BatchOperator {
  let schema: Schema
  private var batches: [Batch]

  init(_ schema: Schema, _ batches: [Batch]) {
    self.schema = schema
    self.batches = batches.reversed()
  }

  func next() -> Batch? { batches.popLast() }
}

extension BatchExpressionFixture {
  /// Rows of few terms, so that keys and values come often; at times of one kind only.
  mutating func repetitiveRows(_ count: Int) -> [[Term?]] {
    let kinds: [[Term]] = [
      Self.terms, Self.terms.filter { if case .numeric = Value($0) { true } else { false } },
      Self.terms.filter { $0.iriValue == nil && Value.effectiveBoolean($0) != nil },
    ]
    let pools = Self.names.map { _ -> [Term] in
      let kind = pick(kinds)
      return (0..<(1 + number(below: 8))).map { _ in pick(kind) }
    }
    let gaps = number(below: 3)
    return (0..<count).map { _ in pools.map { gaps == 0 && number(below: 9) == 0 ? nil : pick($0) } }
  }

  /// The rows in batches of random sizes.
  mutating func input(_ rows: [[Term?]], _ run: EngineRun, sortedBy: [Int] = []) throws -> GivenBatches {
    let whole = try Self.batch(rows, run)
    var numbers = (0..<rows.count).map { Int32($0) }
    if !sortedBy.isEmpty {
      numbers.sort { a, b in
        let keys = [a, b].map { row in
          sortedBy.map { whole.columns[$0][Int(row)] } + [TermID(rawValue: Int64(row))]
        }
        return keys[0].lexicographicallyPrecedes(keys[1])
      }
    }
    var batches: [Batch] = []
    while !numbers.isEmpty {
      let size = min(numbers.count, 1 + number(below: 30))
      batches.append(whole.selecting(Array(numbers.prefix(size))))
      numbers.removeFirst(size)
    }
    var schema = Self.schema
    schema.sortedBy = sortedBy
    return GivenBatches(schema, batches)
  }

  /// The terms of all rows of an operator.
  static func terms(_ operation: any BatchOperator, _ run: EngineRun) throws -> [[Term?]] {
    var result: [[Term?]] = []
    while let batch = try operation.next() {
      for row in 0..<batch.count { result.append(try batch.columns.map { try run.term(of: $0[row]) }) }
    }
    return result
  }

  /// The rows that the plain evaluator makes of given rows.
  static func plain(_ rows: [[Term?]], _ outputs: [String], _ algebra: (Algebra) -> Algebra) throws
    -> [[Term?]]
  {
    let whole = algebra(.values(InlineData(variables: names, rows: rows)))
    let slots = VariableSlots(whole)
    let run = EvaluationRun(testContext, base: nil)
    let dataset = MemoryDataset()
    let evaluator = Evaluator(run, dataset, slots, graphs: NamedGraphs(dataset))
    return try evaluator.evaluate(whole, Evaluator.Scope(graph: .defaultGraph)).map { row in
      outputs.map { slots[$0].flatMap { run.term(row[$0]) } }
    }
  }
}

@Suite struct GroupingTests {
  private typealias Fixture = BatchExpressionFixture

  private func aggregates(_ fixture: inout Fixture) -> [Algebra.GroupValue] {
    (0..<3).map { index in
      let function = fixture.pick(Aggregate.Function.allCases)
      let isAll = function == .count && fixture.number(below: 3) == 0
      let argument: PasserelleSPARQL.Expression =
        fixture.number(below: 4) == 0
        ? .arithmetic(fixture.pick([.add, .multiply]), .variable("b"), .variable("c"))
        : .variable(fixture.pick(["b", "c"]))
      return Algebra.GroupValue(
        variable: "r\(index)",
        aggregate: Aggregate(
          function, isDistinct: fixture.number(below: 3) == 0, argument: isAll ? nil : argument,
          separator: "|"))
    }
  }

  private func grouping(
    _ input: any BatchOperator, _ run: EngineRun, _ keys: [Algebra.GroupKey], _ values: [Algebra.GroupValue]
  ) throws -> GroupOperator {
    var compiler = Fixture.compiler(run)
    var numbers = Fixture.variables
    for name in keys.map(\.variable) + values.map(\.variable) where numbers[name] == nil {
      numbers[name] = numbers.count
    }
    compiler = ExpressionCompiler(
      run: run, schema: input.schema, variables: numbers, existence: compiler.existence)
    return try GroupOperator(input, compiler, keys: keys, aggregates: values, named: [0, 1, 2])
  }

  @Test func randomGroupsAgree() throws {
    var differences: [String] = []
    for seed in 0..<UInt64(150) {
      var fixture = Fixture(seed: seed)
      let rows = fixture.repetitiveRows(fixture.number(below: 60))
      let values = aggregates(&fixture)
      let keys = [
        [], [("a", PasserelleSPARQL.Expression.variable("a"))],
        [("a", .variable("a")), ("b", .variable("b"))],
        [("k", .call(.str, [.variable("a")]))],
        [("a", .variable("a")), ("b", .variable("b")), ("k", .call(.datatype, [.variable("c")]))],
      ][fixture.number(below: 5)].map { Algebra.GroupKey(variable: $0.0, expression: $0.1) }
      let outputs = keys.map(\.variable) + values.map(\.variable)
      let expected = try Fixture.plain(rows, outputs) { .group($0, keys: keys, aggregates: values) }
      let run = Fixture.engineRun()
      let found = try Fixture.terms(grouping(fixture.input(rows, run), run, keys, values), run)
      if found != expected {
        let row = zip(found, expected).first { $0 != $1 }
        differences.append("seed \(seed): \(values.map(\.aggregate)) \(String(describing: row))")
      }
    }
    #expect(differences.count == 0, "\(differences.prefix(3).joined(separator: "\n"))")
  }

  @Test func sortedGroupsAgree() throws {
    var differences: [UInt64] = []
    for seed in 0..<UInt64(60) {
      var fixture = Fixture(seed: seed)
      let rows = fixture.repetitiveRows(50)
      let keys = ["b", "a"].map { Algebra.GroupKey(variable: $0, expression: .variable($0)) }
      let values = [
        Algebra.GroupValue(
          variable: "n", aggregate: Aggregate(.count, isDistinct: true, argument: .variable("c"))),
        Algebra.GroupValue(
          variable: "s", aggregate: Aggregate(.sum, isDistinct: true, argument: .variable("c"))),
      ]
      let run = Fixture.engineRun()
      let hashed = try Fixture.terms(grouping(fixture.input(rows, run), run, keys, values), run)
      let operation = try grouping(fixture.input(rows, run, sortedBy: [0, 1]), run, keys, values)
      if operation.schema.sortedBy != [1, 0] { differences.append(seed) }
      if Set(try Fixture.terms(operation, run)) != Set(hashed) { differences.append(seed) }
    }
    #expect(differences == [])
  }

  @Test func noRowsMakeOneGroupOnlyWithoutKeys() throws {
    let run = Fixture.engineRun()
    var fixture = Fixture(seed: 1)
    let count = [
      Algebra.GroupValue(variable: "n", aggregate: Aggregate(.count, isDistinct: false, argument: nil))
    ]
    let key = [Algebra.GroupKey(variable: "a", expression: .variable("a"))]
    #expect(try Fixture.terms(grouping(fixture.input([], run), run, [], count), run) == [[.integer(0)]])
    #expect(try Fixture.terms(grouping(fixture.input([], run), run, key, count), run) == [])
  }

  @Test func memoryIsCountedAndLimited() throws {
    var context = testContext
    context.memoryLimit = 100_000
    let run = EngineRun(MemorySnapshot(), EvaluationRun(context, base: nil))
    let ids = (0..<20_000).compactMap { TermID(.integer, payload: Int64($0)) }
    let batch = Batch(columns: [ids, ids, ids], count: ids.count)
    let key = [Algebra.GroupKey(variable: "a", expression: .variable("a"))]
    let operation = try grouping(GivenBatches(Fixture.schema, [batch]), run, key, [])
    let error = #expect(throws: PasserelleError.self) { try operation.next() }
    #expect(error?.code == .sparqlLimit)
    #expect(error?.message.english.contains("GROUP BY") == true)
  }
}
