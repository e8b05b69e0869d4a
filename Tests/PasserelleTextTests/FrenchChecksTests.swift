import PasserelleText
import Testing

/// One check of French administrative language: queries and the documents they must, or must not, find.
struct FrenchCheck: Sendable {
  let name: String
  /// Query and document; a query in « » is a phrase, any other a set of content words.
  let finds: [(String, String)]
  let misses: [(String, String)]

  init(_ name: String, finds: [(String, String)], misses: [(String, String)] = []) {
    self.name = name
    self.finds = finds
    self.misses = misses
  }
}

/// The obvious search over one document: all content words, or a phrase.
private struct FrenchSearch {
  let analyzer = TextAnalyzer(language: .french)

  func finds(_ query: String, _ document: String) -> Bool {
    let terms = analyzer.tokens(of: document)
    if query.hasPrefix("«") {
      let phrase = analyzer.tokens(of: query)
      guard !phrase.isEmpty, phrase.count <= terms.count else { return false }
      return (0...terms.count - phrase.count).contains { Array(terms[$0..<$0 + phrase.count]) == phrase }
    }
    let words = contentWords(query)
    return !words.isEmpty && words.allSatisfy(terms.contains)
  }

  private func contentWords(_ query: String) -> [String] {
    var tokens = TokenBuffer()
    analyzer.analyze(query, into: &tokens)
    let bytes = Array(query.utf8)
    return (0..<tokens.count).filter { index in
      let written = String(decoding: bytes[tokens.byteRange(at: index)], as: UTF8.self)
      return !StopWords.contains(TextFolding.fold(written), language: .french)
    }.map { tokens[$0] }
  }

  /// What goes wrong in a check; empty when it passes.
  func failures(_ check: FrenchCheck) -> [String] {
    check.finds.filter { !finds($0.0, $0.1) }.map { "\($0.0) misses \($0.1)" }
      + check.misses.filter { finds($0.0, $0.1) }.map { "\($0.0) finds \($0.1)" }
  }
}

@Suite("Twenty French checks")
struct FrenchChecksTests {
  @Test("twenty of twenty")
  func all() {
    let search = FrenchSearch()
    let results = FrenchChecks.all.map { ($0, search.failures($0)) }
    let passed = results.filter(\.1.isEmpty).count
    for (number, (check, failures)) in results.enumerated() {
      let cases = check.finds.count + check.misses.count
      let outcome = failures.isEmpty ? "passed" : "FAILED: " + failures.joined(separator: "; ")
      print("french \(number + 1). \(check.name): \(cases) cases, \(outcome)")
    }
    print("french checks: \(passed) of \(results.count) passed")
    #expect(results.count == 20)
    #expect(passed == 20, "\(results.flatMap(\.1))")
  }

  @Test("a check that must fail does")
  func canFail() {
    let search = FrenchSearch()
    let wrong = FrenchCheck("wrong", finds: [("travail", "travaux")], misses: [("réseau", "réseaux")])
    #expect(search.failures(wrong).count == 2)
    #expect(search.failures(FrenchCheck("stop words only", finds: [("de la", "de la voirie")])).count == 1)
  }
}

/// The checks: what a buyer types, what a notice says.
private enum FrenchChecks {
  static let all: [FrenchCheck] = numbersOfWords + spellings + namesAndCodes

  private static let numbersOfWords: [FrenchCheck] = [
    FrenchCheck(
      "plurals in -aux and -eaux",
      finds: [
        ("réseau", "extension des RÉSEAUX"), ("signaux", "un signal lumineux"),
        ("canal", "curage des canaux"),
        ("journal", "journaux officiels"), ("local", "nettoyage des locaux"),
        ("panneau", "panneaux de chantier"),
      ]),
    FrenchCheck(
      "plurals no rule gives",
      finds: [
        ("matériau", "fourniture de matériaux"), ("bail", "gestion des baux"), ("tuyaux", "tuyau en fonte"),
        ("vitrail", "restauration des vitraux"), ("aire de jeu", "aires de jeux"), ("feux", "feu tricolore"),
        ("emploi", "les emplois"), ("crédit", "crédits de paiement"),
      ],
      misses: [("bail", "un bal"), ("loyer", "la loi"), ("délai", "le délit")]),
    FrenchCheck(
      "works are not labour, roads are not seen",
      finds: [("travaux de voirie", "TRAVAUX DE VOIRIES"), ("travail", "le travail")],
      misses: [
        ("travaux", "le travail de nuit"), ("travail", "travaux de peinture"), ("voirie", "voir annexe"),
        ("voir", "travaux de voirie"),
      ]),
    FrenchCheck(
      "feminine and masculine, singular and plural",
      finds: [
        ("marché public", "marchés publics"), ("commande publique", "les marchés publics de commande"),
        ("équipement sportif", "équipements et salles sportives"), ("école neuve", "écoles, bâtiment neuf"),
        ("nouvelle", "nouveaux locaux"), ("communal", "voirie communale, bâtiments communaux"),
      ],
      misses: [("commande publique", "publicité de la commande"), ("publique", "une publication")]),
    FrenchCheck(
      "water, one letter from nothing",
      finds: [("eau", "eaux usées"), ("eaux", "réseau d’eau potable"), ("l'eau", "EAUX PLUVIALES")],
      misses: [("eau", "au haut du pont"), ("eau", "un seau"), ("eau", "beau")]),
  ]

  private static let spellings: [FrenchCheck] = [
    FrenchCheck(
      "ligatures",
      finds: [
        ("oeuvre", "une œuvre d'art"), ("œuvre", "OEUVRES"), ("noeud", "NŒUDS routiers"),
        ("cœur", "coeur de ville"),
      ]),
    FrenchCheck(
      "elision",
      finds: [
        ("éclairage", "rénovation de l'éclairage"), ("école", "d’école"),
        ("l’assainissement", "assainissement"),
        ("étanchéité", "qu'étanchéité"), ("prud'hommes", "conseil de prud’hommes"),
      ],
      misses: [("éclairage", "éclair")]),
    FrenchCheck(
      "phrases with apostrophes",
      finds: [
        ("« mise en œuvre de l’éclairage »", "La mise en oeuvre de l'éclairage public"),
        ("« appel d'offres »", "Appel d’offres ouvert"),
      ],
      misses: [
        ("« mise en œuvre »", "en œuvre mise"), ("« appel d'offres »", "appel à candidatures et offres"),
      ]),
    FrenchCheck(
      "project management is not ownership",
      finds: [
        ("maîtrise d'œuvre", "maitrise d'oeuvre"), ("maitrise d'oeuvre", "MAÎTRISE D’ŒUVRE"),
        ("maître d'ouvrage", "maitres d'ouvrage"),
      ],
      misses: [("maîtrise d'œuvre", "maîtrise d'ouvrage")]),
    FrenchCheck(
      "capitals without accents",
      finds: [
        ("sécurité", "SECURITE INCENDIE"), ("collectivités", "COLLECTIVITE"),
        ("matières", "MATIERES PREMIERES"),
        ("bâtiment", "BATIMENTS"), ("déchèterie", "DECHETERIES"), ("données", "DONNEES"),
      ]),
    FrenchCheck(
      "spelling of 1990",
      finds: [
        ("coût", "cout"), ("boîte", "boites"), ("août", "aout"), ("voûte", "voute"), ("chaîne", "chaines"),
        ("événement", "évènements"), ("réglementation", "règlementation"),
      ]),
    FrenchCheck(
      "two spellings of one word",
      finds: [
        ("clef en main", "clés en main"), ("clé", "CLEFS"), ("déchet", "déchets"),
        ("aujourd'hui", "aujourd’hui"),
      ],
      misses: [("clé", "une clause")]),
    FrenchCheck(
      "hyphens",
      finds: [
        ("éco-quartier", "éco quartier"), ("éco quartier", "ÉCO-QUARTIERS"),
        ("éco-quartier", "éco\u{2011}quartier"), ("« sous-traitant »", "sous traitants"),
        ("rez-de-chaussée", "rez de chaussée"),
      ],
      misses: [("éco-quartier", "quartier d'écoles")]),
    FrenchCheck(
      "no-break and narrow spaces",
      finds: [
        ("marché public", "marché\u{A0}public\u{202F}:"), ("« marché public »", "MARCHÉ\u{202F}PUBLIC"),
        ("voirie", "«\u{A0}voirie\u{A0}»"),
      ]),
    FrenchCheck(
      "soft hyphens and zero-width characters",
      finds: [
        ("assainissement", "assai\u{AD}nisse\u{AD}ment"), ("voirie", "voi\u{200B}rie"),
        ("voi\u{AD}rie", "voirie"),
      ],
      misses: [("voi", "voi\u{AD}rie")]),
    FrenchCheck(
      "decomposed accents",
      finds: [
        ("réseau", "re\u{301}seaux e\u{301}lectriques"), ("e\u{301}clairage", "ÉCLAIRAGE"),
        ("c\u{327}a garçon", "ça, garc\u{327}ons"),
      ]),
  ]

  private static let namesAndCodes: [FrenchCheck] = [
    FrenchCheck(
      "legal forms",
      finds: [
        ("SARL", "S.A.R.L. Martin"), ("S.A.S.", "SAS Dupont"), ("S.A.R.L", "Sarl"), ("SCOP", "la S.C.O.P."),
      ],
      misses: [("SA", "S.A.R.L."), ("SAS", "SA")]),
    FrenchCheck(
      "CPV codes",
      finds: [
        ("45310000", "CPV 45310000-3"), ("« 45310000-3 »", "code 45310000-3, lot 1"),
        ("« 45310000-3 »", "45310000\u{2011}3"),
      ],
      misses: [("45310000", "45311000-0"), ("4531", "45310000-3"), ("« 45310000-3 »", "45310000-4")]),
    FrenchCheck(
      "codes of communes",
      finds: [("2A004", "Ajaccio (2A004)"), ("2a004", "2A004"), ("01053", "INSEE : 01053")],
      misses: [("2A004", "2B004"), ("01053", "1053"), ("01053", "010530")]),
    FrenchCheck(
      "numbers with units",
      finds: [
        ("800 m²", "surface de 800 m2"), ("« 12,5 t »", "12.5 t"), ("20 kW", "puissance de 20\u{A0}kW"),
        ("T2", "logements T2"),
      ],
      misses: [("800 m²", "80 m²"), ("« 12,5 t »", "5,12 t"), ("T2", "T3")]),
  ]
}
