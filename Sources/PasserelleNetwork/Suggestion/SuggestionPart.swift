/// A part of what makes a suggestion: its value, or that it is not known.
public struct SuggestionPart: Sendable, Hashable {
  /// What a part is about.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Likeness in kind and level of authority.
    case kind
    /// Likeness in population.
    case size
    /// Themes, services and use cases in common.
    case themes
    /// Closeness in the network: partners and networks in common, rarer ones counting more.
    case structure
    /// Ties that join the members already.
    case ties
    /// Roles that are filled.
    case composition
  }

  /// What it is about.
  public let kind: Kind
  /// From 0 to 1; nil where it is not known.
  public let value: Double?
  /// How much it weighs.
  public let weight: Double
  /// What it adds to the score or takes from it: its weight times its distance from the mean of all candidates of which it
  /// is known; 0 where it is not known, so that the unknown neither helps nor harms.
  public let contribution: Double

  /// Makes a part.
  public init(kind: Kind, value: Double?, weight: Double, mean: Double) {
    self.kind = kind
    self.value = value
    self.weight = weight
    contribution = value.map { weight * ($0 - mean) } ?? 0
  }
}

/// The means of parts over the candidates of which they are known.
struct SuggestionMeans {
  private var sums: [SuggestionPart.Kind: Double] = [:]
  private var counts: [SuggestionPart.Kind: Int] = [:]

  mutating func add(_ kind: SuggestionPart.Kind, _ value: Double?) {
    guard let value else { return }
    sums[kind, default: 0] += value
    counts[kind, default: 0] += 1
  }

  func count(_ kind: SuggestionPart.Kind) -> Int { counts[kind] ?? 0 }

  func mean(_ kind: SuggestionPart.Kind) -> Double {
    guard let count = counts[kind], count > 0, let sum = sums[kind] else { return 0 }
    return sum / Double(count)
  }
}
