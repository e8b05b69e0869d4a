import PasserelleCore

/// What no record of a network speaks of: themes in countries, actors without research partners, groups without a bridge.
///
/// Absence of records is never told as absence: each gap says how much is known around it.
public struct NetworkGaps: Sendable, Hashable {
  /// What is known of French cooperation on a theme in a country, or that nothing is.
  public struct Cell: Sendable, Hashable {
    /// The theme.
    public let theme: Int32
    /// The country, ISO 3166-1 alpha-2.
    public let country: String
    /// The projects, agreements and programmes known on that theme there with a French actor.
    public let things: [Int32]
    /// How many such things are known on the theme, anywhere.
    public let ofTheme: Int
    /// How many such things and direct ties are known in the country, on any theme or none.
    public let inCountry: Int
  }

  /// What is known of French cooperation with a country.
  public struct Country: Sendable, Hashable {
    /// The country, ISO 3166-1 alpha-2.
    public let code: String
    /// The French authorities with a known partner or project there.
    public let french: [Int32]
    /// The authorities there that are known partners of a French one.
    public let partners: [Int32]
    /// Projects, agreements and programmes with a French actor there.
    public let things: [Int32]
    /// The nodes of the network that lie there, partners or not.
    public let known: Int
    /// The themes of those things.
    public let themes: [Int32]
    /// How many direct ties to French authorities there are.
    public let tieCount: Int
    /// How many of the ties and things no theme is known of.
    public let withoutTheme: Int
    /// The edges behind the ties and things, ascending: what their sources are read off.
    public let edges: [Int32]

    /// Makes a country of which nothing is known.
    public init(unknown code: String) {
      self.init(
        code: code, french: [], partners: [], things: [], known: 0, themes: [], tieCount: 0, withoutTheme: 0,
        edges: [])
    }

    init(
      code: String, french: [Int32], partners: [Int32], things: [Int32], known: Int, themes: [Int32],
      tieCount: Int, withoutTheme: Int, edges: [Int32]
    ) {
      self.code = code
      self.french = french
      self.partners = partners
      self.things = things
      self.known = known
      self.themes = themes
      self.tieCount = tieCount
      self.withoutTheme = withoutTheme
      self.edges = edges
    }
  }

  /// What is known of a French authority.
  public struct Authority: Sendable, Hashable {
    /// The authority.
    public let node: Int32
    /// Universities, laboratories and research bodies tied to it or its projects.
    public let research: [Int32]
    /// Its foreign partners.
    public let foreign: [Int32]
    /// How many edges the network has at it: how much is known of it at all.
    public let edgeCount: Int
  }

  /// A group of authorities that nothing, or one authority alone, joins to the others.
  public struct Island: Sendable, Hashable {
    /// Its members, by number.
    public let members: [Int32]
    /// The one member that joins it to the rest; nil for a group that nothing joins.
    public let bridge: Int32?
    /// Its countries.
    public let countries: [String]
  }

  /// The themes and countries of the network, each pair once, by theme and country.
  public let cells: [Cell]
  /// The countries, by code.
  public let countries: [Country]
  /// The French authorities, by number.
  public let authorities: [Authority]
  /// The groups apart, the largest first.
  public let islands: [Island]
  /// How many ties and things with a French and a foreign side no theme is known of.
  public let withoutTheme: Int
}
