public import PasserelleCore

/// One group of vendors within a dimension, such as the micro-enterprises.
public struct TraitGroup: Sendable, Hashable {
  /// A stable name for programs.
  public let key: String
  /// The group in words.
  public let label: LocalizedText
}

/// An attribute of vendors by which exposure is told apart.
///
/// Attributes serve the audit alone: none of them is a feature of the ranking.
public enum TraitDimension: String, Sendable, Hashable, CaseIterable, Codable {
  /// The size class, as declared.
  case size
  /// The age of the company, by the year of its foundation as declared.
  case age
  /// Where the vendor works, seen from the need's place.
  case origin
  /// The number of past awards in the catalogue.
  case awards
  /// Whether the vendor has won nothing yet.
  case newcomer

  /// The dimension in words.
  public var label: LocalizedText {
    switch self {
    case .size: LocalizedText(fr: "taille déclarée", en: "declared size")
    case .age: LocalizedText(fr: "ancienneté déclarée", en: "declared age")
    case .origin: LocalizedText(fr: "lieu d’activité connu", en: "known place of work")
    case .awards: LocalizedText(fr: "marchés passés", en: "past awards")
    case .newcomer: LocalizedText(fr: "nouveaux venus", en: "newcomers")
    }
  }

  /// The groups, in their order; those of which nothing is known last.
  public var groups: [TraitGroup] {
    switch self {
    case .size:
      VendorProfile.Size.allCases.map { TraitGroup(key: $0.rawValue, label: $0.label) } + [Self.unknown]
    case .age: VendorAge.allCases.map { TraitGroup(key: $0.rawValue, label: $0.label) } + [Self.unknown]
    case .origin: VendorOrigin.allCases.map { TraitGroup(key: $0.rawValue, label: $0.label) } + [Self.unknown]
    case .awards: AwardClass.allCases.map { TraitGroup(key: $0.rawValue, label: $0.label) }
    case .newcomer:
      [
        TraitGroup(key: "newcomer", label: LocalizedText(fr: "aucun marché passé", en: "no past award")),
        TraitGroup(
          key: "known", label: LocalizedText(fr: "au moins un marché passé", en: "one past award or more")),
      ]
    }
  }

  private static let unknown = TraitGroup(key: "unknown", label: LocalizedText(fr: "inconnu", en: "unknown"))
}

/// What an audit knows of a vendor beside its rank.
public struct VendorTraits: Sendable, Hashable {
  /// The size class; nil when not declared.
  public var size: VendorProfile.Size?
  /// The age; nil when the year of foundation is not declared.
  public var age: VendorAge?
  /// Where it works, seen from the need; nil when that is not known.
  public var origin: VendorOrigin?
  /// The number of its past awards.
  public var awardCount: Int

  /// Makes traits.
  public init(
    size: VendorProfile.Size? = nil, age: VendorAge? = nil, origin: VendorOrigin? = nil, awardCount: Int
  ) {
    self.size = size
    self.age = age
    self.origin = origin
    self.awardCount = awardCount
  }

  /// The rank of the vendor's group among ``TraitDimension/groups``.
  func group(_ dimension: TraitDimension) -> Int {
    func rank<Value: CaseIterable & Equatable>(_ value: Value?) -> Int {
      let all = Array(Value.allCases)
      return value.flatMap { all.firstIndex(of: $0) } ?? all.count
    }
    switch dimension {
    case .size: return rank(size)
    case .age: return rank(age)
    case .origin: return rank(origin)
    case .awards: return rank(AwardClass(count: awardCount))
    case .newcomer: return awardCount == 0 ? 0 : 1
    }
  }
}
