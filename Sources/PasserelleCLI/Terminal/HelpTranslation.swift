import Foundation
import PasserelleCore

/// Puts the argument parser's own words into French; the product's texts are in the language already.
enum HelpTranslation {
  private static let words: [(String, String)] = [
    ("OVERVIEW: ", ""), ("USAGE: ", "USAGE : "), ("Usage: ", "Usage : "), ("ARGUMENTS:", "ARGUMENTS :"),
    ("OPTIONS:", "OPTIONS :"), ("SUBCOMMANDS:", "VERBES :"), ("<options>", "<options>"),
    ("<subcommand>", "<verbe>"), ("Show the version.", "Affiche la version."),
    ("Show help information.", "Affiche cette aide."),
    ("Show subcommand help information.", "Affiche l'aide d'un verbe."),
    ("(default: ", "(par défaut : "), ("; default: ", " ; par défaut : "),
    ("; default:\n", " ; par défaut :\n"), ("(default:\n", "(par défaut :\n"), ("(values:\n", "(valeurs :\n"),
    ("(values: ", "(valeurs : "),
    ("Error: Missing expected argument ", "Erreur : il manque l'argument "),
    ("Error: Unknown option ", "Erreur : option inconnue "),
    ("Error: Missing value for ", "Erreur : il manque une valeur pour "),
    ("Error: Unexpected argument ", "Erreur : argument inattendu "),
    ("Error: Missing one of: ", "Erreur : il manque l'un de : "), ("The value ", "La valeur "),
    (" is invalid for ", " n'est pas acceptée pour "), ("Please provide one of ", "Choisissez parmi "),
    ("Did you mean ", "Vouliez-vous dire "), ("Help:  ", "Aide :  "), ("Error: ", "Erreur : "),
    ("  See '", "  Voir « "), ("' for more information.", " » pour en savoir plus."),
    ("' for detailed help.", " » pour l'aide détaillée."),
    ("' or '", "' ou '"), (" unexpected arguments: ", " arguments inattendus : "),
    ("The option '", "L'option '"), ("' does not take any value, but '", "' ne prend pas de valeur, mais '"),
    ("' was specified.", "' est donné."),
    ("See '", "Voir « "),
  ]

  /// The text in the run's language.
  static func translated(_ text: String) -> String {
    guard Speech.language == .french else { return text }
    return words.reduce(text) { $0.replacing($1.0, with: $1.1) }
  }

  /// A help page with its example as the last line, on one line so that it can be copied.
  static func exampleLast(_ page: String) -> String {
    var paragraphs = page.components(separatedBy: "\n\n")
    let marks = [Speech.say("Exemple : ", "Example: ")]
    guard let index = paragraphs.firstIndex(where: { text in marks.contains { text.hasPrefix($0) } }) else {
      return page
    }
    let example = paragraphs.remove(at: index).replacing("\n", with: " ")
    let rest = paragraphs.joined(separator: "\n\n")
    return (rest.hasSuffix("\n") ? String(rest.dropLast()) : rest) + "\n\n" + example
  }
}
