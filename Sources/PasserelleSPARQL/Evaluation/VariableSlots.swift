internal import PasserelleCore

/// Gives each variable and blank node of an algebra its place in the rows, and translates the groups of
/// `EXISTS`.
struct VariableSlots {
  private(set) var names: [String] = []
  private var slots: [String: Int] = [:]
  private(set) var groups: [GroupPattern: Algebra] = [:]

  /// Visits an algebra.
  init(_ algebra: Algebra) { add(algebra) }

  /// How many places a row has.
  var width: Int { names.count }

  /// The place of a variable; nil for one that nothing binds.
  subscript(name: String) -> Int? { slots[name] }

  /// The place of what is no term.
  subscript(node: PatternNode) -> Int? {
    switch node {
    case .variable(let name): slots[name]
    case .blank(let label): slots["_:" + label]
    case .term: nil
    }
  }

  /// Whether a place is that of a variable which the query names.
  func isNamed(_ slot: Int) -> Bool { !names[slot].hasPrefix("_:") && !names[slot].hasPrefix(" ") }

  mutating func add(_ name: String) {
    guard slots[name] == nil else { return }
    slots[name] = names.count
    names.append(name)
  }

  mutating func add(_ node: PatternNode) {
    switch node {
    case .variable(let name): add(name)
    case .blank(let label): add("_:" + label)
    case .term: break
    }
  }

  private mutating func add(_ expression: Expression) {
    switch expression {
    case .variable(let name): add(name)
    case .exists(let group, _):
      guard groups[group] == nil else { return }
      let algebra = Algebra(group)
      groups[group] = algebra
      add(algebra)
    case .aggregate(let aggregate): if let argument = aggregate.argument { add(argument) }
    default: for operand in expression.operands { add(operand) }
    }
  }

  private mutating func add(_ algebra: Algebra) {
    switch algebra {
    case .unit: break
    case .pattern(let triples):
      for triple in triples {
        add(triple.subject)
        if case .node(let node) = triple.predicate { add(node) }
        add(triple.object)
      }
    case .join(let left, let right), .union(let left, let right), .minus(let left, let right):
      add(left)
      add(right)
    case .leftJoin(let left, let right, let filters):
      add(left)
      add(right)
      filters.forEach { add($0) }
    case .filter(let filters, let inner):
      add(inner)
      filters.forEach { add($0) }
    case .extend(let inner, let name, let expression):
      add(inner)
      add(name)
      add(expression)
    case .graph(let node, let inner), .service(let node, let inner, _):
      add(node)
      add(inner)
    case .values(let data): data.variables.forEach { add($0) }
    case .group(let inner, let keys, let aggregates):
      add(inner)
      for key in keys {
        add(key.variable)
        add(key.expression)
      }
      for value in aggregates {
        add(value.variable)
        add(.aggregate(value.aggregate))
      }
    case .orderBy(let inner, let conditions):
      add(inner)
      conditions.forEach { add($0.expression) }
    case .project(let inner, let names):
      add(inner)
      names.forEach { add($0) }
    case .distinct(let inner), .reduced(let inner), .slice(let inner, _, _): add(inner)
    }
  }
}
