import PasserelleCore
import PasserelleGraph
import PasserelleNetwork
import PasserelleOntology
import PasserellePipeline

/// Reads the counts of cooperation that documents publish of countries, each with its scope and date.
struct GapsPublished {
  /// The statistics of cooperation: others count something else, such as the cities of a network.
  static let statistics = [
    "cncd-projets", "partenariats-cooperation", "pays-partenaires", "collectivites-en-cooperation",
  ]

  let reader: GraphReader
  let labels: LabelResolver
  let network: CooperationNetwork
  let language: MessageLanguage

  /// The counts of each country, in the order of their claims.
  func byCountry() throws -> [String: [GapsAnswer.Published]] {
    let ids = try reader.identifiers(of: [
      .iri(Vocabulary.pas + "territory"), .iri(Vocabulary.claimPredicate), .iri(Vocabulary.pas + "hasCount"),
    ])
    guard ids.allSatisfy(\.isBound) else { return [:] }
    var found: [String: [GapsAnswer.Published]] = [:]
    let quads = try reader.quads(QuadPattern(predicate: ids[0]))
    let claims = try reader.terms(of: quads.map(\.subject))
    let territories = try reader.terms(of: quads.map(\.object))
    let order = quads.indices.sorted { (claims[$0]?.iriValue ?? "") < (claims[$1]?.iriValue ?? "") }
    for place in order {
      guard let claim = claims[place]?.iriValue, let territory = territories[place]?.iriValue,
        let node = network.node(territory).map({ network.nodes[Int($0)] }), node.kind == .country,
        let country = node.country,
        try !reader.quads(
          QuadPattern(subject: quads[place].subject, predicate: ids[1], object: ids[2])
        ).isEmpty,
        let one = try published(quads[place].subject, claim), found[country]?.contains(one) != true
      else { continue }
      found[country, default: []].append(one)
    }
    return found
  }

  private func published(_ claim: TermID, _ iri: String) throws -> GapsAnswer.Published? {
    let own = try values(of: claim)
    let subjects = (own[Vocabulary.claimSubject] ?? []).compactMap { $0.iriValue?.split(separator: "/").last }
    guard subjects.contains(where: { Self.statistics.contains(String($0)) }) else { return nil }
    guard let quantity = own[Vocabulary.claimObject]?.first?.iriValue,
      let id = try reader.identifiers(of: [.iri(quantity)]).first, id.isBound
    else { return nil }
    let parts = try values(of: id)
    guard let value = parts[Vocabulary.pas + "numericValue"]?.first?.lexicalForm else { return nil }
    let documents = try (own[Vocabulary.source] ?? []).compactMap(\.iriValue).map {
      try labels.label(of: $0, language: language)
    }
    let lines = (own[Vocabulary.lines] ?? []).compactMap(\.lexicalForm)
    return GapsAnswer.Published(
      value: value, unit: parts[Vocabulary.pas + "unit"]?.first?.lexicalForm ?? "",
      scope: text(parts[Vocabulary.pas + "scope"] ?? []),
      date: parts[Vocabulary.pas + "date"]?.first?.lexicalForm,
      passage: (documents.sorted() + lines.sorted()).joined(separator: ", "), claim: iri)
  }

  /// What is stated of a thing, by relation.
  private func values(of thing: TermID) throws -> [String: [Term]] {
    let quads = try reader.quads(QuadPattern(subject: thing))
    let relations = try reader.terms(of: quads.map(\.predicate))
    let objects = try reader.terms(of: quads.map(\.object))
    var values: [String: [Term]] = [:]
    for (relation, object) in zip(relations, objects) {
      guard let relation = relation?.iriValue, let object, values[relation]?.contains(object) != true else {
        continue
      }
      values[relation, default: []].append(object)
    }
    return values
  }

  private static func tag(_ term: Term) -> String? {
    guard case .literal(let literal) = term, case .language(let tag) = literal.datatype else { return nil }
    return tag
  }

  /// The text in the language of the answer, else any.
  private func text(_ terms: [Term]) -> String {
    let texts = terms.sorted { ($0.lexicalForm ?? "") < ($1.lexicalForm ?? "") }
    let own = texts.first { Self.tag($0) == language.rawValue }
    return (own ?? texts.first)?.lexicalForm ?? ""
  }
}
