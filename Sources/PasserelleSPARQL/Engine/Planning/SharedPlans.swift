internal import PasserelleCore

/// Subqueries that a query holds more than once, apart from the names of their variables: they are computed once.
final class SharedPlans {
  private var counts: [Algebra: Int] = [:]
  /// What was planned already, by the subquery with its variables renamed.
  var known: [Key: HeldPlan] = [:]

  struct Key: Hashable {
    let algebra: Algebra
    let graph: ActiveGraph
  }

  /// A plan whose rows several parts read, and the names that its variables have in the renamed subquery.
  struct HeldPlan {
    let rows: HeldRows
    let node: PlanNode
    let names: [String: Int]
  }

  /// Looks for subqueries that stand more than once.
  init(_ algebra: Algebra) {
    var found: [Algebra] = []
    Self.collect(algebra, &found)
    guard found.count > 1 else { return }
    for subquery in found {
      var renaming = VariableRenaming()
      if let renamed = renaming.renamed(subquery) { counts[renamed, default: 0] += 1 }
    }
  }

  /// Whether a renamed subquery stands more than once.
  func isShared(_ renamed: Algebra) -> Bool { counts[renamed, default: 0] > 1 }

  /// Whether anything is shared at all.
  var isEmpty: Bool { !counts.values.contains { $0 > 1 } }

  private static func collect(_ algebra: Algebra, _ found: inout [Algebra]) {
    switch algebra {
    case .project(let inner, _):
      if hasGroup(inner) { found.append(algebra) }
      collect(inner, &found)
    case .join(let left, let right), .leftJoin(let left, let right, _), .union(let left, let right),
      .minus(let left, let right):
      collect(left, &found)
      collect(right, &found)
    case .filter(_, let inner), .extend(let inner, _, _), .graph(_, let inner), .group(let inner, _, _),
      .orderBy(let inner, _), .distinct(let inner), .reduced(let inner), .slice(let inner, _, _),
      .service(_, let inner, _):
      collect(inner, &found)
    case .unit, .pattern, .values: break
    }
  }

  private static func hasGroup(_ algebra: Algebra) -> Bool {
    switch algebra {
    case .group: true
    case .filter(_, let inner), .extend(let inner, _, _), .orderBy(let inner, _): hasGroup(inner)
    default: false
    }
  }
}

extension Planner {
  /// The plan of a subquery that stands more than once; nil for another.
  func sharedPlan(_ algebra: Algebra, _ names: [String], _ graph: ActiveGraph, _ needed: Set<Int>) throws
    -> PlanNode?
  {
    guard !shared.isEmpty, graph.variable == nil else { return nil }
    var renaming = VariableRenaming()
    guard let renamed = renaming.renamed(algebra), shared.isShared(renamed),
      case .project(let inner, _) = algebra
    else { return nil }
    let key = SharedPlans.Key(algebra: renamed, graph: graph)
    let kept = Set(names.compactMap { slots[$0] })
    if shared.known[key] == nil {
      let node = projected(try plan(inner, graph, needed: kept), kept, graph)
      var own: [String: Int] = [:]
      for (name, other) in renaming.names { if let slot = slots[name] { own[other] = slot } }
      shared.known[key] = SharedPlans.HeldPlan(rows: HeldRows(node), node: node, names: own)
    }
    guard let held = shared.known[key] else { return nil }
    var mine: [Int: Int] = [:]
    for (name, other) in renaming.names {
      if let theirs = held.names[other], let slot = slots[name] { mine[theirs] = slot }
    }
    var schema = held.node.schema
    schema.variables = schema.variables.map { mine[$0] ?? $0 }
    var distinct: [Int: Double] = [:]
    for (variable, count) in held.node.distinct { distinct[mine[variable] ?? variable] = count }
    let result = PlanNode(
      "Shared", run, schema, children: [held.node], rows: held.node.rows, cost: held.node.cost,
      distinct: distinct
    ) { [schema] _ in
      RowsOperator(schema, try held.rows.batch())
    }
    return projected(result, needed.intersection(kept), graph)
  }
}

/// Renames the variables of an algebra by the order in which they are met.
struct VariableRenaming {
  /// The new names by the old ones.
  private(set) var names: [String: String] = [:]

  private mutating func name(_ name: String) -> String {
    if let known = names[name] { return known }
    let fresh = "v\(names.count)"
    names[name] = fresh
    return fresh
  }

  private mutating func node(_ node: PatternNode) -> PatternNode {
    switch node {
    case .variable(let text): .variable(name(text))
    case .blank(let label): .blank(name("_:" + label))
    case .term: node
    }
  }

  private mutating func expression(_ expression: Expression) -> Expression {
    switch expression {
    case .variable(let text): return .variable(name(text))
    case .aggregate(let value): return .aggregate(aggregate(value))
    default:
      var copy = self
      let result = expression.mapOperands { copy.expression($0) }
      self = copy
      return result
    }
  }

  private mutating func aggregate(_ aggregate: Aggregate) -> Aggregate {
    var result = aggregate
    if let argument = aggregate.argument { result.argument = expression(argument) }
    return result
  }

  /// The algebra with other names; nil where there is an `EXISTS`, or something that may differ each time.
  mutating func renamed(_ algebra: Algebra) -> Algebra? {
    func isPlain(_ list: [Expression]) -> Bool { !list.contains { $0.hasExists || $0.isVolatile } }
    switch algebra {
    case .unit: return .unit
    case .pattern(let triples):
      return .pattern(
        triples.map { triple in
          var verb = triple.predicate
          let subject = node(triple.subject)
          if case .node(let predicate) = verb { verb = .node(node(predicate)) }
          return TriplePattern(subject, verb, node(triple.object))
        })
    case .join(let left, let right):
      guard let a = renamed(left), let b = renamed(right) else { return nil }
      return .join(a, b)
    case .union(let left, let right):
      guard let a = renamed(left), let b = renamed(right) else { return nil }
      return .union(a, b)
    case .minus(let left, let right):
      guard let a = renamed(left), let b = renamed(right) else { return nil }
      return .minus(a, b)
    case .leftJoin(let left, let right, let filters):
      guard isPlain(filters), let a = renamed(left), let b = renamed(right) else { return nil }
      return .leftJoin(a, b, filters.map { expression($0) })
    case .filter(let filters, let inner):
      guard isPlain(filters), let a = renamed(inner) else { return nil }
      return .filter(filters.map { expression($0) }, a)
    case .extend(let inner, let variable, let value):
      guard isPlain([value]), let a = renamed(inner) else { return nil }
      return .extend(a, name(variable), expression(value))
    case .graph(let place, let inner):
      guard let a = renamed(inner) else { return nil }
      return .graph(node(place), a)
    case .values(let data):
      return .values(InlineData(variables: data.variables.map { name($0) }, rows: data.rows))
    case .group(let inner, let keys, let aggregates):
      guard isPlain(keys.map(\.expression)), isPlain(aggregates.compactMap(\.aggregate.argument)),
        let a = renamed(inner)
      else { return nil }
      return .group(
        a,
        keys: keys.map {
          Algebra.GroupKey(variable: name($0.variable), expression: expression($0.expression))
        },
        aggregates: aggregates.map {
          Algebra.GroupValue(variable: name($0.variable), aggregate: aggregate($0.aggregate))
        })
    case .orderBy(let inner, let conditions):
      guard isPlain(conditions.map(\.expression)), let a = renamed(inner) else { return nil }
      return .orderBy(
        a,
        conditions.map {
          SelectQuery.OrderCondition(expression($0.expression), isDescending: $0.isDescending)
        })
    case .project(let inner, let variables):
      guard let a = renamed(inner) else { return nil }
      return .project(a, variables.map { name($0) })
    case .distinct(let inner): return renamed(inner).map { .distinct($0) }
    case .reduced(let inner): return renamed(inner).map { .reduced($0) }
    case .slice(let inner, let offset, let limit):
      return renamed(inner).map { .slice($0, offset: offset, limit: limit) }
    case .service: return nil
    }
  }
}
