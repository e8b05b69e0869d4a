internal import PasserelleCore

/// The order of `ORDER BY` (SPARQL 1.1, section 15.1), made total where the recommendation leaves it open.
///
/// No value, blank nodes, IRIs, literals. Literals: those that `<` compares stand together in its order
/// (numbers, texts, texts with a language, booleans, dates and times, durations), then the others by datatype
/// and text. Dates without zone are taken as UTC, not-a-number stands before all numbers. Values that are
/// equal keep the order in which they came.
extension Value {
  /// Compares two values, each of which may be absent.
  static func totalOrder(_ left: Value?, _ right: Value?) -> ValueOrder {
    guard let left else { return right == nil ? .equal : .less }
    guard let right else { return .greater }
    return left.totalOrder(to: right)
  }

  private var rank: Int {
    switch self {
    case .blank: 0
    case .iri: 1
    case .numeric: 2
    case .string: 3
    case .language: 4
    case .boolean: 5
    case .calendar: 6
    case .duration: 7
    case .opaque: 8
    }
  }

  private func totalOrder(to other: Value) -> ValueOrder {
    switch (self, other) {
    case (.blank(let a), .blank(let b)), (.iri(let a), .iri(let b)), (.string(let a), .string(let b)):
      return ValueOrder.ofTexts(a, b)
    case (.numeric(let a), .numeric(let b)):
      return Numeric.order(a, b) ?? ValueOrder(a.double.isNaN ? 0 : 1, b.double.isNaN ? 0 : 1)
    case (.language(let a, let tagA), .language(let b, let tagB)):
      let order = ValueOrder.ofTexts(a, b)
      return order == .equal ? ValueOrder.ofTexts(tagA, tagB) : order
    case (.boolean(let a), .boolean(let b)): return ValueOrder(a ? 1 : 0, b ? 1 : 0)
    case (.calendar(let a), .calendar(let b)):
      guard a.kind == b.kind else { return ValueOrder.ofTexts(a.kind.rawValue, b.kind.rawValue) }
      return ValueOrder(a.instant(), b.instant())
    case (.duration(let a), .duration(let b)):
      // A month counts as its mean length.
      let month = DecimalNumber(2_629_746)
      let ends = [a, b].map { DecimalNumber($0.months).times(month)?.plus($0.seconds) ?? $0.seconds }
      return ValueOrder(ends[0], ends[1])
    case (.opaque(let a), .opaque(let b)):
      let order = ValueOrder.ofTexts(a.datatype.iri, b.datatype.iri)
      return order == .equal ? ValueOrder.ofTexts(a.lexicalForm, b.lexicalForm) : order
    default: return ValueOrder(rank, other.rank)
    }
  }
}
