import PasserelleText
import Testing

/// Two French texts and what the chain must make of them.
struct FrenchPair: CustomTestStringConvertible, Sendable {
  let name: String
  let first: String
  let second: String

  init(_ name: String, _ first: String, _ second: String) {
    self.name = name
    self.first = first
    self.second = second
  }

  var testDescription: String { "\(name): \(first) / \(second)" }
}

@Suite("French analysis")
struct FrenchAnalysisTests {
  static let meeting: [FrenchPair] = [
    FrenchPair("plural -eaux", "réseau", "réseaux"),
    FrenchPair("plural of a short word", "eau", "eaux"),
    FrenchPair("ligature œ", "œuvre", "oeuvre"),
    FrenchPair("ligature œ in capitals, plural", "ŒUVRES", "oeuvre"),
    FrenchPair("ligature œ in the middle", "cœur", "coeur"),
    FrenchPair("ligature œ before a consonant pair", "nœuds", "noeud"),
    FrenchPair("elided article", "l'éclairage", "éclairage"),
    FrenchPair("elision, capitals, typographic apostrophe", "L’ÉCLAIRAGE", "eclairage"),
    FrenchPair("elision, modifier apostrophe", "dʼéclairage", "éclairage"),
    FrenchPair("elision, doubled apostrophe of SQL exports", "l''école", "école"),
    FrenchPair("elision of que", "qu'il", "il"),
    FrenchPair("elision of lorsque", "Lorsqu'un", "un"),
    FrenchPair("elision of jusque", "jusqu'au", "au"),
    FrenchPair("elision twice", "qu'l'école", "école"),
    FrenchPair("plural of a word in -é", "marché", "marchés"),
    FrenchPair("plural of a noun in -ité", "collectivité", "collectivités"),
    FrenchPair("plural of an adjective", "numérique", "numériques"),
    FrenchPair("plural -aux of -al", "journaux", "journal"),
    FrenchPair("plural -aux of -al, accented", "hôpital", "hôpitaux"),
    FrenchPair("plural -aux of -au by the table", "matériaux", "MATERIAU"),
    FrenchPair("plural -aux of -ail by the table", "baux", "bail"),
    FrenchPair("plural -s after a consonant", "déchets", "déchet"),
    FrenchPair("missing accent", "bâtiment", "batiments"),
    FrenchPair("missing accent in -ité", "SECURITE", "sécurité"),
    FrenchPair("missing accent in -ités", "COLLECTIVITES", "collectivité"),
    FrenchPair("missing accent in -ée", "DONNEES", "données"),
    FrenchPair("missing accent in -ière", "matieres premieres", "matières premières"),
    FrenchPair("decomposed accents", "re\u{301}seau e\u{301}lectrique", "réseau électrique"),
    FrenchPair("dotted acronym", "S.A.R.L.", "sarl"),
    FrenchPair("dotted acronym without last dot", "S.A", "SA"),
    FrenchPair("dotted acronym with an accent, decomposed", "E\u{301}.N.A.", "É.N.A."),
    FrenchPair("dotted acronym after elision", "l'A.D.E.M.E.", "ADEME"),
    FrenchPair("hyphenated compound", "éco-quartier", "éco quartier"),
    FrenchPair("hyphenated compound, no-break hyphen", "porte\u{2011}monnaie", "porte monnaie"),
    FrenchPair("soft hyphen", "assai\u{AD}nissement", "assainissement"),
    FrenchPair("zero-width space inside a word", "voi\u{200B}rie", "voirie"),
    FrenchPair("no-break space", "marché\u{A0}public\u{202F}:", "marché public"),
    FrenchPair("fi ligature", "ﬁbre optique", "fibre optique"),
    FrenchPair("full width", "ＬＥＤ１２", "led12"),
    FrenchPair("superscript unit", "800 m²", "800 m2"),
    FrenchPair("apostrophe inside a word", "prud'hommes", "prud’homme"),
    FrenchPair("lost character at the edges of a word", "\u{FFFD}travaux\u{FFFD}", "travaux"),
  ]

  @Test("must meet", arguments: meeting)
  func meet(_ pair: FrenchPair) {
    let analyzer = TextAnalyzer(language: .french)
    let first = analyzer.tokens(of: pair.first)
    #expect(first == analyzer.tokens(of: pair.second))
    #expect(!first.isEmpty)
  }

  static let parted: [FrenchPair] = [
    FrenchPair("works and labour", "travaux", "travail"),
    FrenchPair("works and labour, capitals", "TRAVAUX", "Travail"),
    FrenchPair("material and equipment", "matériaux", "matériel"),
    FrenchPair("lease and ball", "baux", "bal"),
    FrenchPair("post and postal", "poste", "postal"),
    FrenchPair("school and ecology", "école", "écologie"),
    FrenchPair("town and city quarter", "ville", "village"),
    FrenchPair("lot letters", "lot A", "lot B"),
    FrenchPair("numbers", "45310000", "45311000"),
    FrenchPair("facilitate and facility", "il facilite", "il facilité"),
  ]

  @Test("must stay apart", arguments: parted)
  func stayApart(_ pair: FrenchPair) {
    let analyzer = TextAnalyzer(language: .french)
    #expect(analyzer.tokens(of: pair.first) != analyzer.tokens(of: pair.second))
  }

  /// Known costs of Snowball and of the fold, stated in Documentation/Methods/text-analysis.md.
  static let conflated: [FrenchPair] = [
    FrenchPair("steps and contract", "marche", "marché"),
    FrenchPair("office and display board", "poste", "poster"),
    FrenchPair("town and villa", "ville", "villa"),
    FrenchPair("accent only", "côte", "coté"),
  ]

  @Test("meet although they should not", arguments: conflated)
  func conflation(_ pair: FrenchPair) {
    let analyzer = TextAnalyzer(language: .french)
    #expect(analyzer.tokens(of: pair.first) == analyzer.tokens(of: pair.second))
  }

  static let exact: [(String, [String])] = [
    ("aujourd'hui", ["aujourdhui"]),
    ("d’aujourd’hui", ["aujourdhui"]),
    ("45310000-3", ["45310000", "3"]),
    ("12,5 %", ["12", "5"]),
    ("LED12 4G RGB T2", ["led12", "4g", "rgb", "t2"]),
    ("SARL, S.A.R.L., SA, SAS", ["sarl", "sarl", "sa", "sas"]),
    ("M.Dupont", ["m", "dupont"]),
    ("plan B.Il", ["plan", "b", "il"]),
    ("march\u{FFFD}s publics", ["march", "public"]),
    ("a \u{FFFD} b", ["a", "b"]),
    ("l' école", ["l", "écol".folded]),
    ("5'30", ["5", "30"]),
    ("3½", ["3"]),
    ("", []),
    ("… — « » !", []),
    ("\u{301}", []),
  ]

  @Test("exact tokens", arguments: exact)
  func exactTokens(_ text: String, _ tokens: [String]) {
    #expect(TextAnalyzer(language: .french).tokens(of: text) == tokens)
  }

  @Test("stop words stay, positions count words, elided articles have none")
  func positions() {
    let analyzer = TextAnalyzer(language: .french)
    var buffer = TokenBuffer()
    analyzer.analyze("Maîtrise d'œuvre de l'éco-quartier", into: &buffer)
    #expect((0..<buffer.count).map { buffer[$0] } == ["maitris", "oeuvr", "de", "eco", "quarti"])
    #expect((0..<buffer.count).map { buffer.position(at: $0) } == [0, 1, 2, 3, 4])
  }

  @Test(
    "other languages",
    arguments: [
      (TextLanguage.english, "The project's contracts", ["the", "project", "contract"]),
      (.dutch, "foto's", ["foto"]), (.italian, "dell'appalto", ["appalt"]), (.german, "Straße", ["strass"]),
      (.portuguese, "licitações", ["licit"]), (.spanish, "contrataciones", ["contrat"]),
      (.neutral, "L'Éclairage PUBLICS", ["eclairage", "publics"]),
    ])
  func otherLanguages(_ language: TextLanguage, _ text: String, _ tokens: [String]) {
    #expect(TextAnalyzer(language: language).tokens(of: text) == tokens)
  }
}

extension String {
  fileprivate var folded: String { TextFolding.fold(self) }
}
