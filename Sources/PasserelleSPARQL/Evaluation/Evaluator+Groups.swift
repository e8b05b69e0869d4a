internal import PasserelleCore

extension Evaluator {
  /// One row for each group, in the order in which the groups are met (SPARQL 1.1, section 18.5.1).
  ///
  /// Without keys there is one group, also of no solutions.
  func group(
    _ rows: [Row], _ keys: [Algebra.GroupKey], _ aggregates: [Algebra.GroupValue], _ scope: Scope
  ) throws -> [Row] {
    var places: [Row: Int] = keys.isEmpty ? [[]: 0] : [:]
    var groups: [(key: Row, rows: [Row])] = keys.isEmpty ? [([], [])] : []
    for row in rows {
      try run.step()
      run.beginSolution()
      let key = try keys.map { try value($0.expression, row, scope).map(run.number) ?? 0 }
      if let place = places[key] {
        groups[place].rows.append(row)
      } else {
        places[key] = groups.count
        groups.append((key, [row]))
      }
    }
    return try groups.map { group in
      var result = emptyRow
      for (key, number) in zip(keys, group.key) {
        if let slot = slots[key.variable] { result[slot] = number }
      }
      for found in aggregates {
        guard let slot = slots[found.variable], let term = try value(found.aggregate, group.rows, scope)
        else { continue }
        result[slot] = run.number(of: term)
      }
      return result
    }
  }

  /// The value of an aggregate; nil for an error.
  ///
  /// `COUNT` and `SAMPLE` pass over solutions in which the expression is an error; in the others, one error
  /// makes the aggregate one.
  private func value(_ aggregate: Aggregate, _ rows: [Row], _ scope: Scope) throws -> Term? {
    guard let argument = aggregate.argument else {
      return .integer(count(rows, isDistinct: aggregate.isDistinct))
    }
    var terms: [Term] = []
    var seen: Set<Term> = []
    for row in rows {
      run.beginSolution()
      guard let term = try value(argument, row, scope) else {
        if aggregate.function == .count || aggregate.function == .sample { continue }
        return nil
      }
      if !aggregate.isDistinct || seen.insert(term).inserted { terms.append(term) }
    }
    switch aggregate.function {
    case .count: return .integer(terms.count)
    case .sample: return terms.first
    case .sum: return sum(terms)
    case .average:
      guard !terms.isEmpty else { return .integer(0) }
      return sum(terms).flatMap { Value.arithmetic(.divide, $0, .integer(terms.count)) }
    case .minimum: return extreme(terms, .less)
    case .maximum: return extreme(terms, .greater)
    case .groupConcatenation:
      var texts: [String] = []
      for term in terms {
        guard let text = term.literalValue?.lexicalForm ?? (term.isNamed ? term.iriValue : nil) else {
          return nil
        }
        texts.append(text)
      }
      return .string(texts.joined(separator: aggregate.separator))
    }
  }

  private func count(_ rows: [Row], isDistinct: Bool) -> Int {
    guard isDistinct else { return rows.count }
    let named = emptyRow.indices.filter(slots.isNamed)
    return Set(rows.map { row in named.map { row[$0] } }).count
  }

  private func sum(_ terms: [Term]) -> Term? {
    var total = Numeric.integer(.zero)
    for term in terms {
      guard case .numeric(let number) = Value(term), let sum = Numeric.apply(.add, total, number) else {
        return nil
      }
      total = sum
    }
    return total.term
  }

  /// The first term of the smallest or largest value in the order of `ORDER BY`.
  private func extreme(_ terms: [Term], _ wanted: ValueOrder) -> Term? {
    guard var best = terms.first else { return nil }
    var value = Value(best)
    for term in terms.dropFirst() {
      let other = Value(term)
      if Value.totalOrder(other, value) == wanted { (best, value) = (term, other) }
    }
    return best
  }

  /// The rows in an order; those that are equal in it keep theirs.
  func order(_ rows: [Row], _ conditions: [SelectQuery.OrderCondition], _ scope: Scope) throws -> [Row] {
    let keys = try rows.map { row in
      run.beginSolution()
      return try conditions.map { try value($0.expression, row, scope).map { Value($0) } }
    }
    let places = try rows.indices.sorted { left, right in
      try run.step()
      for (index, condition) in conditions.enumerated() {
        switch Value.totalOrder(keys[left][index], keys[right][index]) {
        case .equal: continue
        case .less: return !condition.isDescending
        case .greater: return condition.isDescending
        }
      }
      return left < right
    }
    return places.map { rows[$0] }
  }
}
