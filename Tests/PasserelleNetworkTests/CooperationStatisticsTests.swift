import PasserelleCore
import PasserelleNetwork
import Testing

/// A network small enough to count by hand.
private struct SmallNetwork {
  let network: CooperationNetwork
  let codes: CooperationCodes

  /// Lyon twinned with Birmingham (twice stated) and Dakar; Nord cooperates with Dakar; a project of Lyon in Dakar and Bamako on
  /// two sub-themes of one theme; an agreement of Nord and Bamako; a project with a company abroad only; one of two cities abroad.
  init() {
    func node(
      _ iri: String, _ kind: NodeKind, _ country: String? = nil, mode: String? = nil, since: String? = nil,
      isDemonstration: Bool = false
    ) -> CooperationNetwork.Node {
      CooperationNetwork.Node(
        iri: iri, label: LocalizedText(verbatim: iri), kind: kind, country: country, mode: mode,
        since: since.flatMap { PartialDate(iso: $0) }, isDemonstration: isDemonstration)
    }
    let nodes = [
      node("a-lyon", .commune, "FR"), node("b-nord", .departement),
      node("c-birmingham", .foreignAuthority, "GB"),
      node("d-dakar", .foreignAuthority, "SN"), node("e-bamako", .foreignAuthority, "ML"),
      node("f-project", .project, mode: "solidarity", since: "2010"), node("g-accord", .agreement),
      node("h-company", .company, "JP"), node("i-supplied", .project), node("j-abroad", .project, "SN"),
      node("k-water", .theme), node("l-energy", .theme), node("m-network", .network),
      node("n-university", .university, "SN"), node("o-event", .event, "SN"),
      node("p-lost", .foreignAuthority),
    ]
    func edge(
      _ kind: EdgeKind, _ source: Int32, _ target: Int32, _ since: String? = nil, _ until: String? = nil,
      isDemonstration: Bool = false
    ) -> CooperationNetwork.Edge {
      CooperationNetwork.Edge(
        kind: kind, source: source, target: target, since: since.flatMap { PartialDate(iso: $0) },
        until: until.flatMap { PartialDate(iso: $0) }, isDemonstration: isDemonstration)
    }
    network = CooperationNetwork(
      nodes: nodes,
      edges: [
        edge(.twinning, 0, 2, "1951"), edge(.twinning, 2, 0, "1960", "1970"),
        edge(.twinning, 0, 3, "2000", "2005"),
        edge(.cooperation, 3, 1), edge(.carries, 0, 5), edge(.participation, 3, 5), edge(.location, 5, 4),
        edge(.theme, 5, 10), edge(.theme, 5, 11), edge(.party, 1, 6), edge(.party, 4, 6),
        edge(.carries, 0, 8), edge(.participation, 7, 8), edge(.carries, 3, 9), edge(.participation, 4, 9),
        edge(.membership, 0, 12), edge(.membership, 3, 12), edge(.partnership, 13, 5),
        edge(.location, 14, 3), edge(.twinning, 1, 15), edge(.supply, 7, 0),
        edge(.twinning, 0, 4, isDemonstration: true),
      ])
    var codes = CooperationCodes()
    codes.areas = ["GB": "other-europe", "SN": "west-africa", "ML": "west-africa"]
    codes.continents = ["other-europe": "europe", "west-africa": "africa"]
    codes.subThemes = [10: ["water"], 11: ["energy"]]
    codes.broader = ["water": "environment", "energy": "environment"]
    self.codes = codes
  }
}

@Suite struct CooperationStatisticsTests {
  private let small = SmallNetwork()

  @Test func aCooperationCountsOnce() {
    let items = small.network.cooperations()
    let told = items.map { "\($0.kind.rawValue) \($0.authorities) \($0.countries)" }
    #expect(
      told == [
        "twinning [0] [\"GB\"]", "twinning [0] [\"SN\"]", "twinning [1] []", "cooperation [1] [\"SN\"]",
        "agreement [1] [\"ML\"]", "project [0] [\"ML\", \"SN\"]",
      ])
    #expect(items[0].edges.count == 2)
    #expect(items[0].since == PartialDate(year: 1951))
    #expect(items[0].until == nil, "One of the statements leaves the end open.")
    #expect(small.network.cooperations(includesDemonstration: true).count == 7)
  }

  @Test func rowsTellTheirDenominatorAndOverlaps() {
    let (network, codes) = (small.network, small.codes)
    let pivot = network.pivot(network.cooperations(), rows: .country, columns: .kind, codes: codes)
    #expect(pivot.count == 6)
    #expect(pivot.overlaps == 1, "The project is in two countries.")
    #expect(pivot.rows.map(\.key) == ["SN", "ML", "GB", ""])
    #expect(pivot.rows.map(\.count) == [3, 2, 1, 1])
    #expect(pivot.columns == ["agreement", "cooperation", "project", "twinning"])
    #expect(pivot.columnCounts == [1, 1, 1, 3])
    #expect(pivot.rows[0].cells == [0, 1, 1, 1])
    #expect(pivot.count("XX") == 0)
  }

  @Test func subThemesRollUpOnce() {
    let (network, codes) = (small.network, small.codes)
    let items = network.cooperations()
    #expect(network.pivot(items, rows: .theme, codes: codes).count("environment") == 1)
    #expect(network.pivot(items, rows: .subTheme, codes: codes).overlaps == 1)
    #expect(network.pivot(items, rows: .continent, codes: codes).rows.map(\.key) == ["africa", "europe", ""])
    #expect(
      network.pivot(items, rows: .continent, codes: codes).overlaps == 0, "Two countries of one continent.")
    #expect(network.pivot(items, rows: .mode, codes: codes).count("solidarity") == 1)
  }

  @Test func aYearLeavesOutWhatHasNoDate() {
    let (network, codes) = (small.network, small.codes)
    var filter = CooperationFilter()
    filter.year = 2003
    let result = filter.apply(to: network.cooperations(), in: network, codes: codes)
    #expect(result.items.map(\.kind) == [.twinning, .twinning])
    #expect(result.undated == 3)
    filter.year = 2006
    #expect(filter.apply(to: network.cooperations(), in: network, codes: codes).items.count == 1)
    filter.codes[.country] = ["SN"]
    #expect(filter.apply(to: network.cooperations(), in: network, codes: codes).items.isEmpty)
  }

  @Test func aCountryShowsEachTieInOneSection() {
    let ties = small.network.ties(ofCountry: "SN")
    let told = ties.map { "\($0.section.rawValue) \($0.node ?? -1) \($0.home) \($0.abroad) \($0.others)" }
    #expect(
      told == [
        "cooperations -1 [0] [3] []", "cooperations -1 [1] [3] []", "projects 5 [0] [3, 13] [4]",
        "otherProjects 9 [] [3] [4]", "memberships 12 [0] [3] []", "research 13 [] [13] [5]",
        "events 14 [] [3] []",
      ])
    #expect(small.network.ties(ofCountry: "JP").map(\.section) == [.otherProjects, .supplies])
    #expect(small.network.ties(ofCountry: "AD").isEmpty)
  }
}
