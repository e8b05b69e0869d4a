public import PasserelleCore
public import PasserelleNetwork

/// What `network suggest triads` is asked.
public struct TriadsRequest: Sendable, Hashable {
  /// The French authority, by name or identifier; nil for any.
  public var city: String?
  /// A theme of the platforms.
  public var theme: String?
  /// Countries of the foreign authorities, by name or code, two at most.
  public var countries: [String] = []
  /// The call, by name or identifier, whose advisers are to be told apart.
  public var call: String?
  /// Whether different countries are enough, on one continent or several.
  public var allowsOneContinent = false
  /// The most platforms.
  public var limit = 6
  /// The state known at that moment; nil for now.
  public var asOf: Instant?
  /// Whether demonstration data count.
  public var includesDemonstration = false

  /// Asks for any platforms.
  public init() {}
}

/// Triangular platforms: a French authority with two foreign ones, and who could come on board.
public struct TriadsAnswer: Sendable {
  /// A tie between two of the three.
  public struct Link: Sendable, Hashable {
    /// The one.
    public let from: String
    /// The other.
    public let to: String
    /// How they are tied.
    public let kind: Triad.Link.Kind
    /// The ties that say so.
    public let ties: [SuggestedTie]
    /// What joins them.
    public let through: [SuggestedThing]
  }

  /// An actor that could come on board.
  public struct Member: Sendable, Hashable {
    /// The actor.
    public let thing: SuggestedThing
    /// Whether its kind says that it has the role; else the kind of organisation is not told.
    public let isCertain: Bool
    /// Whether it is known to be active in a theme asked for.
    public let isOnTheme: Bool
    /// What ties it to the authority.
    public let ties: [SuggestedTie]
    /// What is to be looked at before it is asked.
    public let conflicts: [Conflict]
  }

  /// What is to be looked at before an actor is asked.
  public struct Conflict: Sendable, Hashable {
    /// What.
    public let kind: TriadMember.Conflict.Kind
    /// With whom or what.
    public let with: SuggestedThing
    /// The ties that say so.
    public let ties: [SuggestedTie]
  }

  /// A role at the side of an authority.
  public struct Seat: Sendable, Hashable {
    /// The role.
    public let role: TriadRole
    /// How many actors are known for it.
    public let known: Int
    /// Some of them; those with nothing to look at first.
    public let members: [Member]
  }

  /// An authority with those at its side.
  public struct Side: Sendable, Hashable {
    /// The authority.
    public let authority: SuggestedThing
    /// Its continent for people; nil where it is not known.
    public let continent: String?
    /// The roles.
    public let seats: [Seat]
  }

  /// A platform.
  public struct Platform: Sendable, Hashable {
    /// The three, the French one first.
    public let sides: [Side]
    /// The score; only its order means something.
    public let score: Double
    /// The parts, always all.
    public let reasons: [SuggestedReason]
    /// How the three are tied.
    public let links: [Link]

    /// How many of the nine roles nobody is known for.
    public var missing: Int { sides.flatMap(\.seats).filter { $0.known == 0 }.count }
  }

  /// The French authority asked for; nil for any.
  public let subject: SuggestedThing?
  /// The themes asked for.
  public let themes: [String]
  /// The countries asked for.
  public let countries: [String]
  /// The call whose advisers were told apart.
  public let call: SuggestedThing?
  /// How far apart the foreign authorities must be.
  public let geography: TriadQuery.Geography
  /// The platforms, best first.
  public let platforms: [Platform]
  /// How many were compared.
  public let examined: Int
  /// How many French authorities with foreign partners, near or far, were looked at.
  public let frenchCount: Int
  /// Whether some French authority has more foreign partners than were looked at.
  public let isBounded: Bool
  /// The score of a platform of which nothing is known.
  public let base: Double
  /// Whether demonstration data count.
  public let includesDemonstration: Bool
  /// The language of names.
  public let language: MessageLanguage

  /// What a reader must know.
  public static let caution = LocalizedText(
    fr:
      "« Personne de connu » dit ce qui manque ici, pas ce qui manque sur place. Un fournisseur d’une des trois collectivités, ou qui prépare, finance, conseille ou évalue l’appel, est signalé et non écarté : c’est à vérifier avant de l’inviter, selon les règles de l’appel. Les acteurs d’un rôle sont cités sans ordre de mérite. Le choix revient aux collectivités.",
    en:
      "'Nobody known' tells what is missing here, not what is missing on the spot. A supplier of one of the three authorities, or one who prepares, funds, advises on or evaluates the call, is flagged and not excluded: to be checked before it is invited, by the rules of the call. The actors of a role are named in no order of merit. The choice is for the authorities."
  )
}

extension TriadRole {
  /// The role for people.
  var label: LocalizedText {
    switch self {
    case .economic: LocalizedText(fr: "acteurs économiques", en: "economic actors")
    case .research: LocalizedText(fr: "recherche", en: "research")
    case .association: LocalizedText(fr: "associations", en: "associations")
    }
  }
}

extension TriadMember.Conflict.Kind {
  /// What is to be looked at, for people.
  var label: LocalizedText {
    switch self {
    case .contract: LocalizedText(fr: "contrat connu avec", en: "known contract with")
    case .advice:
      LocalizedText(
        fr: "organise, finance, conseille ou évalue", en: "organises, funds, advises on or evaluates")
    }
  }
}
