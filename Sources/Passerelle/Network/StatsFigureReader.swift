import PasserelleCore
import PasserelleGraph
import PasserelleOntology
import PasserellePipeline
import PasserelleSources

/// Reads the figures that claims publish.
struct StatsFigureReader {
  let reader: GraphReader
  let labels: LabelResolver
  let ontology: Ontology
  let language: MessageLanguage
  private static let rank = Vocabulary.pas + "rank"
  private static let ranks = Vocabulary.pas + "ranks"
  private static let hasCount = Vocabulary.pas + "hasCount"
  private static let hasShare = Vocabulary.pas + "hasShare"

  /// All figures, by subject, then value from the largest, then claim.
  func figures() throws -> [StatsFigure] {
    var figures: [StatsFigure] = []
    for (relation, kind) in [
      (Self.hasCount, StatsFigure.Kind.count), (Self.hasShare, .share), (Self.ranks, .rank),
    ] {
      let ids = try reader.identifiers(of: [.iri(Vocabulary.claimPredicate), .iri(relation)])
      guard ids.allSatisfy(\.isBound) else { continue }
      let claims = try reader.quads(QuadPattern(predicate: ids[0], object: ids[1])).map(\.subject)
      for claim in Set(claims).sorted() {
        if let figure = try figure(claim, kind) { figures.append(figure) }
      }
    }
    return figures.sorted { left, right in
      if left.subject != right.subject { return left.subject < right.subject }
      if left.value != right.value { return right.value < left.value }
      return left.claim < right.claim
    }
  }

  private func figure(_ id: TermID, _ kind: StatsFigure.Kind) throws -> StatsFigure? {
    let claim = try Description(id, reader)
    guard let iri = claim.iri, let subject = claim.iri(Vocabulary.claimSubject),
      let object = claim.identifier(Vocabulary.claimObject)
    else { return nil }
    let quantity = try Description(object, reader)
    let (value, territory) =
      kind == .rank
      ? (claim.text(Self.rank), quantity.iri)
      : (quantity.text(Vocabulary.numericValue), claim.iri(Vocabulary.pas + "territory"))
    guard let number = value.flatMap({ DecimalNumber($0) }) else { return nil }
    return StatsFigure(
      claim: iri, kind: kind, subject: subject,
      subjectLabel: try labels.label(of: subject, language: language), value: number,
      unit: kind == .rank ? nil : quantity.text(Vocabulary.unit),
      comparator: claim.text(Vocabulary.pas + "comparator"),
      date: quantity.text(Vocabulary.valueDate).flatMap { PartialDate(iso: $0) },
      scope: kind == .rank ? nil : quantity.texts(Vocabulary.scope),
      denominator: claim.texts(Vocabulary.pas + "denominator"),
      note: claim.texts(Vocabulary.pas + "note") ?? claim.texts(Vocabulary.skos + "note"),
      themes: claim.text(Vocabulary.pas + "theme").map { StatsThemes.codes(ofSlug: $0) }
        ?? StatsThemes.statistics[String(subject.split(separator: "/").last ?? "")],
      territory: territory, place: try territory.flatMap { try place(of: $0) },
      modality: claim.text(Vocabulary.modality) ?? "", certainty: claim.text(Vocabulary.certainty),
      document: try claim.iri(Vocabulary.source).map { try labels.label(of: $0, language: language) },
      lines: claim.text(Vocabulary.lines), conflicts: claim.iris(Vocabulary.pas + "conflictsWith"))
  }

  /// The code of a country or a region of the world.
  private func place(of iri: String) throws -> String? {
    guard let id = try reader.identifiers(of: [.iri(iri)]).first, id.isBound else { return nil }
    let thing = try Description(id, reader)
    let isCountry = thing.types().contains(Vocabulary.pas + "Country")
    if isCountry { return thing.text(Vocabulary.country) }
    guard let name = thing.texts(Vocabulary.label)?.french else { return nil }
    let plain = name.split(separator: "(").first.map { String($0).trimmed } ?? name
    return ontology.ownCodeList("world-regions")?.entry(writtenAs: plain)?.code
  }

  /// What is stated about one thing.
  struct Description {
    let iri: String?
    private var objects: [String: [(id: TermID, term: Term)]] = [:]

    init(_ id: TermID, _ reader: GraphReader) throws {
      iri = try reader.terms(of: [id])[0]?.iriValue
      let quads = try reader.quads(QuadPattern(subject: id))
      let terms = try reader.terms(of: quads.flatMap { [$0.predicate, $0.object] })
      for place in quads.indices {
        guard let relation = terms[2 * place]?.iriValue, let term = terms[2 * place + 1] else { continue }
        objects[relation, default: []].append((quads[place].object, term))
      }
    }

    func identifier(_ relation: String) -> TermID? { objects[relation]?.map(\.id).min() }

    func iris(_ relation: String) -> [String] {
      Set((objects[relation] ?? []).compactMap(\.term.iriValue)).sorted()
    }

    func iri(_ relation: String) -> String? { iris(relation).first }

    func types() -> [String] { iris(Vocabulary.type) }

    /// The first text, in the order of characters.
    func text(_ relation: String) -> String? {
      (objects[relation] ?? []).compactMap(\.term.lexicalForm).min()
    }

    /// The text in both languages, either standing for the other where one is missing.
    func texts(_ relation: String) -> LocalizedText? {
      let all = (objects[relation] ?? []).compactMap { object -> (tag: String, text: String)? in
        guard case .literal(let literal) = object.term else { return nil }
        guard case .language(let tag) = literal.datatype else { return ("", literal.lexicalForm) }
        return (tag, literal.lexicalForm)
      }.sorted { ($0.tag, $0.text) < ($1.tag, $1.text) }
      guard let any = all.first?.text else { return nil }
      return LocalizedText(
        fr: all.first { $0.tag == "fr" }?.text ?? any, en: all.first { $0.tag == "en" }?.text ?? any)
    }
  }
}

extension String {
  /// The text without blanks at its ends.
  fileprivate var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
