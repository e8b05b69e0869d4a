package import PasserelleCore
package import PasserelleGraph
import PasserelleSources
package import PasserelleText

/// The statements of one version of a record, resolved, with the questions that indexing and matching ask.
package struct RecordView {
  /// The IRI of the thing that the record is about.
  package let subject: String
  private let statements: [Statement]
  /// The places of the statements of each relation, in their order: a view is asked for many relations.
  private let places: [String: [Int]]
  private let converted: ConvertedAmounts

  private typealias Statement = (subject: String, predicate: String, object: Term)

  /// Makes a view of statements that need not be stored, with what is known of their values in euros.
  package init(
    subject: String, statements: [(subject: String, predicate: String, object: Term)],
    converted: ConvertedAmounts = ConvertedAmounts()
  ) {
    self.subject = subject
    self.statements = statements
    self.converted = converted
    var places: [String: [Int]] = [:]
    var run = 0..<0
    for place in statements.indices {
      if place + 1 < statements.count, statements[place + 1].predicate == statements[place].predicate {
        continue
      }
      run = run.upperBound..<(place + 1)
      places[statements[place].predicate, default: []] += run
    }
    self.places = places
  }

  /// The objects that a relation has for a thing, in the order of the statements.
  private func objects(of thing: String, _ relation: String) -> [Term] {
    (places[relation] ?? []).compactMap { statements[$0].subject == thing ? statements[$0].object : nil }
  }

  /// The statements of a relation, in their order.
  private func stated(_ relation: String) -> [Statement] { (places[relation] ?? []).map { statements[$0] } }

  /// The literals of a relation of the subject, sorted by text; of texts in several languages those in the record's.
  package func texts(_ relation: String) -> [String] { texts(of: subject, relation) }

  /// The literals of a relation of any thing of the record, sorted by text; of texts in several languages those in the
  /// record's.
  package func texts(of thing: String, _ relation: String) -> [String] {
    let all = objects(of: thing, relation)
    return inOneLanguage(all).compactMap(\.lexicalForm).sorted()
  }

  /// The literals of a relation of any thing of the record, sorted by text; of texts in several languages those in the
  /// one asked for, else in French, in English, in the first by its tag.
  package func texts(of thing: String, _ relation: String, in language: MessageLanguage) -> [String] {
    let all = objects(of: thing, relation)
    return inOneLanguage(all, language.rawValue).compactMap(\.lexicalForm).sorted()
  }

  /// The texts that the subject's statements give with their language, whatever the relation, each once, sorted.
  package var languageTexts: [String] {
    Set(
      statements.filter { $0.subject == subject && Self.language($0.object) != nil }
        .compactMap(\.object.lexicalForm)
    ).sorted()
  }

  /// The literals of a relation of the subject in every language, those of ``texts(_:)`` first.
  package func textsInEveryLanguage(_ relation: String) -> [String] {
    let chosen = texts(relation)
    let all = objects(of: subject, relation).compactMap(\.lexicalForm).sorted()
    return chosen + all.filter { !chosen.contains($0) }
  }

  /// The literals of a relation of every part of the subject, in the order of the parts; of texts in several languages
  /// those in the record's.
  ///
  /// - Parameters:
  ///   - relation: The relation, by IRI.
  ///   - everyLanguage: Whether the texts in other languages are wanted too.
  /// - Returns: The literals, those of a part by their text.
  package func allTexts(_ relation: String, inEveryLanguage everyLanguage: Bool = false) -> [String] {
    let stated = stated(relation).filter { $0.subject != subject }
    guard !stated.isEmpty else { return [] }
    var byPart: [String: [Term]] = [:]
    for one in stated { byPart[one.subject, default: []].append(one.object) }
    let orders = orders()
    return byPart.flatMap { part, objects in
      let order = orders[part] ?? .max
      return (everyLanguage ? objects : inOneLanguage(objects)).compactMap(\.lexicalForm).map { (order, $0) }
    }
    .sorted { $0 < $1 }.map(\.1)
  }

  /// Of literals in several languages those in the record's own, else in French, English, the first by its tag; texts
  /// without language stay.
  private func inOneLanguage(_ objects: [Term], _ wanted: String? = nil) -> [Term] {
    let tags = Set(objects.compactMap(Self.language))
    guard tags.count > 1 else { return objects }
    let chosen = [wanted ?? ownLanguage ?? "fr", "fr", "en"].first(where: tags.contains) ?? tags.min()
    return objects.filter { Self.language($0).map { $0 == chosen } ?? true }
  }

  /// The language that the record declares for its texts.
  private var ownLanguage: String? {
    objects(of: subject, Vocabulary.language).first?.lexicalForm
  }

  private static func language(_ term: Term) -> String? {
    guard case .literal(let literal) = term, case .language(let tag) = literal.datatype else { return nil }
    return tag
  }

  /// The IRIs of a relation of the subject, sorted.
  package func iris(_ relation: String) -> [String] {
    objects(of: subject, relation).compactMap(\.iriValue).sorted()
  }

  /// The names of the organisations of the record, sorted.
  package func names(excluding excluded: String) -> [String] {
    stated(Vocabulary.name).filter { $0.subject != excluded }
      .compactMap(\.object.lexicalForm).sorted()
  }

  /// The names of the organisations that a relation of the subject leads to, sorted.
  package func names(of relation: String) -> [String] {
    let named = Set(iris(relation))
    guard !named.isEmpty else { return [] }
    return stated(Vocabulary.name).filter { named.contains($0.subject) }
      .compactMap(\.object.lexicalForm).sorted()
  }

  /// The official numbers that the record mentions, as IRIs or as numbers of companies, each once, sorted.
  package func officialNumbers(_ iris: IRISpace) -> [String] {
    var found: Set<String> = []
    var subject = ""
    for statement in statements {
      if statement.subject != subject {
        subject = statement.subject
        if let number = Self.officialNumber(subject, iris) { found.insert(number) }
      }
      switch statement.predicate {
      case Vocabulary.siren, Vocabulary.siret:
        found.formUnion(statement.object.lexicalForm.map { [$0] } ?? [])
      default:
        if let number = statement.object.iriValue.flatMap({ Self.officialNumber($0, iris) }) {
          found.insert(number)
        }
      }
    }
    return found.sorted()
  }

  /// The value of an IRI of a company, an establishment, a tax payer or a commune.
  package static func officialNumber(_ iri: String, _ iris: IRISpace) -> String? {
    guard let scheme = iris.identifierScheme(of: iri) else { return nil }
    switch scheme {
    case .siret, .siren, .insee, .vat, .nif, .cif, .duns, .ror, .grid, .rnsr, .pic:
      return iris.identifierParts(of: iri)?.value
    case .geonames, .wikidata, .departement, .decp, .ocid, .csv, .specification, .local: return nil
    }
  }

  /// The date that lists show: of notification, else of publication, else of the document.
  package var date: PartialDate? {
    for relation in [Vocabulary.notified, Vocabulary.published, Vocabulary.since] {
      if let date = texts(relation).compactMap({ PartialDate(iso: $0) }).first { return date }
    }
    return nil
  }

  /// The amount, paid or estimated, in its currency, and in euros where it was converted.
  package var amount: Money? { amount([Vocabulary.amount, Vocabulary.estimatedAmount]) }

  /// The greatest amount that some relations of the subject state; nil where there is none, or two currencies.
  package func amount(_ relations: [String]) -> Money? {
    let currencies = Set(texts(Vocabulary.currency))
    guard currencies.count < 2 else { return nil }
    var greatest: (amount: DecimalNumber, relation: String)?
    for relation in relations {
      for amount in texts(relation).compactMap({ DecimalNumber($0) }) {
        if let greatest, greatest.amount >= amount { continue }
        greatest = (amount, relation)
      }
    }
    guard let (amount, relation) = greatest else { return nil }
    return Money(amount, currencies.first ?? "EUR", euros: converted.value(of: subject, relation))
  }

  /// The language that the source declares; nil for none or one without an analysis chain.
  package var declaredLanguage: TextLanguage? {
    texts(Vocabulary.language).first.flatMap(TextLanguage.init(rawValue:))
  }

  /// The department of the place of performance, by commune, department or postal code.
  package func department(_ iris: IRISpace) -> String? {
    for place in self.iris(Vocabulary.placeOfPerformance) {
      switch iris.identifierParts(of: place) {
      case (.insee, let code)?: return PlaceCode.department(ofCommune: code)
      case (.departement, let code)?: return code
      default: continue
      }
    }
    // Five digits are a postal code elsewhere too.
    guard !isAbroad else { return nil }
    return texts(Vocabulary.postalCode).compactMap { PlaceCode.department(ofPostal: $0) }.first
  }

  /// The authorities' IRIs of NUTS codes and of countries, without the code.
  private static let authorities = [
    "http://data.europa.eu/nuts/code/", "http://publications.europa.eu/resource/authority/country/",
  ]

  /// Whether the places of performance are all in other countries than France, by NUTS code or country.
  private var isAbroad: Bool {
    let countries = iris(Vocabulary.placeOfPerformance).compactMap { place -> Bool? in
      guard let start = Self.authorities.first(where: place.hasPrefix) else { return nil }
      // `FR` begins the NUTS codes of France and its code of three letters.
      return place.dropFirst(start.count).hasPrefix("FR")
    }
    return !countries.isEmpty && !countries.contains(true)
  }

  /// The place of performance as exactly as it is known, and the department.
  package func commune(_ iris: IRISpace) -> String? {
    for place in self.iris(Vocabulary.placeOfPerformance) {
      if case (.insee, let code)? = iris.identifierParts(of: place) { return code }
    }
    return nil
  }

  /// The place of each part among its like, as first stated.
  private func orders() -> [String: Int] {
    let relation = Vocabulary.pas + "order"
    var orders: [String: Int] = [:]
    for one in stated(relation) where orders[one.subject] == nil {
      orders[one.subject] = one.object.lexicalForm.flatMap { Int($0) } ?? .max
    }
    return orders
  }
}

/// Loads record views, resolving each distinct term once.
package final class RecordViewLoader {
  private let reader: GraphReader
  private let conversions: ConvertedAmountReader?
  private var terms: [TermID: Term] = [:]

  /// Makes a loader over one state of a store, for views that are asked no amounts in euros.
  package init(_ reader: GraphReader) {
    self.reader = reader
    conversions = nil
  }

  /// Makes a loader over one state of a store whose views know the values in euros of their amounts.
  package init(converting reader: GraphReader) throws {
    self.reader = reader
    conversions = try ConvertedAmountReader(reader)
  }

  /// The view of one version.
  package func view(of record: RecordVersion) throws -> RecordView {
    let quads = try reader.quads(QuadPattern(graph: record.version))
    try resolve(quads, record.subject)
    var statements: [(subject: String, predicate: String, object: Term)] = []
    statements.reserveCapacity(quads.count)
    // Statements come by subject.
    var last: (id: TermID, iri: String?)?
    for quad in quads {
      if last?.id != quad.subject { last = (quad.subject, terms[quad.subject]?.iriValue) }
      guard let subject = last?.iri, let predicate = terms[quad.predicate]?.iriValue,
        let object = terms[quad.object]
      else { continue }
      statements.append((subject, predicate, object))
    }
    return RecordView(
      subject: terms[record.subject]?.iriValue ?? "", statements: statements,
      converted: try conversions?.amounts(of: record, stating: statements) ?? ConvertedAmounts())
  }

  private func resolve(_ quads: [Quad], _ subject: TermID) throws {
    if terms.count > 100_000 { terms.removeAll(keepingCapacity: true) }
    var missing: [TermID] = []
    func ask(_ id: TermID) { if terms.index(forKey: id) == nil { missing.append(id) } }
    for quad in quads {
      ask(quad.subject)
      ask(quad.predicate)
      ask(quad.object)
    }
    ask(subject)
    for (id, term) in zip(missing, try reader.terms(of: missing)) { terms[id] = term }
  }
}
