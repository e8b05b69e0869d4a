internal import PasserelleCore

/// The variables that a part of an algebra may bind, and those that it binds in every solution.
struct AlgebraVariables {
  /// The variables that may be bound.
  var all: Set<Int> = []
  /// The variables that are bound in every solution.
  var certain: Set<Int> = []

  init() {}

  /// Looks through an algebra.
  init(_ algebra: Algebra, _ slots: VariableSlots) {
    switch algebra {
    case .unit: break
    case .pattern(let triples):
      for triple in triples { add(triple, slots) }
    case .join(let left, let right):
      let (a, b) = (Self(left, slots), Self(right, slots))
      all = a.all.union(b.all)
      certain = a.certain.union(b.certain)
    case .leftJoin(let left, let right, _):
      let a = Self(left, slots)
      all = a.all.union(Self(right, slots).all)
      certain = a.certain
    case .minus(let left, _): self = Self(left, slots)
    case .union(let left, let right):
      let (a, b) = (Self(left, slots), Self(right, slots))
      all = a.all.union(b.all)
      certain = a.certain.intersection(b.certain)
    case .filter(_, let inner), .orderBy(let inner, _), .distinct(let inner), .reduced(let inner),
      .slice(let inner, _, _):
      self = Self(inner, slots)
    case .extend(let inner, let name, _):
      self = Self(inner, slots)
      if let slot = slots[name] { all.insert(slot) }
    case .graph(let node, let inner):
      self = Self(inner, slots)
      if let slot = slots[node] {
        all.insert(slot)
        certain.insert(slot)
      }
    case .service(let node, let inner, let isSilent):
      self = Self(inner, slots)
      if let slot = slots[node] { all.insert(slot) }
      if isSilent { certain = [] }
    case .values(let data):
      for (column, name) in data.variables.enumerated() {
        guard let slot = slots[name] else { continue }
        all.insert(slot)
        if data.rows.allSatisfy({ $0[column] != nil }) { certain.insert(slot) }
      }
    case .group(let inner, let keys, let aggregates):
      let a = Self(inner, slots)
      for key in keys {
        guard let slot = slots[key.variable] else { continue }
        all.insert(slot)
        if case .variable(let name) = key.expression, let source = slots[name], a.certain.contains(source) {
          certain.insert(slot)
        }
      }
      for value in aggregates {
        guard let slot = slots[value.variable] else { continue }
        all.insert(slot)
        if value.aggregate.function == .count { certain.insert(slot) }
      }
    case .project(let inner, let names):
      let a = Self(inner, slots)
      let kept = Set(names.compactMap { slots[$0] })
      all = a.all.intersection(kept)
      certain = a.certain.intersection(kept)
    }
  }

  private mutating func add(_ triple: TriplePattern, _ slots: VariableSlots) {
    var nodes = [triple.subject, triple.object]
    if case .node(let node) = triple.predicate { nodes.append(node) }
    for slot in nodes.compactMap({ slots[$0] }) {
      all.insert(slot)
      certain.insert(slot)
    }
  }
}

extension Expression {
  /// The variables that the value depends on; those of the groups of `EXISTS` too.
  func variables(_ slots: VariableSlots) -> Set<Int> {
    var result: Set<Int> = []
    collect(slots, &result)
    return result
  }

  private func collect(_ slots: VariableSlots, _ result: inout Set<Int>) {
    switch self {
    case .variable(let name): if let slot = slots[name] { result.insert(slot) }
    case .exists(let group, _):
      guard let algebra = slots.groups[group] else { return }
      result.formUnion(algebra.mentionedVariables(slots))
    case .aggregate(let aggregate): aggregate.argument?.collect(slots, &result)
    default: for operand in operands { operand.collect(slots, &result) }
    }
  }

  /// Whether there is an `EXISTS` within.
  var hasExists: Bool {
    if case .exists = self { return true }
    return operands.contains { $0.hasExists }
  }

  /// Whether the value may be another each time it is asked for.
  var isVolatile: Bool {
    if case .call(let function, _) = self, [.rand, .uuid, .strUUID, .bnode].contains(function) {
      return true
    }
    return operands.contains { $0.isVolatile }
  }

  /// The parts of a conjunction.
  var conjuncts: [Expression] {
    guard case .and(let left, let right) = self else { return [self] }
    return left.conjuncts + right.conjuncts
  }
}

extension Algebra {
  /// Every variable that is named anywhere within, hidden ones and those of expressions too.
  func mentionedVariables(_ slots: VariableSlots) -> Set<Int> {
    Set(VariableSlots(self).names.compactMap { slots[$0] })
  }
}
