/// The level of a local authority, by which peers of one country are found in another.
///
/// The many levels of French local government let one find, if not equals, at least likenesses abroad.
public enum AuthorityTier: Int, Sendable, Hashable, CaseIterable {
  /// A part of a city with a council of its own.
  case district
  /// A commune, a city.
  case commune
  /// A grouping of communes, a conurbation.
  case intercommunality
  /// A department, a province.
  case departement
  /// A region, a federated state.
  case region
}

extension CooperationNetwork.Node {
  /// The levels that it may have; several where its kind does not tell them apart, empty where nothing is known.
  public var tiers: [AuthorityTier] {
    switch subkind {
    case "borough", "delegated-commune", "district": return [.district]
    case "special-status": return [.departement, .region]
    case "foreign-city", "new-town", "city-state": return [.commune]
    case "foreign-conurbation": return [.intercommunality]
    case "foreign-province": return [.departement, .region]
    default: break
    }
    switch kind {
    case .district: return [.district]
    case .commune: return [.commune]
    case .intercommunality: return [.intercommunality]
    case .departement: return [.departement]
    case .region: return [.region]
    default: return []
    }
  }

  /// How alike two authorities are in level: 1 for the same, 0.5 for neighbouring levels, 0 else; nil where one is not known.
  public func tierLikeness(_ other: Self) -> Double? {
    let (own, others) = (tiers, other.tiers)
    guard !own.isEmpty, !others.isEmpty else { return nil }
    if own.contains(where: others.contains) { return 1 }
    let isNear = own.contains { tier in others.contains { abs($0.rawValue - tier.rawValue) == 1 } }
    return isNear ? 0.5 : 0
  }

  /// How alike two territories are in population: the square root of the smaller over the larger; nil where one is not known.
  public func sizeLikeness(_ other: Self) -> Double? {
    guard let own = population, let others = other.population, own > 0, others > 0 else { return nil }
    return (Double(min(own, others)) / Double(max(own, others))).squareRoot()
  }
}
