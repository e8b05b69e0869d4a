import PasserelleCore

/// Finds what nodes are called, as answers about one thing do: of the names stated, the language asked for, then one
/// without damaged characters, then the one that most records state.
struct NodeNames {
  private let scanner: NetworkScanner
  private let surroundings: NetworkSurroundings
  private static let relations = [Vocabulary.label, Vocabulary.name, Vocabulary.title]

  init(_ scanner: NetworkScanner, _ surroundings: NetworkSurroundings) {
    self.scanner = scanner
    self.surroundings = surroundings
  }

  private struct Candidate {
    var node: Int32
    var relation: Int32
    var text: TermID
    var count: Int32
  }

  /// Names the nodes.
  func complete(
    _ nodes: inout [CooperationNetwork.Node], _ members: NodeMembers
  ) throws {
    var candidates: [Candidate] = []
    for (relation, id) in try scanner.identifiers(Self.relations).enumerated() {
      try scanner.values(of: members.ids, id, withGraphs: true) { place, text in
        candidates.append(
          Candidate(node: members.nodes[place], relation: Int32(relation), text: text, count: 1))
      }
    }
    candidates.sort { ($0.node, $0.relation, $0.text) < ($1.node, $1.relation, $1.text) }
    let terms = try scanner.terms(candidates.lazy.map(\.text))
    var isNamed = [Bool](repeating: false, count: nodes.count)
    var start = 0
    while start < candidates.count {
      var end = start
      let first = candidates[start]
      var distinct: [Candidate] = []
      // The first relation that names it is the one that counts.
      while end < candidates.count, candidates[end].node == first.node {
        if candidates[end].relation == first.relation {
          if distinct.last?.text == candidates[end].text {
            distinct[distinct.count - 1].count += 1
          } else {
            distinct.append(candidates[end])
          }
        }
        end += 1
      }
      if let name = Self.name(distinct, terms) {
        nodes[Int(first.node)].label = name
        isNamed[Int(first.node)] = true
      }
      start = end
    }
    for node in nodes.indices where !isNamed[node] { nodes[node].label = name(without: nodes[node].iri) }
  }

  private static func name(_ candidates: [Candidate], _ terms: [TermID: Term]) -> LocalizedText? {
    guard let french = best(candidates, terms, "fr"), let english = best(candidates, terms, "en") else {
      return nil
    }
    return LocalizedText(fr: french, en: english)
  }

  private static func best(_ candidates: [Candidate], _ terms: [TermID: Term], _ tag: String) -> String? {
    var best: (language: Int, damage: Int, rarity: Int32, text: String)?
    for candidate in candidates {
      guard case .literal(let literal)? = terms[candidate.text] else { continue }
      var language = 1
      if case .language(let own) = literal.datatype { language = own == tag ? 0 : 2 }
      let damage = candidates.count > 1 && literal.lexicalForm.contains("\u{FFFD}") ? 1 : 0
      let found = (language, damage, -candidate.count, literal.lexicalForm)
      if best.map({ found < $0 }) ?? true { best = found }
    }
    return best?.text
  }

  /// What a thing without a stated name is called.
  private func name(without iri: String) -> LocalizedText {
    if let (scheme, value) = surroundings.iris.identifierParts(of: iri) {
      switch scheme {
      case .insee: if let name = surroundings.commune(value)?.name { return name }
      case .siren: return LocalizedText(verbatim: "SIREN " + value)
      case .siret: return LocalizedText(verbatim: "SIRET " + value)
      default: break
      }
      return surroundings.name(iri) ?? LocalizedText(verbatim: value)
    }
    if let name = surroundings.name(iri) { return name }
    return LocalizedText(verbatim: String(iri.split { $0 == "/" || $0 == "#" }.last ?? ""))
  }
}
