/// The variables that a pattern may bind, in the order in which the text first names them (section 18.2.1).
enum VisibleVariables {
  /// The variables of a group and of the rows after it.
  static func of(_ group: GroupPattern, _ values: InlineData? = nil) -> [String] {
    var collector = Collector()
    collector.add(group)
    values?.variables.forEach { collector.add($0) }
    return collector.names
  }

  private struct Collector {
    var names: [String] = []
    private var seen: Set<String> = []

    mutating func add(_ name: String) {
      if seen.insert(name).inserted { names.append(name) }
    }

    mutating func add(_ node: PatternNode) {
      if case .variable(let name) = node { add(name) }
    }

    mutating func add(_ group: GroupPattern) {
      for element in group.elements { add(element) }
    }

    private mutating func add(_ element: GroupElement) {
      switch element {
      case .triples(let triples):
        for triple in triples {
          add(triple.subject)
          if case .node(let node) = triple.predicate { add(node) }
          add(triple.object)
        }
      case .group(let group), .optional(let group): add(group)
      case .union(let branches): for branch in branches { add(branch) }
      case .graph(let node, let group), .service(let node, let group, _):
        add(node)
        add(group)
      case .bind(_, let name): add(name)
      case .values(let data): data.variables.forEach { add($0) }
      case .subquery(let query):
        if query.isAll {
          VisibleVariables.of(query.pattern, query.values).forEach { add($0) }
        } else {
          query.projection.forEach { add($0.variable) }
        }
      case .filter, .minus: break
      }
    }
  }
}
