public import PasserelleCore

extension NameFeature {
  /// What the feature says, in words.
  public var text: LocalizedText {
    let (french, english) = words
    return LocalizedText(fr: french, en: english)
  }

  private var words: (String, String) {
    switch self {
    case .overlap: ("part commune des deux noms", "shared part of both names")
    case .containment: ("nom contenu dans l’autre", "name held in the other")
    case .rarest: ("mot commun le plus rare", "rarest shared word")
    case .raritySum: ("rareté des mots communs", "rarity of shared words")
    case .exactShare: ("mots communs sans faute", "shared words letter for letter")
    case .rarestRestLess: ("mots rares propres à chaque nom", "rare words of each name alone")
    case .rarestRestMore: ("mot rare d’un seul nom", "rare word of one name alone")
    case .restBoth: ("reste des deux côtés", "rest on both sides")
    case .wordsRestLess: ("mots sans équivalent des deux côtés", "words without counterpart on both sides")
    case .wordsRestMore: ("mots sans équivalent d’un côté", "words without counterpart on one side")
    case .head: ("premier mot distinctif", "first distinctive word")
    case .order: ("ordre des mots", "order of words")
    case .worst: ("correspondance la moins sûre", "least sure counterpart")
    case .nearMiss: ("mots restants presque semblables", "rest words nearly alike")
    case .shortened: ("mots abrégés", "words cut short")
    case .acronym: ("sigle développé", "acronym and its words")
    case .placesBoth: ("lieux différents", "different places")
    case .placesOne: ("lieu d’un seul côté", "place on one side")
    case .placesMatched: ("même lieu dans le nom", "same place in the name")
    case .numbersBoth: ("numéros différents", "different numbers")
    case .numbersOne: ("numéro d’un seul côté", "number on one side")
    case .numbersMatched: ("même numéro", "same number")
    case .commonBoth: ("métiers différents", "different trades")
    case .commonOne: ("métier d’un seul côté", "trade on one side")
    case .branch: ("agence ou établissement", "branch or establishment")
    case .group: ("groupe ou holding", "group or holding")
    case .initials: ("initiales sans équivalent", "initials without counterpart")
    case .legalSame: ("même forme juridique", "same legal form")
    case .legalDifferent: ("formes juridiques différentes", "different legal forms")
    case .bodySame: ("même sorte d’organisme", "same sort of body")
    case .bodyDifferent: ("sortes d’organismes différentes", "different sorts of body")
    case .bodyOne: ("organisme public d’un seul côté", "public body on one side")
    case .spelling: ("orthographe", "spelling")
    case .letterPairs: ("lettres communes", "shared letters")
    case .core: ("mêmes mots distinctifs", "same distinctive words")
    case .lengthShort: ("longueur du nom le plus court", "length of the shorter name")
    case .fewWords: ("peu de mots", "few words")
    case .firstSegment:
      ("début du nom, avant un tiret ou une parenthèse", "beginning of the name, before a dash or bracket")
    case .clean: ("rien ne reste", "nothing is left over")
    case .bodyClean: ("même organisme, rien ne reste", "same body, nothing is left over")
    case .substitution: ("un mot à la place d’un autre", "one word in place of another")
    }
  }

  /// What it says that the feature was looked for and there is none of it, in words.
  public var absence: LocalizedText {
    let (french, english) = absenceWords
    return LocalizedText(fr: french, en: english)
  }

  private var absenceWords: (String, String) {
    switch self {
    case .overlap: ("aucune part commune", "no shared part")
    case .containment: ("aucun nom contenu dans l’autre", "neither name held in the other")
    case .rarest, .raritySum: ("aucun mot commun", "no shared word")
    case .exactShare: ("aucun mot commun sans faute", "no word shared letter for letter")
    case .rarestRestLess: ("pas de mot rare propre à chaque nom", "no rare word of each name alone")
    case .rarestRestMore: ("pas de mot rare d’un seul nom", "no rare word of one name alone")
    case .restBoth: ("pas de reste des deux côtés", "no rest on both sides")
    case .wordsRestLess:
      ("pas de mots sans équivalent des deux côtés", "no words without counterpart on both sides")
    case .wordsRestMore:
      ("pas de mots sans équivalent d’un côté", "no words without counterpart on one side")
    case .head: ("premiers mots distinctifs différents", "different first distinctive words")
    case .order: ("ordre des mots différent", "different order of words")
    case .worst: ("un mot sans correspondance", "a word without counterpart")
    case .nearMiss: ("pas de mots restants presque semblables", "no rest words nearly alike")
    case .shortened: ("pas de mot abrégé", "no word cut short")
    case .acronym: ("pas de sigle développé", "no acronym with its words")
    case .placesBoth: ("pas de lieux différents", "no different places")
    case .placesOne: ("pas de lieu d’un seul côté", "no place on one side")
    case .placesMatched: ("pas de lieu commun dans les noms", "no shared place in the names")
    case .numbersBoth: ("pas de numéros différents", "no different numbers")
    case .numbersOne: ("pas de numéro d’un seul côté", "no number on one side")
    case .numbersMatched: ("pas de numéro commun", "no shared number")
    case .commonBoth: ("pas de métiers différents", "no different trades")
    case .commonOne: ("pas de métier d’un seul côté", "no trade on one side")
    case .branch: ("pas d’agence ni d’établissement", "no branch or establishment")
    case .group: ("pas de groupe ni de holding", "no group or holding")
    case .initials: ("pas d’initiales sans équivalent", "no initials without counterpart")
    case .legalSame: ("pas de forme juridique commune", "no shared legal form")
    case .legalDifferent: ("pas de formes juridiques différentes", "no different legal forms")
    case .bodySame: ("pas de même sorte d’organisme public", "no shared sort of public body")
    case .bodyDifferent: ("pas de sortes d’organismes différentes", "no different sorts of body")
    case .bodyOne: ("pas d’organisme public d’un seul côté", "no public body on one side")
    case .spelling: ("orthographes sans rapport", "unrelated spellings")
    case .letterPairs: ("aucune lettre commune", "no shared letters")
    case .core: ("mots distinctifs différents", "different distinctive words")
    case .lengthShort: ("nom très court", "very short name")
    case .fewWords: ("plusieurs mots", "several words")
    case .firstSegment:
      (
        "débuts de nom différents, avant un tiret ou une parenthèse",
        "different beginnings, before a dash or bracket"
      )
    case .clean: ("il reste des mots", "words are left over")
    case .bodyClean: ("pas de même organisme sans reste", "no same body without rest")
    case .substitution: ("pas de mot à la place d’un autre", "no word in place of another")
    }
  }
}
