internal import PasserelleCore

/// The rules on variables that the grammar cannot say (SPARQL 1.1, sections 18.2.1 and 19.8, notes 12 and
/// 13).
enum ScopeChecks {
  /// The variables that a group may bind.
  static func variables(of group: GroupPattern) -> Set<String> {
    var found: Set<String> = []
    for element in group.elements { add(element, &found) }
    return found
  }

  private static func add(_ element: GroupElement, _ found: inout Set<String>) {
    switch element {
    case .triples(let triples):
      for triple in triples {
        var nodes = [triple.subject, triple.object]
        if case .node(let verb) = triple.predicate { nodes.append(verb) }
        for case .variable(let name) in nodes { found.insert(name) }
      }
    case .group(let group), .optional(let group): found.formUnion(variables(of: group))
    case .union(let branches): for branch in branches { found.formUnion(variables(of: branch)) }
    case .graph(let node, let group), .service(let node, let group, _):
      if case .variable(let name) = node { found.insert(name) }
      found.formUnion(variables(of: group))
    case .bind(_, let name): found.insert(name)
    case .values(let data): found.formUnion(data.variables)
    case .subquery(let query): found.formUnion(variables(of: query))
    case .filter, .minus: break
    }
  }

  /// The variables that a query gives.
  static func variables(of query: SelectQuery) -> Set<String> {
    query.isAll ? variables(of: query.pattern) : Set(query.projection.map(\.variable))
  }

  /// Checks what a query selects.
  static func check(_ query: SelectQuery, at offset: Int, in text: [UInt8]) throws(SPARQLSyntaxError) {
    func fault(_ french: String, _ english: String) -> SPARQLSyntaxError {
      SPARQLSyntaxError(LocalizedText(fr: french, en: english), at: offset, in: text)
    }
    let bound = variables(of: query.pattern)
    for column in query.projection where column.expression != nil && bound.contains(column.variable) {
      throw fault(
        "?\(column.variable) a déjà une valeur dans le motif ; choisissez un autre nom après AS.",
        "?\(column.variable) has a value in the pattern already; choose another name after AS.")
    }
    let isGrouped =
      !query.groupBy.isEmpty || !query.having.isEmpty
      || query.projection.contains { $0.expression.map(holdsAggregate) ?? false }
      || query.orderBy.contains { holdsAggregate($0.expression) }
    guard isGrouped else { return }
    if query.isAll, !query.groupBy.isEmpty {
      throw fault("SELECT * ne va pas avec GROUP BY.", "SELECT * does not go with GROUP BY.")
    }
    var allowed: Set<String> = []
    for condition in query.groupBy {
      if let name = condition.variable { allowed.insert(name) }
      if case .variable(let name) = condition.expression { allowed.insert(name) }
    }
    for column in query.projection {
      let used = column.expression.map(freeVariables) ?? [column.variable]
      if let wrong = used.sorted().first(where: { !allowed.contains($0) }) {
        throw fault(
          "?\(wrong) n’est ni dans GROUP BY ni dans un agrégat.",
          "?\(wrong) is neither in GROUP BY nor in an aggregate.")
      }
      allowed.insert(column.variable)
    }
  }

  /// Whether an expression holds an aggregate.
  static func holdsAggregate(_ expression: Expression) -> Bool {
    if case .aggregate = expression { return true }
    return expression.operands.contains(where: holdsAggregate)
  }

  /// The variables of an expression that stand outside aggregates and patterns.
  private static func freeVariables(_ expression: Expression) -> Set<String> {
    switch expression {
    case .variable(let name): [name]
    case .aggregate, .exists: []
    default: expression.operands.reduce(into: []) { $0.formUnion(freeVariables($1)) }
    }
  }
}

extension Expression {
  /// The expressions directly within this one; those of aggregates and patterns left out.
  var operands: [Expression] {
    switch self {
    case .variable, .term, .exists, .aggregate: []
    case .or(let left, let right), .and(let left, let right), .compare(_, let left, let right),
      .arithmetic(_, let left, let right):
      [left, right]
    case .not(let inner), .negate(let inner), .plus(let inner): [inner]
    case .isIn(let value, let list, _): [value] + list
    case .call(_, let list), .function(_, let list): list
    }
  }
}
