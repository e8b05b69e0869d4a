internal import PasserelleCore

/// `SUM` and `AVG`; one value that is no number makes an error of the group.
final class SumAccumulator: Accumulator {
  private let argument: ExpressionNode
  private let distinct: DistinctFilter?
  private let isAverage: Bool
  private var sums: [Scalar] = []
  private var counts: [Int64] = []
  override var bytes: Int { sums.capacity * 32 + counts.capacity * 8 + (distinct?.bytes ?? 0) }

  init(_ run: EngineRun, _ argument: ExpressionNode, _ distinct: DistinctFilter?, isAverage: Bool) {
    self.argument = argument
    self.distinct = distinct
    self.isAverage = isAverage
    super.init(run)
  }

  override func grow(to count: Int) {
    while sums.count < count {
      sums.append(Scalar(0 as Int64))
      counts.append(0)
    }
  }

  override func add(_ batch: Batch, _ groups: [Int32]) throws {
    guard let distinct else {
      add(try argument.scalars(batch, nil), groups)
      return
    }
    let values = try argument.values(batch, nil)
    for (index, value) in values.enumerated() where !value.isBound { sums[Int(groups[index])] = .error }
    let fresh = distinct.fresh(values, groups)
    add(try argument.scalars(batch, fresh), fresh.map { groups[Int($0)] })
  }

  private func add(_ values: [Scalar], _ groups: [Int32]) {
    sums.withUnsafeMutableBufferPointer { sums in
      for index in values.indices {
        let (group, value) = (Int(groups[index]), values[index])
        if !sums[group].add(value) { sums[group] = Self.sum(sums[group], value) }
      }
    }
    guard isAverage else { return }
    for group in groups { counts[Int(group)] += 1 }
  }

  private static func sum(_ total: Scalar, _ value: Scalar) -> Scalar {
    total.isNumber && value.isNumber ? Scalar.apply(.add, total, value) : .error
  }

  override func result(_ group: Int) throws -> TermID {
    let sum = sums[group]
    guard isAverage, sum.isNumber else { return try run.identifier(of: sum) }
    if counts[group] == 0 { return try run.identifier(of: Scalar(0 as Int64)) }
    let total = try run.settled(sum)
    guard total.isNumber else { return .none }
    return try run.identifier(of: Scalar.apply(.divide, total, Scalar(counts[group])))
  }
}

extension Scalar {
  /// Adds an exact number to an exact sum.
  ///
  /// - Returns: False where that takes more care; nothing is added then.
  @inline(__always) mutating func add(_ value: Scalar) -> Bool {
    let limit: Int128 = 1 << 119
    let least: Int128 = 1 << 62
    guard isExact, value.isExact, bits < limit, bits > -limit, value.bits < least, value.bits > -least else {
      return false
    }
    if value.scale == scale {
      bits += value.bits
    } else if value.scale < scale {
      guard scale - value.scale <= 16 else { return false }
      bits += value.bits * Int128(Self.tens[Int(scale - value.scale)])
    } else {
      guard value.scale - scale <= 16, bits < least, bits > -least else { return false }
      bits = bits * Int128(Self.tens[Int(value.scale - scale)]) + value.bits
      scale = value.scale
    }
    if value.kind == .decimal { kind = .decimal }
    return true
  }
}
