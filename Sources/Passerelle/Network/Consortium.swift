public import PasserelleCore
public import PasserelleMatching

/// What `network consortium` is asked beside the need itself.
public struct ConsortiumRequest: Sendable, Hashable {
  /// What the vendors are looked for with, as `match` takes it.
  public var match = MatchRequest()
  /// The most members of a team.
  public var members = 5
  /// The most teams.
  public var teams = 3

  /// How many vendors teams are put together from.
  public static let pool = 60

  /// Asks for three teams of five at most.
  public init() {}
}

/// Teams of vendors that together speak to a specification, each with what it lacks.
public struct ConsortiumAnswer: Sendable {
  /// By what a team was put together.
  public enum Rule: String, Sendable, Hashable, CaseIterable {
    /// The member that adds most comes first, whatever its size.
    case coverage
    /// Among those that add about as much, declared small and medium enterprises come first.
    case smallFirst = "small_first"
    /// Around a vendor that declares itself large, with small and medium enterprises for the rest where they are about as good.
    case largeWithSmall = "large_with_small"
    /// Without the first member of the first team.
    case withoutFirst = "without_first"
  }

  /// Something that the specification asks for: a requirement, or a layer of the infrastructure.
  public struct Item: Sendable, Hashable {
    /// The requirement's name, such as `F3`, or the layer's, such as `hosting`.
    public let name: String
    /// Whether it is a layer.
    public let isLayer: Bool
    /// The requirement's text, or the layer's name for people.
    public let text: String
    /// What it weighs: 1 for a mandatory requirement or a layer, 0.5 for a recommended one, 0.25 for an optional one.
    public let weight: Double
    /// The zones of a layer, for people.
    public let zones: [String]
    /// The segment of the value chain of a layer, for people; nil for none.
    public let segment: String?
  }

  /// A member of a team.
  public struct Member: Sendable, Hashable {
    /// The vendor's IRI.
    public let vendor: String
    /// Its name.
    public let name: String
    /// Its identifier for people.
    public let identifier: String
    /// Its declared size; nil where it is not known.
    public let size: VendorProfile.Size?
    /// How many past awards of it are known.
    public let pastAwards: Int
    /// The items of which it knows more than those taken before it.
    public let adds: [String]
    /// What it added to the team's worth, as a part of everything.
    public let gain: Double
    /// For what it adds: the title or sentence that speaks of it, by item, with its record.
    public let evidence: [Evidence]
  }

  /// What speaks for a member on an item.
  public struct Evidence: Sendable, Hashable {
    /// The item.
    public let item: String
    /// How far it speaks of it.
    public let level: CoverageLevel
    /// The title of the award or the beginning of the profile; nil where nothing is quoted.
    public let quote: String?
    /// The record; nil where the profile or awards as a whole speak.
    public let source: Dossier.Source?
  }

  /// An award that members of a team have won together.
  public struct Shared: Sendable, Hashable {
    /// The names of the members.
    public let members: [String]
    /// The award's IRI.
    public let award: String
    /// Its title.
    public let title: String
  }

  /// A team.
  public struct Team: Sendable, Hashable {
    /// By what it was put together.
    public let rule: Rule
    /// Its members, in the order in which they were taken.
    public let members: [Member]
    /// The level that the team reaches on each item, in their order.
    public let levels: [CoverageLevel]
    /// Its worth as a part of everything asked for, 0 to 1.
    public let coverage: Double
    /// Awards that members have won together, the first ones.
    public let shared: [Shared]
    /// How many such awards there are.
    public let sharedCount: Int
  }

  /// The need's title.
  public let title: String
  /// What the specification asks for: requirements in its order, then layers.
  public let items: [Item]
  /// How many further requirements the text has.
  public let requirementsLeftOut: Int
  /// The teams; their order is that of the rules.
  public let teams: [Team]
  /// How many vendors teams were put together from.
  public let pool: Int
  /// What all these vendors together would cover, as a part of everything.
  public let ceiling: Double
  /// The items on which no vendor of the pool is known for anything.
  public let uncovered: [String]
  /// How many vendors of the pool declare their size.
  public let sizesKnown: Int
  /// The need has CPV codes that were suggested, not stated.
  public let hasSuggestedCodes: Bool
  /// Whether some of the evidence is demonstration data.
  public let hasDemonstration: Bool
  /// What became of the record of the search for vendors.
  public let recording: MatchRecording
  /// The language of names.
  public let language: MessageLanguage

  /// The part of the best team's coverage that the first team is sure to reach: 1 − 1/e.
  public static let bound = 0.632

  /// What a reader must know.
  public static let caution = LocalizedText(
    fr:
      "Ces équipes montrent comment ce qui est connu des fournisseurs se complète ; aucune n’est la meilleure, et ce qui manque ici peut exister. Une équipe se forme par le choix libre des entreprises, jamais par l’acheteur ; ces compositions servent à voir si le marché peut répondre, en groupement ou par lots. Les tailles sont déclarées. La décision revient à la personne responsable de l’achat.",
    en:
      "These teams show how what is known of vendors adds up; none is the best, and what is missing here may exist. Companies form teams of their own free choice, never the buyer; these compositions help to see whether the market can answer, jointly or by lots. Sizes are declared. The decision is for the person in charge of the purchase."
  )
}

extension ConsortiumAnswer.Rule {
  /// The rule for people.
  var label: LocalizedText {
    switch self {
    case .coverage: LocalizedText(fr: "couverture d’abord", en: "coverage first")
    case .smallFirst:
      LocalizedText(fr: "PME d’abord à apport voisin", en: "SMEs first where they add about as much")
    case .largeWithSmall:
      LocalizedText(fr: "grande entreprise avec PME spécialisées", en: "large company with specialised SMEs")
    case .withoutFirst:
      LocalizedText(
        fr: "sans le premier fournisseur de la première équipe",
        en: "without the first vendor of the first team")
    }
  }
}
