/// How one value stands to another.
enum ValueOrder: Sendable {
  case less, equal, greater

  /// Compares two values.
  init<C: Comparable>(_ left: C, _ right: C) {
    self = left < right ? .less : left == right ? .equal : .greater
  }

  /// The order the other way round.
  var reversed: ValueOrder {
    switch self {
    case .less: .greater
    case .equal: .equal
    case .greater: .less
    }
  }

  /// Compares texts by their code points.
  static func ofTexts(_ left: String, _ right: String) -> ValueOrder {
    if left.utf8.elementsEqual(right.utf8) { return .equal }
    return left.utf8.lexicographicallyPrecedes(right.utf8) ? .less : .greater
  }
}
