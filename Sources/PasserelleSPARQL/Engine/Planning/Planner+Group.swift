internal import PasserelleCore

/// Groups: what is joined without an order of its own, with its filters.
extension Planner {
  /// The plan of joins, filters, triples, paths and rows.
  func group(_ algebra: Algebra, _ graph: ActiveGraph, _ needed: Set<Int>) throws -> PlanNode {
    var filters: [Expression] = []
    var inner = algebra
    while case .filter(let own, let next) = inner {
      filters += own.flatMap(\.conjuncts)
      inner = next
    }
    if !filters.isEmpty {
      inner = FilterPlacing(slots: slots).placed(filters, inner)
      filters = []
      if case .filter(let rest, let next) = inner {
        filters = rest
        inner = next
      }
    }
    return try group(inner, filters, graph, needed)
  }

  /// The plan of a group with some more rows to join with.
  func group(
    _ algebra: Algebra, _ filters: [Expression], _ graph: ActiveGraph, _ needed: Set<Int>,
    with more: [PlanNode] = []
  ) throws -> PlanNode {
    let existence = filters.filter { if case .exists = $0 { true } else { false } }
    var filters = filters.filter { if case .exists = $0 { false } else { true } }
    var needed = needed
    for filter in existence { needed.formUnion(filter.variables(slots)) }
    if let variable = graph.variable { needed.insert(variable) }

    var parts: [Algebra] = []
    flatten(algebra, into: &parts)
    var items = more.map { GroupItem($0) }
    var rest: [Algebra] = []
    for part in parts {
      switch part {
      case .pattern(let triples):
        for triple in try takeSearches(triples, &items) { try add(triple, graph, &items) }
      case .values(let data): items.append(GroupItem(try values(data)))
      default: rest.append(part)
      }
    }
    let infos = rest.map { AlgebraVariables($0, slots) }
    var wanted = needed
    for filter in filters { wanted.formUnion(filter.variables(slots)) }
    for item in items { wanted.formUnion(item.variables) }
    for (index, part) in rest.enumerated() {
      var shared = wanted
      for (other, info) in infos.enumerated() where other != index { shared.formUnion(info.all) }
      items.append(GroupItem(try plan(part, graph, needed: shared.intersection(infos[index].all))))
    }
    filters = try constants(filters, &items)
    var node = try joined(items, filters, graph, needed.union(graph.variable.map { [$0] } ?? []))
    for case .exists(let group, let isNegated) in existence {
      node = try exists(node, group, isNegated, graph)
    }
    return node
  }

  private func flatten(_ algebra: Algebra, into parts: inout [Algebra]) {
    var waiting = [algebra]
    while let next = waiting.popLast() {
      switch next {
      case .join(let left, let right): waiting += [right, left]
      case .unit: break
      default: parts.append(next)
      }
    }
  }

  /// Filters that compare a variable with terms, whose equality is that of terms, become rows to join with.
  private func constants(_ filters: [Expression], _ items: inout [GroupItem]) throws -> [Expression] {
    var rest: [Expression] = []
    for filter in filters {
      guard let (name, terms) = Self.equalTerms(filter), let slot = slots[name],
        items.contains(where: { $0.certain.contains(slot) })
      else {
        rest.append(filter)
        continue
      }
      var ids: [TermID] = []
      for term in terms {
        let id = try run.identifier(of: term)
        if !ids.contains(id) { ids.append(id) }
      }
      ids.sort()
      items.append(
        GroupItem(
          rows(
            "Values", Schema(variables: [slot], isBound: [true], sortedBy: [0]),
            Batch(columns: [ids], count: ids.count), detail: { ExpressionText.of(filter) })))
    }
    return rest
  }

  private static func equalTerms(_ filter: Expression) -> (String, [Term])? {
    func isTermEqual(_ term: Term) -> Bool {
      guard case .literal(let literal) = term else { return true }
      return literal.datatype == .string
    }
    switch filter {
    case .compare(.equal, .variable(let name), .term(let term)) where isTermEqual(term),
      .compare(.equal, .term(let term), .variable(let name)) where isTermEqual(term):
      return (name, [term])
    case .call(.sameTerm, let list):
      if list.count == 2, case .variable(let name) = list[0], case .term(let term) = list[1] {
        return (name, [term])
      }
      return nil
    case .isIn(.variable(let name), let list, isNegated: false):
      var terms: [Term] = []
      for case .term(let term) in list where isTermEqual(term) { terms.append(term) }
      return terms.count == list.count && !terms.isEmpty ? (name, terms) : nil
    default: return nil
    }
  }

  // Triples

  /// Adds a triple of a pattern to a group.
  func add(_ triple: TriplePattern, _ graph: ActiveGraph, _ items: inout [GroupItem]) throws {
    guard let subject = try place(triple.subject), let object = try place(triple.object) else { return }
    switch triple.predicate {
    case .node(let node):
      guard let predicate = try place(node) else { return }
      try add(subject, predicate, object, graph, { ExpressionText.of(triple) }, &items)
    case .path(let path): try add(subject, path, object, graph, &items)
    }
  }

  func add(
    _ subject: TripleItem.Place, _ predicate: TripleItem.Place, _ object: TripleItem.Place,
    _ graph: ActiveGraph,
    excluded: [TermID] = [], _ text: @escaping () -> String, _ items: inout [GroupItem]
  ) throws {
    let item = TripleItem(
      places: [subject, predicate, object], graph: graph, excluded: excluded, text: text)
    let hasUnknown = item.places.contains { $0.constant.map { $0.rawValue <= 0 } ?? false }
    if graph.isEmpty || hasUnknown {
      items.append(GroupItem(empty(item.variables)))
    } else {
      items.append(try GroupItem(item, run))
    }
  }

  /// What stands in a place of a pattern.
  func place(_ node: PatternNode) throws -> TripleItem.Place? {
    if case .term(let term) = node { return .constant(try run.identifier(of: term)) }
    return slots[node].map { .variable($0) }
  }
}
