public import PasserelleCore

/// What a person decided of two things, as the log keeps it for good.
public struct Judgement: Sendable, Hashable {
  /// What was decided.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The two are one thing.
    case same
    /// The two are two things.
    case different
    /// An earlier judgement holds no more.
    case undo
  }

  /// The number in the log, from 1.
  public let number: Int64
  /// What was decided.
  public let kind: Kind
  /// The IRI of the one thing; for an undo that of the judgement taken back.
  public let left: String
  /// The IRI of the other thing.
  public let right: String
  /// The number of the judgement that an undo takes back.
  public let target: Int64?
  /// When.
  public let instant: Instant
  /// Who: a role or initials.
  public let who: String
  /// The probability at the time, in ten-thousandths; nil where there was none.
  public let score: Int?
  /// Why, in words; may be empty.
  public let reason: String
}

/// A judgement that is to be added to the log.
public struct JudgementDraft: Sendable, Hashable {
  /// What is decided.
  public enum Decision: Sendable, Hashable {
    /// The two are one thing.
    case same(String, String)
    /// The two are two things.
    case different(String, String)
    /// The judgement of a number holds no more.
    case undo(Int64)
  }

  /// What is decided.
  public var decision: Decision
  /// Who decides: a role or initials, never a person's full data.
  public var who: String
  /// The probability that the two were one, 0…1; nil where it is not known.
  public var score: Double?
  /// Why, in words.
  public var reason: String

  /// Makes a draft.
  public init(_ decision: Decision, who: String, score: Double? = nil, reason: String = "") {
    self.decision = decision
    self.who = who
    self.score = score
    self.reason = reason
  }
}
