public import PasserelleCore

/// How far the evidence about a vendor speaks of a requirement.
public enum CoverageLevel: String, Sendable, Hashable, CaseIterable, Codable, Comparable {
  /// Nothing known of the vendor speaks of it: a gap in the data, which need not be one of the vendor.
  case none
  /// Some of its telling words are found.
  case partial
  /// Most of its telling words are found in one piece of evidence.
  case covered

  /// Orders levels from the least.
  public static func < (left: CoverageLevel, right: CoverageLevel) -> Bool { left.order < right.order }

  private var order: Int {
    switch self {
    case .none: 0
    case .partial: 1
    case .covered: 2
    }
  }

  /// The level of a share of a requirement's telling words.
  init(share: Double) {
    switch share {
    case CoverageReader.coveredShare...: self = .covered
    case CoverageReader.partialShare...: self = .partial
    default: self = .none
    }
  }

  /// The level in words.
  public var label: LocalizedText {
    switch self {
    case .none: LocalizedText(fr: "rien de connu", en: "nothing known")
    case .partial: LocalizedText(fr: "en partie", en: "in part")
    case .covered: LocalizedText(fr: "attestée", en: "attested")
    }
  }
}

/// What is known of one vendor for one requirement.
public struct RequirementCoverage: Sendable, Hashable {
  /// The place of the requirement in the list asked about.
  public let requirement: Int
  /// How far the evidence speaks of it.
  public let level: CoverageLevel
  /// The weight of the telling words found, in that of all, 0 to 1.
  public let share: Double
  /// The document that speaks of it best; nil at level ``CoverageLevel/none``.
  public let document: Int64?
}
