package import PasserelleCore

/// The statements of one record by what they are about, as exports read them.
///
/// Objects are given sorted, so that a record gives the same bytes whether its statements come from a store or were
/// just mapped.
package struct RecordStatements: Sendable {
  /// The source's short name.
  package let source: String
  /// The record's key within its source.
  package let key: String
  /// The IRI of the thing that the record is about.
  package let subject: String
  /// What kind of document it is.
  package let kind: DocumentKind
  /// Whether it is generated demonstration data.
  package let isDemonstration: Bool
  private let objects: [String: [String: [Term]]]
  /// What amounts in other currencies are in euros, by the thing and the relation that states the amount.
  private let euros: [String: [String: EuroValue]]

  /// Makes the statements of a record that is stored.
  package init(
    source: String, key: String, subject: String, kind: DocumentKind, isDemonstration: Bool,
    statements: [(subject: String, predicate: String, object: Term)],
    euros: [String: [String: EuroValue]] = [:]
  ) {
    (self.source, self.key, self.subject, self.kind) = (source, key, subject, kind)
    self.isDemonstration = isDemonstration
    var objects: [String: [String: [Term]]] = [:]
    for one in statements {
      objects[one.subject, default: [:]][one.predicate, default: []].append(one.object)
    }
    self.objects = objects
    self.euros = euros
  }

  /// Makes the statements of a record that was just mapped.
  package init(_ mapped: MappedRecord, source: String, key: String) {
    self.init(
      source: source, key: key, subject: mapped.subject, kind: mapped.kind,
      isDemonstration: mapped.isDemonstration,
      statements: mapped.statements.statements.compactMap { one in
        guard let subject = one.subject.iriValue, let predicate = one.predicate.iriValue else { return nil }
        return (subject, predicate, one.object)
      })
  }

  /// The thing that the record is about.
  package var main: StatedThing { StatedThing(iri: subject, record: self) }

  /// The objects of a relation of a thing, each once, sorted by text, then language.
  func objects(_ relation: String, of thing: String) -> [Term] {
    guard let all = objects[thing]?[relation] else { return [] }
    if all.count == 1 { return all }
    var keyed: [(key: String, term: Term)] = []
    for term in all { keyed.append((Self.sortKey(term), term)) }
    keyed.sort { $0.key < $1.key }
    var result: [Term] = []
    var last: String?
    for one in keyed where one.key != last {
      result.append(one.term)
      last = one.key
    }
    return result
  }

  /// What the greatest amount of a relation of a thing is in euros; nil where it was not converted.
  func euros(_ relation: String, of thing: String) -> EuroValue? { euros[thing]?[relation] }

  /// The relations of which a thing of the record has objects, sorted.
  package func relations(of thing: String) -> [String] { (objects[thing] ?? [:]).keys.sorted() }

  private static func sortKey(_ term: Term) -> String {
    switch term {
    case .iri(let iri): return "\u{1}" + iri
    case .literal(let literal):
      if case .language(let tag) = literal.datatype { return literal.lexicalForm + "\u{0}" + tag }
      return literal.lexicalForm + "\u{0}"
    }
  }
}

/// A text in its language.
struct StatedText: Sendable, Hashable {
  let text: String
  /// The BCP 47 language; nil where none is stated.
  let language: String?
}

/// One thing of a record: the award, a lot, a winner, with what the record states of it.
package struct StatedThing: Sendable {
  /// The IRI.
  package let iri: String
  let record: RecordStatements

  /// The IRIs of a relation, sorted.
  package func iris(_ relation: String) -> [String] {
    record.objects(relation, of: iri).compactMap(\.iriValue)
  }

  /// The literals of a relation, sorted.
  package func values(_ relation: String) -> [String] {
    record.objects(relation, of: iri).compactMap(\.lexicalForm)
  }

  /// The first literal of a relation by text.
  package func value(_ relation: String) -> String? { values(relation).first }

  /// A truth value.
  func flag(_ relation: String) -> Bool? { value(relation).flatMap { ["true": true, "false": false][$0] } }

  /// A whole number; of several the greatest.
  func integer(_ relation: String) -> Int? { values(relation).compactMap { Int($0) }.max() }

  /// A number; of several the greatest.
  func decimal(_ relation: String) -> DecimalNumber? {
    values(relation).compactMap { DecimalNumber($0) }.max()
  }

  /// A date; of several the earliest.
  package func date(_ relation: String) -> PartialDate? {
    values(relation).compactMap { PartialDate(iso: $0) }.min()
  }

  /// An amount in the thing's currency; nil where either is not stated.
  func money(_ relation: String) -> Money? {
    guard let amount = decimal(relation), let currency = value(Vocabulary.currency) else { return nil }
    return Money(amount, currency, euros: record.euros(relation, of: iri))
  }

  /// The texts of a relation, that in a wanted language first, then those without language, in French, in English.
  func texts(_ relation: String, preferring language: String?) -> [StatedText] {
    let all = record.objects(relation, of: iri).compactMap { term -> StatedText? in
      guard case .literal(let literal) = term else { return nil }
      if case .language(let tag) = literal.datatype {
        return StatedText(text: literal.lexicalForm, language: tag == LanguageTag.undetermined ? nil : tag)
      }
      return StatedText(text: literal.lexicalForm, language: nil)
    }
    guard all.count > 1 else { return all }
    func rank(_ text: StatedText) -> Int {
      if let language, text.language == language { return 0 }
      return ["fr": 2, "en": 3][text.language ?? ""] ?? (text.language == nil ? 1 : 4)
    }
    return all.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }
      .map(\.element)
  }

  /// The things that a relation leads to, by their order, then their IRI.
  package func parts(_ relation: String) -> [StatedThing] {
    iris(relation).map { StatedThing(iri: $0, record: record) }.enumerated().map { offset, part in
      (part.integer(Vocabulary.order) ?? Int.max, offset, part)
    }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }

  /// The main CPV code, by its eight digits.
  package var mainCode: String? {
    iris(Vocabulary.hasMainClassification).lazy.compactMap { CPVCode(iri: $0)?.digits }.first
  }

  /// The further CPV codes, by their eight digits.
  var furtherCodes: [String] {
    let all = iris(Vocabulary.hasMainClassification) + iris(Vocabulary.hasAdditionalClassification)
    return all.compactMap { CPVCode(iri: $0)?.digits }.filter { $0 != mainCode }
  }
}

extension RecordStatements {
  /// Whether the source restricts access to the record.
  package var isRestricted: Bool {
    let rights = objects(Vocabulary.dct + "accessRights", of: subject)
    return rights.contains { term in
      let name = (term.iriValue ?? term.lexicalForm ?? "").split { $0 == "/" || $0 == "#" }.last ?? ""
      return ["restricted", "non_public", "confidential", "sensitive"].contains(name.lowercased())
    }
  }

  /// Whether the record's place lies in a department, or is a commune, of this code.
  package func isPlaced(in code: String, _ iris: IRISpace) -> Bool {
    let places = StatedPlaces(main, in: iris)
    return places.department == code || places.communes.contains(code)
  }

  /// The day that periods look at: that of notification, else that of publication.
  package var day: PartialDate? { main.date(Vocabulary.notified) ?? main.date(Vocabulary.published) }
}
