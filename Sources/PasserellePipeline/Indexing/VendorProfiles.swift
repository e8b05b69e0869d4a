import PasserelleCore
import PasserelleGraph
import PasserelleText

/// Makes the documents of companies from all the awards they won.
///
/// Keeps what it was told of awards that were just read, so that a first indexing does not read them twice.
final class VendorProfiles {
  /// What became of a company's document.
  enum Outcome {
    /// It has awards: here is its document.
    case made(TextDocument)
    /// No open award names it any more: the document of this number goes.
    case gone(Int64)
  }

  /// What a company's document takes from one award.
  private struct Award {
    let titles: [String]
    let codes: [CPVCode]
    let place: String?
    let language: TextLanguage
    let isDemonstration: Bool
  }

  private let reader: GraphReader
  private let loader: RecordViewLoader
  private let builder: DocumentBuilder
  private let labels: LabelResolver
  private var awards: [VersionID: Award] = [:]

  /// The most awards whose titles enter one company's document; the latest by sequence.
  private static let awardLimit = 500
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
    guard ids[0].isBound, ids[1].isBound else { return nil }
    let id = IndexUpdater.vendorOffset + ids[0].rawValue
    let wins = try reader.quads(QuadPattern(predicate: ids[1], object: ids[0]))
    let graphs = Array(Set(wins.map(\.graph)).sorted().suffix(Self.awardLimit))
    guard !graphs.isEmpty else { return .gone(id) }
    let won = try graphs.compactMap(award)
    return .made(
      builder.vendorDocument(
        id: id, subject: vendor, name: try labels.label(of: vendor, language: .french),
        titles: won.flatMap(\.titles), cpv: won.flatMap(\.codes),
        place: won.compactMap(\.place).mostFrequent(),
        language: won.map(\.language.rawValue).mostFrequent().flatMap(TextLanguage.init(rawValue:))
          ?? .french, isDemonstration: won.allSatisfy(\.isDemonstration)))
  }

  private func award(_ version: VersionID) throws -> Award? {
    if let known = awards[version] { return known }
    guard let record = try reader.versions(of: [version])[0] else { return nil }
    return award(record, try loader.view(of: record))
  }

  private func award(_ record: RecordVersion, _ view: RecordView) -> Award {
    Award(
      titles: view.texts(Vocabulary.title),
      codes: view.iris(Vocabulary.hasMainClassification).compactMap { CPVCode(iri: $0) },
      place: view.department(builder.iris), language: view.declaredLanguage ?? .french,
      isDemonstration: record.isDemonstration)
  }
}
