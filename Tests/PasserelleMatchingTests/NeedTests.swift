import PasserelleCore
import PasserelleText
import Testing

@testable import PasserelleMatching

@Suite struct NeedTests {
  @Test func readsTitleAndRequirements() {
    let need = Need(
      document: """

        # Réfection de la toiture de l’école

        Le dossier est à retirer en mairie avant midi.
        Le titulaire doit déposer les ardoises et refaire la zinguerie.
        Les offres sont remises sous pli fermé.
        """)
    #expect(need.title == "Réfection de la toiture de l’école")
    #expect(need.text == "Le titulaire doit déposer les ardoises et refaire la zinguerie.")
    #expect(need.language == .french)
  }

  @Test(arguments: [
    ("CAHIER DES CHARGES\nVersion 2\nObjet : Réfection de la toiture", "Réfection de la toiture"),
    ("**Objet du marché** : Nettoyage des locaux", "Nettoyage des locaux"),
    ("# Cahier des clauses techniques particulières\n\n## Transport scolaire", "Transport scolaire"),
    ("Horaires : 8 h à 12 h\nObjet :\nTonte", "Horaires : 8 h à 12 h"),
    ("CCTP", "CCTP"), ("Subject: Roof repair\nDear all", "Roof repair"),
  ])
  func findsTheTitle(document: String, title: String) {
    #expect(Need(document: document, language: .french).title == title)
  }

  @Test func withoutMarkersEverythingCounts() {
    let need = Need(document: "Tonte\npelouse du stade\nhaies du parc", language: .french)
    #expect(need.title == "Tonte")
    #expect(need.text == "pelouse du stade\nhaies du parc")
    #expect(Need(document: " \n -- \n", language: .french).title == "")
  }

  @Test func aLongTextIsCutToItsMostTellingWords() throws {
    let words = (0..<500).map { "mot\($0)x" }
    let need = Need(title: "Toiture ardoise", text: words.joined(separator: " "), language: .french)
    var options = MatchOptions()
    options.wordLimit = 10
    // The later a word, the rarer; words of the title are in the middle.
    let terms = try NeedTerms(
      need, limits: options,
      text: CountingText(total: 1000) { terms in
        terms.enumerated().map { $1.hasPrefix("mot") ? max(1, 500 - $0) : 200 }
      })
    #expect(terms.wordWeights.count == 10)
    #expect(terms.wordWeights.map(\.weight) == terms.wordWeights.map(\.weight).sorted(by: >))
    #expect(terms.words.allSatisfy { $0.hasPrefix("mot4") })
  }

  @Test func wordsOfTheTitleCountTwiceAgainstAText() throws {
    let need = Need(title: "Toiture", text: "ardoise", language: .french)
    let terms = try NeedTerms(
      need, limits: MatchOptions(), text: CountingText(total: 100) { terms in terms.map { _ in 5 } })
    let stem = MatchTerms(language: .french).words("toiture")[0]
    #expect(terms.words.filter { $0 == stem }.count == 2)
    #expect(terms.wordWeights.map(\.term).first == stem)
  }

  @Test func stopWordsAndUnknownTermsAreLeftOut() throws {
    let need = Need(title: "La toiture de l’école et des annexes", language: .french)
    let terms = try NeedTerms(
      need, limits: MatchOptions(),
      text: CountingText(total: 100) { terms in terms.map { $0.hasPrefix("annex") ? 0 : 3 } })
    #expect(Set(terms.words) == Set(MatchTerms(language: .french).words("toiture école")))
    #expect(Set(terms.grams) == Set(MatchTerms.grams(need.title)))
  }

  @Test(
    arguments: [
      ("29290 LANRIVOARE", nil, "29", nil), ("77 Seine-et-Marne", nil, "77", nil),
      ("2A004 Ajaccio", nil, "2A", "2A004"),
      ("20090 Ajaccio", nil, "2A", nil), ("974 La Réunion", nil, "974", nil),
      ("Mairie", "22290001700015", "29", nil),
      ("", "24290007400178", "29", nil), ("69123 Lyon", nil, "69", nil), ("Paris", nil, nil, nil),
    ] as [(String, String?, String?, String?)])
  func readsFrenchPlaces(text: String, buyer: String?, coarse: String?, fine: String?) {
    let place = MatchPlace.french(text, buyerSiren: buyer)
    #expect(place?.coarse == coarse)
    #expect(place?.fine == fine)
  }

  @Test func readsListedPlaces() {
    #expect(
      MatchPlace.listed("Portugal, Aveiro, Castelo de Paiva")
        == MatchPlace(coarse: "Portugal, Aveiro", fine: "Castelo de Paiva"))
    #expect(MatchPlace.listed("Portugal | Portugal, Lisboa") == MatchPlace(coarse: "Portugal, Lisboa"))
    #expect(MatchPlace.listed("Portugal") == nil)
    #expect(MatchPlace.listed("") == nil)
  }

  @Test func nearnessFollowsDistanceOrEquality() {
    let proximity = Proximity(places: [], geography: Market.geography)
    #expect(proximity.value(MatchPlace(coarse: "29"), MatchPlace(coarse: "29")) == 1)
    let rennes = proximity.value(MatchPlace(coarse: "29"), MatchPlace(coarse: "35"))
    #expect(rennes > 0.03 && rennes < 0.08)
    let lisbon = MatchPlace(coarse: "Portugal, Lisboa", fine: "Lisboa")
    #expect(proximity.value(lisbon, lisbon) == 1)
    #expect(proximity.value(lisbon, MatchPlace(coarse: "Portugal, Lisboa", fine: "Sintra")) == 0.5)
    #expect(proximity.value(lisbon, MatchPlace(coarse: "29")) == 0)
    let brest = GeoPosition(latitude: 48.39, longitude: -4.49)
    let paris = GeoPosition(latitude: 48.8566, longitude: 2.3522)
    #expect(abs(brest.kilometres(to: paris) - 505) < 5)
  }
}
