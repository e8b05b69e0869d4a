public import PasserelleCore

/// What `network suggest partners` is asked.
public struct SuggestPartnersRequest: Sendable, Hashable {
  /// The authority, by name or identifier.
  public var city: String
  /// Countries of the peers, by name or code; empty for all others.
  public var countries: [String] = []
  /// A theme that peers should be active in.
  public var theme: String?
  /// The most suggestions.
  public var limit = 10
  /// Whether peers count to whom no way is known.
  public var includesUnreached = false
  /// The state known at that moment; nil for now.
  public var asOf: Instant?
  /// Whether demonstration data count.
  public var includesDemonstration = false

  /// Asks for the peers of an authority.
  public init(city: String) { self.city = city }
}

/// Peers that an authority could turn to, with the reasons and a way to an introduction.
public struct SuggestPartnersAnswer: Sendable {
  /// One step of a way.
  public struct Step: Sendable, Hashable {
    /// Who or what it leads to.
    public let to: SuggestedThing
    /// The ties that it rests on.
    public let ties: [SuggestedTie]
  }

  /// A peer.
  public struct Peer: Sendable, Hashable {
    /// The peer.
    public let thing: SuggestedThing
    /// Its score: the base and the contributions, 0 to 1; only its order means something.
    public let score: Double
    /// The parts, always all.
    public let reasons: [SuggestedReason]
    /// What the learned model saw in the network, the strongest first; empty without a model.
    public let details: [Detail]
    /// A way to an introduction; empty where none is known.
    public let way: [Step]
    /// Networks and programmes of both.
    public let memberships: [SuggestedThing]
    /// Themes, services and use cases in common.
    public let themes: [String]
    /// The distance in kilometres; shown, never counted.
    public let kilometres: Double?
  }

  /// What the learned model says of one feature.
  public struct Detail: Sendable, Hashable {
    /// The feature's name.
    public let feature: String
    /// The feature for people.
    public let label: LocalizedText
    /// What it adds to the log odds.
    public let contribution: Double
  }

  /// A partner that the authority has already.
  public struct Known: Sendable, Hashable {
    /// The partner.
    public let thing: SuggestedThing
    /// The ties.
    public let ties: [SuggestedTie]
  }

  /// The authority.
  public let subject: SuggestedThing
  /// The countries asked for.
  public let countries: [String]
  /// The themes asked for.
  public let themes: [String]
  /// The peers, best first.
  public let peers: [Peer]
  /// The partners that it has already, in the countries asked for.
  public let known: [Known]
  /// How many authorities were compared.
  public let candidates: Int
  /// How many of them no way is known to.
  public let unreached: Int
  /// Whether these are listed too.
  public let includesUnreached: Bool
  /// Authorities that have the name and country of a partner: most likely the same one under another identifier.
  public let namesakes: [SuggestedThing]
  /// Of how many each part is known.
  public let coverage: [(part: String, label: LocalizedText, known: Int)]
  /// The score of an authority of which nothing is known.
  public let base: Double
  /// The model of closeness; nil for resource allocation alone.
  public let model: String?
  /// Whether demonstration data count.
  public let includesDemonstration: Bool
  /// The language of names.
  public let language: MessageLanguage

  /// What a reader must know.
  public static let caution = LocalizedText(
    fr:
      "Ces rapprochements disent une ressemblance dans ce qui est enregistré ici, jamais une chance d’aboutir. La renommée et le nombre de liens d’une collectivité ne comptent pas. « Non renseigné » n’est pas « non » : une part inconnue ne compte ni pour ni contre. La confiance entre personnes se construit dans le temps, et le choix revient aux élus.",
    en:
      "These likenesses are in what is recorded here, never a chance of success. How well known or how well tied an authority is does not count. 'Not known' is not 'no': an unknown part counts neither for nor against. Trust between people takes time, and the choice is for the elected."
  )
}
