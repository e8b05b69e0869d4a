extension NodeKind {
  /// Whether it is a territory, with or without an authority that runs it.
  public var isTerritory: Bool {
    switch self {
    case .commune, .intercommunality, .departement, .region, .district, .foreignAuthority, .country,
      .worldRegion:
      true
    default: false
    }
  }

  /// Whether it is a territory that acts: a local authority at home or abroad.
  public var isAuthority: Bool {
    switch self {
    case .commune, .intercommunality, .departement, .region, .foreignAuthority: true
    default: false
    }
  }

  /// Whether it is an organisation of any sort, networks included.
  public var isOrganisation: Bool {
    switch self {
    case .company, .publicBody, .organisation, .university, .researchTeam, .network: true
    default: false
    }
  }

  /// Whether it acts: a territory smaller than a part of the world, or an organisation.
  public var isActor: Bool { (isTerritory && self != .worldRegion) || isOrganisation }

  /// Whether those that take part in it are joined with each other where only actors are shown.
  public var isShared: Bool {
    switch self {
    case .agreement, .project, .programme, .call, .event, .network: true
    default: false
    }
  }
}
