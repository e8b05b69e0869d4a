public import PasserelleCore

/// A CPV group proposed for a need that has no code, or an uncertain one.
public struct CodeSuggestion: Sendable, Hashable {
  /// The code most used in the group by the awards like the need; the group itself where none says more.
  public let code: CPVCode
  /// The three digits of the group, `349`; a division that awards use as such ends in 0, `450`.
  public let group: String
  /// The probability that the need belongs to the group, 0 to 1, as learned from past awards.
  public let probability: Double
  /// The part of the group's like awards that have exactly ``code``, 0 to 1.
  public let codeShare: Double
  /// The documents of the awards of the group most like the need, nearest first, three at most.
  public let documents: [Int64]
}

/// The suggestions for a need.
public struct CodeSuggestions: Sendable, Hashable {
  /// The groups, most probable first, ties by group.
  public let groups: [CodeSuggestion]
  /// The probability of each CPV division, most probable first, ties by division.
  public let divisions: [Division]
  /// The probability that the right group is none that any like award or label names.
  public let unknown: Double

  /// A division with its probability.
  public struct Division: Sendable, Hashable {
    /// The two digits.
    public let division: String
    /// The sum of the probabilities of its groups.
    public let probability: Double
  }

  /// No suggestion at all.
  static let none = CodeSuggestions(groups: [], divisions: [], unknown: 1)
}
