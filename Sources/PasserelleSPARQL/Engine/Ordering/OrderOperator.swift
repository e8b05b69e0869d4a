internal import PasserelleCore

/// Rows in an order (SPARQL 1.1, section 15.1, made total by ``Value/totalOrder(_:_:)``); equal rows stay in the order
/// in which they came.
///
/// Where only the first rows are wanted, no more than a few times as many are held.
final class OrderOperator: BatchOperator {
  let schema: Schema
  private let run: EngineRun
  private let input: any BatchOperator
  private let conditions: [(expression: ExpressionNode, isDescending: Bool)]
  private let limit: Int?
  private let maker: OrderKeyMaker
  private var rows: SortedRows
  private var sorted: [Int32]?
  private var place = 0
  private var held = 0

  /// Makes an order.
  ///
  /// - Parameters:
  ///   - input: Gives the rows.
  ///   - compiler: Compiles for the schema of the input.
  ///   - conditions: The conditions, the first the first.
  ///   - limit: How many rows are wanted, those passed over by an offset among them; nil for all.
  /// - Throws: ``PasserelleError`` where the data cannot be read.
  init(
    _ input: any BatchOperator, _ compiler: ExpressionCompiler, _ conditions: [SelectQuery.OrderCondition],
    limit: Int? = nil
  ) throws {
    self.input = input
    self.limit = limit
    run = compiler.run
    schema = Schema(variables: input.schema.variables, isBound: input.schema.isBound)
    self.conditions = try conditions.map { (try compiler.compile($0.expression), $0.isDescending) }
    maker = OrderKeyMaker(compiler.run)
    rows = SortedRows(width: input.schema.variables.count, conditions.map(\.isDescending))
  }

  deinit { run.ledger.remove(held) }

  func next() throws -> Batch? {
    let sorted: [Int32]
    if let known = self.sorted {
      sorted = known
    } else {
      try fill()
      sorted = Array(try rows.sorted(run, maker).prefix(limit ?? rows.count))
      self.sorted = sorted
    }
    guard place < sorted.count else { return nil }
    try run.scalar.checkLimits()
    let part = sorted[place..<min(place + Batch.size, sorted.count)]
    place = part.endIndex
    return Batch(
      columns: rows.columns.map { column in part.map { column[Int($0)] } }, count: part.count)
  }

  private func fill() throws {
    if limit == 0 { return }
    // How many rows are held before those that cannot be among the first are let go.
    let most = limit.map { $0 > 1 << 24 ? Int.max : max(2 * $0, $0 + 8192) } ?? .max
    while let batch = try input.next() {
      var wanted: [Int32]?
      var ids: [[TermID]] = []
      var keys: [[UInt128]] = []
      for (index, condition) in conditions.enumerated() {
        var found = try condition.expression.values(batch, wanted)
        var made = try found.map { try maker.key($0) }
        if index == 0, let kept = rows.admissible(made) {
          wanted = kept
          found = kept.map { found[Int($0)] }
          made = kept.map { made[Int($0)] }
        }
        ids.append(found)
        keys.append(made)
      }
      rows.append(batch, wanted, ids, keys)
      if let limit, rows.count >= most { try rows.keepFirst(limit, run, maker) }
      try run.scalar.step(rows: rows.count)
      let more = rows.bytes - held
      held += more
      try run.ledger.add(more, for: .order)
    }
  }
}

/// Rows held to be sorted, with the keys of their conditions.
struct SortedRows {
  /// The rows, in columns.
  private(set) var columns: [[TermID]]
  private(set) var count = 0
  private let isDescending: [Bool]
  private var ids: [[TermID]]
  private var keys: [[UInt128]]
  /// The key of the first condition of the last row that is still wanted; nil while all are.
  private var bound: UInt128?

  init(width: Int, _ isDescending: [Bool]) {
    columns = Array(repeating: [], count: width)
    self.isDescending = isDescending
    ids = Array(repeating: [], count: isDescending.count)
    keys = Array(repeating: [], count: isDescending.count)
  }

  /// The bytes held.
  var bytes: Int {
    (columns + ids).reduce(0) { $0 + $1.capacity * 8 } + keys.reduce(0) { $0 + $1.capacity * 16 }
  }

  /// The places of the rows that may be among the first, by the keys of the first condition; nil for all.
  func admissible(_ keys: [UInt128]) -> [Int32]? {
    guard let bound, !OrderKeyMaker.isInexact(bound) else { return nil }
    var places: [Int32] = []
    for (place, key) in keys.enumerated() {
      let isBehind = isDescending[0] ? key < bound : key > bound
      if !isBehind || OrderKeyMaker.isInexact(key) { places.append(Int32(truncatingIfNeeded: place)) }
    }
    return places
  }

  /// Appends rows of a batch.
  mutating func append(_ batch: Batch, _ rows: [Int32]?, _ newIDs: [[TermID]], _ newKeys: [[UInt128]]) {
    for column in columns.indices {
      if let rows {
        for row in rows { columns[column].append(batch.columns[column][Int(row)]) }
      } else {
        columns[column] += batch.columns[column]
      }
    }
    for condition in ids.indices {
      ids[condition] += newIDs[condition]
      keys[condition] += newKeys[condition]
    }
    count += batch.count(rows)
  }

  /// Lets all rows go but the first ones in the order.
  mutating func keepFirst(_ limit: Int, _ run: EngineRun, _ maker: OrderKeyMaker) throws {
    guard limit > 0, limit < count else { return }
    let first = try sorted(run, maker).prefix(limit)
    if let last = first.last, let keys = keys.first { bound = keys[Int(last)] }
    // The rows stay in the order in which they came.
    let kept = first.sorted()
    for column in columns.indices { columns[column] = kept.map { columns[column][Int($0)] } }
    for condition in ids.indices {
      ids[condition] = kept.map { ids[condition][Int($0)] }
      keys[condition] = kept.map { keys[condition][Int($0)] }
    }
    count = kept.count
  }

  /// The numbers of the rows in the order.
  func sorted(_ run: EngineRun, _ maker: OrderKeyMaker) throws -> [Int32] {
    var rows = (0..<count).map { Int32(truncatingIfNeeded: $0) }
    try sort(&rows, 0..<count, 0, run, maker)
    return rows
  }

  /// Sorts a part of the rows, which are equal by the conditions before one, by that condition and the next.
  private func sort(
    _ rows: inout [Int32], _ part: Range<Int>, _ condition: Int, _ run: EngineRun, _ maker: OrderKeyMaker
  ) throws {
    guard condition < ids.count, part.count > 1 else { return }
    try run.scalar.step()
    let (ids, keys) = (ids[condition], keys[condition])
    let sorter = try ConditionSorter(
      rows[part].map { ids[Int($0)] }, rows[part].map { keys[Int($0)] }, isDescending[condition], run, maker)
    let before = Array(rows[part])
    let (places, equal) = try sorter.sorted()
    for (index, place) in places.enumerated() { rows[part.lowerBound + index] = before[Int(place)] }
    for range in equal where range.count > 1 {
      let start = part.lowerBound + range.lowerBound
      try sort(&rows, start..<(start + range.count), condition + 1, run, maker)
    }
  }
}
