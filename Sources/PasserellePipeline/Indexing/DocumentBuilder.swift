import PasserelleCore
import PasserelleGraph
import PasserelleMatching
import PasserelleText

/// Makes the text-index documents of records from their statements.
///
/// An instance keeps one analysis chain a language; it is used by one thread.
final class DocumentBuilder {
  let iris: IRISpace
  private let labels: LabelResolver
  private var analyses: [TextLanguage: MatchTerms] = [:]

  init(iris: IRISpace, labels: LabelResolver) {
    self.iris = iris
    self.labels = labels
  }

  /// The document of one record.
  func document(of record: RecordVersion, _ view: RecordView) throws -> TextDocument {
    let subject = view.subject
    let title = try title(of: record, view)
    let body = view.texts(Vocabulary.description) + view.allTexts(Vocabulary.text)
    let language = language(of: record, view, title: title, body: body)
    let cpv = view.iris(Vocabulary.hasMainClassification).compactMap { CPVCode(iri: $0) }
    let names = view.names(excluding: subject) + view.texts(Vocabulary.placeName)
    return TextDocument(
      id: record.record, kind: record.kind, subject: subject, title: title, language: language.rawValue,
      date: view.date, cpv: cpv.first, place: view.department(iris), amount: view.amount,
      isDemonstration: record.isDemonstration,
      terms: terms(title: title, body: body, names: names, cpv: cpv, language))
  }

  /// The document of a company, from the titles of what it won.
  func vendorDocument(
    id: Int64, subject: String, name: String, titles: [String], cpv: [CPVCode], place: String?,
    language: TextLanguage, isDemonstration: Bool
  ) -> TextDocument {
    let analysis = analysis(language)
    var terms = analysis.vendor(name: name, texts: titles)
    terms[.codes] = MatchTerms.codes(cpv)
    complete(&terms, names: [name], cpv: cpv, analysis)
    return TextDocument(
      id: id, kind: .vendor, subject: subject, title: name, language: language.rawValue,
      cpv: cpv.mostFrequent(),
      place: place, isDemonstration: isDemonstration, terms: terms)
  }

  /// The terms that matching is measured with, and those of everything a person may look for.
  private func terms(
    title: String, body: [String], names: [String], cpv: [CPVCode], _ language: TextLanguage
  ) -> [TextField: [String]] {
    let analysis = analysis(language)
    var terms = analysis.award(
      title: title, description: body.joined(separator: "\n"), codes: cpv, names: names)
    complete(&terms, names: names, cpv: cpv, analysis)
    return terms
  }

  private func complete(
    _ terms: inout [TextField: [String]], names: [String], cpv: [CPVCode], _ analysis: MatchTerms
  ) {
    terms[.full] = (terms[.words] ?? []) + names.flatMap { analysis.words($0) } + cpv.map(\.digits)
  }

  private func title(of record: RecordVersion, _ view: RecordView) throws -> String {
    if let title = view.texts(Vocabulary.title).first ?? view.texts(Vocabulary.label).first { return title }
    if record.kind == .claim, let sentence = try labels.sentence(of: view, language: .french) {
      return sentence
    }
    return record.key
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

  private func analysis(_ language: TextLanguage) -> MatchTerms {
    if let known = analyses[language] { return known }
    let made = MatchTerms(language: language)
    analyses[language] = made
    return made
  }
}
