import PasserelleNetwork
import Testing

@Suite struct NetworkGapFinderTests {
  private let network = SuggestionFixture.lyon()
  private var gaps: NetworkGaps { NetworkGapFinder(NetworkReach(network)).gaps() }

  @Test func aThemeIsKnownWhereItsProjectIs() {
    let cells = gaps.cells
    let burkina = cells.first { $0.country == "BF" }
    #expect(burkina.map { network.names($0.things) } == ["projet"])
    let germany = cells.first { $0.country == "DE" }
    #expect(germany?.things.isEmpty == true)
    #expect(germany?.ofTheme == 1)
    #expect(germany?.inCountry == 1)
  }

  @Test func countriesTellTiesAndWhatIsRecorded() {
    let japan = gaps.countries.first { $0.code == "JP" }
    #expect(japan?.tieCount == 0)
    #expect(japan?.known == 2)
    let germany = gaps.countries.first { $0.code == "DE" }
    #expect(germany?.tieCount == 1)
    #expect(germany.map { network.names($0.french) } == ["lyon"])
    #expect(!gaps.countries.map(\.code).contains("FR"))
  }

  @Test func researchPartnersAreFoundThroughProjects() {
    let lyon = gaps.authorities.first { network.names([$0.node]) == ["lyon"] }
    #expect(lyon.map { network.names($0.research) } == ["labo"])
    #expect(lyon?.foreign.count == 3)
  }

  @Test func groupsApartNeedAFrenchMember() {
    let far = SuggestionFixture.network(
      [
        ("a", .commune, "FR", nil), ("b", .foreignAuthority, "DE", nil), ("c", .foreignAuthority, "IT", nil),
        ("d", .commune, "FR", nil), ("e", .foreignAuthority, "GB", nil), ("f", .foreignAuthority, "JP", nil),
        ("g", .foreignAuthority, "JP", nil),
      ],
      [(.twinning, "a", "b"), (.twinning, "b", "c"), (.twinning, "d", "e"), (.twinning, "f", "g")])
    let islands = NetworkGapFinder(NetworkReach(far)).gaps().islands
    #expect(islands.map { far.names($0.members) } == [["d", "e"]])
    #expect(islands.first?.bridge == nil)
  }
}
