public import PasserelleCore
import PasserelleDigest
import PasserelleGraph
import PasserellePipeline
import PasserelleRendering

/// Whether a recorded run gives the same answer again.
public struct ReplayAnswer: Sendable, Hashable {
  /// Where the two answers first differ.
  public struct Difference: Sendable, Hashable {
    /// The place as a JSON path, such as `$.vendors[2].score`.
    public let path: String
    /// The value recorded.
    public let recorded: String
    /// The value computed now.
    public let recomputed: String
  }

  /// The number of the record.
  public let run: String
  /// When it was made.
  public let instant: Instant
  /// The last version of the corpus that answered.
  public let sequence: Int64
  /// The model's name.
  public let model: String
  /// The version of the program that made it.
  public let recordedProgram: String
  /// The version of this program.
  public let program: String
  /// The SHA-256 of the answer recorded, in hexadecimal.
  public let recordedHash: String
  /// The SHA-256 of the answer computed now, in hexadecimal.
  public let recomputedHash: String
  /// The first difference; nil where the answers are the same to the byte.
  public let difference: Difference?
  /// The imported lists that the record used and that are not kept any more, by name.
  public let missingLists: [String]

  /// Whether the answers are the same to the byte.
  public var isIdentical: Bool { difference == nil }
}

extension Workspace {
  /// Computes a recorded run again, in the state of the store that it saw and with what the text index answered then,
  /// and compares the bytes.
  ///
  /// - Parameter text: The number of the record: `M12` or `12`.
  /// - Returns: Whether the answers are the same, or where they first differ.
  /// - Throws: ``PasserelleError`` for an unknown or damaged record, or a record of another program version that asks
  ///   the text index otherwise.
  public func replay(_ text: String) throws -> ReplayAnswer {
    let record = try matchRun(text)
    let run = record.run
    guard SHA256Digest.hash(run.answer) == record.answerHash else {
      throw MatchRunError.damagedRecord(record.id, LocalizedText(fr: "sa réponse", en: "its answer"))
    }
    guard SHA256Digest.hash(run.model.text) == record.modelHash else {
      throw MatchRunError.damagedRecord(record.id, LocalizedText(fr: "son modèle", en: "its model"))
    }
    let question = try MatchQuestion(record)
    let player = TapePlayer(try TextTape(run.tape))
    let answer = try store.read(.sequence(run.corpus.sequence)) { reader in
      try self.answer(question, reader: reader, text: player).answer
    }
    let bytes = JSONRenderer.data(answer.structured)
    return ReplayAnswer(
      run: record.id.description, instant: run.instant, sequence: run.corpus.sequence, model: run.model.name,
      recordedProgram: run.program, program: ProgramVersion.text,
      recordedHash: record.answerHash.hexadecimal, recomputedHash: SHA256Digest.hash(bytes).hexadecimal,
      difference: JSONDifference(run.answer, bytes).map {
        ReplayAnswer.Difference(path: $0.path, recorded: $0.first, recomputed: $0.second)
      }, missingLists: try missingLists(of: question))
  }

  /// The lists that a record used and that are not kept any more.
  private func missingLists(of question: MatchQuestion) throws -> [String] {
    let recorded = question.parameters.references ?? [:]
    guard !recorded.isEmpty else { return [] }
    return try ReferenceFolder(path: layout.reference).library(of: recorded).missing
  }

  /// The record that a text names.
  func matchRun(_ text: String) throws -> RecordedMatchRun {
    guard let id = MatchRunID(text) else { throw MatchRunError.unreadableNumber(text) }
    guard let record = try store.matchRun(id) else { throw MatchRunError.unknown(id) }
    return record
  }
}
