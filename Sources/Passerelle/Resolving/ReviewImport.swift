public import PasserelleCore
import PasserelleGraph
import PasserellePipeline
import PasserelleResolution

/// What became of a file of decisions.
public struct ReviewImportAnswer: Sendable {
  /// A row that was not taken.
  public struct Refusal: Sendable, Hashable {
    /// The line in the file, from 1.
    public let line: Int
    /// Why.
    public let reason: LocalizedText
  }

  /// The judgements made.
  public let judgements: [JudgementAnswer]
  /// Rows without a decision.
  public let undecided: Int
  /// Decisions that hold already.
  public let known: Int
  /// Rows that were not taken, with the reason.
  public let refusals: [Refusal]

  /// The machine-readable answer, `passerelle-review-import/1`.
  public var structured: StructuredValue {
    .object([
      "format": .string("passerelle-review-import/1"), "judgements": .array(judgements.map(\.structured)),
      "undecided": .int(undecided), "known": .int(known),
      "refused": .array(
        refusals.map { .object(["line": .int($0.line), "reason": .string($0.reason.english)]) }),
    ])
  }

  /// The refused rows.
  public var table: Table {
    Table(
      columns: [
        .init("line", LocalizedText(fr: "ligne", en: "line"), .right),
        .init("reason", LocalizedText(fr: "raison", en: "reason")),
      ], rows: refusals.map { [.int($0.line), .text($0.reason.english)] })
  }

  /// The answer as lines.
  public func text(in language: MessageLanguage) -> [String] {
    [
      language.say(
        "\(fr: judgements.count, "jugement"), \(known) déjà en vigueur, \(undecided) sans décision, \(fr: refusals.count, "ligne refusée", "lignes refusées")",
        "\(en: judgements.count, "judgement"), \(known) in force already, \(undecided) undecided, \(en: refusals.count, "row") refused"
      )
    ]
      + refusals.map { language.say("  ligne \($0.line) : ", "  line \($0.line): ") + $0.reason[language] }
  }
}

extension Workspace {
  /// Takes the decisions of a CSV file into the log, all in one step; rows that cannot be used are told of.
  ///
  /// Columns are known by their names in the first row: `left`, `right` and `decision` are needed, `who`, `reason` and
  /// `probability` may be there, others are passed over. Fields are separated by commas or semicolons.
  ///
  /// - Parameters:
  ///   - bytes: The file, UTF-8.
  ///   - who: Who judges where a row does not say it.
  ///   - file: The name of the file, for messages.
  /// - Returns: What was taken and what was not.
  /// - Throws: ``PasserelleError`` with code `query.invalid` where a needed column is missing.
  public func importReview(_ bytes: [UInt8], who: String, file: String) throws -> ReviewImportAnswer {
    let sheet = try ReviewSheet(bytes, file: file)
    return try withLock {
      let resolver = try entityResolver()
      let before = try resolver.resolution()
      let mentions = Set(before.alive.map(\.mention.id))
      let log = try store.read { try $0.judgements() }
      var inForce: [Set<String>: Bool] = [:]
      for one in log.decisions { inForce[[one.left, one.right]] = one.kind == .same }
      var (undecided, known) = (0, 0)
      var refusals: [ReviewImportAnswer.Refusal] = []
      var drafts: [JudgementDraft] = []
      func score(_ row: ReviewSheet.Row) -> Double? {
        resolver.pair(row.left, row.right, in: before.mentions).map { Double($0.probability) }
      }
      for row in sheet.rows {
        let decision: JudgementDraft.Decision
        switch row.reading(mentions) {
        case .undecided:
          undecided += 1
          continue
        case .refused(let reason):
          refusals.append(ReviewImportAnswer.Refusal(line: row.line, reason: reason))
          continue
        case .decided(let isSame):
          if inForce[[row.left, row.right]] == isSame {
            known += 1
            continue
          }
          inForce[[row.left, row.right]] = isSame
          decision = isSame ? .same(row.left, row.right) : .different(row.left, row.right)
        }
        do {
          drafts.append(
            JudgementDraft(
              decision, who: try Self.checkedJudge(row.who.isEmpty ? who : row.who),
              score: row.probability ?? score(row),
              reason: row.reason))
        } catch let error as PasserelleError {
          refusals.append(ReviewImportAnswer.Refusal(line: row.line, reason: error.message))
        }
      }
      let made = drafts.isEmpty ? [] : try append(drafts, resolver, before)
      return ReviewImportAnswer(judgements: made, undecided: undecided, known: known, refusals: refusals)
    }
  }
}
