internal import PasserelleCore

/// What serd says of a break of the grammar, in both languages.
enum SerdMessages {
  /// The start of each message as serd writes it, and how it reads.
  private static let table: [(start: String, fr: String, en: String)] = [
    ("invalid UTF-8", "octet qui n’est pas de l’UTF-8", "byte that is not UTF-8"),
    ("expected digit", "un chiffre est attendu", "a digit is expected"),
    ("expected `='", "« = » est attendu", "“=” is expected"),
    ("expected: ':', '<', or '_'", "« : », « < » ou « _ » est attendu", "“:”, “<” or “_” is expected"),
    ("expected object", "un objet est attendu", "an object is expected"),
    ("expected prefixed name", "un nom à préfixe est attendu", "a prefixed name is expected"),
    (
      "expected label or subject", "un nom de graphe ou un sujet est attendu",
      "a graph name or a subject is expected"
    ),
    ("expected IRI scheme", "un IRI absolu est attendu", "an absolute IRI is expected"),
    ("expected", "un autre caractère est attendu", "another character is expected"),
    ("missing IRI scheme", "un IRI absolu est attendu", "an absolute IRI is expected"),
    ("missing ';' or '.'", "« ; » ou « . » est attendu", "“;” or “.” is expected"),
    (
      "missing predicate object list", "un prédicat et un objet sont attendus",
      "a predicate and an object are expected"
    ),
    ("bad IRI scheme", "l’IRI commence mal", "the IRI starts wrongly"),
    ("bad literal", "le littéral est mal formé", "the literal is malformed"),
    ("bad verb", "un prédicat est attendu", "a predicate is expected"),
    ("bad subject", "un sujet est attendu", "a subject is expected"),
    ("bad escape", "l’échappement n’est pas connu", "the escape is not known"),
    (
      "invalid IRI character", "l’IRI contient un caractère interdit",
      "the IRI holds a character that it may not"
    ),
    (
      "invalid escaped IRI", "l’IRI contient un caractère interdit",
      "the IRI holds a character that it may not"
    ),
    ("invalid IRI escape", "l’échappement de l’IRI n’est pas connu", "the escape in the IRI is not known"),
    ("invalid escape", "l’échappement n’est pas connu", "the escape is not known"),
    ("invalid name start", "un nom ne commence pas ainsi", "a name does not start like this"),
    (
      "invalid character", "un nom contient un caractère interdit", "a name holds a character that it may not"
    ),
    ("invalid hexadecimal", "un chiffre hexadécimal est attendu", "a hexadecimal digit is expected"),
    (
      "invalid directive", "« @prefix » ou « @base » est attendu", "“@prefix” or “@base” is expected"
    ),
    ("invalid graph name", "un nom de graphe est attendu", "the name of a graph is expected"),
    ("unexpected end of file", "le document est tronqué", "the document is cut short"),
    ("unexpected end of statement", "l’énoncé est incomplet", "the statement is not complete"),
    ("end of file in", "le texte entre guillemets n’est pas refermé", "the quoted text is not closed"),
    ("unexpected", "caractère inattendu", "unexpected character"),
    (
      "found both `b' and `B'",
      "des nœuds anonymes s’appellent à la fois « b » et « B » suivis d’un chiffre",
      "blank nodes are called both “b” and “B” followed by a digit"
    ),
  ]

  /// A message of serd in both languages; one that the table does not have stands as it is.
  static func localized(_ message: String) -> LocalizedText {
    let text = message.split { $0.isWhitespace }.joined(separator: " ")
    for row in table where text.hasPrefix(row.start) { return LocalizedText(fr: row.fr, en: row.en) }
    return text.isEmpty ? RDFFault.malformed : LocalizedText(fr: "analyseur : \(text)", en: "parser: \(text)")
  }
}

extension RDFFault {
  /// What is said where nothing more is known.
  static let malformed = LocalizedText(
    fr: "la grammaire n’est pas respectée", en: "the grammar is not respected")

  /// serd could not be started.
  static let outOfMemory = RDFFault(
    .limit, line: 0, LocalizedText(fr: "la mémoire manque", en: "out of memory"))
}
