import Foundation
import PasserelleCore
import PasserelleJSON
import PasserellePipeline
import PasserelleRendering

/// How far a night has come, in a file that outlives the process.
///
/// The file is written at the end of each step and deleted at the end of the night: where there is one, the night
/// before was stopped, and the next start goes on with it.
struct NightJournal {
  /// One step that is done.
  struct Entry {
    let stage: NightStage
    let milliseconds: Int64
    let result: StructuredValue
  }

  let path: String
  /// The night's name, such as `2026-11-22` or `2026-11-22-2`.
  let night: String
  /// The inbox.
  let inbox: String
  let started: Instant
  /// How often the night was started.
  private(set) var attempts: Int
  private(set) var entries: [Entry]
  /// The erasures that were ended, or carried out again, at a start of the night.
  private(set) var erasures: [Erasure] = []

  /// An erasure that the night met.
  struct Erasure: Hashable {
    /// What became of it.
    enum Outcome: String {
      /// It had been stopped, and is ended.
      case ended
      /// The store was older than it; it was carried out again.
      case again
      /// It had been stopped and could not be ended: another program reads the store.
      case unfinished
    }

    let id: Int
    let outcome: Outcome
  }

  private static let format = "passerelle-night-journal/1"

  /// Begins a night.
  init(path: String, night: String, inbox: String, started: Instant) {
    self.path = path
    self.night = night
    self.inbox = inbox
    self.started = started
    attempts = 1
    entries = []
  }

  /// Takes up a night that was stopped; nil where there is none, or none that can be read.
  init?(resuming path: String) {
    guard let data = FileManager.default.contents(atPath: path),
      let json = try? JSONDocument.parse(Array(data), file: path)
    else { return nil }
    let document = SourcingNote.Value(StructuredValue(json))
    guard document["format"].string == Self.format, let night = document["night"].string,
      let inbox = document["inbox"].string,
      let started = document["started"].string.flatMap({ Instant(iso: $0) })
    else { return nil }
    self.init(path: path, night: night, inbox: inbox, started: started)
    attempts = (document["attempts"].int ?? 0) + 1
    entries = document["stages"].list.compactMap { one in
      guard let stage = one["stage"].string.flatMap(NightStage.init(rawValue:)),
        let result = one["result"].value
      else { return nil }
      return Entry(stage: stage, milliseconds: Int64(one["milliseconds"].int ?? 0), result: result)
    }
    erasures = document["erasures"].list.compactMap { one in
      guard let id = one["id"].int, let outcome = one["outcome"].string.flatMap(Erasure.Outcome.init)
      else { return nil }
      return Erasure(id: id, outcome: outcome)
    }
  }

  /// Whether a step is done.
  func holds(_ stage: NightStage) -> Bool { entries.contains { $0.stage == stage } }

  /// What a step gave; nothing where it is not done.
  func result(of stage: NightStage) -> SourcingNote.Value {
    SourcingNote.Value(entries.last { $0.stage == stage }?.result)
  }

  /// Takes note of a step that is done.
  mutating func add(_ entry: Entry) throws {
    entries.append(entry)
    try write()
  }

  /// Takes note of an erasure, in the place of what was said of it before.
  mutating func add(_ erasure: Erasure) throws {
    erasures.removeAll { $0.id == erasure.id }
    erasures.append(erasure)
    try write()
  }

  /// The erasures for answers.
  var structuredErasures: StructuredValue {
    .array(erasures.map { .object(["id": .int($0.id), "outcome": .string($0.outcome.rawValue)]) })
  }

  /// Writes the file.
  ///
  /// - Throws: ``PasserelleError`` with code `output.unwritable`.
  func write() throws {
    let document = StructuredValue.object([
      "format": .string(Self.format), "night": .string(night), "inbox": .string(inbox),
      "started": .string(started.description), "attempts": .int(attempts), "erasures": structuredErasures,
      "stages": .array(
        entries.map {
          .object([
            "stage": .string($0.stage.rawValue), "milliseconds": .int(Int($0.milliseconds)),
            "result": $0.result,
          ])
        }),
    ])
    try NightFile.write(Data(JSONRenderer.data(document, pretty: true)), to: path)
  }

  /// Deletes the file: the night is over.
  func remove() { try? FileManager.default.removeItem(atPath: path) }
}

extension WorkspaceLayout {
  var nightly: String { path + "/nightly" }
  var journal: String { nightly + "/journal.json" }
  var plan: String { nightly + "/plan" }
  var inboxRegister: String { nightly + "/inbox" }
  var downloads: String { nightly + "/downloads.json" }
  var alerts: String { path + "/alerts" }
  func report(night: String, _ kind: String) -> String { path + "/reports/night-\(night).\(kind)" }
  func unreadable(run: Int64) -> String { String(quarantine(run: run).dropLast(7)) + ".files.ndjson" }
  func reasons(run: Int64) -> String { String(quarantine(run: run).dropLast(7)) + ".reasons.txt" }
}
