public import PasserelleCore

/// How strong the evidence for a vendor is, apart from its rank.
public enum EvidenceBand: String, Sendable, Hashable, CaseIterable, Codable {
  /// Past awards much like the need.
  case strong
  /// Past awards that share a part of it.
  case some
  /// Little more than a common field.
  case weak

  /// The band in words.
  public var label: LocalizedText {
    switch self {
    case .strong: LocalizedText(fr: "indices forts", en: "strong evidence")
    case .some: LocalizedText(fr: "quelques indices", en: "some evidence")
    case .weak: LocalizedText(fr: "indices faibles", en: "weak evidence")
    }
  }
}

/// What one feature gave to one vendor's score.
public struct FeatureContribution: Sendable, Hashable {
  /// The feature; its explanation comes with it.
  public let feature: MatchFeature
  /// The greatest of its values, 0 to 1.
  public let value: Double
  /// What it added to the score or took from it; all contributions of a vendor add up to its score.
  public let contribution: Double
  /// The part in the sum of all contributions without their signs, 0 to 1.
  public let share: Double

  /// What the feature says, for people.
  public var explanation: LocalizedText { feature.explanation }
}

/// A past award near a need, with what makes it so.
public struct SimilarAward: Sendable, Hashable {
  /// The award's document in the text index.
  public let document: Int64
  /// Nearness in the mix of channels; 1 for an award that is the nearest in every channel.
  public let similarity: Double
  /// Nearness by words, relative to the nearest award.
  public let words: Double
  /// Nearness by character 4-grams, relative to the nearest award.
  public let grams: Double
  /// Nearness by CPV code, relative to the nearest award.
  public let codes: Double
  /// Nearness in space, 0 to 1; nil when a place is unknown.
  public let nearness: Double?
  /// How many leading digits of the CPV code are shared: 0, 2, 3, 4, 5 or 8.
  public let sharedDigits: Int
  /// The words of the need that the award's title holds, most telling first, as analysed (stems).
  public let sharedTerms: [String]
  /// Whether the same buyer awarded it.
  public let isSameBuyer: Bool
}

/// A vendor in the answer to a need.
public struct RankedVendor: Sendable, Hashable {
  /// The vendor's index in the catalogue.
  public let vendor: Int
  /// The vendor's IRI.
  public let iri: String
  /// The vendor's name.
  public let name: String
  /// The sum of the contributions; only differences within one answer mean something, and it may be negative.
  public let score: Double
  /// The score on a scale from 0, for a vendor of whom nothing is known, to 100, for one that would be the best of
  /// this answer in every respect.
  ///
  /// A relative scale within one answer: never a chance of winning, and not to be compared between needs.
  public let adequacy: Double
  /// How strong the evidence is.
  public let band: EvidenceBand
  /// What each feature gave, largest first without signs; features that gave nothing are left out.
  public let contributions: [FeatureContribution]
  /// The past awards that caused the rank, nearest first.
  public let evidence: [SimilarAward]
  /// The number of past awards in the catalogue; 0 for a vendor known by its declaration only.
  public let awardCount: Int
}

/// The answer to a need.
public struct MatchResult: Sendable, Hashable {
  /// The vendors, best first; ties by IRI.
  public let vendors: [RankedVendor]
  /// The best candidates that have won nothing yet, for a list of their own beside the ranking.
  ///
  /// They are known by their declarations and ranked among themselves by content only; they may stand in
  /// ``vendors`` too.
  public let newcomers: [RankedVendor]
  /// How many vendors had any evidence, beyond those listed too.
  public let candidateCount: Int
  /// Whether the ranking was neutral.
  public let isNeutral: Bool
  /// The name of the model used.
  public let weights: String
}
