import PasserelleCore
import PasserelleOntology
import PasserelleText
import Testing

/// The lexicon of the repository, and how its entries are found.
struct LexiconTests {
  private static let shared = Result { try Ontology.load(from: OntologyFolder.path) }

  let ontology: Ontology
  let reader: LexiconReader

  init() throws {
    ontology = try Self.shared.get()
    reader = LexiconReader(ontology.lexicon)
  }

  private func names(_ query: String, _ language: TextLanguage = .french) -> [String] {
    reader.spans(in: query.split(separator: " ").map(String.init), language: language).map {
      "\($0.words.lowerBound)-\($0.words.upperBound) \($0.entry.id)"
    }
  }

  private func entries(_ text: String, _ language: TextLanguage = .french) -> [String] {
    reader.entries(in: text, language: language).map { ontology.lexicon.entries[$0].id }
  }

  @Test func isLargeAndSourced() {
    #expect(ontology.lexicon.entries.count >= 350)
    for entry in ontology.lexicon.entries { #expect(!entry.source.isEmpty) }
    #expect(ontology.lexicon.entries.filter { $0.concept != nil }.count >= 150)
  }

  @Test func findsEntriesInQueries() {
    let cases: [(String, [String])] = [
      ("vidéosurveillance", ["0-1 videoprotection"]),
      ("borne de recharge", ["0-3 borne-recharge"]), ("bornes de recharges", ["0-3 borne-recharge"]),
      ("irve", ["0-1 borne-recharge"]), ("IRVE communale", ["0-1 borne-recharge"]),
      ("appel d'offres éclairage public", ["0-2 appel-offres", "2-4 eclairage-public"]),
      ("appel d’offres ouvert", ["0-3 appel-offres-ouvert"]),
      ("réseaux de chaleur", ["0-3 reseau-chaleur"]), ("station", []), ("start", []),
      ("start-up", ["0-1 jeune-pousse"]), ("CCTV", ["0-1 videoprotection"]), ("cctv", []), ("éclairage", []),
      ("", []),
      ("street lighting", ["0-2 eclairage-public"]), ("digital twins", ["0-2 jumeau-numerique"]),
      ("caderno de encargos", ["0-3 cahier-charges"]),
      ("la Métropole Européenne de Lille", ["1-5 metropole-europeenne-lille"]),
    ]
    for (query, expected) in cases { #expect(names(query) == expected, "\(query)") }
  }

  /// Small letters make other words of them.
  @Test func readsAcronymsInCapitalsOnly() {
    let cases = [
      ("AMI", "appel-manifestation-interet"), ("MEL", "metropole-europeenne-lille"),
      ("CDC", "caisse-depots"), ("RC", "reglement-consultation"), ("SEM", "societe-economie-mixte"),
      ("POC", "experimentation"),
    ]
    for (acronym, id) in cases {
      #expect(names(acronym) == ["0-1 \(id)"])
      #expect(names(acronym.lowercased()).isEmpty)
      #expect(entries("Réponse à l’\(acronym) de la ville").contains(id))
      #expect(!entries("Réponse à l’\(acronym.lowercased()) de la ville").contains(id))
    }
  }

  @Test func findsEntriesInTexts() {
    #expect(
      entries("Fourniture de candélabres ; passage en LED de l’éclairage public")
        == ["eclairage-public", "luminaire-led"])
    #expect(entries("Aquisição de serviços de videovigilância", .portuguese) == ["videoprotection"])
    #expect(entries("Supply of CCTV and street lamps", .english) == ["eclairage-public", "videoprotection"])
    // A term of one language says nothing in a text of another.
    #expect(entries("Aquisição de street lamps", .portuguese).isEmpty)
    #expect(entries("street lamps", .neutral) == ["eclairage-public"])
    #expect(entries("").isEmpty)
  }

  /// Several names of one thing, in the sources' own words.
  @Test func knowsTheSameThing() {
    let cases = [
      ("vidéoprotection", "vidéosurveillance"), ("mégadonnées", "big data"),
      ("données ouvertes", "open data"),
      ("hyperviseur", "poste de commandement unique"), ("jumeau numérique", "double numérique"),
      ("tiers-lieu", "colieu"), ("laboratoire urbain", "living lab"),
      ("GTB", "gestion technique du bâtiment"),
      ("DCE", "dossier de consultation des entreprises"),
      ("CCTP", "cahier des clauses techniques particulières"),
      ("EPCI", "intercommunalité"), ("ville intelligente", "smart city"),
      ("DSP", "délégation de service public"),
      ("ville intelligente", "territoire connecté"), ("jumelage", "twin towns"), ("ONG", "NGO"),
    ]
    for (left, right) in cases {
      let one = entries(left, .neutral)
      #expect(!one.isEmpty && one == entries(right, .neutral), "\(left), \(right)")
    }
  }

  @Test func givesTermsToDocuments() {
    let annotator = ConceptAnnotator(scheme: ConceptScheme(ontology: ontology))
    let terms = annotator.concepts(of: "Hyperviseur et bornes de recharge", language: .french).map(\.term)
    #expect(terms.contains("lex:hyperviseur") && terms.contains("lex:borne-recharge"))
    #expect(terms == terms.sorted())
    #expect(annotator.lexiconSpans(in: ["IRVE"], language: .french).map(\.entry.id) == ["borne-recharge"])
  }

  /// Terms of entries that name a concept find it, in clauses and profiles.
  @Test func feedsTheSpotter() {
    let spots = ConceptSpotter(ontology: ontology).spots(
      in: "Les infrastructures de recharge pour véhicules électriques sont supervisées.", language: .french)
    #expect(spots.map(\.notation).contains("use-cases:electric-charging"))
  }

  @Test func refusesUnknownKeys() {
    #expect(throws: PasserelleError.self) {
      try OntologyFolder.load("Lexicon/words.yaml", replacing: "former:", by: "older:")
    }
  }
}
