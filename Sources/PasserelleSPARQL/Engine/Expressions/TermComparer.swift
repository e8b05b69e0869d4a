internal import PasserelleCore

/// Compares terms by their identifiers, decoding only those whose shape leaves no other way.
///
/// Gives what ``Value/compare(_:_:_:)`` gives.
final class TermComparer {
  private let run: EngineRun
  private var shapes = IDMemo<Shape>(.typed)

  /// What decides how a term is compared.
  private enum Shape: UInt8 { case iri, string, languageString, typed }

  init(_ run: EngineRun) { self.run = run }

  private func shape(_ id: TermID) throws -> Shape {
    if let known = shapes.value(id) { return known }
    var result = Shape.typed
    try run.withAnyText(of: id) { shape, _ in
      switch shape {
      case .iri: result = .iri
      case .string: result = .string
      case .languageString: result = .languageString
      default: result = .typed
      }
    }
    shapes.insert(result, for: id)
    return result
  }

  /// `a = b`.
  func equal(_ a: TermID, _ b: TermID) throws -> Truth {
    guard a.isBound, b.isBound else { return .error }
    if a.isInline, b.isInline {
      if a == b { return .yes }
      guard a.isInlineNumber, b.isInlineNumber, a.inlineKindBits != b.inlineKindBits else { return .no }
      return Truth(Scalar.order(a.inlineScalar, b.inlineScalar) == .equal)
    }
    let left = a.isInline ? .typed : try shape(a)
    if left == .iri { return Truth(a == b) }
    let right = b.isInline ? .typed : try shape(b)
    if right == .iri { return .no }
    // What is inline is sound, and no text.
    if left != .typed || a.isInline, right != .typed || b.isInline { return Truth(a == b) }
    return try decoded(.equal, a, b)
  }

  /// Any comparison.
  func compare(_ comparison: Expression.Comparison, _ a: TermID, _ b: TermID) throws -> Truth {
    switch comparison {
    case .equal: return try equal(a, b)
    case .notEqual: return try equal(a, b).negated
    default: break
    }
    guard a.isBound, b.isBound else { return .error }
    guard let order = try order(a, b) else { return try decoded(comparison, a, b) }
    return Truth(comparison.holds(order))
  }

  /// The order of two terms where it is known without decoding them.
  private func order(_ a: TermID, _ b: TermID) throws -> ValueOrder? {
    if a.isInline, b.isInline {
      if a.isInlineNumber, b.isInlineNumber { return Scalar.order(a.inlineScalar, b.inlineScalar) }
      return a.inlineKindBits == b.inlineKindBits ? ValueOrder(a, b) : nil
    }
    guard !a.isInline, !b.isInline, try shape(a) == .string, try shape(b) == .string else { return nil }
    if a == b { return .equal }
    var result = ValueOrder.equal
    try run.withAnyText(of: a) { _, left in
      try run.withAnyText(of: b) { _, right in result = ByteSearch.order(left, right) }
    }
    return result
  }

  private func decoded(_ comparison: Expression.Comparison, _ a: TermID, _ b: TermID) throws -> Truth {
    guard let left = try run.term(of: a), let right = try run.term(of: b) else { return .error }
    return Truth(Value.compare(comparison, left, right))
  }
}

extension Expression.Comparison {
  /// Whether two values in this order pass.
  func holds(_ order: ValueOrder?) -> Bool {
    switch self {
    case .equal: order == .equal
    case .notEqual: order != .equal
    case .less: order == .less
    case .greater: order == .greater
    case .lessOrEqual: order == .less || order == .equal
    case .greaterOrEqual: order == .greater || order == .equal
    }
  }

  /// The comparison with its sides changed over.
  var flipped: Expression.Comparison {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .greater: .less
    case .lessOrEqual: .greaterOrEqual
    case .greaterOrEqual: .lessOrEqual
    }
  }
}
