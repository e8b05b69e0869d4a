import PasserelleCore

extension QuerySyntaxError.Fault {
  /// What is wrong, in a sentence.
  var what: LocalizedText {
    switch self {
    case .nothingToLookFor:
      LocalizedText(fr: "La requête ne demande rien.", en: "The query asks for nothing.")
    case .tooLong:
      LocalizedText(
        fr: "La requête est trop longue : plus de 10 000 caractères.",
        en: "The query is too long: more than 10,000 characters.")
    case .tooDeep:
      LocalizedText(
        fr: "Trop de parenthèses les unes dans les autres : 50 au plus.",
        en: "Too many parentheses inside each other: 50 at most.")
    case .unclosedQuote:
      LocalizedText(fr: "Ce guillemet n'est jamais fermé.", en: "This quote is never closed.")
    case .strayQuote:
      LocalizedText(
        fr: "Ce guillemet ferme ce que rien n'ouvre.", en: "This quote closes what nothing opens.")
    case .emptyQuotes:
      LocalizedText(fr: "Il n'y a rien entre ces guillemets.", en: "There is nothing between these quotes.")
    case .unclosedParenthesis:
      LocalizedText(fr: "Cette parenthèse n'est jamais fermée.", en: "This parenthesis is never closed.")
    case .strayParenthesis:
      LocalizedText(
        fr: "Cette parenthèse ferme ce que rien n'ouvre.", en: "This parenthesis closes what nothing opens.")
    case .emptyGroup:
      LocalizedText(
        fr: "Il n'y a rien entre ces parenthèses.", en: "There is nothing between these parentheses.")
    case .operatorWithoutOperand(let sign):
      LocalizedText(
        fr: "Il manque un mot à côté de « \(sign) ».", en: "A word is missing beside '\(sign)'.")
    case .unknownField(let name, _):
      LocalizedText(
        fr: "« \(Self.short(name)) » n'est pas un champ.", en: "'\(Self.short(name))' is not a field.")
    case .missingValue(let field):
      LocalizedText(
        fr: "Le champ « \(field.frenchName) » n'a pas de valeur.",
        en: "The field '\(field.englishName)' has no value.")
    case .nestedField(let name):
      LocalizedText(
        fr: "Le champ « \(name) » est dans la valeur d'un autre.",
        en: "The field '\(name)' is inside the value of another one.")
    case .valueNotSeparated:
      LocalizedText(
        fr: "Ce signe touche la valeur d'un champ.", en: "This sign touches the value of a field.")
    case .wildcardInside:
      LocalizedText(
        fr: "L'étoile ne va qu'à la fin d'un mot.", en: "The star goes only at the end of a word.")
    case .prefixTooShort:
      LocalizedText(
        fr: "Il faut deux lettres au moins devant l'étoile.",
        en: "Two letters at least must stand before the star.")
    case .fuzzyDistance:
      LocalizedText(
        fr: "La distance d'une orthographe approchée est 1 ou 2.",
        en: "The distance of an approximate spelling is 1 or 2.")
    case .phraseSlop:
      LocalizedText(
        fr: "L'écart entre les mots d'une expression est un nombre de 0 à 50.",
        en: "The gap between the words of a phrase is a number from 0 to 50.")
    case .badDate(let text):
      LocalizedText(
        fr: "« \(Self.short(text)) » n'est pas une date.", en: "'\(Self.short(text))' is not a date.")
    case .badAmount(let text):
      LocalizedText(
        fr: "« \(Self.short(text)) » n'est pas un montant.", en: "'\(Self.short(text))' is not an amount.")
    case .spacedAmount:
      LocalizedText(
        fr: "Ce montant contient des espaces.", en: "This amount holds spaces.")
    case .reversedRange:
      LocalizedText(
        fr: "La fin de cet intervalle précède son début.", en: "The end of this range precedes its beginning."
      )
    case .badCPV(let text):
      LocalizedText(
        fr: "« \(Self.short(text)) » n'est pas un code CPV.", en: "'\(Self.short(text))' is not a CPV code.")
    case .unknownKind(let text):
      LocalizedText(
        fr: "« \(Self.short(text)) » n'est pas une nature de document.",
        en: "'\(Self.short(text))' is not a kind of document.")
    case .unknownLanguage(let text):
      LocalizedText(
        fr: "« \(Self.short(text)) » n'est pas une langue connue.",
        en: "'\(Self.short(text))' is not a known language.")
    case .unknownAnswer(let text):
      LocalizedText(
        fr: "« \(Self.short(text)) » n'est ni oui ni non.", en: "'\(Self.short(text))' is neither yes nor no."
      )
    }
  }

  /// The beginning of a text that may be long, on one line.
  private static func short(_ text: String) -> String {
    let line = QueryTextCleaning.singleBlanks(Array(text.unicodeScalars.prefix(200))[...])
    return line.count > 40 ? line.prefix(39) + "…" : line
  }
}
