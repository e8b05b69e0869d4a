import PasserelleCore

@testable import PasserelleSPARQL

/// Makes queries and data at random, the same for the same seed, to compare evaluators with.
///
/// Variables, nodes and predicates are few, so that patterns meet often.
struct RandomQuery {
  private var random: SeededRandom
  private var freshCount = 0

  static let variables = ["?a", "?b", "?c", "?d", "?e"]
  static let nodes = (0..<8).map { ":s\($0)" }
  static let predicates = (0..<4).map { ":p\($0)" }
  static let graphs = (0..<3).map { ":g\($0)" }
  static let literals = [
    "1", "2", "3", "2.5", "1.5e0", "\"a\"", "\"b\"", "\"abc\"", "\"a\"@en", "true", "false", "\"x\"^^:t",
    "\"2024-01-01\"^^xsd:date", "\"2024-02-01\"^^xsd:date", "\"2024-01-01T10:00:00Z\"^^xsd:dateTime",
  ]

  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  private mutating func number(below limit: Int) -> Int { Int(random.next() % UInt64(limit)) }
  private mutating func pick(_ list: [String]) -> String { list[number(below: list.count)] }
  private mutating func isOne(in count: Int) -> Bool { number(below: count) == 0 }

  /// Triples, some of them in named graphs, as blocks of `INSERT DATA`.
  mutating func data(count: Int) -> [String] {
    (0..<count).map { _ in
      let object = isOne(in: 3) ? pick(Self.literals) : pick(Self.nodes)
      let triple = "\(pick(Self.nodes)) \(pick(Self.predicates)) \(object) ."
      return isOne(in: 2) ? "GRAPH \(pick(Self.graphs)) { \(triple) }" : triple
    }
  }

  /// A query of all variables.
  mutating func query() -> String {
    freshCount = 0
    return "SELECT \(isOne(in: 3) ? "DISTINCT" : "") * WHERE { \(group(0)) }"
  }

  private mutating func node() -> String { isOne(in: 4) ? pick(Self.nodes) : pick(Self.variables) }

  private mutating func triple() -> String {
    let object = isOne(in: 6) ? pick(Self.literals) : node()
    if isOne(in: 7) { return "\(node()) \(path(0)) \(object) ." }
    return "\(node()) \(isOne(in: 7) ? pick(Self.variables) : pick(Self.predicates)) \(object) ."
  }

  private mutating func path(_ depth: Int) -> String {
    guard depth < 3, !isOne(in: 3) else { return pick(Self.predicates) }
    switch number(below: 5) {
    case 0: return "(\(path(depth + 1))/\(path(depth + 1)))"
    case 1: return "(\(path(depth + 1))|\(path(depth + 1)))"
    case 2: return "^(\(path(depth + 1)))"
    case 3: return "(\(path(depth + 1)))\(pick(["*", "+", "?"]))"
    default: return "!(\(pick(Self.predicates))|^\(pick(Self.predicates)))"
    }
  }

  private mutating func group(_ depth: Int) -> String {
    var parts = (0..<number(below: 4)).map { _ in triple() }
    for _ in 0..<(depth < 3 ? number(below: 3) : 0) { parts.append(part(depth + 1)) }
    return parts.joined(separator: " ")
  }

  private mutating func fresh() -> String {
    freshCount += 1
    return "?x\(freshCount)"
  }

  private mutating func part(_ depth: Int) -> String {
    switch number(below: 11) {
    case 0: return "OPTIONAL { \(group(depth)) }"
    case 1: return "{ \(group(depth)) } UNION { \(group(depth)) }"
    case 2: return "MINUS { \(group(depth)) }"
    case 3: return "FILTER(\(expression(0)))"
    case 4: return "FILTER \(pick(["", "NOT "]))EXISTS { \(triple()) \(triple()) }"
    case 5:
      let value = expression(0)
      return "BIND(\(value) AS \(fresh()))"
    case 6:
      let rows = (0..<3).map { _ in
        "(\(pick(Self.nodes + ["UNDEF"])) \(pick(Self.nodes + Self.literals + ["UNDEF"])))"
      }
      return "VALUES (?a ?b) { \(rows.joined(separator: " ")) }"
    case 7: return "GRAPH \(pick(Self.graphs + ["?g", "?g"])) { \(group(depth)) }"
    case 8: return "{ SELECT ?a ?\(pick(["b", "c"])) WHERE { \(group(depth)) } }"
    case 9:
      let aggregate =
        "\(pick(["COUNT", "SUM", "AVG", "COUNT"]))(\(pick(["", "DISTINCT "]))\(pick(Self.variables)))"
      return "{ SELECT ?a (\(aggregate) AS \(fresh())) WHERE { \(group(depth)) } GROUP BY ?a }"
    default: return "{ \(group(depth)) }"
    }
  }

  private mutating func expression(_ depth: Int) -> String {
    func inner(_ generator: inout RandomQuery) -> String { generator.expression(depth + 1) }
    switch depth > 2 ? number(below: 3) : number(below: 12) {
    case 0, 1: return pick(Self.variables)
    case 2: return pick(Self.literals + Self.nodes)
    case 3: return "(\(inner(&self)) \(pick(["=", "!=", "<", ">", "<=", ">="])) \(inner(&self)))"
    case 4: return "(\(inner(&self)) \(pick(["+", "-", "*", "/"])) \(inner(&self)))"
    case 5: return "(\(inner(&self)) \(pick(["||", "&&"])) \(inner(&self)))"
    case 6: return "(!\(inner(&self)))"
    case 7: return "BOUND(\(pick(Self.variables)))"
    case 8:
      let name = pick([
        "STR", "LANG", "DATATYPE", "ISIRI", "STRLEN", "ABS", "YEAR", "xsd:integer", "xsd:string",
        "xsd:double",
      ])
      return "\(name)(\(inner(&self)))"
    case 9: return "COALESCE(\(inner(&self)), \(inner(&self)))"
    case 10: return "(\(inner(&self)) \(pick(["IN", "NOT IN"])) (\(inner(&self)), \(inner(&self))))"
    default:
      return
        "\(pick(["CONTAINS", "STRSTARTS", "STRBEFORE", "CONCAT", "SAMETERM"]))(\(inner(&self)), \(inner(&self)))"
    }
  }
}
