import Passerelle
import PasserelleCore
import PasserelleTestSupport
import Testing

/// Peers, platforms and gaps over the shipped facts.
@Suite(.facts, .serialized) struct NetworkSuggestionTests {
  let workspace: Workspace

  init() throws { workspace = try #require(FactsTrait.fixture).open() }

  @Test func thePeersOfLyonComeWithReasonsAndWays() throws {
    let answer = try workspace.suggestPartners(SuggestPartnersRequest(city: "Lyon"), language: .french)
    #expect(!answer.peers.isEmpty)
    let known = answer.known.map(\.thing.name)
    #expect(known.contains("Munich"))
    #expect(answer.peers.map(\.thing.name).filter(known.contains).isEmpty)
    let unsaid = answer.peers.filter { $0.reasons.count != 4 || $0.way.isEmpty }
    #expect(unsaid.isEmpty)
    let unsourced = answer.peers.flatMap(\.way).flatMap(\.ties).filter(\.sources.isEmpty)
    #expect(unsourced.isEmpty)
    let text = answer.text(width: 100).joined(separator: "\n")
    #expect(text.contains("non renseigné"))
  }

  @Test func anUnknownNameIsRefusedWithTheNearest() throws {
    var message = ""
    do {
      _ = try workspace.suggestPartners(SuggestPartnersRequest(city: "Lyonn"), language: .english)
    } catch let error as PasserelleError {
      #expect(error.code == .entityNotFound)
      message = error.message.english
    }
    #expect(message.contains("Did you mean 'Lyon'?"))
  }

  @Test func anUnknownCountryIsRefused() throws {
    var request = SuggestPartnersRequest(city: "Lyon")
    request.countries = ["Atlantide"]
    #expect(throws: PasserelleError.self) {
      try workspace.suggestPartners(request, language: .french)
    }
  }

  @Test func platformsKeepTheRuleOfTheCall() throws {
    let answer = try workspace.suggestTriads(TriadsRequest(), language: .english)
    #expect(!answer.platforms.isEmpty)
    for platform in answer.platforms {
      let continents = platform.sides.dropFirst().compactMap(\.continent)
      #expect(Set(continents).count == 2)
      #expect(platform.sides[0].authority.country == "FR")
      #expect(platform.sides.map(\.seats.count) == [3, 3, 3])
    }
    let text = answer.text(width: 100).joined(separator: "\n")
    #expect(text.contains("nobody known – role to fill"))
  }

  @Test func publishedCountsStandWhereNothingIsRecorded() throws {
    var request = GapsRequest()
    request.axis = .country
    request.countries = ["MG", "Sénégal"]
    let answer = try workspace.networkGaps(request, language: .french)
    let madagascar = answer.countries.first { $0.code == "MG" }
    #expect(madagascar?.state == .publishedOnly)
    #expect(madagascar?.published.map(\.value) == ["122"])
    let senegal = answer.countries.first { $0.code == "SN" }
    #expect(senegal?.state == .known)
    #expect(senegal?.published.first?.scope.contains("développement durable") == true)
    #expect(senegal?.sources.isEmpty == false)
    let text = answer.text(width: 100).joined(separator: "\n")
    #expect(text.contains("aucune coopération connue"))
  }

  @Test func citiesWithoutResearchPartnersAreNamed() throws {
    var request = GapsRequest()
    request.axis = .city
    let answer = try workspace.networkGaps(request, language: .english)
    let other = answer.cities.filter { $0.research > 0 && $0.foreign > 0 }
    #expect(!answer.cities.isEmpty)
    #expect(other.isEmpty)
    #expect(answer.themes.isEmpty)
  }
}
