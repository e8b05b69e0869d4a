internal import PasserelleCore

/// `MIN` and `MAX`: the first term of the smallest or largest value in the order of `ORDER BY`.
final class ExtremeAccumulator: Accumulator {
  private let argument: ExpressionNode
  private let wanted: ValueOrder
  private let maker: OrderKeyMaker
  private var best: [TermID] = []
  private var keys: [UInt128] = []
  private var hasError: [Bool] = []
  override var bytes: Int { best.capacity * 25 }

  init(_ run: EngineRun, _ argument: ExpressionNode, _ wanted: ValueOrder) {
    self.argument = argument
    self.wanted = wanted
    maker = OrderKeyMaker(run)
    super.init(run)
  }

  override func grow(to count: Int) {
    while best.count < count {
      best.append(.none)
      keys.append(0)
      hasError.append(false)
    }
  }

  override func add(_ batch: Batch, _ groups: [Int32]) throws {
    let values = try argument.values(batch, nil)
    for (index, number) in groups.enumerated() {
      let (group, value) = (Int(number), values[index])
      if !value.isBound { hasError[group] = true }
      if hasError[group] || value == best[group] { continue }
      let key = try maker.key(value)
      let isBetter = try !best[group].isBound || maker.order(value, key, best[group], keys[group]) == wanted
      if isBetter {
        best[group] = value
        keys[group] = key
      }
    }
  }

  override func result(_ group: Int) throws -> TermID { hasError[group] ? .none : best[group] }
}

/// `GROUP_CONCAT`, in the order in which the rows come.
final class ConcatenationAccumulator: Accumulator {
  private let argument: ExpressionNode
  private let distinct: DistinctFilter?
  private let separator: [UInt8]
  private var values: [TermID] = []
  /// The place of the next value of the same group, by the place of a value; −1 for none.
  private var next: [Int32] = []
  private var first: [Int32] = []
  private var last: [Int32] = []
  private var hasError: [Bool] = []
  override var bytes: Int { values.capacity * 12 + first.capacity * 9 + (distinct?.bytes ?? 0) }

  init(_ run: EngineRun, _ argument: ExpressionNode, _ distinct: DistinctFilter?, _ separator: String) {
    self.argument = argument
    self.distinct = distinct
    self.separator = Array(separator.utf8)
    super.init(run)
  }

  override func grow(to count: Int) {
    while first.count < count {
      first.append(-1)
      last.append(-1)
      hasError.append(false)
    }
  }

  override func add(_ batch: Batch, _ groups: [Int32]) throws {
    let found = try argument.values(batch, nil)
    for (index, value) in found.enumerated() where !value.isBound { hasError[Int(groups[index])] = true }
    for place in distinct?.fresh(found, groups) ?? found.indices.map({ Int32($0) })
    where found[Int(place)].isBound {
      let group = Int(groups[Int(place)])
      let number = Int32(values.count)
      values.append(found[Int(place)])
      next.append(-1)
      if last[group] >= 0 { next[Int(last[group])] = number } else { first[group] = number }
      last[group] = number
    }
  }

  override func result(_ group: Int) throws -> TermID {
    guard !hasError[group] else { return .none }
    var text: [UInt8] = []
    var place = first[group]
    var isSound = true
    while place >= 0 {
      if place != first[group] { text += separator }
      try run.withAnyText(of: values[Int(place)]) { shape, bytes in
        if case .iri = shape, bytes.isBlankNode { isSound = false }
        text += bytes
      }
      place = next[Int(place)]
    }
    return isSound ? try run.identifier(of: Term.string(String(decoding: text, as: UTF8.self))) : .none
  }
}
