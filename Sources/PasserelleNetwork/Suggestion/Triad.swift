/// What triangular platforms are asked for.
public struct TriadQuery: Sendable, Hashable {
  /// How far apart the two foreign authorities must be.
  public enum Geography: String, Sendable, Hashable, CaseIterable {
    /// On different continents, as the triangular call asks.
    case continents
    /// In different countries only.
    case countries
  }

  /// IRIs of themes, of which one of the three must be known to be active in one; empty for any.
  public var themes: Set<String> = []
  /// Countries that the foreign authorities must lie in, ISO 3166-1 alpha-2: with two, one in each; with one, one of the
  /// two in it.
  public var countries: [String] = []
  /// The one French authority; nil for any.
  public var authority: Int32?
  /// The call whose advisers are to be told apart; nil for none.
  public var call: Int32?
  /// How far apart the two foreign authorities must be.
  public var geography = Geography.continents
  /// The most platforms around one French authority.
  public var limitPerAuthority = 2
  /// The most platforms.
  public var limit = 6

  /// Asks for six platforms, as many as the triangular call wants.
  public init() {}
}

/// One French and two foreign authorities that could carry a platform together.
public struct Triad: Sendable, Hashable {
  /// A tie between two of the three.
  public struct Link: Sendable, Hashable {
    /// How two are tied.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
      /// A twinning, cooperation, agreement or project of their own.
      case direct
      /// A common partner, or a network or programme of both.
      case common
      /// None is known.
      case none
    }

    /// The one.
    public let from: Int32
    /// The other.
    public let to: Int32
    /// How they are tied.
    public let kind: Kind
    /// The edges that say so; empty for none.
    public let edges: [Int32]
    /// What joins them: projects and agreements of a direct tie; else common partners and networks, at most three.
    public let through: [Int32]
  }

  /// The French authority.
  public let french: Int32
  /// The foreign authority of the smaller number.
  public let first: Int32
  /// The other foreign authority.
  public let second: Int32
  /// The score: ``TriadAnswer/base`` and the contributions.
  public let score: Double
  /// The parts, always all of them, in one order.
  public let parts: [SuggestionPart]
  /// How the three are tied: French and first, French and second, first and second.
  public let links: [Link]
  /// Who could come on board, by authority and role; those with nothing to look at first.
  public let members: [TriadMember]
  /// How many actors each authority knows in each role, listed or not.
  public let counts: [Seat: Int]

  /// A role at the side of an authority.
  public struct Seat: Sendable, Hashable {
    /// The authority.
    public let authority: Int32
    /// The role.
    public let role: TriadRole

    /// Makes a seat.
    public init(authority: Int32, role: TriadRole) {
      self.authority = authority
      self.role = role
    }
  }

  /// The authorities, the French one first.
  public var authorities: [Int32] { [french, first, second] }

  /// The seats for which nobody is known.
  public var missing: [Seat] {
    authorities.flatMap { authority in
      TriadRole.allCases.map { Seat(authority: authority, role: $0) }.filter { counts[$0, default: 0] == 0 }
    }
  }
}

/// Triangular platforms.
public struct TriadAnswer: Sendable, Hashable {
  /// The platforms, best first; equal ones by the numbers of their authorities.
  public let triads: [Triad]
  /// How many were compared.
  public let examined: Int
  /// How many more stand behind those of the same French authorities, past the limit for one.
  public let held: Int
  /// How many French authorities have a foreign partner, near or far.
  public let frenchCount: Int
  /// Whether some French authority has more foreign partners, near and far, than are looked at.
  public let isBounded: Bool
  /// The score of a platform of which nothing is known.
  public let base: Double
}
