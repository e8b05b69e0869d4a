import Foundation
import PasserelleCore
import PasserelleGraph
import PasserellePipeline

/// What an erasure finds in a workspace as it stands.
struct ErasurePlan {
  let journal: ErasureJournal
  /// Finds the phrases of the journal.
  let screen: ErasureScreen
  /// Finds, beside these, what tells the records that go.
  let references: ErasureScreen
  /// Finds, beside these, shorter texts of the records that go.
  let texts: ErasureScreen
  /// What the store is asked to do.
  let store: StoreErasure
  /// The records that go.
  let records: [StoredRecord]
  /// The records by number: those that go, and those in which something was found.
  let named: [Int64: StoredRecord]
  /// What was found in statements.
  let hits: [ErasureHit]

  /// How many words of a text tell it from others, and how many it must have for that.
  private static let tellingWords = 8
  private static let fewestWords = 3
  /// How many words of an IRI or key are looked for at most.
  private static let nameWords = 40

  init(_ journal: ErasureJournal, _ workspace: Workspace, _ reader: GraphReader) throws {
    self.journal = journal
    let folder = workspace.erasures
    let (base, language) = (workspace.store.iris.base, workspace.settings.language)
    let screen = try folder.screen(phrases: journal.phrases, base: base, language: language)
    let (keys, exceptions) = (Set(journal.keys), Set(journal.exceptions))
    let digests = try ErasureDigests(folder)
    var kept: Set<Int64> = []
    let hits = journal.phrases.isEmpty ? [] : try reader.erasureHits(screen)
    let hit = Set(hits.map(\.record))
    var gone: [StoredRecord] = []
    var others: [StoredRecord] = []
    let isAny = !keys.isEmpty || !exceptions.isEmpty || !journal.phrases.isEmpty
    let all = isAny ? try reader.storedRecords { _, _ in true } : []
    for record in all {
      if !exceptions.isEmpty, exceptions.contains(digests.record(record)) {
        kept.insert(record.id)
        others.append(record)
        continue
      }
      let isGone =
        !keys.isEmpty
        && (keys.contains(digests.record(record)) || keys.contains(digests.source(record.source)))
        || journal.takesRecords && hit.contains(record.id) || screen.contains(record.key)
      if isGone { gone.append(record) } else if hit.contains(record.id) { others.append(record) }
    }
    // What was computed from a record goes with it.
    let origins = Set(gone.map { $0.source + "/" + $0.key })
    let taken = Set(gone.map(\.id))
    gone += all.filter {
      $0.source == GraphReader.conversionSource && origins.contains($0.key) && !taken.contains($0.id)
    }
    (self.screen, self.hits, records) = (screen, hits, gone)
    named = Dictionary((gone + others).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var names: [(text: String, words: Int)] = []
    for record in gone {
      if let iri = record.iri { names.append((iri, Self.nameWords)) }
      if record.key.utf8.count >= 8 { names.append((record.key, Self.nameWords)) }
    }
    var (long, short) = (names, names)
    if !gone.isEmpty {
      try reader.ownTexts(of: Set(gone.map(\.id))) { text in
        let count = text.split { !$0.isLetter && !$0.isNumber }.count
        if count >= Self.tellingWords { long.append((text, Self.tellingWords)) }
        if count >= Self.fewestWords { short.append((text, Self.tellingWords)) }
      }
    }
    references = try folder.screen(phrases: journal.phrases, texts: long, base: base, language: language)
    texts = try folder.screen(phrases: journal.phrases, texts: short, base: base, language: language)
    var plan = StoreErasure()
    plan.id = journal.id
    plan.records = Set(gone.map(\.id))
    plan.sources = journal.kind == .source ? Set(gone.map(\.source)) : []
    plan.exceptions = kept
    plan.redactor = journal.phrases.isEmpty ? nil : screen
    plan.isErasedRun = { [references, iris = workspace.store.iris] parameters, parts in
      references.contains(parameters) || parts.contains { references.containsInAnyEncoding($0) }
        || parts.first.map { Self.isHit(need: $0, references, iris) } ?? false
    }
    store = plan
  }

  /// Whether a need that is packed, such as an OpenDocument file, holds what is erased.
  private static func isHit(need: [UInt8], _ screen: ErasureScreen, _ iris: IRISpace) -> Bool {
    let isPacked = need.starts(with: [0x50, 0x4B]) || need.starts(with: [0x25, 0x50, 0x44, 0x46])
    guard isPacked, let stated = try? NeedDocument(iris: iris).need(need, file: "-") else { return false }
    return screen.contains(String(reflecting: stated))
  }
}

/// The digests of records and sources, each source's once.
private final class ErasureDigests {
  private let folder: ErasureFolder
  private var sources: [String: String] = [:]
  private let digest: (String, String) -> String

  init(_ folder: ErasureFolder) throws {
    self.folder = folder
    digest = try folder.recordDigest()
  }

  func record(_ record: StoredRecord) -> String { digest(record.source, record.key) }

  func source(_ name: String) -> String {
    if let known = sources[name] { return known }
    let found = (try? folder.digest(source: name)) ?? ""
    sources[name] = found
    return found
  }
}
