internal import PasserelleCore

/// The identifiers that a variable can have where it passes comparisons with constants.
///
/// Inline values order by their identifiers within a kind; what is not inline stands in the dictionary and has to be
/// looked at. The ranges hold all values that pass, and others: the filters stay.
struct RangeFinder {
  private var low: [InlineKind: Int64] = [:]
  private var high: [InlineKind: Int64] = [:]
  private var kinds: Set<InlineKind> = Set(InlineKind.allCases)
  private(set) var isUseful = false

  private static let most: Int64 = (1 << 55) - 1
  private static let least: Int64 = -(1 << 55)
  private static let calendar: Set<InlineKind> = [.date, .yearMonth, .year, .dateTime]

  /// Takes a comparison of the variable with a constant.
  mutating func add(_ comparison: Expression.Comparison, _ constant: Term) {
    guard comparison != .notEqual, case .literal(let literal) = constant,
      let (kind, payload) = InlineValue.identifier(of: literal)?.inlineValue
    else { return }
    let isLower = comparison == .greater || comparison == .greaterOrEqual || comparison == .equal
    let isUpper = comparison == .less || comparison == .lessOrEqual || comparison == .equal
    switch kind {
    case .integer, .decimal:
      kinds.formIntersection([.integer, .decimal])
      var value = Double(payload)
      if kind == .decimal {
        value = Double(payload >> 5)
        for _ in 0..<(payload & 31) { value /= 10 }
      }
      guard value.magnitude < 1e14 else { return }
      let (floor, ceiling) = (Int64(value.rounded(.down)) - 1, Int64(value.rounded(.up)) + 1)
      if isLower {
        raise(.integer, to: floor)
        // The digits of a decimal are never nearer to zero than its value.
        if floor > 0 { raise(.decimal, to: floor << 5) }
      }
      if isUpper {
        lower(.integer, to: ceiling)
        if ceiling < 0 { lower(.decimal, to: ceiling << 5 | 31) }
      }
    case .date, .yearMonth, .year, .dateTime:
      kinds.formIntersection(Self.calendar)
      if isLower { raise(kind, to: payload) }
      if isUpper { lower(kind, to: payload) }
    case .boolean: kinds.formIntersection([.boolean])
    }
    isUseful = true
  }

  private mutating func raise(_ kind: InlineKind, to value: Int64) {
    low[kind] = max(low[kind] ?? value, value)
  }
  private mutating func lower(_ kind: InlineKind, to value: Int64) {
    high[kind] = min(high[kind] ?? value, value)
  }

  /// The ranges, ascending.
  var ranges: [ClosedRange<TermID>] {
    var result = [TermID(rawValue: 1)...TermID(rawValue: (1 << 62) - 1)]
    for kind in InlineKind.allCases.sorted(by: { $0.rawValue < $1.rawValue }) where kinds.contains(kind) {
      guard let first = TermID(kind, payload: max(Self.least, low[kind] ?? Self.least)),
        let last = TermID(kind, payload: min(Self.most, high[kind] ?? Self.most)), first <= last
      else { continue }
      result.append(first...last)
    }
    return result
  }
}
