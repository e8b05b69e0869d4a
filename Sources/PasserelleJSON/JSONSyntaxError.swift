package import PasserelleCore

/// What breaks the JSON grammar, in our words, with its place.
package struct JSONSyntaxError: Error, Sendable {
  /// The reason.
  package let reason: LocalizedText
  /// The line, from 1.
  package let line: Int
  /// The column in bytes, from 1.
  package let column: Int
  /// The offset in bytes from the start of the file.
  package let byteOffset: Int

  /// The diagnostic's code with this reason and place; equal to `.jsonMalformed` by its name.
  var code: DiagnosticCode {
    DiagnosticCode(
      "json.malformed", .error,
      reason: LocalizedText(
        fr: "JSON mal formé, ligne \(line), colonne \(column) : \(reason[.french])",
        en: "Malformed JSON, line \(line), column \(column): \(reason[.english])"),
      remedy: DiagnosticCode.malformedRemedy)
  }

  /// The parser's reasons, by a part of its message, and our words for them.
  private static let reasons: [(part: String, text: LocalizedText)] = [
    (
      "premature EOF",
      LocalizedText(
        fr: "le fichier s’arrête au milieu d’une valeur.", en: "the file ends in the middle of a value.")
    ),
    (
      "a digit is required",
      LocalizedText(fr: "il manque un chiffre dans un nombre.", en: "a number lacks a digit.")
    ),
    (
      "a character which it may not",
      LocalizedText(
        fr: "une barre oblique inverse est suivie d’un caractère interdit dans une chaîne.",
        en: "a backslash is followed by a character that it may not precede in a string.")
    ),
    (
      "invalid (non-hex) character",
      LocalizedText(
        fr: "« \\u » n’est pas suivi de quatre chiffres hexadécimaux.",
        en: "“\\u” is not followed by four hexadecimal digits.")
    ),
    (
      "invalid character inside string",
      LocalizedText(
        fr: "un caractère de contrôle (saut de ligne, octet nul…) se trouve dans une chaîne.",
        en: "a control character (line feed, null byte…) stands in a string.")
    ),
    (
      "invalid char in json text",
      LocalizedText(
        fr: "un caractère n’a pas sa place hors d’une chaîne.",
        en: "a character has no place outside a string.")
    ),
    (
      "invalid string in json text",
      LocalizedText(
        fr: "un mot n’est ni « true », ni « false », ni « null ».",
        en: "a word is neither “true” nor “false” nor “null”.")
    ),
    (
      "comments are not enabled",
      LocalizedText(
        fr: "un commentaire se trouve dans le texte.", en: "a comment stands in the text.")
    ),
    (
      "must be separated by a colon",
      LocalizedText(
        fr: "il manque un deux-points entre une clé et sa valeur.",
        en: "a colon is missing between a key and its value.")
    ),
    (
      "after key and value, inside map",
      LocalizedText(
        fr: "il manque une virgule ou une accolade fermante dans un objet.",
        en: "a comma or a closing brace is missing in an object.")
    ),
    (
      "after array element",
      LocalizedText(
        fr: "il manque une virgule ou un crochet fermant dans un tableau.",
        en: "a comma or a closing bracket is missing in an array.")
    ),
    (
      "invalid object key",
      LocalizedText(
        fr: "une clé d’objet n’est pas une chaîne entre guillemets.",
        en: "a key of an object is not a string in quotation marks.")
    ),
    (
      "trailing garbage",
      LocalizedText(
        fr: "du texte suit la fin du document.", en: "text follows the end of the document.")
    ),
    (
      "unallowed token",
      LocalizedText(
        fr: "une valeur est attendue et autre chose se trouve là.",
        en: "a value is expected and something else stands there.")
    ),
  ]

  /// Our words for a message of the parser.
  static func reason(of message: String) -> LocalizedText {
    reasons.first { message.contains($0.part) }?.text
      ?? LocalizedText(
        fr: "la grammaire de JSON n’est pas respectée.", en: "the grammar of JSON is not respected.")
  }
}
