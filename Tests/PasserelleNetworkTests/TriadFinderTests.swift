import PasserelleNetwork
import Testing

@Suite struct TriadFinderTests {
  private let network = SuggestionFixture.lyon()
  private let continents = [
    "DE": "europe", "GB": "europe", "IT": "europe", "PL": "europe", "BF": "africa", "JP": "asia",
  ]

  private func answer(_ change: (inout TriadQuery) -> Void = { _ in }) -> TriadAnswer {
    var query = TriadQuery()
    change(&query)
    let reach = NetworkReach(network)
    let continents = continents
    return TriadFinder(reach, tags: NetworkTags(reach), continent: { continents[$0] }).triads(query)
  }

  private func names(_ triad: Triad) -> [String] { network.names(triad.authorities) }

  @Test func theForeignAuthoritiesLieOnDifferentContinents() {
    let found = answer {
      $0.limitPerAuthority = 20; $0.limit = 20
    }
    #expect(!found.triads.isEmpty)
    for triad in found.triads {
      let countries = triad.authorities.dropFirst().compactMap { network.nodes[Int($0)].country }
      #expect(Set(countries.compactMap { continents[$0] }).count == 2)
      #expect(network.nodes[Int(triad.french)].country == "FR")
    }
    // Ouagadougou is the only one off Europe within reach: four Europeans with it.
    #expect(found.examined == 5)
  }

  @Test func countriesAloneAreARelaxedRule() {
    #expect(answer { $0.geography = .countries }.examined > answer().examined)
  }

  @Test func noMoreThanTheLimitAroundOneAuthority() {
    let found = answer()
    #expect(found.triads.count == 2)
    #expect(found.held == 3)
  }

  @Test func rolesAndMissingSeatsAreNamed() {
    let triad = answer().triads[0]
    let lyon = network.number("lyon")
    #expect(triad.counts[Triad.Seat(authority: lyon, role: .research)] == 1)
    #expect(triad.counts[Triad.Seat(authority: lyon, role: .association)] == 1)
    #expect(triad.counts[Triad.Seat(authority: lyon, role: .economic)] == 2)
    let ouaga = network.number("ouaga")
    // What the common project brings counts at the side of both.
    #expect(triad.counts[Triad.Seat(authority: ouaga, role: .research)] == 1)
    #expect(triad.missing.allSatisfy { $0.authority != lyon && $0.authority != ouaga })
    #expect(triad.missing.count == 3)
  }

  @Test func suppliersAndAdvisersAreFlaggedAndComeLast() {
    let triad = answer().triads[0]
    let lyon = network.number("lyon")
    let economic = triad.members.filter { $0.authority == lyon && $0.role == .economic }
    let flags = Dictionary(
      uniqueKeysWithValues: economic.map { (network.names([$0.node])[0], $0.conflicts.map(\.kind)) })
    #expect(flags["fournisseur"] == [.contract])
    #expect(flags["conseil"] == [.advice])
    let research = triad.members.filter { $0.role == .research }
    #expect(research.flatMap(\.conflicts).isEmpty)
  }

  @Test func aThemeAsksThatOneOfThreeIsKnownForIt() {
    #expect(!answer { $0.themes = ["eau"] }.triads.isEmpty)
    #expect(answer { $0.themes = ["sport"] }.triads.isEmpty)
  }

  @Test func twoCountriesAskForOneAuthorityInEach() {
    let found = answer { $0.countries = ["DE", "BF"] }
    #expect(found.triads.map(names) == [["lyon", "francfort", "ouaga"]])
  }

  @Test func linksSayWhatIsKnown() {
    let triad = answer { $0.countries = ["PL", "BF"] }.triads[0]
    #expect(triad.links.map(\.kind) == [.common, .direct, .none])
  }

  @Test func theAnswerIsTheSameEachTime() { #expect(answer() == answer()) }
}
