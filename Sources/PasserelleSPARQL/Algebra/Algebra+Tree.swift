internal import PasserelleCore

extension Algebra {
  /// The algebra as a tree for people: one operator a line, each below and to the right of what uses it.
  public var tree: String { lines(0).map { $0 + "\n" }.joined() }

  private func lines(_ depth: Int) -> [String] {
    let indent = String(repeating: "  ", count: depth)
    func node(_ text: String, _ children: [Algebra] = []) -> [String] {
      [indent + text] + children.flatMap { $0.lines(depth + 1) }
    }
    switch self {
    case .unit: return node("Unit")
    case .pattern(let triples): return node("BGP") + triples.map { indent + "  " + ExpressionText.of($0) }
    case .join(let left, let right): return node("Join", [left, right])
    case .leftJoin(let left, let right, let filters):
      return node(Self.line("LeftJoin", filters.map(ExpressionText.of)), [left, right])
    case .union(let left, let right): return node("Union", [left, right])
    case .minus(let left, let right): return node("Minus", [left, right])
    case .filter(let filters, let inner):
      return node(Self.line("Filter", filters.map(ExpressionText.of)), [inner])
    case .extend(let inner, let name, let expression):
      return node("Extend ?\(name) := " + ExpressionText.of(expression), [inner])
    case .graph(let name, let inner): return node("Graph " + ExpressionText.of(name), [inner])
    case .values(let data):
      return node(Self.line("ToMultiSet", data.variables.map { "?" + $0 }) + " rows: \(data.rows.count)")
    case .group(let inner, let keys, let aggregates):
      let parts =
        keys.map { "?\($0.variable) := \(ExpressionText.of($0.expression))" }
        + aggregates.map { "?\($0.variable) := \(ExpressionText.of($0.aggregate))" }
      return node(Self.line("Group", parts), [inner])
    case .orderBy(let inner, let conditions):
      return node(
        Self.line(
          "OrderBy",
          conditions.map { ($0.isDescending ? "DESC " : "ASC ") + ExpressionText.of($0.expression) }),
        [inner])
    case .project(let inner, let names): return node(Self.line("Project", names.map { "?" + $0 }), [inner])
    case .distinct(let inner): return node("Distinct", [inner])
    case .reduced(let inner): return node("Reduced", [inner])
    case .slice(let inner, let offset, let limit):
      return node("Slice offset \(offset)" + (limit.map { " limit \($0)" } ?? ""), [inner])
    case .service(let name, let inner, let isSilent):
      return node((isSilent ? "Service silent " : "Service ") + ExpressionText.of(name), [inner])
    }
  }

  private static func line(_ name: String, _ parts: [String]) -> String {
    parts.isEmpty ? name : name + " " + parts.joined(separator: ", ")
  }
}

/// Expressions, patterns and paths as SPARQL writes them.
enum ExpressionText {
  static func of(_ node: PatternNode) -> String {
    switch node {
    case .variable(let name): "?" + name
    case .blank(let label): "_:" + label.replacing(" ", with: "anon")
    case .term(let term): NQuads.text(term)
    }
  }

  static func of(_ triple: TriplePattern) -> String {
    let verb =
      switch triple.predicate {
      case .node(let node): of(node)
      case .path(let path): of(path)
      }
    return "\(of(triple.subject)) \(verb) \(of(triple.object))"
  }

  static func of(_ path: PropertyPath) -> String {
    switch path {
    case .predicate(let iri): "<\(iri)>"
    case .inverse(let inner): "^" + of(inner)
    case .sequence(let left, let right): "(\(of(left)) / \(of(right)))"
    case .alternative(let left, let right): "(\(of(left)) | \(of(right)))"
    case .zeroOrMore(let inner): of(inner) + "*"
    case .oneOrMore(let inner): of(inner) + "+"
    case .zeroOrOne(let inner): of(inner) + "?"
    case .negated(let forward, let backward):
      "!(" + (forward.map { "<\($0)>" } + backward.map { "^<\($0)>" }).joined(separator: " | ") + ")"
    }
  }

  static func of(_ aggregate: Aggregate) -> String {
    aggregate.function.rawValue + "(" + (aggregate.isDistinct ? "DISTINCT " : "")
      + (aggregate.argument.map { of($0) } ?? "*") + ")"
  }

  static func of(_ expression: Expression) -> String {
    switch expression {
    case .variable(let name): "?" + name
    case .term(let term): NQuads.text(term)
    case .or(let left, let right): "(\(of(left)) || \(of(right)))"
    case .and(let left, let right): "(\(of(left)) && \(of(right)))"
    case .not(let inner): "!" + of(inner)
    case .compare(let comparison, let left, let right): "(\(of(left)) \(comparison.rawValue) \(of(right)))"
    case .arithmetic(let operation, let left, let right): "(\(of(left)) \(operation.rawValue) \(of(right)))"
    case .negate(let inner): "-" + of(inner)
    case .plus(let inner): "+" + of(inner)
    case .isIn(let value, let list, let isNegated):
      "(\(of(value)) \(isNegated ? "NOT IN" : "IN") (\(list.map { of($0) }.joined(separator: ", "))))"
    case .call(let function, let list): function.rawValue + "(\(list.map { of($0) }.joined(separator: ", ")))"
    case .function(let name, let list): "<\(name)>(\(list.map { of($0) }.joined(separator: ", ")))"
    case .exists(_, let isNegated): isNegated ? "NOT EXISTS {…}" : "EXISTS {…}"
    case .aggregate(let aggregate): of(aggregate)
    }
  }
}
