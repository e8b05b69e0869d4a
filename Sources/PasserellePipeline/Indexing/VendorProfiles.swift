import PasserelleCore
import PasserelleGraph
import PasserelleMatching
import PasserelleSources
import PasserelleText

/// Makes the documents of companies from the awards they won, what they declare, and the action sheets that name
/// them; evaluations stay out, so that they enter no ranking unasked.
///
/// Keeps what it was told of awards that were just read, so that a first indexing does not read them twice.
final class VendorProfiles {
  /// What became of a company's document.
  enum Outcome {
    /// It has awards, a profile or sheets: here is its document.
    case made(TextDocument)
    /// No open record names it any more: the document of this number goes.
    case gone(Int64)
  }

  /// What a company's document takes from one award, from its profile or from one sheet.
  private struct Part {
    var titles: [String]
    var codes: [CPVCode] = []
    var places: [String] = []
    var language = TextLanguage.french
    let isDemonstration: Bool
  }

  private let reader: GraphReader
  private let loader: RecordViewLoader
  private let builder: DocumentBuilder
  private let labels: LabelResolver
  private var awards: [VersionID: Part] = [:]

  /// The most awards whose titles enter one company's document; the latest by sequence.
  private static let awardLimit = 500
  /// The most sheets whose texts enter one company's document; the latest by date.
  private static let sheetLimit = 50
  /// The most awards kept in memory.
  private static let memoryLimit = 20_000

  init(reader: GraphReader, loader: RecordViewLoader, builder: DocumentBuilder, labels: LabelResolver) {
    self.reader = reader
    self.loader = loader
    self.builder = builder
    self.labels = labels
  }

  /// Keeps what a company's document will need of a record.
  func remember(_ record: RecordVersion, _ view: RecordView) {
    guard record.kind == .award else { return }
    if awards.count >= Self.memoryLimit { awards.removeAll(keepingCapacity: true) }
    awards[record.version] = award(record, view)
  }

  /// The document of a company; nil for one that the store does not know.
  func document(of vendor: String) throws -> Outcome? {
    let ids = try reader.identifiers(of: [.iri(vendor), .iri(Vocabulary.hasWinner)])
    guard ids[0].isBound else { return nil }
    let id = IndexUpdater.vendorOffset + ids[0].rawValue
    let parts = try won(ids[0], ids[1]) + declared(ids[0]) + sheets(ids[0])
    guard !parts.isEmpty else { return .gone(id) }
    return .made(
      builder.vendorDocument(
        id: id, subject: vendor, name: try labels.label(of: vendor, language: .french),
        titles: parts.flatMap(\.titles), cpv: parts.flatMap(\.codes),
        place: parts.flatMap(\.places).mostFrequent(),
        language: parts.map(\.language.rawValue).mostFrequent().flatMap(TextLanguage.init(rawValue:))
          ?? .french, isDemonstration: parts.allSatisfy(\.isDemonstration)))
  }

  private func won(_ vendor: TermID, _ hasWinner: TermID) throws -> [Part] {
    guard hasWinner.isBound else { return [] }
    let wins = try reader.quads(QuadPattern(predicate: hasWinner, object: vendor))
    return try Set(wins.map(\.graph)).sorted().suffix(Self.awardLimit).compactMap(award)
  }

  /// What the company declares: its text, labels and references.
  private func declared(_ vendor: TermID) throws -> [Part] {
    guard let one = try ProfileLoader(reader: reader, iris: builder.iris).declared(by: vendor) else {
      return []
    }
    let titles = [one.profile.text] + one.profile.labels + one.references.map(\.title)
    return [
      Part(
        titles: titles.filter { !$0.isEmpty }, codes: one.profile.codes,
        places: one.profile.places.map(\.coarse),
        language: Self.language(one.language), isDemonstration: one.record.isDemonstration)
    ]
  }

  /// The texts of the action sheets that name the company.
  private func sheets(_ vendor: TermID) throws -> [Part] {
    let sheets = try SheetLoader(reader: reader).sheets(naming: vendor).prefix(Self.sheetLimit)
    return sheets.map { sheet in
      let texts = [sheet.title, sheet.description ?? ""] + sheet.domains + sheet.tools
      return Part(titles: texts.filter { !$0.isEmpty }, isDemonstration: sheet.record.isDemonstration)
    }
  }

  private static func language(_ tag: String?) -> TextLanguage {
    tag.flatMap { TextLanguage(rawValue: String($0.prefix(2))) } ?? .french
  }

  private func award(_ version: VersionID) throws -> Part? {
    if let known = awards[version] { return known }
    guard let record = try reader.versions(of: [version])[0] else { return nil }
    return award(record, try loader.view(of: record))
  }

  private func award(_ record: RecordVersion, _ view: RecordView) -> Part {
    Part(
      titles: view.texts(Vocabulary.title),
      codes: view.iris(Vocabulary.hasMainClassification).compactMap { CPVCode(iri: $0) },
      places: view.department(builder.iris).map { [$0] } ?? [], language: view.declaredLanguage ?? .french,
      isDemonstration: record.isDemonstration)
  }
}
