public import PasserelleCore
import PasserelleGraph

/// A recorded match run, as lists show it.
public struct MatchRunSummary: Sendable, Hashable {
  /// The number, such as `M12`.
  public let id: String
  /// What was asked.
  public let verb: String
  /// When it was asked.
  public let instant: Instant
  /// The beginning of the need; the name of its file where that is no text.
  public let beginning: String
  /// The last version of the corpus that answered.
  public let sequence: Int64
  /// The model's name.
  public let model: String
  /// The version of the program.
  public let program: String
  /// When it is deleted at the latest run after.
  public let expires: Instant
  /// The SHA-256 of the answer, in hexadecimal.
  public let answerHash: String
  /// How many bytes the record takes.
  public let size: Int
}

/// A recorded match run with its answer.
public struct MatchRunDetail: Sendable, Hashable {
  /// The number, such as `M12`.
  public let id: String
  /// The bytes of the answer's JSON, as recorded.
  public let answer: [UInt8]
  /// The need as given.
  public let need: [UInt8]
  /// What was asked beside it, as JSON.
  public let parameters: String
  /// The model's text.
  public let model: [UInt8]
}

extension Workspace {
  /// The recorded match runs, latest first.
  ///
  /// - Parameter limit: The most runs given.
  /// - Returns: The runs.
  /// - Throws: ``PasserelleError``.
  public func matchRuns(limit: Int = 50) throws -> [MatchRunSummary] {
    try store.matchRuns(limit: limit).map {
      MatchRunSummary(
        id: $0.id.description, verb: $0.verb, instant: $0.instant, beginning: Self.subject($0),
        sequence: $0.sequence, model: $0.model, program: $0.program, expires: $0.expires,
        answerHash: $0.answerHash.hexadecimal, size: $0.size)
    }
  }

  /// The beginning of a need without the key and quotation marks of a heading block; of a document such as a PDF the
  /// name of its file.
  private static func subject(_ run: MatchRunEntry) -> String {
    let beginning = run.beginning
    if let parameters = try? MatchRunParameters(canonical: run.parameters, of: run.id),
      parameters.input == .document, let file = parameters.file, !isProse(beginning)
    {
      return file.split(separator: "/").last.map(String.init) ?? file
    }
    guard beginning.hasPrefix("title:") else { return beginning }
    let value = beginning.dropFirst("title:".count).drop { $0 == " " }
    guard value.count > 1, value.first == "\"", value.last == "\"" else { return String(value) }
    return String(value.dropFirst().dropLast())
  }

  /// Whether the first line of a document says anything to people: not that of a PDF, an archive or a page of HTML.
  private static func isProse(_ line: String) -> Bool {
    if ["%PDF", "PK", "<", "---"].contains(where: { line.hasPrefix($0) }) { return false }
    return !line.isEmpty
      && line.unicodeScalars.allSatisfy {
        $0 != "\u{FFFD}" && ($0 == "\t" || $0.properties.generalCategory != .control)
      }
  }

  /// A recorded match run.
  ///
  /// - Parameter text: The number: `M12` or `12`.
  /// - Returns: What it holds.
  /// - Throws: ``PasserelleError`` with code `entity.notFound`, or `query.invalid` for a text that is no number.
  public func matchRunDetail(_ text: String) throws -> MatchRunDetail {
    let record = try matchRun(text)
    return MatchRunDetail(
      id: record.id.description, answer: record.run.answer, need: record.run.need,
      parameters: record.run.parameters, model: record.run.model.text)
  }

  /// Deletes a recorded match run for good; backups made before still hold it.
  ///
  /// - Parameter text: The number: `M12` or `12`.
  /// - Returns: The number as lists show it.
  /// - Throws: ``PasserelleError`` with code `entity.notFound`.
  public func deleteMatchRun(_ text: String) throws -> String {
    guard let id = MatchRunID(text) else { throw MatchRunError.unreadableNumber(text) }
    guard try store.deleteMatchRun(id) else { throw MatchRunError.unknown(id) }
    return id.description
  }

  /// Deletes the recorded match runs whose time is over, as every writing run does.
  ///
  /// - Returns: How many were deleted.
  /// - Throws: ``PasserelleError``.
  @discardableResult
  public func deleteExpiredMatchRuns() throws -> Int {
    try store.deleteExpiredMatchRuns(at: context.clock())
  }
}

extension RunTables {
  /// The recorded match runs.
  public static func matchRuns(_ runs: [MatchRunSummary]) -> Table {
    Table(
      columns: [
        .init("run", LocalizedText(fr: "exécution", en: "run")),
        .init("verb", LocalizedText(fr: "verbe", en: "verb")),
        .init("instant", LocalizedText(fr: "instant", en: "instant")),
        .init("need", LocalizedText(fr: "besoin", en: "need")),
        .init("sequence", LocalizedText(fr: "état du corpus", en: "corpus state"), .right),
        .init("model", LocalizedText(fr: "modèle", en: "model")),
        .init("program", LocalizedText(fr: "programme", en: "program")),
        .init("expires", LocalizedText(fr: "conservé jusqu’au", en: "kept until")),
        .init("bytes", LocalizedText(fr: "octets", en: "bytes"), .right),
        .init("answer", LocalizedText(fr: "empreinte de la réponse", en: "answer hash")),
      ],
      rows: runs.map {
        [
          .text($0.id), .text($0.verb), .text($0.instant.description), .text($0.beginning),
          .int(Int($0.sequence)), .text($0.model), .text($0.program), .date($0.expires.date), .int($0.size),
          .text(String($0.answerHash.prefix(16))),
        ]
      })
  }
}
