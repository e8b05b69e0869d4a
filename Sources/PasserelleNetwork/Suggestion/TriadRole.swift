/// What each authority of a triangular platform brings along: companies, research and associations (a triple helix).
public enum TriadRole: String, Sendable, Hashable, CaseIterable {
  /// Economic actors.
  case economic
  /// Laboratories, universities, research bodies.
  case research
  /// Associations, foundations, non-governmental organisations, groups of citizens.
  case association
}

extension CooperationNetwork.Node {
  /// The role that it can take, and whether its kind says so or is not told; nil for none.
  public var triadRole: (role: TriadRole, isCertain: Bool)? {
    switch kind {
    case .company: return (.economic, true)
    case .university, .researchTeam: return (.research, true)
    case .organisation, .publicBody: break
    default: return nil
    }
    switch subkind {
    case "mixed-company", "cooperative", "trade-body", "competitiveness-cluster", "incubator":
      return (.economic, true)
    case "university", "research-body", "urban-lab": return (.research, true)
    case "association", "ngo", "foundation", "elected-association", "citizen-group", "diaspora":
      return (.association, true)
    case nil: return kind == .organisation ? (.association, false) : nil
    default: return nil
    }
  }
}

/// An actor that an authority could bring along, as the network knows it.
public struct TriadMember: Sendable, Hashable {
  /// A reason to look at it before it is asked: it never excludes by itself.
  public struct Conflict: Sendable, Hashable {
    /// What is to be looked at.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
      /// It holds or has held a contract with an authority of the platform or on a project of one.
      case contract
      /// It organises, funds, prepares, advises on or evaluates the call or a project of the platform.
      case advice
    }

    /// What is to be looked at.
    public let kind: Kind
    /// The authority, call or project concerned.
    public let with: Int32
    /// The edges that say so.
    public let edges: [Int32]
  }

  /// The actor.
  public let node: Int32
  /// The authority that knows it.
  public let authority: Int32
  /// What it could be on board as.
  public let role: TriadRole
  /// Whether its kind says so; else the kind of organisation is not told.
  public let isCertain: Bool
  /// Whether it is known to be active in a theme asked for.
  public let isOnTheme: Bool
  /// The edges that tie it to the authority: one, or two through a project or agreement.
  public let edges: [Int32]
  /// What is to be looked at before it is asked.
  public let conflicts: [Conflict]
}
