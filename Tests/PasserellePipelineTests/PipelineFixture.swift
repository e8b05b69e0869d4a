import Foundation
import PasserelleCore
import PasserelleDigest
import PasserelleGraph
import PasserelleOntology
import PasserellePipeline
import PasserelleTestSupport
import Synchronization

/// A store, a quarantine and inputs in a temporary folder, with a clock that moves a second a look.
final class PipelineFixture {
  let folder: TemporaryFolder
  let store: GraphStore
  let ontology: Ontology
  let flag = StopFlag()
  private let looks = Mutex(0)

  init() throws {
    folder = try TemporaryFolder()
    store = try GraphStore(path: folder.path("store.sqlite"))
    ontology = try Ontology.load(files: EmbeddedOntology.files)
  }

  func tick() -> Instant {
    looks.withLock { looks in
      looks += 1
      return Instant(milliseconds: 1_700_000_000_000 + Int64(looks) * 1000)
    }
  }

  var context: StageContext {
    let start = tick()
    return StageContext(clock: { start }, stopFlag: flag)
  }

  var quarantinePath: String { folder.path("quarantine.ndjson") }

  /// The lines of the quarantine; none where it was never needed.
  var quarantined: [String] {
    guard let data = FileManager.default.contents(atPath: quarantinePath) else { return [] }
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    let path = folder.path(name)
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  /// Runs an ingestion of some paths.
  func ingest(_ paths: [String], _ adjust: (inout Ingestor.Options) -> Void = { _ in }) throws -> RunReport {
    var options = Ingestor.Options()
    adjust(&options)
    let run = try store.beginRun(verb: "test", at: tick())
    let ingestor = Ingestor(
      store: store, run: run, quarantine: Quarantine(path: quarantinePath), options: options, context: context
    )
    return try ingestor.ingest(InputFiles.expand(paths) { _ in false })
  }

  /// Stores records made of statements.
  func store(_ drafts: [RecordDraft]) throws {
    let now = tick()
    _ = try GraphWriter(store: store, run: nil, clock: { now }).write(drafts)
  }

  /// An award of DECP; `extra` is JSON that goes before the closing brace.
  static func row(_ id: String, _ title: String, winner: String = "55208131766522", _ extra: String = "")
    -> String
  {
    #"{"id": "\#(id)", "source": "essai", "acheteur": {"id": "21690123100011", "nom": "Ville de Lyon"}, "#
      + #""objet": "\#(title)", "codeCPV": "45310000", "lieuExecution": {"code": "69123", "#
      + #""typeCode": "Code commune"}, "dateNotification": "2019-01-14", "titulaires": [{"typeIdentifiant": "#
      + #""SIRET", "id": "\#(winner)", "denominationSociale": "Société \#(winner.prefix(3))"}]\#(extra)}"#
  }

  static func file(_ rows: [String]) -> String { "{\"marches\": [" + rows.joined(separator: ",\n") + "]}" }
}

/// A record about a subject, with statements that a body adds.
func draft(
  _ key: String, _ subject: String, kind: DocumentKind = .thing, _ body: (inout StatementBuffer) -> Void
) -> RecordDraft {
  var statements = StatementBuffer()
  body(&statements)
  return RecordDraft(
    source: "test", key: key, contentHash: SHA256Digest.hash(Array(key.utf8)), mappingVersion: 1,
    published: nil,
    subject: subject, kind: kind, isDemonstration: false, statements: statements)
}

/// The code of the error that a body throws; nil when it throws none, or another one.
func code(_ body: () throws -> Void) -> PasserelleError.Code? {
  do {
    try body()
    return nil
  } catch {
    return (error as? PasserelleError)?.code
  }
}
