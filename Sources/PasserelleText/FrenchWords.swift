/// What Snowball's French does not know, applied before it.
///
/// Each entry is justified in Documentation/Methods/text-analysis.md.
enum FrenchWords {
  /// Analysed forms of words that must not, or cannot, be stemmed by rule: folded word to folded form.
  ///
  /// Keys and forms are folded, so `MATERIAUX` and `matériaux` both find their entry.
  static let exceptions: [String: String] = [
    // Works, as in a works contract: never the plural of labour.
    "travaux": "travaux",
    // Plurals of -au, which the rule -aux → -al would part from their singular.
    "materiaux": "materiau", "tuyaux": "tuyau", "noyaux": "noyau", "boyaux": "boyau", "joyaux": "joyau",
    "preaux": "preau", "fleaux": "fleau", "etaux": "etau",
    // Plurals of -ail.
    "baux": "bail", "vitraux": "vitrail", "vantaux": "vantail", "emaux": "email", "coraux": "corail",
    "soupiraux": "soupirail",
  ]

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
  private static let otherWords: Set<String> = [
    "alite", "composite", "conjonctivite", "debilite", "facilite", "gingivite",
    "habilite", "milite", "opposite", "rehabilite", "tantalite",
  ]

  /// Other nouns in `-ité` whose unaccented spelling is no French word.
  private static let nouns: Set<String> = Set(
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
  private static let accented: [String: String] = [
    "acces": "accès", "alinea": "alinéa", "alineas": "alinéas", "apres": "après", "aupres": "auprès",
    "congres": "congrès", "deces": "décès", "deja": "déjà", "proces": "procès", "progres": "progrès",
    "recepisse": "récépissé", "recepisses": "récépissés", "succes": "succès",
  ]
}
