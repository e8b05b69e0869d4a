internal import PasserelleCore

/// The translation of SPARQL 1.1, sections 18.2.2 to 18.2.5.
extension Algebra {
  /// The algebra of a query, its projection and modifiers included.
  public init(_ query: Query) {
    switch query.form {
    case .select(let select): self.init(select)
    case .construct(_, let select), .describe(_, _, let select), .ask(let select):
      var all = select
      all.isAll = true
      self.init(all)
    }
  }

  /// The algebra of a group (section 18.2.2.6).
  public init(_ group: GroupPattern) {
    let (filters, inner) = Self.parts(group)
    self = filters.isEmpty ? inner : .filter(filters, inner)
  }

  /// The filters of a group itself, and the algebra of the rest.
  private static func parts(_ group: GroupPattern) -> (filters: [Expression], inner: Algebra) {
    var result = Algebra.unit
    var filters: [Expression] = []
    var triples: [TriplePattern] = []
    func flush() {
      guard !triples.isEmpty else { return }
      result = joined(result, .pattern(triples))
      triples = []
    }
    for element in group.elements {
      switch element {
      // Filters do not part the triples that stand around them.
      case .filter(let expression): filters.append(expression)
      case .triples(let more): triples += more
      default:
        flush()
        result = added(element, to: result)
      }
    }
    flush()
    return (filters, result)
  }

  private static func added(_ element: GroupElement, to left: Algebra) -> Algebra {
    switch element {
    case .optional(let group):
      let (filters, inner) = parts(group)
      return .leftJoin(left, inner, filters)
    case .minus(let group): return .minus(left, Algebra(group))
    case .bind(let expression, let name): return .extend(left, name, expression)
    case .group(let group): return joined(left, Algebra(group))
    case .union(let branches):
      return joined(left, branches.map { Algebra($0) }.balanced { .union($0, $1) } ?? .unit)
    case .graph(let node, let group): return joined(left, .graph(node, Algebra(group)))
    case .service(let node, let group, let isSilent):
      return joined(left, .service(node, Algebra(group), isSilent: isSilent))
    case .values(let data): return joined(left, .values(data))
    case .subquery(let query): return joined(left, Algebra(query))
    case .triples(let triples): return joined(left, .pattern(triples))
    case .filter: return left
    }
  }

  /// A join, left out where one side is the unit.
  private static func joined(_ left: Algebra, _ right: Algebra) -> Algebra {
    if left == .unit { return right }
    if right == .unit { return left }
    return .join(left, right)
  }

  /// The algebra of a subquery, or of the pattern and modifiers of a query (sections 18.2.4 and 18.2.5).
  public init(_ query: SelectQuery) {
    var result = Algebra(query.pattern)
    var collector = AggregateCollector()
    let projection = query.projection.map { column in
      (variable: column.variable, expression: column.expression.map { collector.replaced($0) })
    }
    let having = query.having.map { collector.replaced($0) }
    let order = query.orderBy.map {
      SelectQuery.OrderCondition(collector.replaced($0.expression), isDescending: $0.isDescending)
    }
    if !query.groupBy.isEmpty || !collector.found.isEmpty {
      let keys = query.groupBy.enumerated().map { index, condition in
        if case .variable(let name) = condition.expression, condition.variable == nil {
          return GroupKey(variable: name, expression: condition.expression)
        }
        return GroupKey(variable: condition.variable ?? " key\(index)", expression: condition.expression)
      }
      result = .group(result, keys: keys, aggregates: collector.found)
    }
    if !having.isEmpty { result = .filter(having, result) }
    if let values = query.values { result = Self.joined(result, .values(values)) }
    for column in projection {
      if let expression = column.expression { result = .extend(result, column.variable, expression) }
    }
    if !order.isEmpty { result = .orderBy(result, order) }
    result = .project(
      result, query.isAll ? VisibleVariables.of(query.pattern, query.values) : projection.map(\.variable))
    if query.isDistinct { result = .distinct(result) }
    if query.isReduced { result = .reduced(result) }
    if query.offset != nil || query.limit != nil {
      result = .slice(result, offset: query.offset ?? 0, limit: query.limit)
    }
    self = result
  }
}

/// Takes the aggregates out of expressions and puts variables in their place.
struct AggregateCollector {
  private(set) var found: [Algebra.GroupValue] = []

  /// The expression with a variable for each aggregate.
  mutating func replaced(_ expression: Expression) -> Expression {
    guard case .aggregate(let aggregate) = expression else {
      return expression.mapOperands { replaced($0) }
    }
    if let known = found.first(where: { $0.aggregate == aggregate }) { return .variable(known.variable) }
    let variable = " aggregate\(found.count)"
    found.append(Algebra.GroupValue(variable: variable, aggregate: aggregate))
    return .variable(variable)
  }
}

extension Expression {
  /// The expression with each of those directly within it replaced.
  func mapOperands(_ transform: (Expression) -> Expression) -> Expression {
    switch self {
    case .variable, .term, .exists, .aggregate: self
    case .or(let left, let right): .or(transform(left), transform(right))
    case .and(let left, let right): .and(transform(left), transform(right))
    case .compare(let comparison, let left, let right):
      .compare(comparison, transform(left), transform(right))
    case .arithmetic(let operation, let left, let right):
      .arithmetic(operation, transform(left), transform(right))
    case .not(let inner): .not(transform(inner))
    case .negate(let inner): .negate(transform(inner))
    case .plus(let inner): .plus(transform(inner))
    case .isIn(let value, let list, let isNegated):
      .isIn(transform(value), list.map(transform), isNegated: isNegated)
    case .call(let function, let list): .call(function, list.map(transform))
    case .function(let name, let list): .function(name, list.map(transform))
    }
  }
}
