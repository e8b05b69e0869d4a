internal import PasserelleCore

/// One row for each group of rows: its keys, then its aggregates (SPARQL 1.1, section 18.5.1).
///
/// Groups come in the order in which they are first met; where the rows come sorted by the keys, they are told apart
/// by comparing neighbours, else by hashing. Without keys there is one group, also of no rows.
final class GroupOperator: BatchOperator {
  let schema: Schema
  private let run: EngineRun
  private let input: any BatchOperator
  private let keys: [ExpressionNode]
  private let accumulators: [Accumulator]
  private let table: RowTable
  /// Whether rows of one group follow each other.
  private let isSorted: Bool
  /// The keys of the groups where rows come sorted, one column for each.
  private var sortedKeys: [[TermID]]
  private var groupCount = 0
  private var place = 0
  private var isFilled = false
  private var held = 0

  /// Makes a grouping.
  ///
  /// - Parameters:
  ///   - input: Gives the rows.
  ///   - compiler: Compiles for the schema of the input; the variables of keys and aggregates are numbered in it.
  ///   - keys: The keys.
  ///   - aggregates: The aggregates.
  ///   - named: The columns of the input whose variables the query names, for `COUNT(DISTINCT *)`.
  /// - Throws: ``PasserelleError`` where the data cannot be read.
  init(
    _ input: any BatchOperator, _ compiler: ExpressionCompiler, keys: [Algebra.GroupKey],
    aggregates: [Algebra.GroupValue], named: [Int]
  ) throws {
    self.input = input
    run = compiler.run
    let compiled = try keys.map { try compiler.compile($0.expression) }
    let accumulators = try aggregates.map { try Accumulator.make($0.aggregate, compiler, named: named) }
    let columns = keys.compactMap { key -> Int? in
      guard case .variable(let name) = key.expression else { return nil }
      return compiler.variables[name].flatMap(input.schema.column)
    }
    self.keys = compiled
    self.accumulators = accumulators
    isSorted =
      !keys.isEmpty && columns.count == keys.count && input.schema.sortedBy.count >= keys.count
      && Set(columns).count == keys.count && Set(input.schema.sortedBy.prefix(keys.count)) == Set(columns)
    table = RowTable(width: keys.count)
    sortedKeys = Array(repeating: [], count: keys.count)
    let names = keys.map(\.variable) + aggregates.map(\.variable)
    schema = Schema(
      variables: names.map { compiler.variables[$0] ?? -1 },
      isBound: keys.indices.map { columns.count == keys.count && input.schema.isBound[columns[$0]] }
        + accumulators.map(\.isBound),
      sortedBy: isSorted
        ? input.schema.sortedBy.prefix(keys.count).compactMap { columns.firstIndex(of: $0) } : [])
  }

  deinit { run.ledger.remove(held) }

  func next() throws -> Batch? {
    if !isFilled {
      isFilled = true
      try fill()
    }
    guard place < groupCount else { return nil }
    try run.scalar.checkLimits()
    let groups = place..<min(place + Batch.size, groupCount)
    place = groups.upperBound
    var columns = keys.indices.map { column in
      isSorted ? Array(sortedKeys[column][groups]) : groups.map { table.value($0, column) }
    }
    for accumulator in accumulators { columns.append(try groups.map { try accumulator.result($0) }) }
    return Batch(columns: columns, count: groups.count)
  }

  private func fill() throws {
    if keys.isEmpty { setCount(1) }
    var groups: [Int32] = []
    while let batch = try input.next() {
      try run.scalar.step(rows: groupCount)
      let columns = try keys.map { try $0.values(batch, nil) }
      if keys.isEmpty {
        groups = [Int32](repeating: 0, count: batch.count)
      } else if isSorted {
        number(columns, batch.count, &groups)
      } else {
        table.number(columns, count: batch.count, into: &groups)
        setCount(table.count)
      }
      for accumulator in accumulators { try accumulator.add(batch, groups) }
      try account()
    }
  }

  private func setCount(_ count: Int) {
    groupCount = count
    for accumulator in accumulators { accumulator.grow(to: count) }
  }

  /// Numbers the groups of sorted rows.
  private func number(_ columns: [[TermID]], _ count: Int, _ groups: inout [Int32]) {
    groups.removeAll(keepingCapacity: true)
    var known = groupCount
    for row in 0..<count {
      var isSame = known > 0
      for column in columns.indices where isSame {
        isSame = sortedKeys[column][known - 1] == columns[column][row]
      }
      if !isSame {
        for column in columns.indices { sortedKeys[column].append(columns[column][row]) }
        known += 1
      }
      groups.append(Int32(truncatingIfNeeded: known - 1))
    }
    setCount(known)
  }

  private func account() throws {
    let bytes = accumulators.reduce(table.bytes + sortedKeys.reduce(0) { $0 + $1.capacity * 8 }) {
      $0 + $1.bytes
    }
    let more = bytes - held
    held = bytes
    try run.ledger.add(more, for: .group)
  }
}
