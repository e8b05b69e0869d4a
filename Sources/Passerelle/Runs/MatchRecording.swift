public import PasserelleCore
import PasserelleGraph
import PasserelleRendering

/// What became of the record of an answer.
public enum MatchRecording: Sendable {
  /// It is kept under this number, such as `M12`, until this instant.
  case recorded(id: String, expires: Instant)
  /// No record was asked for.
  case notAsked
  /// It could not be kept; the answer holds all the same.
  case failed(PasserelleError)
}

/// An answer, and what became of its record.
public struct RecordedAnswer: Sendable {
  /// The answer.
  public let answer: MatchAnswer
  /// What became of its record.
  public let recording: MatchRecording
}

extension MatchRecording {
  /// The record in words: its number and class, or why there is none; nil where none was asked for.
  public var note: LocalizedText? {
    switch self {
    case .notAsked: nil
    case .recorded(let id, let expires):
      LocalizedText(
        fr:
          "Enregistré sous \(id) (confidentiel, conservé jusqu’au \(ValueFormat(.french).date(expires.date))).",
        en: "Recorded as \(id) (confidential, kept until \(expires.date)).")
    case .failed(let error):
      LocalizedText(
        fr: "Cette réponse n’a pas pu être enregistrée : \(error.message.french)",
        en: "This answer could not be recorded: \(error.message.english)")
    }
  }

  /// The record for programs.
  public var structured: StructuredValue {
    switch self {
    case .notAsked: .object(["status": .string("notAsked")])
    case .recorded(let id, let expires):
      .object([
        "status": .string("recorded"), "run": .string(id), "class": .string(MatchRun.accessClass),
        "expires": .string(expires.description),
      ])
    case .failed(let error):
      .object([
        "status": .string("failed"), "code": .string(error.code.name),
        "reason": .object([
          "fr": .string(error.message.french), "en": .string(error.message.english),
        ]),
      ])
    }
  }
}

extension RecordedAnswer {
  /// The machine-readable answer, with its record after the format.
  public var structured: StructuredValue {
    guard case .object(var members) = answer.structured else { return answer.structured }
    members.insert(.init("record", recording.structured), at: min(1, members.count))
    return .object(members)
  }
}
