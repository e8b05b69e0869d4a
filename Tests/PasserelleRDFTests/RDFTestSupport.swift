import Foundation
import PasserelleCore
import PasserelleRDF

/// What a reader gave for a document.
struct Reading {
  var statements: [RDFStatement] = []
  var faults: [RDFFault] = []
  var prefixes: [String: String] = [:]
  var bases: [String] = []
  var summary = RDFSummary()
}

func read(
  _ syntax: RDFSyntax, _ bytes: some Sequence<UInt8>, base: String? = nil, limits: RDFLimits = .standard
) throws -> Reading {
  var source: any ByteSource = MemoryByteSource(bytes)
  var result = Reading()
  result.summary = try RDFReader(syntax, limits: limits).read(&source, file: "t", base: base) { event in
    switch event {
    case .statement(let statement): result.statements.append(statement)
    case .prefix(let name, let iri): result.prefixes[name] = iri
    case .base(let iri): result.bases.append(iri)
    case .fault(let fault): result.faults.append(fault)
    }
    return true
  }
  return result
}

func read(
  _ syntax: RDFSyntax, _ text: String, base: String? = nil, limits: RDFLimits = .standard
) throws -> Reading {
  try read(syntax, text.utf8, base: base, limits: limits)
}

extension RDFNode {
  /// The node as N-Quads has it.
  var text: String {
    switch self {
    case .term(let term): NQuads.text(term)
    case .blank(let label): "_:" + label
    }
  }
}

extension RDFStatement {
  /// The statement as N-Quads has it.
  var text: String {
    let terms = [subject.text, NQuads.text(predicate), object.text] + (graph.map { [$0.text] } ?? [])
    return terms.joined(separator: " ") + " ."
  }
}

/// Whether two data sets are the same but for the labels of their blank nodes (RDF 1.1 Concepts §3.6).
///
/// Colours are refined by the statements around each blank node; nodes of one colour are then tried in turn.
enum Isomorphism {
  static func holds(_ left: [RDFStatement], _ right: [RDFStatement]) -> Bool {
    let (a, b) = (Set(left), Set(right))
    guard a.count == b.count else { return false }
    return extend([:], a, b)
  }

  /// Adds pairs to a bijection of blank nodes until all are paired.
  private static func extend(
    _ fixed: [String: String], _ left: Set<RDFStatement>, _ right: Set<RDFStatement>
  ) -> Bool {
    let marksLeft = Dictionary(uniqueKeysWithValues: fixed.keys.map { ($0, "=" + $0) })
    let marksRight = Dictionary(uniqueKeysWithValues: fixed.map { ($0.value, "=" + $0.key) })
    let (a, b) = (colours(left, marksLeft), colours(right, marksRight))
    guard a.values.sorted() == b.values.sorted() else { return false }
    let groups = Dictionary(grouping: a.keys.sorted()) { a[$0] ?? "" }
    guard let colour = groups.filter({ $0.value.count > 1 }).keys.sorted().first,
      let first = groups[colour]?.first(where: { fixed[$0] == nil })
    else {
      let places = Dictionary(b.map { ($0.value, $0.key) }) { one, _ in one }
      let names = a.compactMapValues { places[$0] }
      return Set(left.map { renamed($0, names) }) == right
    }
    return b.filter { $0.value == colour }.keys.sorted().contains { candidate in
      var pairs = fixed
      pairs[first] = candidate
      return extend(pairs, left, right)
    }
  }

  private static func colours(_ statements: Set<RDFStatement>, _ marks: [String: String]) -> [String: String]
  {
    var colours: [String: String] = [:]
    for statement in statements {
      for label in labels(statement) { colours[label] = marks[label] ?? "" }
    }
    var kinds = Set(colours.values).count
    while true {
      var around: [String: [String]] = [:]
      for statement in statements {
        for label in labels(statement) {
          let seen = renamed(statement, colours.merging([label: "*"]) { $1 })
          around[label, default: []].append(seen.text)
        }
      }
      let next = colours.mapValues { $0 }.reduce(into: [String: String]()) { result, pair in
        let signature = (around[pair.key] ?? []).sorted().joined(separator: "\n")
        result[pair.key] = (marks[pair.key] ?? "") + digest(signature + pair.value)
      }
      colours = next
      let count = Set(colours.values).count
      if count == kinds { return colours }
      kinds = count
    }
  }

  /// A short name for a signature (FNV-1a), the same in every run.
  private static func digest(_ text: String) -> String {
    String(
      text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }, radix: 36)
  }

  private static func labels(_ statement: RDFStatement) -> Set<String> {
    Set(
      [statement.subject, statement.object, statement.graph].compactMap {
        if case .blank(let label)? = $0 { label } else { nil }
      })
  }

  private static func renamed(_ statement: RDFStatement, _ names: [String: String]) -> RDFStatement {
    func rename(_ node: RDFNode) -> RDFNode {
      if case .blank(let label) = node { .blank(names[label] ?? label) } else { node }
    }
    return RDFStatement(
      subject: rename(statement.subject), predicate: statement.predicate, object: rename(statement.object),
      graph: statement.graph.map(rename))
  }
}
