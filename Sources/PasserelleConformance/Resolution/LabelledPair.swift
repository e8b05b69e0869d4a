public import PasserelleResolution

/// Two mentions and whether they are one thing.
public struct LabelledPair: Sendable, Hashable {
  /// The first mention.
  public var left: Mention
  /// The second mention.
  public var right: Mention
  /// Whether they are one thing.
  public var isMatch: Bool
  /// What the pair is counted under: country, sort of thing, category.
  public var groups: [String]
  /// How much the pair counts in training.
  public var weight = 1.0
  /// Whether the pair counts where probabilities are calibrated: real pairs do, made ones do not.
  public var calibrates = true

  /// Makes a pair.
  public init(left: Mention, right: Mention, isMatch: Bool, groups: [String] = []) {
    self.left = left
    self.right = right
    self.isMatch = isMatch
    self.groups = groups
  }
}
