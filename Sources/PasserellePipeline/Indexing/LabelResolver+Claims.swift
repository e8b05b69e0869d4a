import PasserelleCore
import PasserelleGraph
import PasserelleOntology
import PasserelleSources

extension LabelResolver {
  /// The reading sentence of a claim, such as "Marseille coopère avec Alger"; nil for a record of another kind.
  ///
  /// What is not stated as a fact says so at its end: "Sienne adopte la charte (nié)".
  func sentence(of view: RecordView, language: MessageLanguage) throws -> String? {
    guard let subject = view.iris(Vocabulary.claimSubject).first,
      let relation = view.iris(Vocabulary.claimPredicate).first
    else { return nil }
    var object = "…"
    if let iri = view.iris(Vocabulary.claimObject).first {
      object = try quantity(iri, of: view, language) ?? label(of: iri, language: language)
    } else if let text = view.texts(of: view.subject, Vocabulary.claimObject, in: language).first {
      object = codeLabel(text, of: relation, language: language)
    }
    guard
      let sentence = ontology.sentence(
        subject: try label(of: subject, language: language), relation: relation, object: object,
        language: language)
    else { return nil }
    guard let modality = view.texts(Vocabulary.modality).first, modality != "asserted" else {
      return sentence
    }
    return sentence + " (" + codeLabel(modality, of: Vocabulary.modality, language: language) + ")"
  }

  /// The reading sentence of a claim named by its IRI; nil for any other thing.
  func claimSentence(_ iri: String, _ language: MessageLanguage) throws -> String? {
    guard iri.hasPrefix(iris.identifier(.local, "claim:")), let view = try view(of: iri) else { return nil }
    return try sentence(of: view, language: language)
  }

  /// The number, unit and scope of a quantity named by its IRI, a part of a claim; nil for any other thing.
  func quantity(_ iri: String, _ language: MessageLanguage) throws -> String? {
    let suffix = "/value"
    guard iri.hasPrefix(iris.identifier(.local, "claim:")),
      let end = iri.hasSuffix(suffix)
        ? iri.index(iri.endIndex, offsetBy: -suffix.count) : iri.firstRange(of: "/attribute/")?.lowerBound,
      let view = try view(of: String(iri[..<end]))
    else { return nil }
    return try quantity(iri, of: view, language)
  }

  /// What the countries of some things are called.
  func countries(of things: [String], language: MessageLanguage) throws -> [String] {
    let ids = try reader.identifiers(of: [.iri(Vocabulary.country)] + things.map(Term.iri))
    guard ids[0].isBound else { return [] }
    var found: Set<String> = []
    for id in ids.dropFirst() where id.isBound {
      let objects = try reader.quads(QuadPattern(subject: id, predicate: ids[0])).map(\.object)
      for code in try reader.terms(of: objects).compactMap({ $0?.lexicalForm }) {
        found.insert(codeLabel(code, of: Vocabulary.country, language: language))
      }
    }
    return found.sorted()
  }

  private func view(of iri: String) throws -> RecordView? {
    let id = try reader.identifiers(of: [.iri(iri)])[0]
    guard id.isBound,
      let record = try reader.versions(about: id).last(where: { try reader.isVisible($0.version) })
    else { return nil }
    return try RecordViewLoader(reader).view(of: record)
  }

  /// The quantity of a record, after the comparator that its claim gives: "plus de 400 000 habitants (2018)".
  private func quantity(_ iri: String, of view: RecordView, _ language: MessageLanguage) throws -> String? {
    guard let written = view.texts(of: iri, Vocabulary.numericValue).first else { return nil }
    func label(_ relation: String) -> String? {
      view.texts(of: iri, relation).first.map { codeLabel($0, of: relation, language: language) }
    }
    let number = DecimalNumber(written).map { QuantityText.number($0, language) } ?? written
    let unit = label(Vocabulary.unit) ?? label(Vocabulary.currency)
    var text = unit.map { QuantityText.joined(number, unit: $0, language) } ?? number
    if iri == view.subject + "/value", let comparator = view.texts(Self.comparator).first {
      text = codeLabel(comparator, of: Self.comparator, language: language) + " " + text
    }
    var details = view.texts(of: iri, Vocabulary.scope, in: language)
    details += view.texts(of: iri, Vocabulary.valueDate)
      .map { date in PartialDate(iso: date).map { QuantityText.date($0, language) } ?? date }
    return details.isEmpty ? text : text + " (" + details.joined(separator: ", ") + ")"
  }

  private static var comparator: String { Vocabulary.pas + "comparator" }
}
