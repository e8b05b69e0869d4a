public import PasserelleCore
public import PasserelleGraph
public import PasserelleOntology

/// Finds what to call things: by their statements, by the ontology, by their codes, else by their IRI.
///
/// Keeps what it has found; used by one thread, within one ``GraphReader``'s life.
public final class LabelResolver {
  let reader: GraphReader
  let ontology: Ontology
  let iris: IRISpace
  private var known: [String: String] = [:]
  /// The most labels kept.
  private static let memoryLimit = 100_000
  private static let relations = [Vocabulary.label, Vocabulary.name, Vocabulary.title]

  /// Makes a resolver over one state of a store.
  public init(reader: GraphReader, ontology: Ontology, iris: IRISpace) {
    self.reader = reader
    self.ontology = ontology
    self.iris = iris
  }

  /// What to call a thing in a language.
  ///
  /// - Complexity: One index look-up for each of three relations the first time, O(1) after.
  public func label(of iri: String, language: MessageLanguage) throws -> String {
    let key = language.rawValue + iri
    if let label = known[key] { return label }
    let label = try find(iri, language)
    if known.count >= Self.memoryLimit { known.removeAll(keepingCapacity: true) }
    known[key] = label
    return label
  }

  private func find(_ iri: String, _ language: MessageLanguage) throws -> String {
    if let label = try stated(iri, language) { return label }
    if let label = ontology.class(iri)?.label ?? ontology.relation(iri)?.label { return label[language] }
    if let code = CPVCode(iri: iri) { return cpvLabel(code, language) }
    if let label = ontology.authorityLabel(iri) { return label[language] }
    if iri.hasPrefix(Vocabulary.pas), let label = ontology.conceptLabel(iri) { return label[language] }
    if let sentence = try claimSentence(iri, language) { return sentence }
    if let quantity = try quantity(iri, language) { return quantity }
    guard let (scheme, value) = iris.identifierParts(of: iri) else {
      return String(iri.split(whereSeparator: { $0 == "/" || $0 == "#" }).last ?? "")
    }
    switch scheme {
    case .insee:
      if let label = ontology.label(ofCode: value, in: Ontology.ListName.communes) { return label[language] }
      ontology.note(.places)
      return value
    case .departement: return ontology.department(value)?.name ?? value
    case .siren: return "SIREN " + value
    case .siret: return "SIRET " + value
    default: return value
    }
  }

  /// The name that the store states for a thing, in the language asked, else in another one; nil where there is none.
  func statedLabel(of iri: String, language: MessageLanguage) throws -> String? { try stated(iri, language) }

  /// What a literal of a relation means, by the relation's code list, else by the official list of its subject; the
  /// literal itself where there is none.
  public func codeLabel(_ text: String, of relation: String, language: MessageLanguage) -> String {
    guard let list = ontology.relation(relation)?.codeList else { return text }
    return ontology.label(of: text, list: list)?[language] ?? text
  }

  /// A CPV code with its label, or with that of the nearest wider code, marked as such.
  public func cpvLabel(_ code: CPVCode, _ language: MessageLanguage) -> String {
    guard let found = ontology.cpvLabel(code) else { return code.digits }
    return code.digits + (found.isApproximate ? " ≈ " : " ") + found.label[language]
  }

  /// The name that the store states: in the language asked, else without language, else in another one.
  ///
  /// Of several, one without damaged characters, then the one that most records state, then the first by text.
  private func stated(_ iri: String, _ language: MessageLanguage) throws -> String? {
    let ids = try reader.identifiers(of: [.iri(iri)] + Self.relations.map(Term.iri))
    guard ids[0].isBound else { return nil }
    for relation in ids.dropFirst() where relation.isBound {
      let quads = try reader.quads(QuadPattern(subject: ids[0], predicate: relation))
      let counts = Dictionary(quads.map { ($0.object, 1) }, uniquingKeysWith: +)
      let objects = counts.keys.sorted()
      let candidates = zip(objects, try reader.terms(of: objects)).compactMap { object, term -> Candidate? in
        guard case .literal(let literal)? = term else { return nil }
        return Candidate(
          language: Self.rank(literal, language), damage: literal.lexicalForm.contains("\u{FFFD}") ? 1 : 0,
          rarity: -(counts[object] ?? 0), text: literal.lexicalForm)
      }
      if let best = candidates.min() { return best.text }
    }
    return nil
  }

  /// A name that could be shown; the least is the best.
  private struct Candidate: Comparable {
    let language: Int
    let damage: Int
    let rarity: Int
    let text: String

    static func < (left: Self, right: Self) -> Bool {
      (left.language, left.damage, left.rarity, left.text)
        < (right.language, right.damage, right.rarity, right.text)
    }
  }

  private static func rank(_ literal: Literal, _ language: MessageLanguage) -> Int {
    switch literal.datatype {
    case .language(let tag): tag == language.rawValue ? 0 : 2
    default: 1
    }
  }
}
