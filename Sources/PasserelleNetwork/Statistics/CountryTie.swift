public import PasserelleCore

/// One thing that ties a country to the rest of a network: a cooperation, a project, a membership.
public struct CountryTie: Sendable, Hashable {
  /// What kind of tie, in the order of a page.
  public enum Section: String, Sendable, Hashable, CaseIterable {
    /// Twinnings and ties of cooperation with French authorities.
    case cooperations
    /// Agreements with French authorities.
    case agreements
    /// Projects with French authorities.
    case projects
    /// Partners who are not French authorities.
    case partners
    /// Projects in which no French authority is known.
    case otherProjects
    /// Programmes and calls in which someone of the country takes part, or that are run there.
    case programmes
    /// Networks of which someone of the country is a member.
    case memberships
    /// Labels held there.
    case labels
    /// Universities and research teams of the country.
    case research
    /// Companies of the country that supply French authorities, and French companies that supply authorities there.
    case supplies
    /// Events held there.
    case events
  }

  /// Where it stands on a page.
  public var section: Section
  /// What the tie is; nil for one through a node of its own.
  public var kind: EdgeKind?
  /// The project, agreement, network or other thing that ties; nil for a tie of two.
  public var node: Int32?
  /// The French authorities that take part, ascending.
  public var home: [Int32]
  /// Those of the country that take part, ascending.
  public var abroad: [Int32]
  /// The others, ascending.
  public var others: [Int32]
  /// The themes, ascending.
  public var themes: [Int32]
  /// The edges that make it, ascending.
  public var edges: [Int32]
  /// The first date.
  public var since: PartialDate?
  /// The last date.
  public var until: PartialDate?
  /// The cooperation mode.
  public var mode: String?
  /// A grade, a share, as written.
  public var detail: String?

  /// Makes a tie.
  public init(
    _ section: Section, kind: EdgeKind? = nil, node: Int32? = nil, home: [Int32] = [], abroad: [Int32] = [],
    others: [Int32] = [], themes: [Int32] = [], edges: [Int32] = [], since: PartialDate? = nil,
    until: PartialDate? = nil, mode: String? = nil, detail: String? = nil
  ) {
    self.section = section
    self.kind = kind
    self.node = node
    self.home = home
    self.abroad = abroad
    self.others = others
    self.themes = themes
    self.edges = edges
    self.since = since
    self.until = until
    self.mode = mode
    self.detail = detail
  }
}
