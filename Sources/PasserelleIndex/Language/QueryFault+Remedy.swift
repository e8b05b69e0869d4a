import PasserelleCore

extension QuerySyntaxError.Fault {
  /// What to do about it, in a sentence.
  var remedy: LocalizedText {
    switch self {
    case .nothingToLookFor:
      LocalizedText(
        fr: "Écrivez un mot ou une condition, par exemple : voirie montant:>100k",
        en: "Write a word or a condition, for example: roads amount:>100k")
    case .tooLong:
      LocalizedText(fr: "Gardez les mots qui comptent.", en: "Keep the words that matter.")
    case .tooDeep:
      LocalizedText(
        fr: "Retirez les parenthèses inutiles.", en: "Take out the parentheses that are not needed.")
    case .unclosedQuote:
      LocalizedText(
        fr: "Fermez l'expression par le guillemet qui va avec, ou retirez celui-ci.",
        en: "Close the phrase with the quote that goes with it, or take this one out.")
    case .strayQuote:
      LocalizedText(
        fr: "Ouvrez l'expression par « , ou retirez ce guillemet.",
        en: "Open the phrase with «, or take this quote out.")
    case .emptyQuotes:
      LocalizedText(
        fr: "Écrivez-y une expression, ou retirez-les.", en: "Write a phrase there, or take them out.")
    case .unclosedParenthesis:
      LocalizedText(
        fr: "Ajoutez ) à la fin du groupe, ou retirez cette parenthèse.",
        en: "Add ) at the end of the group, or take this parenthesis out.")
    case .strayParenthesis:
      LocalizedText(
        fr: "Ajoutez ( au début du groupe, ou retirez cette parenthèse.",
        en: "Add ( at the beginning of the group, or take this parenthesis out.")
    case .emptyGroup:
      LocalizedText(
        fr: "Écrivez-y des mots, ou retirez-les.", en: "Write words there, or take them out.")
    case .operatorWithoutOperand(let sign):
      LocalizedText(
        fr: "Complétez, ou écrivez \"\(sign)\" entre guillemets pour chercher ce mot.",
        en: "Complete it, or write \"\(sign)\" in quotes to look for that word.")
    case .unknownField(_, let nearest):
      LocalizedText(
        fr: "Vouliez-vous dire \(nearest): ? Pour chercher ces mots, mettez une espace à la place du "
          + "deux-points, ou des guillemets.",
        en: "Did you mean \(nearest): ? To look for these words, put a space instead of the colon, or quotes."
      )
    case .missingValue(let field):
      LocalizedText(
        fr: "Écrivez-la après le deux-points, par exemple : \(field.frenchName):\(field.example.french)",
        en: "Write it behind the colon, for example: \(field.englishName):\(field.example.english)")
    case .nestedField:
      LocalizedText(
        fr: "Séparez les deux champs par une espace, ou fermez d'abord la parenthèse.",
        en: "Put a space between the two fields, or close the parenthesis first.")
    case .valueNotSeparated:
      LocalizedText(
        fr: "Mettez une espace après la valeur, ou la valeur entière entre guillemets.",
        en: "Put a space behind the value, or the whole value in quotes.")
    case .wildcardInside, .prefixTooShort:
      LocalizedText(
        fr: "Écrivez le début du mot, puis l'étoile : écl*",
        en: "Write the beginning of the word, then the star: lig*")
    case .fuzzyDistance:
      LocalizedText(fr: "Écrivez mot~1 ou mot~2.", en: "Write word~1 or word~2.")
    case .phraseSlop:
      LocalizedText(fr: "Écrivez par exemple \"eau potable\"~3", en: "Write for example \"drinking water\"~3")
    case .badDate:
      LocalizedText(
        fr: "Écrivez 2018, 2018-05, 15/05/2018, 2018..2019 ou >=2018.",
        en: "Write 2018, 2018-05, 2018-05-15, 2018..2019 or >=2018.")
    case .badAmount:
      LocalizedText(
        fr: "Écrivez 100000, 1,5M, 100k, 100000..500000 ou >=100k.",
        en: "Write 100000, 1.5M, 100k, 100000..500000 or >=100k.")
    case .spacedAmount:
      LocalizedText(
        fr: "Écrivez-le sans espace, ou entre guillemets : montant:\"100 000\"",
        en: "Write it without spaces, or in quotes: amount:\"100 000\"")
    case .reversedRange:
      LocalizedText(fr: "Échangez les deux limites.", en: "Swap the two limits.")
    case .badCPV:
      LocalizedText(
        fr: "Un code CPV a de 2 à 8 chiffres, à partir de 03 : 45*, 4531 ou 45310000-3. Pour des mots, "
          + "écrivez thème:",
        en: "A CPV code has 2 to 8 digits, from 03 on: 45*, 4531 or 45310000-3. For words, write theme:")
    case .unknownKind:
      LocalizedText(fr: "Les natures : \(Self.kinds(.french)).", en: "The kinds: \(Self.kinds(.english)).")
    case .unknownLanguage:
      LocalizedText(
        fr: "Écrivez un code tel que fr ou en, ou français, anglais, allemand, espagnol, italien.",
        en: "Write a code such as fr or en, or French, English, German, Spanish, Italian.")
    case .unknownAnswer:
      LocalizedText(fr: "Écrivez oui ou non.", en: "Write yes or no.")
    }
  }

  private static func kinds(_ language: MessageLanguage) -> String {
    DocumentKind.allCases.map { $0.label[language] }.joined(separator: ", ")
  }
}

extension QueryField {
  /// A value that can be asked of the field.
  var example: LocalizedText {
    switch self {
    case .title, .text: LocalizedText(fr: "voirie", en: "roads")
    case .buyer: LocalizedText(fr: "métropole", en: "city")
    case .vendor: LocalizedText(fr: "\"eaux du nord\"", en: "\"northern water\"")
    case .place: LocalizedText(fr: "69", en: "69")
    case .cpv: LocalizedText(fr: "4531*", en: "4531*")
    case .kind: LocalizedText(fr: "marché", en: "award")
    case .date: LocalizedText(fr: "2018..2019", en: "2018..2019")
    case .amount: LocalizedText(fr: ">100k", en: ">100k")
    case .language: LocalizedText(fr: "fr", en: "fr")
    case .theme: LocalizedText(fr: "\"eau potable\"", en: "\"drinking water\"")
    case .code: LocalizedText(fr: "552100554", en: "552100554")
    case .contains: LocalizedText(fr: "\"lot n° 2\"", en: "\"lot no. 2\"")
    case .identifier: LocalizedText(fr: "siren:552100554", en: "siren:552100554")
    case .demonstration: LocalizedText(fr: "non", en: "no")
    }
  }
}
