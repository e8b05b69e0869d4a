public import PasserelleCore
import PasserelleGraph
import PasserelleMatching
import PasserellePipeline
import PasserelleRendering

/// The version of the program, as answers' records keep it.
public enum ProgramVersion {
  /// The version.
  public static let text = "0.1.0"
}

extension Workspace {
  /// For how many months records of match runs are kept.
  var matchRetentionMonths: Int { settings.matchRetentionMonths }

  /// Ranks the vendors for a document, and records the run.
  ///
  /// - Parameters:
  ///   - input: The specification: plain text or Markdown.
  ///   - file: Its name, for messages.
  ///   - request: What to ask.
  ///   - language: The language of labels.
  ///   - isRecorded: Whether the run is recorded.
  /// - Returns: The vendors with their reasons, and the number of the record.
  /// - Throws: ``PasserelleError`` for what prevents an answer; that a record could not be written does not.
  public func recordedMatch(
    document input: any ByteSource, file: String, request: MatchRequest = MatchRequest(),
    language: MessageLanguage, isRecorded: Bool = true
  ) throws -> RecordedAnswer {
    try recorded(
      MatchQuestion(
        need: try Self.bytes(of: input),
        parameters: MatchRunParameters(
          input: .document, file: file, language: language, request: request,
          day: context.clock().date)), isRecorded: isRecorded)
  }

  /// Ranks the vendors for a stored contract or specification, and records the run.
  ///
  /// - Parameters:
  ///   - name: What ``dossier(of:asOf:language:)`` takes.
  ///   - request: What to ask.
  ///   - language: The language of labels.
  ///   - isRecorded: Whether the run is recorded.
  /// - Returns: The vendors with their reasons, and the number of the record.
  /// - Throws: ``PasserelleError`` with code `entity.notFound`, or for what prevents an answer.
  public func recordedMatch(
    id name: String, request: MatchRequest = MatchRequest(), language: MessageLanguage,
    isRecorded: Bool = true
  ) throws -> RecordedAnswer {
    try recorded(
      MatchQuestion(
        need: Array(name.utf8),
        parameters: MatchRunParameters(
          input: .stored, file: nil, language: language, request: request,
          day: context.clock().date)), isRecorded: isRecorded)
  }

  private func recorded(_ question: MatchQuestion, isRecorded: Bool) throws -> RecordedAnswer {
    let index = try currentIndex()
    guard isRecorded else {
      let answer = try store.read { try self.answer(question, reader: $0, text: index).answer }
      return RecordedAnswer(answer: answer, recording: .notAsked)
    }
    let recorder = TapeRecorder(index)
    let (computed, corpus) = try store.read { reader in
      (try self.answer(question, reader: reader, text: recorder), try reader.corpusState())
    }
    let (answer, model) = computed
    return RecordedAnswer(
      answer: answer,
      recording: record(question, model, answer.structured, corpus: corpus, tape: recorder.tape))
  }

  /// Records a run; a full disk, a read-only folder or another writer is told and stops nothing.
  ///
  /// - Parameters:
  ///   - question: What was asked.
  ///   - model: The models that ranked.
  ///   - answer: The answer; its compact JSON is what a replay is compared with.
  ///   - corpus: The state of the store that answered.
  ///   - tape: What the text index answered.
  /// - Returns: The number of the record, or why there is none.
  func record(
    _ question: MatchQuestion, _ model: RecordedModel, _ answer: StructuredValue, corpus: CorpusState,
    tape: TextTape
  ) -> MatchRecording {
    var parameters = question.parameters
    let used = references?.used ?? [:]
    parameters.references = used.isEmpty ? nil : used
    let now = context.clock()
    let expires = now.adding(months: matchRetentionMonths)
    let run = MatchRun(
      verb: "match", instant: now, need: question.need, parameters: parameters.canonical,
      corpus: corpus, model: model, program: ProgramVersion.text, expires: expires,
      answer: JSONRenderer.data(answer), tape: tape.bytes)
    do {
      return .recorded(id: try store.record(run).description, expires: expires)
    } catch let error as PasserelleError {
      return .failed(error)
    } catch {
      return .failed(
        PasserelleError(
          .graphUnavailable,
          LocalizedText(
            fr: "L’enregistrement a échoué ; la réponse reste valable.",
            en: "Recording has failed; the answer holds."), cause: error))
    }
  }

  /// All the bytes of a stream.
  static func bytes(of input: any ByteSource) throws -> [UInt8] {
    var input = input
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = try buffer.withUnsafeMutableBytes { try input.read(into: $0) }
      if count == 0 { return result }
      result.append(contentsOf: buffer[..<count])
    }
  }
}

extension Instant {
  /// The moment some months later; a day that the month does not have becomes its last.
  func adding(months: Int) -> Instant {
    let day = date
    let total = day.year * 12 + (day.month ?? 1) - 1 + months
    let (year, month) = (total / 12, total % 12 + 1)
    let last = PartialDate.dayCount(year: year, month: month)
    guard let later = PartialDate(year: year, month: month, day: min(day.day ?? 1, last)) else { return self }
    return Instant(milliseconds: milliseconds + Int64(later.firstDay - day.firstDay) * 86_400_000)
  }
}
