public import PasserelleCore

/// What `network gaps` is asked.
public struct GapsRequest: Sendable, Hashable {
  /// Which gaps.
  public enum Axis: String, Sendable, Hashable, CaseIterable {
    /// Themes and the countries where no cooperation on them is known.
    case theme
    /// Countries with no or little known cooperation, beside published counts.
    case country
    /// French authorities without a known research or foreign partner.
    case city
    /// Groups of authorities without a bridge to the others.
    case group
  }

  /// Which gaps; nil for all.
  public var axis: Axis?
  /// A theme to look at; nil for all that some known cooperation has.
  public var theme: String?
  /// Countries to look at, by name or code; empty for all of the network.
  public var countries: [String] = []
  /// The most rows of each list.
  public var limit = 20
  /// The state known at that moment; nil for now.
  public var asOf: Instant?
  /// Whether demonstration data count.
  public var includesDemonstration = false

  /// Asks for all gaps.
  public init() {}
}

/// What no record speaks of: themes, countries, research partners, bridges.
public struct GapsAnswer: Sendable {
  /// A number of something in a country.
  public struct CountryCount: Sendable, Hashable {
    /// The country, ISO 3166-1 alpha-2.
    public let code: String
    /// Its name.
    public let name: String
    /// How many.
    public let count: Int
  }

  /// A theme.
  public struct ThemeRow: Sendable, Hashable {
    /// The theme.
    public let theme: SuggestedThing
    /// How many cooperations on it are known in all.
    public let known: Int
    /// The countries where some are known, with how many.
    public let countries: [CountryCount]
    /// The countries with known cooperations, but none on it: with how many there are on other themes or none.
    public let none: [CountryCount]
  }

  /// A published count.
  public struct Published: Sendable, Hashable {
    /// The value as published.
    public let value: String
    /// Its unit.
    public let unit: String
    /// What it counts.
    public let scope: String
    /// Its date.
    public let date: String?
    /// The document and lines.
    public let passage: String
    /// The IRI of the claim.
    public let claim: String
  }

  /// Whether a country has known cooperations.
  public enum State: String, Sendable, Hashable, CaseIterable {
    /// Some are recorded.
    case known
    /// A count is published, and none is recorded.
    case publishedOnly = "published_only"
    /// The country occurs, and no cooperation with it is recorded.
    case noneKnown = "none_known"
  }

  /// A country.
  public struct CountryRow: Sendable, Hashable {
    /// The country, ISO 3166-1 alpha-2.
    public let code: String
    /// Its name.
    public let name: String
    /// Whether cooperations are known.
    public let state: State
    /// How many French authorities have a partner or project there.
    public let french: Int
    /// How many authorities there have a French partner.
    public let partners: Int
    /// How many projects, agreements and programmes with a French side there are.
    public let things: Int
    /// How many direct ties.
    public let ties: Int
    /// How many of the ties, projects, agreements and programmes no theme is known of.
    public let withoutTheme: Int
    /// The themes that are known.
    public let themes: [String]
    /// How many things of the network lie there.
    public let recorded: Int
    /// Counts that were published.
    public let published: [Published]
    /// The data sets that speak of the ties, with how many records of each.
    public let sources: [Coverage]
  }

  /// A data set with how many of its records speak of something.
  public struct Coverage: Sendable, Hashable {
    /// The data set.
    public let source: String
    /// How many records.
    public let records: Int
  }

  /// A French authority.
  public struct CityRow: Sendable, Hashable {
    /// The authority.
    public let authority: SuggestedThing
    /// How many universities, laboratories and research bodies are tied to it or its projects.
    public let research: Int
    /// How many foreign partners it has.
    public let foreign: Int
    /// How many ties of any kind the network has of it.
    public let ties: Int
  }

  /// A group of authorities.
  public struct GroupRow: Sendable, Hashable {
    /// How many members it has.
    public let size: Int
    /// Some of them.
    public let members: [SuggestedThing]
    /// The one that joins it to the rest; nil where nothing does.
    public let bridge: SuggestedThing?
    /// Its countries.
    public let countries: [String]
  }

  /// Which gaps were asked for; nil for all.
  public let axis: GapsRequest.Axis?
  /// The themes, those with the fewest known cooperations first.
  public let themes: [ThemeRow]
  /// The countries: published and not recorded first, then without known ones, then by known ones.
  public let countries: [CountryRow]
  /// The French authorities without a known research partner or foreign partner, the best recorded first.
  public let cities: [CityRow]
  /// The groups apart, the largest first.
  public let groups: [GroupRow]
  /// How many rows each list has in all, by axis.
  public let counts: [GapsRequest.Axis: Int]
  /// How many French authorities the network has.
  public let authorities: Int
  /// How many ties, projects, agreements and programmes no theme is known of.
  public let withoutTheme: Int
  /// Whether demonstration data count.
  public let includesDemonstration: Bool
  /// The language of names.
  public let language: MessageLanguage

  /// Whether there is nothing to tell.
  public var isEmpty: Bool { themes.isEmpty && countries.isEmpty && cities.isEmpty && groups.isEmpty }

  /// What a reader must know.
  public static let caution = LocalizedText(
    fr:
      "« Aucun connu » veut dire que rien n’est enregistré ici, non qu’il n’y a rien : chaque ligne dit combien d’enregistrements en parlent. Les nombres publiés comptent leur propre portée et ne s’additionnent pas.",
    en:
      "'None known' means that nothing is recorded here, not that there is none: each row tells how many records speak of it. Published numbers count their own scope and do not add up."
  )
}
