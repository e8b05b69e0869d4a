public import PasserelleCore

/// How likely two mentions are to be one thing.
public struct PairScore: Sendable, Hashable {
  /// The calibrated probability, 0…1; 0 under a veto.
  public let probability: Float
  /// Why the two may never be merged by machine, where that is so.
  public let veto: Veto?

  /// Makes a score.
  public init(probability: Float, veto: Veto? = nil) {
    self.probability = probability
    self.veto = veto
  }
}

/// A reason why two mentions are never merged, whatever their names.
public enum Veto: String, Sendable, Hashable, CaseIterable {
  /// Two different valid identifiers of one scheme.
  case identifiers
  /// Two sorts of public body: a commune and its métropole.
  case bodies
  /// Two sorts of thing: a place and a company.
  case kinds
  /// Two sister companies: one name, two places or two trades.
  case sisters
  /// Two numbers that tell apart: « lycée 1 », « lycée 2 ».
  case numbers

  /// The reason in words.
  public var text: LocalizedText {
    switch self {
    case .identifiers:
      LocalizedText(fr: "deux identifiants officiels différents", en: "two different official identifiers")
    case .bodies:
      LocalizedText(fr: "deux sortes d’organismes publics", en: "two sorts of public body")
    case .kinds: LocalizedText(fr: "deux sortes de choses", en: "two sorts of things")
    case .sisters: LocalizedText(fr: "deux sociétés sœurs", en: "two sister companies")
    case .numbers: LocalizedText(fr: "deux numéros différents", en: "two different numbers")
    }
  }
}

/// What one feature adds to the logarithm of the odds of a pair.
public struct FeatureContribution: Sendable, Hashable {
  /// The feature's name in the model.
  public let feature: String
  /// What the feature says, in words.
  public let text: LocalizedText
  /// The value.
  public let value: Float
  /// What it adds to the log odds, against a pair of which nothing is known.
  public let contribution: Double

  /// Makes a contribution.
  public init(feature: String, text: LocalizedText, value: Float, contribution: Double) {
    self.feature = feature
    self.text = text
    self.value = value
    self.contribution = contribution
  }
}
