import PasserelleCore
import PasserelleNetwork
import Testing

@Suite struct PartnerSuggesterTests {
  private let network = SuggestionFixture.lyon()

  private func suggestions(_ change: (inout PartnerQuery) -> Void = { _ in }) -> PartnerSuggestions {
    var query = PartnerQuery()
    change(&query)
    let reach = NetworkReach(network)
    return PartnerSuggester(reach, tags: NetworkTags(reach)).suggestions(for: network.number("lyon"), query)
  }

  @Test func partnersStandApartAndAreNotSuggested() {
    let found = suggestions()
    #expect(network.names(found.ties.map(\.partner)) == ["birmingham", "francfort", "ouaga"])
    #expect(network.names(found.suggestions.map(\.node)) == ["cracovie", "milan", "village"])
  }

  @Test func theOneWithPartnerNetworkAndSizeInCommonComesFirst() {
    let found = suggestions()
    let first = found.suggestions[0]
    #expect(network.names([first.node]) == ["cracovie"])
    #expect(network.names(first.memberships) == ["eurocites"])
    // The network of both is nearer than a partner of both: few share it.
    #expect(first.way.map { network.names($0.nodes) } == ["lyon", "eurocites", "cracovie"])
    #expect(found.suggestions.allSatisfy { ($0.way?.edges.count ?? 0) + 1 == $0.way?.nodes.count })
  }

  @Test func theUnknownNeitherHelpsNorHarms() {
    let village = suggestions().suggestions.first { network.names([$0.node]) == ["village"] }
    let kind = village?.parts.first { $0.kind == .kind }
    #expect(kind?.value == nil)
    #expect(kind?.contribution == 0)
    let themes = village?.parts.first { $0.kind == .themes }
    #expect(themes?.value == nil)
  }

  @Test func scoresAreTheBaseAndTheContributions() {
    let found = suggestions()
    for one in found.suggestions {
      let sum = one.parts.reduce(found.base) { $0 + $1.contribution }
      #expect(abs(sum - one.score) < 1e-12)
    }
  }

  @Test func thoseWithoutAWayAreCountedAndListedOnlyOnRequest() {
    #expect(suggestions().unreachedCount == 2)
    let all = suggestions { $0.includesUnreached = true }
    #expect(all.suggestions.count == 5)
    let far = all.suggestions.first { network.names([$0.node]) == ["loin"] }
    #expect(far?.way == nil)
  }

  @Test func aCountryNarrowsSuggestionsAndTies() {
    let found = suggestions { $0.countries = ["IT"] }
    #expect(network.names(found.suggestions.map(\.node)) == ["milan", "village"])
    #expect(found.ties.isEmpty)
  }

  @Test func aNamesakeOfAPartnerIsNotSuggested() {
    let base = SuggestionFixture.network(
      [
        ("lyon", .commune, "FR", nil), ("milan", .foreignAuthority, "IT", nil),
        ("turin", .foreignAuthority, "IT", nil),
        ("zz", .foreignAuthority, "IT", nil),
      ],
      [(.twinning, "lyon", "milan"), (.twinning, "milan", "turin"), (.twinning, "milan", "zz")])
    var nodes = base.nodes
    nodes[3].label = LocalizedText(fr: "milan", en: "milan")
    let network = CooperationNetwork(nodes: nodes, edges: Array(base.edges))
    let reach = NetworkReach(network)
    let found = PartnerSuggester(reach, tags: NetworkTags(reach)).suggestions(for: network.number("lyon"))
    #expect(network.names(found.suggestions.map(\.node)) == ["turin"])
    #expect(network.names(found.namesakes) == ["zz"])
  }

  @Test func moreTiesOfAPeerDoNotRaiseIt() {
    // The same network, in which Milan has ten more partners.
    let more = (0..<10).map { "x\($0)" }
    let base = SuggestionFixture.lyon()
    var nodes = base.nodes.map { (id: $0.iri, kind: $0.kind, country: $0.country, population: $0.population) }
    nodes += more.map { ($0, .foreignAuthority, "US", 100) }
    var ties = base.edges.map { edge in
      (kind: edge.kind, from: base.nodes[Int(edge.source)].iri, to: base.nodes[Int(edge.target)].iri)
    }
    ties += more.map { (.twinning, "milan", $0) }
    let famous = SuggestionFixture.network(
      nodes, ties, subkinds: ["milan": "foreign-city", "cracovie": "foreign-city", "asso": "association"])
    let before = value(of: "milan", in: base)
    let after = value(of: "milan", in: famous)
    #expect(before != nil)
    #expect(before == after)
  }

  /// The closeness of a peer to Lyon.
  private func value(of peer: String, in network: CooperationNetwork) -> Double? {
    let reach = NetworkReach(network)
    let found = PartnerSuggester(reach, tags: NetworkTags(reach)).suggestions(for: network.number("lyon"))
    return found.suggestions.first { network.names([$0.node]) == [peer] }?.parts.first {
      $0.kind == .structure
    }?.value
  }

  private func node(_ name: String, _ kind: NodeKind, _ subkind: String? = nil) -> CooperationNetwork.Node {
    CooperationNetwork.Node(iri: name, label: LocalizedText(verbatim: name), kind: kind, subkind: subkind)
  }

  @Test func levelsAreComparedAcrossCountries() {
    let city = node("a", .foreignAuthority, "foreign-city")
    let province = node("b", .foreignAuthority, "foreign-province")
    let unknown = node("c", .foreignAuthority)
    let commune = node("d", .commune)
    let department = node("e", .departement)
    let region = node("f", .region)
    #expect(commune.tierLikeness(city) == 1)
    #expect(commune.tierLikeness(province) == 0)
    #expect(department.tierLikeness(province) == 1)
    #expect(region.tierLikeness(province) == 1)
    #expect(department.tierLikeness(region) == 0.5)
    #expect(commune.tierLikeness(unknown) == nil)
  }
}
