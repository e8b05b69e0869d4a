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
}
