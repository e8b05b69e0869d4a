/// What takes part in the network, by what it is.
public enum NodeKind: String, Sendable, Hashable, CaseIterable {
  /// A French commune.
  case commune
  /// A French grouping of communes, métropoles included.
  case intercommunality
  /// A French department.
  case departement
  /// A French region.
  case region
  /// A part of a city.
  case district
  /// A local authority abroad, or a city whose authority is not told apart.
  case foreignAuthority
  /// A country.
  case country
  /// A part of the world.
  case worldRegion
  /// A company, a vendor, a group of companies.
  case company
  /// A State body, an agency, an international institution.
  case publicBody
  /// An association, a foundation, any other organisation.
  case organisation
  /// A university or other institution of higher education or research.
  case university
  /// A laboratory or another research team.
  case researchTeam
  /// A network of territories or organisations.
  case network
  /// A cooperation agreement, a twinning as a node of its own.
  case agreement
  /// A project, a cooperation project included.
  case project
  /// A programme, a plan or a funding instrument.
  case programme
  /// A call for projects or tenders.
  case call
  /// A label, a prize or a ranking.
  case label
  /// An event.
  case event
  /// A theme or sub-theme.
  case theme
  /// Anything else.
  case other
}
