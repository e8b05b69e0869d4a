internal import PasserelleCore

/// What JSON-LD does not admit, by the error codes of the API (W3C JSON-LD 1.1 API §9.7.3).
enum JSONLDErrorCode: String, Error, CaseIterable {
  case collidingKeywords = "colliding keywords"
  case conflictingIndexes = "conflicting indexes"
  case contextOverflow = "context overflow"
  case cyclicIRIMapping = "cyclic IRI mapping"
  case invalidIDValue = "invalid @id value"
  case invalidImportValue = "invalid @import value"
  case invalidIncludedValue = "invalid @included value"
  case invalidIndexValue = "invalid @index value"
  case invalidNestValue = "invalid @nest value"
  case invalidPrefixValue = "invalid @prefix value"
  case invalidPropagateValue = "invalid @propagate value"
  case invalidProtectedValue = "invalid @protected value"
  case invalidReverseValue = "invalid @reverse value"
  case invalidVersionValue = "invalid @version value"
  case invalidBaseDirection = "invalid base direction"
  case invalidBaseIRI = "invalid base IRI"
  case invalidContainerMapping = "invalid container mapping"
  case invalidContextEntry = "invalid context entry"
  case invalidContextNullification = "invalid context nullification"
  case invalidDefaultLanguage = "invalid default language"
  case invalidIRIMapping = "invalid IRI mapping"
  case invalidKeywordAlias = "invalid keyword alias"
  case invalidLanguageMapValue = "invalid language map value"
  case invalidLanguageMapping = "invalid language mapping"
  case invalidLanguageTaggedString = "invalid language-tagged string"
  case invalidLanguageTaggedValue = "invalid language-tagged value"
  case invalidLocalContext = "invalid local context"
  case invalidRemoteContext = "invalid remote context"
  case invalidReverseProperty = "invalid reverse property"
  case invalidReversePropertyMap = "invalid reverse property map"
  case invalidReversePropertyValue = "invalid reverse property value"
  case invalidScopedContext = "invalid scoped context"
  case invalidSetOrListObject = "invalid set or list object"
  case invalidTermDefinition = "invalid term definition"
  case invalidTypeMapping = "invalid type mapping"
  case invalidTypeValue = "invalid type value"
  case invalidTypedValue = "invalid typed value"
  case invalidValueObject = "invalid value object"
  case invalidValueObjectValue = "invalid value object value"
  case invalidVocabMapping = "invalid vocab mapping"
  case keywordRedefinition = "keyword redefinition"
  case loadingRemoteContextFailed = "loading remote context failed"
  case protectedTermRedefinition = "protected term redefinition"

  /// The code in French.
  var french: String {
    switch self {
    case .collidingKeywords: "deux clés ont le sens du même mot-clé"
    case .conflictingIndexes: "un nœud a deux @index"
    case .contextOverflow: "trop de contextes s’incluent l’un l’autre"
    case .cyclicIRIMapping: "un terme est défini par lui-même"
    case .invalidIDValue: "@id n’est pas un texte"
    case .invalidImportValue: "la valeur de @import n’est pas valable"
    case .invalidIncludedValue: "@included contient autre chose que des nœuds"
    case .invalidIndexValue: "@index n’est pas un texte"
    case .invalidNestValue: "la valeur de @nest n’est pas valable"
    case .invalidPrefixValue: "la valeur de @prefix n’est pas un booléen"
    case .invalidPropagateValue: "la valeur de @propagate n’est pas un booléen"
    case .invalidProtectedValue: "la valeur de @protected n’est pas un booléen"
    case .invalidReverseValue: "@reverse n’est pas un objet"
    case .invalidVersionValue: "@version n’est pas 1.1"
    case .invalidBaseDirection: "@direction n’est ni « ltr » ni « rtl »"
    case .invalidBaseIRI: "@base n’est pas un IRI"
    case .invalidContainerMapping: "la valeur de @container n’est pas valable"
    case .invalidContextEntry: "un contexte importé importe à son tour"
    case .invalidContextNullification: "un contexte qui a des termes protégés ne peut pas être annulé"
    case .invalidDefaultLanguage: "la langue par défaut n’est pas un texte"
    case .invalidIRIMapping: "un terme n’est pas défini par un IRI"
    case .invalidKeywordAlias: "@context ne peut pas avoir d’autre nom"
    case .invalidLanguageMapValue: "une table de langues contient autre chose que des textes"
    case .invalidLanguageMapping: "la langue d’un terme n’est pas un texte"
    case .invalidLanguageTaggedString: "@language n’est pas un texte"
    case .invalidLanguageTaggedValue: "une valeur qui a une langue n’est pas un texte"
    case .invalidLocalContext: "un contexte n’est ni un objet, ni une adresse, ni null"
    case .invalidRemoteContext: "un contexte désigné par son adresse n’en est pas un"
    case .invalidReverseProperty: "un terme inverse a une définition qui n’est pas valable"
    case .invalidReversePropertyMap: "@reverse contient un mot-clé"
    case .invalidReversePropertyValue: "la valeur d’une propriété inverse n’est pas un nœud"
    case .invalidScopedContext: "le contexte d’un terme n’est pas valable"
    case .invalidSetOrListObject: "un objet @set ou @list a d’autres clés"
    case .invalidTermDefinition: "la définition d’un terme n’est pas valable"
    case .invalidTypeMapping: "le type d’un terme n’est pas valable"
    case .invalidTypeValue: "@type n’est ni un texte ni une liste de textes"
    case .invalidTypedValue: "le type d’une valeur n’est pas un IRI"
    case .invalidValueObject: "un objet @value a des clés qui ne vont pas ensemble"
    case .invalidValueObjectValue: "@value n’est ni un texte, ni un nombre, ni un booléen"
    case .invalidVocabMapping: "@vocab n’est pas un IRI"
    case .keywordRedefinition: "un mot-clé est redéfini"
    case .loadingRemoteContextFailed: "un contexte désigné par son adresse n’est pas connu"
    case .protectedTermRedefinition: "un terme protégé est redéfini"
    }
  }
}

/// Why a document or one of its nodes is not JSON-LD.
struct JSONLDError: Error {
  let code: JSONLDErrorCode
  /// What it is about: a term, a key, an address.
  let subject: String?

  init(_ code: JSONLDErrorCode, _ subject: String? = nil) {
    self.code = code
    self.subject = subject
  }

  /// The error at a place.
  func fault(line: Int, column: Int) -> RDFFault {
    var (fr, en) = (code.french, code.rawValue)
    if let subject { (fr, en) = (fr + " (« \(subject.prefix(200)) »)", en + " (“\(subject.prefix(200))”)") }
    if code == .loadingRemoteContextFailed {
      fr += " ; rien n’est téléchargé : recopiez ce contexte dans le document, à la place de son adresse"
      en += "; nothing is downloaded: copy this context into the document, in place of its address"
    }
    return RDFFault(.syntax, line: line, column: column, LocalizedText(fr: fr, en: en))
  }
}
