import PasserelleCore
import PasserelleGraph
import PasserelleOntology
import PasserelleSources
import PasserelleText

/// Makes the text-index documents of records from their statements.
struct DocumentBuilder {
  let iris: IRISpace
  private let labels: LabelResolver
  private let annotator: ConceptAnnotator

  /// How many characters of a body are read for concepts: the subject of a text is told at its start.
  private static let conceptLength = 2000
  /// How many characters of what was bought stand in for a title.
  private static let titleLength = 120

  init(iris: IRISpace, labels: LabelResolver, annotator: ConceptAnnotator) {
    self.iris = iris
    self.labels = labels
    self.annotator = annotator
  }

  /// The document of one record.
  func document(of record: RecordVersion, _ view: RecordView) throws -> TextDocument {
    let subject = view.subject
    let title = try title(of: record, view)
    var body = view.textsInEveryLanguage(Vocabulary.description)
    if record.kind == .award || record.kind == .call { body += view.textsInEveryLanguage(Vocabulary.text) }
    body += view.allTexts(Vocabulary.text)
    // Titles in other languages than the record's are found as its text is.
    body += view.textsInEveryLanguage(Vocabulary.title).filter { $0 != title }
    if record.kind == .call {
      // What a call asks for stands in its lots.
      body += view.allTexts(Vocabulary.title, inEveryLanguage: true)
      body += view.allTexts(Vocabulary.description, inEveryLanguage: true)
    }
    body += try factTexts(of: record, view, title: title).filter { !body.contains($0) }
    let language = language(of: record, view, title: title, body: body)
    let cpv = view.iris(Vocabulary.hasMainClassification).compactMap { CPVCode(iri: $0) }
    return TextDocument(
      id: record.record, kind: record.kind, subject: subject, title: title, language: language.rawValue,
      date: view.date, cpv: cpv.first, place: view.department(iris), amount: view.amount,
      isDemonstration: record.isDemonstration,
      texts: [
        .title: [title], .body: body, .buyers: view.names(of: Vocabulary.hasBuyer),
        .vendors: view.names(of: Vocabulary.hasWinner), .places: view.texts(Vocabulary.placeName),
        .codes: cpv.map(\.digits) + view.officialNumbers(iris), .grams: [title],
      ], concepts: concepts(of: title, body, cpv, language))
  }

  /// What a line of facts says beside its title, in both languages: other names, notes, and for a claim how it reads
  /// in English and the countries of what it is about.
  private func factTexts(of record: RecordVersion, _ view: RecordView, title: String) throws -> [String] {
    guard record.source == FactsReader.source || record.source == TableReader.source else { return [] }
    var texts = view.languageTexts + view.texts(Vocabulary.alternativeLabel)
    if record.kind == .claim {
      if let sentence = try labels.sentence(of: view, language: .english) { texts.append(sentence) }
      let ends = view.iris(Vocabulary.claimSubject) + view.iris(Vocabulary.claimObject)
      for language in [MessageLanguage.french, .english] {
        texts += try labels.countries(of: ends, language: language)
      }
    }
    var seen: Set = [title]
    return texts.filter { seen.insert($0).inserted }
  }

  /// The concepts that the texts name, and those of the codes; of one term the greater weight.
  private func concepts(
    of title: String, _ body: [String], _ cpv: [CPVCode], _ language: TextLanguage
  ) -> [WeightedConcept] {
    let text = title + "\n" + String(body.joined(separator: "\n").prefix(Self.conceptLength))
    var weights: [String: Int] = [:]
    for concept in annotator.concepts(of: text, language: language) + annotator.concepts(ofCodes: cpv) {
      weights[concept.term] = max(weights[concept.term] ?? 0, concept.weight)
    }
    return weights.sorted { $0.key < $1.key }.map { WeightedConcept(term: $0.key, weight: $0.value) }
  }

  /// The document of a company, from the titles of what it won.
  func vendorDocument(
    id: Int64, subject: String, name: String, titles: [String], cpv: [CPVCode], place: String?,
    language: TextLanguage, isDemonstration: Bool
  ) -> TextDocument {
    let number = RecordView.officialNumber(subject, iris)
    return TextDocument(
      id: id, kind: .vendor, subject: subject, title: name, language: language.rawValue,
      cpv: cpv.mostFrequent(), place: place, isDemonstration: isDemonstration,
      texts: [
        .profile: titles, .vendors: [name],
        .codes: Set(cpv.map(\.digits)).sorted() + (number.map { [$0] } ?? []),
      ], concepts: annotator.concepts(ofCodes: cpv))
  }

  private func title(of record: RecordVersion, _ view: RecordView) throws -> String {
    if let title = view.texts(Vocabulary.title).first ?? view.texts(Vocabulary.label).first { return title }
    if record.kind == .claim, let sentence = try labels.sentence(of: view, language: .french) {
      return sentence
    }
    if record.kind == .award || record.kind == .call { return try untitled(view) ?? record.key }
    if record.kind == .thing, let name = view.texts(Vocabulary.name).first { return name }
    return record.key
  }

  /// What to call an award or call that has no title: as its call, else by the start of what was bought.
  private func untitled(_ view: RecordView) throws -> String? {
    if let call = view.iris(Vocabulary.hasCall).first,
      let title = try labels.statedLabel(of: call, language: .french)
    {
      return title
    }
    let texts = view.texts(Vocabulary.description) + view.texts(Vocabulary.text)
    guard let text = texts.first(where: { !$0.isEmpty }) else { return nil }
    guard text.count > Self.titleLength else { return text }
    let start = text.prefix(Self.titleLength)
    return String(start.lastIndex(of: " ").map { start[..<$0] } ?? start) + "…"
  }

  /// The language that a record declares, else French for all but specifications, which tell their own.
  private func language(
    of record: RecordVersion, _ view: RecordView, title: String, body: [String]
  ) -> TextLanguage {
    if let declared = view.declaredLanguage { return declared }
    // French procurement and the product's facts are French; a long text tells its own language.
    guard record.kind == .specification else { return .french }
    let detected = LanguageDetector.detect(([title] + body.prefix(20)).joined(separator: "\n"))
    return detected == .neutral ? .french : detected
  }
}
