internal import PasserelleCore

/// Moves filters as far down as they give the same there.
struct FilterPlacing {
  let slots: VariableSlots

  /// The algebra with filters on top of it, each as deep as it may go.
  func placed(_ filters: [Expression], _ algebra: Algebra) -> Algebra {
    var result = algebra
    var rest: [Expression] = []
    for filter in filters {
      if filter.isVolatile || filter.hasExists {
        rest.append(filter)
      } else if let deeper = pushed(filter, filter.variables(slots), into: result) {
        result = deeper
      } else {
        rest.append(filter)
      }
    }
    if case .filter(let own, let inner) = result { return .filter(own + rest, inner) }
    return rest.isEmpty ? result : .filter(rest, result)
  }

  /// The algebra with a filter within it; nil where it has to stay on top.
  private func pushed(_ filter: Expression, _ used: Set<Int>, into algebra: Algebra) -> Algebra? {
    func deep(_ inner: Algebra) -> Algebra { pushed(filter, used, into: inner) ?? Self.on(filter, inner) }
    switch algebra {
    case .filter(let own, let inner):
      return pushed(filter, used, into: inner).map { .filter(own, $0) }
    case .join(let left, let right):
      // Into every side that binds all that the filter sees.
      let (a, b) = (AlgebraVariables(left, slots), AlgebraVariables(right, slots))
      if isDecided(used, by: a, against: b) { return .join(deep(left), right) }
      if isDecided(used, by: b, against: a) { return .join(left, deep(right)) }
      return nil
    case .leftJoin(let left, let right, let filters):
      let (a, b) = (AlgebraVariables(left, slots), AlgebraVariables(right, slots))
      return isDecided(used, by: a, against: b) ? .leftJoin(deep(left), right, filters) : nil
    case .minus(let left, let right): return .minus(deep(left), right)
    case .union(let left, let right): return .union(deep(left), deep(right))
    case .extend(let inner, let name, let expression):
      guard let slot = slots[name], !used.contains(slot) else { return nil }
      return .extend(deep(inner), name, expression)
    case .distinct(let inner): return .distinct(deep(inner))
    case .orderBy(let inner, let conditions): return .orderBy(deep(inner), conditions)
    case .project(let inner, let names):
      let kept = Set(names.compactMap { slots[$0] })
      let hidden = inner.mentionedVariables(slots).subtracting(kept)
      return used.isDisjoint(with: hidden) ? .project(deep(inner), names) : nil
    case .group(let inner, let keys, let aggregates):
      guard !keys.isEmpty else { return nil }
      let plain = keys.compactMap { key -> Int? in
        guard case .variable(let name) = key.expression, name == key.variable else { return nil }
        return slots[name]
      }
      return used.isSubset(of: plain) ? .group(deep(inner), keys: keys, aggregates: aggregates) : nil
    default: return nil
    }
  }

  /// Whether one side of a join binds all that the other could bind of what a filter sees.
  private func isDecided(_ used: Set<Int>, by side: AlgebraVariables, against other: AlgebraVariables) -> Bool
  {
    // A filter that neither side gives anything to stays where it is.
    !used.isDisjoint(with: side.all)
      && used.allSatisfy { side.certain.contains($0) || !other.all.contains($0) }
  }

  private static func on(_ filter: Expression, _ algebra: Algebra) -> Algebra {
    if case .filter(let own, let inner) = algebra { return .filter(own + [filter], inner) }
    return .filter([filter], algebra)
  }
}
