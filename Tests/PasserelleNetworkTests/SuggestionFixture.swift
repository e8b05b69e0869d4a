import PasserelleCore
import PasserelleNetwork

/// A small network of authorities, written as lines: `id kind country population` and `id link id`.
enum SuggestionFixture {
  /// A network of nodes and ties by short names.
  static func network(
    _ nodes: [(id: String, kind: NodeKind, country: String?, population: Int?)],
    _ ties: [(kind: EdgeKind, from: String, to: String)], subkinds: [String: String] = [:],
    roles: [String: String] = [:]
  ) -> CooperationNetwork {
    let sorted = nodes.sorted { $0.id < $1.id }
    func place(_ id: String) -> Int32 { Int32(sorted.firstIndex { $0.id == id } ?? -1) }
    return CooperationNetwork(
      nodes: sorted.map {
        CooperationNetwork.Node(
          iri: $0.id, label: LocalizedText(verbatim: $0.id), kind: $0.kind, subkind: subkinds[$0.id],
          country: $0.country, population: $0.population)
      },
      edges: ties.map {
        CooperationNetwork.Edge(
          kind: $0.kind, source: place($0.from), target: place($0.to), role: roles[$0.from + " " + $0.to])
      })
  }

  /// Lyon with two partners, peers behind them, a network, a project with a theme, and actors.
  static func lyon() -> CooperationNetwork {
    network(
      [
        ("lyon", .commune, "FR", 500_000), ("francfort", .foreignAuthority, "DE", 750_000),
        ("birmingham", .foreignAuthority, "GB", 1_100_000), ("milan", .foreignAuthority, "IT", 1_300_000),
        ("cracovie", .foreignAuthority, "PL", 780_000), ("ouaga", .foreignAuthority, "BF", 2_000_000),
        ("village", .foreignAuthority, "IT", 900), ("loin", .foreignAuthority, "JP", 500_000),
        ("ami", .foreignAuthority, "JP", 400_000), ("eurocites", .network, nil, nil),
        ("projet", .project, nil, nil),
        ("eau", .theme, nil, nil), ("labo", .researchTeam, "FR", nil), ("asso", .organisation, "FR", nil),
        ("conseil", .company, "FR", nil), ("fournisseur", .company, "FR", nil),
      ],
      [
        (.twinning, "lyon", "francfort"), (.twinning, "lyon", "birmingham"),
        (.twinning, "francfort", "milan"),
        (.twinning, "francfort", "cracovie"), (.twinning, "birmingham", "village"),
        (.twinning, "loin", "ami"),
        (.membership, "lyon", "eurocites"), (.membership, "cracovie", "eurocites"),
        (.carries, "lyon", "projet"), (.participation, "ouaga", "projet"), (.theme, "projet", "eau"),
        (.partnership, "labo", "projet"), (.partnership, "asso", "projet"),
        (.participation, "conseil", "projet"),
        (.supply, "fournisseur", "lyon"),
      ],
      subkinds: ["milan": "foreign-city", "cracovie": "foreign-city", "asso": "association"],
      roles: ["conseil projet": "assistant"])
  }
}

extension CooperationNetwork {
  /// The number of a node of the fixture.
  func number(_ id: String) -> Int32 { node(id) ?? -1 }
  /// The names of nodes.
  func names(_ nodes: [Int32]) -> [String] { nodes.map { self.nodes[Int($0)].iri } }
}
