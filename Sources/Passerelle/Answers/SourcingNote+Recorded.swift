public import PasserelleCore
import PasserelleDigest
import PasserelleGraph
import PasserelleJSON

extension Workspace {
  /// The sourcing note of a recorded match run, to render and file.
  ///
  /// - Parameters:
  ///   - run: The number of the record: `M12` or `12`.
  ///   - language: The language of the note.
  /// - Returns: The note; the same record gives the same note.
  /// - Throws: ``PasserelleError`` with code `entity.notFound` for an unknown run, or for a damaged record.
  public func note(run: String, language: MessageLanguage) throws -> Report {
    try note(run: run, language: language) { try NoteInput(matchRun($0)) }
  }
}

extension NoteInput {
  /// Reads a record.
  ///
  /// - Throws: ``PasserelleError`` when its answer is not the one that was recorded.
  init(_ record: RecordedMatchRun) throws {
    let run = record.run
    guard SHA256Digest.hash(run.answer) == record.answerHash else {
      throw MatchRunError.damagedRecord(record.id, LocalizedText(fr: "sa réponse", en: "its answer"))
    }
    let limits = JSONLimits(recordBytes: max(run.answer.count, run.parameters.utf8.count))
    let name = record.id.description
    self.init(
      run: name, instant: run.instant,
      answer: StructuredValue(try JSONDocument.parse(run.answer, file: name, limits: limits)))
    sequence = Int(run.corpus.sequence)
    model = run.model.name
    modelHash = record.modelHash.hexadecimal
    needHash = SHA256Digest.hash(run.need).hexadecimal
    answerHash = record.answerHash.hexadecimal
    program = run.program
    retention = run.expires.date
    parameters = StructuredValue(
      try JSONDocument.parse(Array(run.parameters.utf8), file: name, limits: limits))
  }
}

extension StructuredValue {
  /// The value of a JSON document; a number that no exact decimal can hold becomes null.
  init(_ value: JSONValue) {
    switch value {
    case .null: self = .null
    case .bool(let flag): self = .bool(flag)
    case .number(let text):
      self = Int(text).map { .int($0) } ?? DecimalNumber(text).map { .decimal($0) } ?? .null
    case .string(let text): self = .string(text)
    case .array(let elements): self = .array(elements.map { StructuredValue($0) })
    case .object(let members): self = .object(members.map { Member($0.key, StructuredValue($0.value)) })
    }
  }
}
