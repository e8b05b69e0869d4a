internal import PasserelleCore

/// The state of one aggregate for all groups, in columns.
class Accumulator {
  let run: EngineRun

  init(_ run: EngineRun) { self.run = run }

  /// About how many bytes are held.
  var bytes: Int { 0 }
  /// Whether every group gets a value.
  var isBound: Bool { false }

  /// Makes room for some groups.
  func grow(to count: Int) { preconditionFailure("of a subclass") }

  /// Takes in the rows of a batch, given the number of the group of each.
  func add(_ batch: Batch, _ groups: [Int32]) throws { preconditionFailure("of a subclass") }

  /// The value of a group; ``PasserelleCore/TermID/none`` for an error.
  func result(_ group: Int) throws -> TermID { preconditionFailure("of a subclass") }

  /// Makes the state of an aggregate; `COUNT(DISTINCT *)` looks at the columns of the variables that the query names.
  static func make(_ aggregate: Aggregate, _ compiler: ExpressionCompiler, named: [Int]) throws -> Accumulator
  {
    let run = compiler.run
    guard let expression = aggregate.argument else {
      return aggregate.isDistinct ? DistinctRowAccumulator(run, named) : CountAccumulator(run, nil)
    }
    let argument = try compiler.compile(expression)
    let distinct = aggregate.isDistinct ? DistinctFilter() : nil
    switch aggregate.function {
    case .count: return CountAccumulator(run, argument, distinct)
    case .sum: return SumAccumulator(run, argument, distinct, isAverage: false)
    case .average: return SumAccumulator(run, argument, distinct, isAverage: true)
    case .minimum: return ExtremeAccumulator(run, argument, .less)
    case .maximum: return ExtremeAccumulator(run, argument, .greater)
    case .sample: return SampleAccumulator(run, argument)
    case .groupConcatenation: return ConcatenationAccumulator(run, argument, distinct, aggregate.separator)
    }
  }
}

/// Lets each term through once in each group.
final class DistinctFilter {
  private let table = RowTable(width: 2)
  private var numbers: [Int32] = []

  init() {}

  /// The bytes held.
  var bytes: Int { table.bytes }

  /// The places of the values that are new in their group; unbound ones are left out.
  func fresh(_ values: [TermID], _ groups: [Int32]) -> [Int32] {
    var places: [Int32] = []
    for (place, value) in values.enumerated() where value.isBound { places.append(Int32(place)) }
    let keys = places.map { TermID(rawValue: Int64(groups[Int($0)])) }
    var next = Int32(table.count)
    table.number([keys, places.map { values[Int($0)] }], count: places.count, into: &numbers)
    var result: [Int32] = []
    for (index, number) in numbers.enumerated() where number == next {
      result.append(places[index])
      next += 1
    }
    return result
  }
}

/// `COUNT`.
final class CountAccumulator: Accumulator {
  private let argument: ExpressionNode?
  private let distinct: DistinctFilter?
  private var counts: [Int64] = []
  override var isBound: Bool { true }
  override var bytes: Int { counts.capacity * 8 + (distinct?.bytes ?? 0) }

  init(_ run: EngineRun, _ argument: ExpressionNode?, _ distinct: DistinctFilter? = nil) {
    self.argument = argument
    self.distinct = distinct
    super.init(run)
  }

  override func grow(to count: Int) {
    while counts.count < count { counts.append(0) }
  }

  override func add(_ batch: Batch, _ groups: [Int32]) throws {
    guard let argument else {
      for group in groups { counts[Int(group)] += 1 }
      return
    }
    let values = try argument.values(batch, nil)
    if let distinct {
      for place in distinct.fresh(values, groups) { counts[Int(groups[Int(place)])] += 1 }
    } else {
      for (index, group) in groups.enumerated() where values[index].isBound { counts[Int(group)] += 1 }
    }
  }

  override func result(_ group: Int) throws -> TermID { try run.identifier(of: Scalar(counts[group])) }
}

/// `COUNT(DISTINCT *)`.
final class DistinctRowAccumulator: Accumulator {
  private let columns: [Int]
  private let table: RowTable
  private var numbers: [Int32] = []
  private var counts: [Int64] = []
  override var isBound: Bool { true }
  override var bytes: Int { counts.capacity * 8 + table.bytes }

  init(_ run: EngineRun, _ columns: [Int]) {
    self.columns = columns
    table = RowTable(width: columns.count + 1)
    super.init(run)
  }

  override func grow(to count: Int) {
    while counts.count < count { counts.append(0) }
  }

  override func add(_ batch: Batch, _ groups: [Int32]) {
    var next = Int32(table.count)
    let keys = groups.map { TermID(rawValue: Int64($0)) }
    table.number([keys] + columns.map { batch.columns[$0] }, count: batch.count, into: &numbers)
    for (index, number) in numbers.enumerated() where number == next {
      counts[Int(groups[index])] += 1
      next += 1
    }
  }

  override func result(_ group: Int) throws -> TermID { try run.identifier(of: Scalar(counts[group])) }
}

/// `SAMPLE`: the first value that is no error.
final class SampleAccumulator: Accumulator {
  private let argument: ExpressionNode
  private var samples: [TermID] = []
  override var bytes: Int { samples.capacity * 8 }

  init(_ run: EngineRun, _ argument: ExpressionNode) {
    self.argument = argument
    super.init(run)
  }

  override func grow(to count: Int) {
    while samples.count < count { samples.append(.none) }
  }

  override func add(_ batch: Batch, _ groups: [Int32]) throws {
    let values = try argument.values(batch, nil)
    for (index, group) in groups.enumerated() where !samples[Int(group)].isBound {
      samples[Int(group)] = values[index]
    }
  }

  override func result(_ group: Int) throws -> TermID { samples[group] }
}
