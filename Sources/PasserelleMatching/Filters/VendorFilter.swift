public import PasserelleCore

/// Conditions that an officer puts on vendors, beside the need itself.
///
/// A filter never excludes in silence: ``FilterCount`` says how many vendors each condition removed. A vendor of
/// which nothing tells whether it meets a condition stays in the answer and is counted apart.
public struct VendorFilter: Sendable, Hashable {
  /// What a condition is about.
  public enum Criterion: String, Sendable, Hashable, CaseIterable, Codable {
    /// Work known or declared in one of some places.
    case place
    /// Work known or declared under one of some CPV prefixes.
    case cpv
    /// A declared size class.
    case size
    /// Declared attributes of sovereignty, all of them.
    case sovereignty
    /// An award since a date.
    case since

    /// The criterion in words.
    public var label: LocalizedText {
      switch self {
      case .place: LocalizedText(fr: "lieu", en: "place")
      case .cpv: LocalizedText(fr: "code CPV", en: "CPV code")
      case .size: LocalizedText(fr: "taille déclarée", en: "declared size")
      case .sovereignty: LocalizedText(fr: "souveraineté déclarée", en: "declared sovereignty")
      case .since: LocalizedText(fr: "activité depuis", en: "active since")
      }
    }
  }

  /// The places, as department or district codes; any of them will do.
  public var places: [String] = []
  /// The CPV prefixes, 2 to 8 digits; any of them will do.
  public var cpvPrefixes: [String] = []
  /// The size classes; any of them will do.
  public var sizes: [VendorProfile.Size] = []
  /// The attributes of sovereignty; all of them are asked for.
  public var sovereignty: [VendorProfile.Sovereignty] = []
  /// The date since which the vendor must have been awarded something.
  public var since: PartialDate?

  /// Makes a filter that every vendor passes.
  public init() {}

  /// Whether every vendor passes.
  public var isEmpty: Bool { self == VendorFilter() }

  /// The conditions that are set, in the order of ``Criterion``.
  public var criteria: [Criterion] {
    Criterion.allCases.filter { criterion in
      switch criterion {
      case .place: !places.isEmpty
      case .cpv: !cpvPrefixes.isEmpty
      case .size: !sizes.isEmpty
      case .sovereignty: !sovereignty.isEmpty
      case .since: since != nil
      }
    }
  }

  /// What is asked of a criterion, as people would write it.
  public func value(of criterion: Criterion) -> String {
    switch criterion {
    case .place: places.joined(separator: ", ")
    case .cpv: cpvPrefixes.joined(separator: ", ")
    case .size: sizes.map(\.rawValue).joined(separator: ", ")
    case .sovereignty: sovereignty.map(\.rawValue).joined(separator: ", ")
    case .since: since?.description ?? ""
    }
  }
}
