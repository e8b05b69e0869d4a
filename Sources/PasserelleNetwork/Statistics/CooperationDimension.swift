import PasserelleCore

/// What cooperations are counted by.
public enum CooperationDimension: String, Sendable, Hashable, CaseIterable {
  /// The theme of the atlas of decentralised cooperation, into which sub-themes are rolled up.
  case theme
  /// The sub-theme of that atlas.
  case subTheme = "sub-theme"
  /// The theme as the source names it.
  case topic
  /// The continent of the partner.
  case continent
  /// The part of a continent of the partner.
  case area = "sub-continent"
  /// The country of the partner.
  case country
  /// The kind of the French authority.
  case authority
  /// The department of the French authority.
  case department
  /// The year in which it began.
  case year
  /// Whether it is a twinning, another tie, an agreement or a project.
  case kind
  /// The cooperation mode.
  case mode
}

/// What codes belong under what, for statistics.
public struct CooperationCodes: Sendable, Hashable {
  /// The key of what is not known.
  public static let unknown = ""
  /// The key of sub-themes whose theme is not known.
  public static let unfiled = "unfiled"

  /// The sub-continent of each country.
  public var areas: [String: String] = [:]
  /// The continent of each sub-continent.
  public var continents: [String: String] = [:]
  /// The sub-themes that a theme node stands for.
  public var subThemes: [Int32: [String]] = [:]
  /// The themes that a theme node stands for itself.
  public var themes: [Int32: [String]] = [:]
  /// The theme of each sub-theme that has one.
  public var broader: [String: String] = [:]

  /// Makes codes that place nothing.
  public init() {}

  /// The codes of a cooperation in a dimension; ``unknown`` alone where nothing is known.
  ///
  /// A cooperation has several where it has several partners, authorities or themes; each code once.
  public func values(
    of item: CooperationItem, by dimension: CooperationDimension, in network: CooperationNetwork
  ) -> [String] {
    let found: [String] =
      switch dimension {
      case .theme: themes(of: item)
      case .subTheme: item.themes.flatMap { subThemes[$0] ?? [] }
      case .topic: item.themes.map { network.nodes[Int($0)].iri }
      case .country: item.countries
      case .area: item.countries.compactMap { areas[$0] }
      case .continent: item.countries.compactMap { areas[$0].flatMap { continents[$0] } }
      case .authority: item.authorities.map { network.nodes[Int($0)].kind.rawValue }
      case .department: item.authorities.compactMap { network.nodes[Int($0)].department }
      case .year: [item.since.map { String($0.year) }].compactMap { $0 }
      case .kind: [item.kind.rawValue]
      case .mode: [item.mode].compactMap { $0 }
      }
    return found.isEmpty ? [Self.unknown] : Set(found).sorted()
  }

  /// The themes themselves and those of the sub-themes, so that a cooperation counts once in each.
  private func themes(of item: CooperationItem) -> [String] {
    item.themes.flatMap { theme in
      (themes[theme] ?? []) + (subThemes[theme] ?? []).map { broader[$0] ?? Self.unfiled }
    }
  }
}
