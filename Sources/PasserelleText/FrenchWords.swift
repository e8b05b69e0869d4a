/// What Snowball's French does not know, applied before it.
///
/// Each entry is justified in Documentation/Methods/text-analysis.md.
enum FrenchWords {
  /// Analysed forms of words that must not, or cannot, be stemmed by rule: folded word to folded form.
  ///
  /// Keys and forms are folded, so `MATERIAUX` and `matériaux` both find their entry.
  static let exceptions: [String: String] = {
    var exceptions = irregular
    for (nouns, ending) in [(pluralsInS, "s"), (pluralsInX, "x")] {
      for noun in nouns.split(whereSeparator: \.isWhitespace).map(String.init) {
        exceptions[noun] = noun
        exceptions[noun + ending] = noun
      }
    }
    return exceptions
  }()

  private static let irregular: [String: String] = [
    // Works, as in a works contract: never the plural of labour.
    "travaux": "travaux",
    // Plurals of -au, which the rule -aux → -al would part from their singular.
    "materiaux": "materiau", "tuyaux": "tuyau", "noyaux": "noyau", "boyaux": "boyau", "joyaux": "joyau",
    "preaux": "preau", "fleaux": "fleau", "etaux": "etau",
    // Plurals of -ail.
    "baux": "bail", "vitraux": "vitrail", "vantaux": "vantail", "emaux": "email", "coraux": "corail",
    "soupiraux": "soupirail",
    // Feminines that Snowball parts from their masculine; `publique` it also joins to `publicité`.
    "publique": "public", "publiques": "public", "nouvelle": "nouveau", "nouvelles": "nouveau",
    "sportive": "sportif", "sportives": "sportif", "neuve": "neuf", "neuves": "neuf",
    "passive": "passif", "passives": "passif",
    // The same, and the plural of the masculine.
    "paysagere": "paysag", "paysageres": "paysag", "paysagers": "paysag",
    "menagere": "menag", "menageres": "menag", "menagers": "menag",
    // Their plural or feminine meets another word: retraite, pétition.
    "retraits": "retr", "petits": "pet", "petite": "pet", "petites": "pet",
    // Roads, which Snowball joins to the verb for seeing.
    "voirie": "voirie", "voiries": "voirie",
    // Two spellings of one word.
    "clef": "cle", "clefs": "cle",
  ]

  /// Words whose plural in -s Snowball parts from them, often to join them to others: `loyer` to `loi`,
  /// `délai` to `délit`.
  private static let pluralsInS = """
    abri appui auto balai bleu casino clocher commission conclu conflit connexion connu conseiller contenu
    convoi credit danger debit deficit degat delai delit detenu elu emploi entier essai etai etendu etranger
    etui euro evier forfait foyer imprevu individu interconnexion labo lavabo leger logo loi loisir loyer
    maintenu menu metro moto numero obtenu octroi paroi passager percu permission photo plancher pli
    pneu pourvoi prevu profit quai radio ratio reconnu recu rendu renvoi residu retenu revenu rocher
    scenario silo soumission souhait studio suspendu tenu tissu tournoi transmission trou usager velo vendu
    verger verrou video zero
    """

  /// Words whose plural in -x Snowball parts from them.
  private static let pluralsInX = "bijou caillou enjeu essieu feu genou jeu lieu milieu moyeu neveu pieu voeu"

  /// Puts back the accent that capitals and hasty typing leave out, where only one reading exists.
  ///
  /// Snowball cuts `-ité`, `-ée` and `-ière`, but keeps `-ite`, `-ee` and `-iere`: without this,
  /// `SECURITE` would not meet `sécurité`. A word that has any accent is left alone.
  ///
  /// - Parameter word: Lower-case word in NFKC.
  /// - Returns: The word with its accent, or the word.
  /// - Complexity: O(*n*).
  static func restoringAccents(_ word: String) -> String {
    guard word.utf8.count >= 4, word.utf8.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) else { return word }
    if let accented = accented[word] { return accented }
    let plural = word.hasSuffix("s")
    let singular = plural ? word.dropLast() : word[...]
    let ending = plural ? "s" : ""
    if singular.hasSuffix("ee") { return singular.dropLast(2) + "ée" + ending }
    if singular.hasSuffix("iere") { return singular.dropLast(4) + "ière" + ending }
    if singular.hasSuffix("ite"), isNoun(String(singular)) { return singular.dropLast() + "é" + ending }
    return word
  }

  /// Whether a word in unaccented `-ite` is a noun in `-ité`.
  private static func isNoun(_ singular: String) -> Bool {
    nouns.contains(singular)
      || nounEndings.contains(where: singular.hasSuffix) && !otherWords.contains(singular)
  }

  /// Endings that, `otherWords` apart, only nouns in `-ité` have.
  private static let nounEndings = ["ilite", "alite", "arite", "ivite", "osite", "versite"]

  /// Words with one of these endings that are none: verb forms, diseases, minerals.
  static let otherWords: Set<String> = [
    "alite", "composite", "conjonctivite", "debilite", "facilite", "gingivite",
    "habilite", "milite", "opposite", "rehabilite", "tantalite",
  ]

  /// Other nouns in `-ité` whose unaccented spelling is no French word.
  static let nouns: Set<String> = Set(
    """
    actualite antiquite authenticite autorite capacite caducite commodite complexite complicite
    conformite continuite domesticite efficacite electricite etancheite extremite fidelite fraternite
    humanite humidite identite immunite impossibilite incapacite indemnite infirmite insalubrite
    insecurite integrite intensite intimite invalidite majorite maternite maturite minorite multiplicite
    opportunite paternite periodicite perennite proximite publicite qualite rapidite reciprocite rigidite
    salubrite securite serenite severite simplicite sismicite solidite specificite technicite toxicite
    tranquillite unanimite unicite unite utilite validite
    """.split { $0.isWhitespace }.map(String.init))

  /// Frequent words other than those in `-ité` whose stem would change without the accent.
  static let accented: [String: String] = [
    "acces": "accès", "alinea": "alinéa", "alineas": "alinéas", "apres": "après", "aupres": "auprès",
    "congres": "congrès", "deces": "décès", "deja": "déjà", "proces": "procès", "progres": "progrès",
    "recepisse": "récépissé", "recepisses": "récépissés", "succes": "succès",
  ]
}
