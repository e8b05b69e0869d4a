import PasserelleCore
import PasserelleNetwork
import PasserelleTestSupport
import Testing

struct NetworkReaderTests {
  private func small() -> CooperationStatements {
    let given = CooperationStatements()
    let insee = IRISpace().identifier(.insee, "38185")
    given.thing("grenoble", "Commune", "Grenoble", country: "FR", same: insee)
    given.thing("ouagadougou", "ForeignAuthority", "Ouagadougou", country: "BF")
    given.thing("eau", "Project", "Projet eau")
    given.thing("atlas", "Network", "Atlas")
    return given
  }

  @Test func aClaimAndItsPlainStatementAreOneEdgeWithItsDatesAndRecord() throws {
    let given = small()
    given.claim(
      "C1", "grenoble", "cooperatesWith", "ouagadougou",
      [(Vocabulary.since, .date(try #require(PartialDate(iso: "2013"))))])
    let network = try given.network()
    #expect(network.edges.count == 1)
    let edge = network.edges[0]
    #expect(edge.kind == .cooperation)
    #expect(edge.since?.description == "2013")
    #expect(edge.statement == given.local("claim:C1"))
    #expect(edge.records.count == 1)
  }

  @Test func theSameStatementOfAnotherRecordJoinsTheClaim() throws {
    let given = small()
    given.claim(
      "C1", "grenoble", "twinnedWith", "ouagadougou",
      [(Vocabulary.since, .date(try #require(PartialDate(iso: "1980"))))])
    // The other way round, and of the commune by its code.
    given.snapshot.state(
      "urn:table:7", given.local("ouagadougou"), Vocabulary.pas + "twinnedWith",
      .iri(IRISpace().identifier(.insee, "38185")))
    let network = try given.network()
    #expect(network.edges.count == 1)
    #expect(network.edges[0].records.count == 2)
    #expect(network.nodes.count { $0.kind == .commune } == 1)
  }

  @Test func claimsThatDifferStayApart() throws {
    let given = small()
    for (id, year) in [("C1", "1980"), ("C2", "1990")] {
      given.claim(
        id, "grenoble", "cooperatesWith", "ouagadougou",
        [(Vocabulary.since, .date(try #require(PartialDate(iso: year))))])
    }
    #expect(try given.network().edges.map { $0.since?.year } == [1980, 1990])
  }

  @Test(arguments: ["proposed", "planned", "stopped", "negated"])
  func whatIsNotAssertedMakesNoEdge(modality: String) throws {
    let given = small()
    given.claim("C1", "grenoble", "cooperatesWith", "ouagadougou", modality: modality)
    #expect(try given.network().edges.isEmpty)
  }

  @Test func kindsOfBothEndsSayWhatAnEdgeIs() throws {
    let given = small()
    given.claim("C1", "grenoble", "carriesProject", "eau")
    given.claim("C2", "ouagadougou", "partnerOf", "eau")
    given.claim("C3", "grenoble", "memberOf", "atlas")
    given.thing("sn", "Theme", "Eau")
    given.claim("C4", "eau", "hasTheme", "sn")
    let network = try given.network()
    #expect(network.ties(.carries) == ["Grenoble → Projet eau"])
    #expect(network.ties(.participation) == ["Ouagadougou → Projet eau"])
    #expect(network.ties(.membership) == ["Grenoble → Atlas"])
    #expect(network.ties(.theme) == ["Projet eau → Eau"])
    let project = try #require(network.node(given.local("eau")))
    #expect(network.themes[Int(project)].map(network.name) == ["Eau"])
  }

  @Test func aYearAloneIsTheFirstAndTheLastDateAndARoleIsKept() throws {
    let given = small()
    given.thing("programme", "Programme", "Programme")
    given.claim(
      "C1", "grenoble", "participatesIn", "programme",
      [(Vocabulary.pas + "year", .string("2017")), (Vocabulary.pas + "role", .string("lighthouse"))])
    let edge = try #require(try given.network().edges.first)
    #expect(edge.since?.description == "2017" && edge.until?.description == "2017")
    #expect(edge.role == "lighthouse")
  }

  @Test func participationsAndMembershipsOfTheirOwnAreTies() throws {
    let given = small()
    let (part, member) = ("urn:part:1", "urn:member:1")
    given.snapshot.state("g", given.local("eau"), Vocabulary.pas + "hasParticipation", .iri(part))
    given.snapshot.state("g", part, Vocabulary.pas + "participant", .iri(given.local("grenoble")))
    given.snapshot.state("g", part, Vocabulary.pas + "participationRole", .string("lead"))
    given.snapshot.state("h", member, Vocabulary.org + "member", .iri(given.local("ouagadougou")))
    given.snapshot.state("h", member, Vocabulary.org + "organization", .iri(given.local("atlas")))
    let network = try given.network()
    #expect(network.ties(.participation) == ["Grenoble → Projet eau"])
    #expect(network.edges.first { $0.kind == .participation }?.role == "lead")
    #expect(network.edges.first { $0.kind == .participation }?.statement == part)
    #expect(network.ties(.membership) == ["Ouagadougou → Atlas"])
  }

  @Test func aTwinningOfItsOwnTiesItsTwoParties() throws {
    let given = small()
    given.thing("jumelage", "Twinning", "Jumelage")
    given.claim("C1", "jumelage", "hasParty", "grenoble")
    given.claim("C2", "jumelage", "hasParty", "ouagadougou")
    let network = try given.network()
    #expect(network.ties(.party).count == 2)
    #expect(network.ties(.twinning).count == 1)
  }

  /// Sums are in euros: what was converted enters by its value, and what was not enters none.
  @Test func sumsDoNotMixCurrencies() throws {
    let given = CooperationStatements()
    let winner = IRISpace().identifier(.siren, "552100554")
    given.award("1", buyer: "urn:buyer", winners: [winner], amount: "1000", currency: "EUR")
    given.award("2", buyer: "urn:buyer", winners: [winner], amount: "900", currency: "GBP", euros: "1050.5")
    given.award("3", buyer: "urn:buyer", winners: [winner], amount: "5000", currency: "USD")
    let edge = try #require(try given.network().edges.first { _ in true })
    #expect(edge.count == 3 && edge.amount == DecimalNumber("2050.5"))
  }

  @Test func awardsOfOnePairAreOneEdgeWithTheirSum() throws {
    let given = CooperationStatements()
    let space = IRISpace()
    // An establishment of the commune, whose SIREN says which commune it is.
    let buyer = space.identifier(.siret, "21380185500015")
    let winner = space.identifier(.siren, "552100554")
    given.thing("grenoble", "Commune", "Grenoble", same: space.identifier(.insee, "38185"))
    given.award("1", buyer: buyer, winners: [winner], amount: "1000", date: "2018-03-01")
    given.award("2", buyer: buyer, winners: [winner], amount: "250.5", date: "2017-01-31")
    given.award("3", buyer: buyer, winners: [winner, "urn:other"], amount: "900", date: "2019-01-01")
    let network = try given.network()
    #expect(
      network.ties(.supply).sorted() == ["Titulaire 552100554 → Grenoble", "Titulaire urn:other → Grenoble"])
    let edge = try #require(network.edges.first { network.name($0.source) == "Titulaire 552100554" })
    #expect(edge.count == 3)
    // What several won together is not known of each.
    #expect(edge.amount == DecimalNumber("1250.5"))
    #expect(edge.since?.description == "2017-01-31" && edge.until?.description == "2019-01-01")
    #expect(network.nodes.count { $0.kind == .commune } == 1)
  }

  @Test func demonstrationDataAreMarkedAndLeftOut() throws {
    let given = CooperationStatements()
    given.award("1", buyer: "urn:buyer", winners: ["urn:winner"], isDemonstration: true)
    given.award("2", buyer: "urn:buyer", winners: ["urn:real"])
    let network = try given.network()
    #expect(network.edges.map(\.isDemonstration).sorted { !$0 && $1 } == [false, true])
    #expect(network.nodes.first { $0.iri == "urn:winner" }?.isDemonstration == true)
    #expect(network.nodes.first { $0.iri == "urn:buyer" }?.isDemonstration == false)
    #expect(network.projection(NetworkSelection()).graph.edgeCount == 1)
  }

  @Test func resolutionAndListsCompleteNodes() throws {
    let given = small()
    given.thing("twin", "Organisation", "Atlas bis")
    given.claim("C1", "twin", "locatedIn", "grenoble")
    var surroundings = NetworkSurroundings()
    let (twin, atlas) = (given.local("twin"), given.local("atlas"))
    surroundings.canonical = { $0 == twin ? atlas : $0 }
    surroundings.commune = { code in
      code == "38185"
        ? .init(point: GeographicPoint(latitude: 45.18, longitude: 5.72), population: 158_000) : nil
    }
    let network = try given.network(surroundings)
    #expect(network.node(twin) == network.node(atlas))
    let node = network.nodes[Int(try #require(network.node(atlas)))]
    #expect(node.kind == .network)
    // It has the country and the point of where it lies.
    #expect(node.country == "FR" && node.point?.latitude == 45.18)
    let commune = network.nodes[Int(try #require(network.node(given.local("grenoble"))))]
    #expect(commune.department == "38" && commune.population == 158_000)
  }
}
