public import PasserelleCore
internal import PasserelleJSON
internal import PasserelleXML

extension DiagnosticCode {
  private static let askSource = (
    fr: "Signalez-le au profil d’acheteur qui publie la donnée ; la valeur d’origine reste consultable.",
    en: "Report it to the platform that publishes the data; the original value can still be consulted."
  )
  private static let fixRecord = (
    fr: "Complétez la fiche à la source, puis relancez l’ingestion du fichier.",
    en: "Complete the record at its source, then ingest the file again."
  )

  // Awards

  /// An element of the list that is no object.
  public static let recordNotObject = code(
    "record.notObject", .error,
    (
      fr: "L’élément de la liste n’est pas une fiche (un objet JSON).",
      en: "The element of the list is not a record (a JSON object)."
    ), fixRecord)
  /// An award without identifier.
  public static let awardNoIdentifier = code(
    "award.noIdentifier", .error,
    (
      fr: "Le marché n’a pas d’identifiant : il ne pourrait être ni mis à jour ni retrouvé.",
      en: "The award has no identifier: it could be neither updated nor found again."
    ), fixRecord)
  /// An award whose buyer is unknown.
  public static let awardNoBuyer = code(
    "award.noBuyer", .error,
    (
      fr: "L’acheteur du marché n’est pas identifié.", en: "The buyer of the award is not identified."
    ), fixRecord)
  /// An award without title.
  public static let awardNoTitle = code(
    "award.noTitle", .warning,
    (
      fr: "Le marché n’a pas d’objet : la recherche par mots ne le trouvera pas.",
      en: "The award has no title: searches by words will not find it."
    ), fixRecord)
  /// An award without winner.
  public static let awardNoWinner = code(
    "award.noWinner", .warning,
    (
      fr: "Le marché n’a pas de titulaire : il ne compte pour aucune entreprise.",
      en: "The award has no winner: it counts for no company."
    ), fixRecord)
  /// A winner or buyer without a usable number.
  public static let companyNoNumber = code(
    "company.noNumber", .warning,
    (
      fr: "L’organisation n’a pas de numéro : elle n’est connue que dans cette fiche.",
      en: "The organisation has no number: it is known in this record only."
    ), askSource)
  /// A share that is not between 0 and 1.
  public static let decpShare = code(
    "decp.share", .warning,
    (
      fr: "La part n’est pas un nombre de 0 à 1 ; elle n’a pas été retenue.",
      en: "The share is no number from 0 to 1; it was not taken."
    ), askSource)
  /// Fields of the record that no layout has.
  public static let decpFieldIgnored = code(
    "decp.fieldIgnored", .note,
    (
      fr: "La fiche contient des champs que cette version ne lit pas.",
      en: "The record holds fields that this version does not read."
    ), nothingToDo)
  /// A key that an object holds twice.
  public static let recordDuplicateKey = code(
    "record.duplicateKey", .warning,
    (
      fr: "Un champ est présent deux fois ; la dernière valeur a été retenue.",
      en: "A field occurs twice; the last value was taken."
    ), askSource)
  /// A value of another type than its field has.
  public static let valueType = code(
    "value.type", .warning,
    (
      fr: "La valeur n’est pas du type attendu (texte, nombre, liste) ; elle a été écartée.",
      en: "The value is not of the type expected (text, number, list); it was dropped."
    ), askSource)
  /// A value that says it is not communicated.
  public static let valueNotCommunicated = code(
    "value.notCommunicated", .note,
    (fr: "La valeur est donnée comme non communiquée.", en: "The value is given as not communicated."),
    nothingToDo)

  // Organisations

  /// A SIRET and SIREN with a wrong check digit.
  public static let companyCheckDigit = code(
    "company.checkDigit", .warning,
    (
      fr: "Le numéro a une clé de contrôle fausse ; il est gardé comme identifiant local, non comme SIRET.",
      en: "The number has a wrong check digit; it is kept as a local identifier, not as a SIRET."
    ), askSource)
  /// A SIRET of which only the SIREN is right.
  public static let companySirenOnly = code(
    "company.sirenOnly", .warning,
    (
      fr: "Le SIRET est faux mais son SIREN est juste : l’entreprise est retenue sans son établissement.",
      en: "The SIRET is wrong but its SIREN is right: the company is taken without its establishment."
    ), askSource)
  /// A SIREN where a SIRET is due.
  public static let companySirenGiven = code(
    "company.sirenGiven", .note,
    (
      fr: "Un SIREN (9 chiffres) est donné au lieu d’un SIRET ; l’entreprise est retenue.",
      en: "A SIREN (9 digits) is given instead of a SIRET; the company is taken."
    ), askSource)
  /// A number of no known shape.
  public static let companyShape = code(
    "company.shape", .warning,
    (
      fr:
        "Le numéro n’a la forme d’aucun identifiant d’entreprise connu ; il est gardé comme identifiant local.",
      en: "The number has the shape of no known company identifier; it is kept as a local identifier."
    ), askSource)
  /// A number with blanks or without its leading zero.
  public static let companyRepaired = code(
    "company.repaired", .warning,
    (
      fr: "Le numéro a été débarrassé de ses espaces ou complété de son zéro initial.",
      en: "Blanks were taken out of the number, or its leading zero restored."
    ), askSource)
  /// A number of another type than its label says.
  public static let companyScheme = code(
    "company.scheme", .warning,
    (
      fr: "Le numéro est valable, mais d’un autre type que celui annoncé.",
      en: "The number is valid, but of another type than its label says."
    ), askSource)
  /// A VAT number of a wrong shape.
  public static let companyVAT = code(
    "company.vat", .warning,
    (
      fr: "Le numéro de TVA n’a pas la forme en usage dans son pays ; il est gardé comme identifiant local.",
      en: "The VAT number does not have the shape used in its country; it is kept as a local identifier."
    ), askSource)

  // Codes and values

  /// A CPV code without its leading zero.
  public static let cpvLeadingZero = code(
    "cpv.leadingZero", .warning,
    (fr: "Le code CPV avait perdu son zéro initial.", en: "The CPV code had lost its leading zero."),
    askSource)
  /// A CPV code of fewer than eight digits.
  public static let cpvCompleted = code(
    "cpv.completed", .warning,
    (
      fr: "Le code CPV, trop court, a été complété par des zéros.",
      en: "The CPV code, too short, was completed with zeros."
    ), askSource)
  /// A CPV code with a wrong check digit.
  public static let cpvCheckDigit = code(
    "cpv.checkDigit", .warning,
    (
      fr: "La clé du code CPV est fausse ; ses huit chiffres ont été gardés.",
      en: "The check digit of the CPV code is wrong; its eight digits were kept."
    ), askSource)
  /// A text that is no CPV code.
  public static let cpvInvalid = code(
    "cpv.invalid", .warning,
    (fr: "Le code CPV n’en est pas un ; il a été écarté.", en: "The CPV code is none; it was dropped."),
    askSource)
  /// A text that is no date.
  public static let dateInvalid = code(
    "date.invalid", .warning,
    (fr: "La date n’est pas lisible ; elle a été écartée.", en: "The date cannot be read; it was dropped."),
    askSource)
  /// A date of a year without public procurement data.
  public static let dateImplausible = code(
    "date.implausible", .warning,
    (
      fr: "L’année est impossible (hors de 1990–2050) ; la date a été écartée.",
      en: "The year is impossible (outside 1990–2050); the date was dropped."
    ), askSource)
  /// A date in another writing.
  public static let dateRepaired = code(
    "date.repaired", .warning,
    (
      fr: "La date était écrite autrement qu’année-mois-jour ; elle a été convertie.",
      en: "The date was not written as year-month-day; it was converted."
    ), askSource)
  /// A notification after its publication.
  public static let dateOrder = code(
    "date.order", .note,
    (
      fr: "La notification est postérieure à la publication des données.",
      en: "The notification is later than the publication of the data."
    ), askSource)
  /// An amount of nought or one.
  public static let amountPlaceholder = code(
    "amount.placeholder", .note,
    (
      fr: "Le montant (0 ou 1) n’est sans doute qu’un bouche-trou.",
      en: "The amount (0 or 1) is probably only a placeholder."
    ), askSource)
  /// An amount over a thousand million.
  public static let amountHigh = code(
    "amount.high", .warning,
    (
      fr: "Le montant dépasse un milliard ; il est gardé, mais à vérifier.",
      en: "The amount exceeds a thousand million; it is kept, but should be checked."
    ), askSource)
  /// An amount that no contract can have.
  public static let amountImplausible = code(
    "amount.implausible", .warning,
    (
      fr: "Le montant est négatif ou dépasse mille milliards ; il a été écarté.",
      en: "The amount is negative or exceeds a million million; it was dropped."
    ), askSource)
  /// A text that is no amount.
  public static let amountInvalid = code(
    "amount.invalid", .warning,
    (
      fr: "Le montant n’est pas un nombre ; il a été écarté.",
      en: "The amount is not a number; it was dropped."
    ),
    askSource)
  /// A currency that is no code.
  public static let currencyInvalid = code(
    "currency.invalid", .warning,
    (
      fr: "La monnaie n’est pas un code de trois lettres ; le montant a été écarté avec elle.",
      en: "The currency is not a code of three letters; the amount was dropped with it."
    ), askSource)
  /// A duration that no contract has.
  public static let durationImplausible = code(
    "duration.implausible", .warning,
    (
      fr: "La durée est nulle, négative ou de plus de 600 mois ; elle a été écartée.",
      en: "The duration is nought, negative or over 600 months; it was dropped."
    ), askSource)
  /// A duration with a fraction.
  public static let durationRounded = code(
    "duration.rounded", .warning,
    (
      fr:
        "La durée n’était pas un nombre entier de mois ; elle a été arrondie au-dessus, comme le veut le format.",
      en: "The duration was not a whole number of months; it was rounded up, as the format prescribes."
    ), askSource)
  /// A text that is no duration.
  public static let durationInvalid = code(
    "duration.invalid", .warning,
    (
      fr: "La durée n’est pas un nombre de mois ; elle a été écartée.",
      en: "The duration is not a number of months; it was dropped."
    ), askSource)
  /// A place code of another kind than its label says.
  public static let placeKind = code(
    "place.kind", .warning,
    (
      fr: "Le code du lieu est d’une autre sorte que celle annoncée (postal, commune, département…).",
      en: "The code of the place is of another kind than its label says (postal, commune, department…)."
    ), askSource)
  /// A place code that names nothing.
  public static let placeInvalid = code(
    "place.invalid", .warning,
    (
      fr: "Le code du lieu ne désigne rien ; il a été écarté, le nom du lieu reste.",
      en: "The code of the place names nothing; it was dropped, the name of the place stays."
    ), askSource)
  /// A place code that had lost or gained a digit.
  public static let placeRepaired = code(
    "place.repaired", .warning,
    (
      fr: "Le code du lieu avait un zéro ou un préfixe de trop ou de moins.",
      en: "The code of the place had a zero or a prefix too many or too few."
    ), askSource)
  /// A value outside its code list.
  public static let listUnknown = code(
    "list.unknown", .note,
    (
      fr: "La valeur n’est pas dans la liste officielle ; elle est gardée telle quelle.",
      en: "The value is not in the official list; it is kept as written."
    ), askSource)
  /// A value of a code list in another case.
  public static let listNormalised = code(
    "list.normalised", .warning,
    (
      fr: "La valeur a été mise dans l’écriture de la liste officielle.",
      en: "The value was given the writing of the official list."
    ), nothingToDo)

  // Texts

  /// Characters lost before the file was published.
  public static let textReplacementCharacter = code(
    "text.replacementCharacter", .warning,
    (
      fr: "Des caractères ont été perdus avant la publication (« \u{FFFD} »).",
      en: "Characters were lost before publication (“\u{FFFD}”)."
    ), askSource)
  /// Markup left in a text.
  public static let textMarkup = code(
    "text.markup", .warning,
    (
      fr: "Des restes de HTML ont été retirés du texte.", en: "Remnants of HTML were taken out of the text."
    ), nothingToDo)
  /// Control characters in a text.
  public static let textControl = code(
    "text.control", .warning,
    (
      fr: "Des caractères de contrôle invisibles ont été retirés du texte, ou remplacés par le signe voulu.",
      en: "Invisible control characters were taken out of the text, or replaced by the sign that was meant."
    ), nothingToDo)

  // Personal data

  /// The name of a natural person; never quoted.
  public static let privacyPersonName = code(
    "privacy.personName", .warning,
    (
      fr: "Le nom est celui d’une personne physique : il n’est pas conservé, l’identifiant suffit.",
      en: "The name is that of a natural person: it is not kept, the identifier suffices."
    ), nothingToDo)
  /// An e-mail address or telephone number; never quoted.
  public static let privacyContact = code(
    "privacy.contact", .warning,
    (
      fr: "Une adresse électronique personnelle ou un numéro de téléphone a été retiré du texte.",
      en: "A personal e-mail address or a telephone number was taken out of the text."
    ), nothingToDo)

  // CSV

  /// A row with more or fewer columns than the headings.
  public static let csvColumnCount = code(
    "csv.columnCount", .error,
    (
      fr: "La ligne n’a pas autant de colonnes que l’en-tête.",
      en: "The row does not have as many columns as the headings."
    ),
    (
      fr: "Vérifiez le séparateur et les guillemets de cette ligne dans le fichier.",
      en: "Check the separator and the quotation marks of this row in the file."
    ))
  /// A quotation mark that is never closed; all that follows is one refused record.
  public static let csvQuote = code(
    "csv.quote", .error,
    (
      fr: "Un guillemet ouvert n’est pas refermé : toute la suite du fichier est mise de côté.",
      en: "An opening quotation mark is never closed: all the rest of the file is put aside."
    ),
    (
      fr: "Refermez le guillemet à la ligne indiquée, puis relancez l’ingestion.",
      en: "Close the quotation mark on the line given, then ingest again."
    ))
  /// A row longer than the limit.
  public static let csvRowTooLarge = code(
    "csv.rowTooLarge", .error,
    (
      fr: "La ligne dépasse 16 Mio ; un guillemet n’est sans doute pas refermé.",
      en: "The row is longer than 16 MiB; a quotation mark is probably not closed."
    ),
    (
      fr: "Vérifiez les guillemets à partir de la ligne indiquée.",
      en: "Check the quotation marks from the line given on."
    ))
  /// A row that is not in the encoding announced.
  public static let csvEncoding = code(
    "csv.encoding", .error,
    (
      fr: "La ligne contient des octets qui ne sont pas de l’UTF-8.",
      en: "The row contains bytes that are not UTF-8."
    ),
    (
      fr: "Écrivez « encoding: windows-1252 » dans le fichier de correspondance, ou relancez avec "
        + "« --encoding windows-1252 ».",
      en: "Write “encoding: windows-1252” in the mapping file, or try again with “--encoding windows-1252”."
    ))

  // Specifications

  /// A text longer than the limit.
  public static let textTooLarge = code(
    "text.tooLarge", .error,
    (
      fr: "Le document dépasse 16 Mio ; seul son début a été conservé.",
      en: "The document is longer than 16 MiB; only its beginning was kept."
    ),
    (fr: "Découpez le document en plusieurs fichiers.", en: "Cut the document into several files."))
  /// A heading block that is not YAML.
  public static let textFrontMatter = code(
    "text.frontMatter", .warning,
    (
      fr: "L’en-tête YAML du document n’est pas lisible ; il a été ignoré.",
      en: "The YAML heading of the document cannot be read; it was ignored."
    ),
    (
      fr: "Vérifiez les deux-points et les guillemets entre les deux lignes « --- ».",
      en: "Check the colons and quotation marks between the two lines “---”."
    ))
  /// A key of the heading block that means nothing.
  public static let textFrontMatterKey = code(
    "text.frontMatterKey", .warning,
    (
      fr: "Une clé de l’en-tête n’est pas connue ; elle a été ignorée.",
      en: "A key of the heading is not known; it was ignored."
    ),
    (
      fr: "Clés connues : title, buyer, place, insee, cpv, date, procedure, language, demonstration.",
      en: "Known keys: title, buyer, place, insee, cpv, date, procedure, language, demonstration."
    ))
  /// A text without heading nor first line to take as its title.
  public static let textNoTitle = code(
    "text.noTitle", .note,
    (
      fr: "Le document n’a ni titre ni texte ; son nom de fichier en tient lieu.",
      en: "The document has neither title nor text; its file name stands for it."
    ), nothingToDo)

  // Facts

  /// A line that is neither a document, nor a thing, nor a claim.
  public static let factsType = code(
    "facts.type", .error,
    (
      fr: "La ligne n’est ni un document, ni une chose, ni une affirmation (« type »).",
      en: "The line is neither a document, nor a thing, nor a claim (“type”)."
    ),
    (
      fr: "Corrigez « type » : document, thing ou claim.", en: "Correct “type”: document, thing or claim."
    ))
  /// A line without a field that its type needs, or with one that is no identifier.
  public static let factsField = code(
    "facts.field", .error,
    (
      fr: "Un champ obligatoire de la ligne manque ou n’est pas de la bonne forme.",
      en: "A required field of the line is missing or not of the right form."
    ),
    (
      fr: "Complétez la ligne selon Documentation/Sources/facts.md.",
      en: "Complete the line after Documentation/Sources/facts.md."
    ))
  /// An optional value of a line that cannot be read.
  public static let factsValue = code(
    "facts.value", .warning,
    (
      fr: "Une valeur de la ligne n’est pas lisible ; elle a été écartée.",
      en: "A value of the line cannot be read; it was dropped."
    ),
    (
      fr: "Corrigez la valeur selon Documentation/Sources/facts.md.",
      en: "Correct the value after Documentation/Sources/facts.md."
    ))

  // Notices

  /// XML whose root is no eForms notice.
  public static let eformsUnknownRoot = code(
    "eforms.unknownRoot", .error,
    (
      fr: "Le document XML n’est pas un avis eForms.", en: "The XML document is no eForms notice."
    ),
    (
      fr:
        "Choisissez le fichier XML de l’avis au format eForms (depuis 2023), ou celui d’un avis "
        + "du TED, plus ancien.",
      en:
        "Choose the XML file of the notice in the eForms format (since 2023), or that of an older TED notice."
    ))
  /// A notice that announces no purchase.
  public static let eformsNoCall = code(
    "eforms.noCall", .error,
    (
      fr:
        "L’avis n’annonce aucun achat : ni titre, ni description, ni lot (profil d’acheteur, enregistrement).",
      en: "The notice announces no purchase: no title, description or lot (buyer profile, registration)."
    ),
    (
      fr: "Rien à faire si c’est bien un tel avis ; sinon complétez-le à la source.",
      en: "Nothing to do if it is such a notice; otherwise complete it at its source."
    ))
  /// A notice without identifier.
  public static let eformsNoIdentifier = code(
    "eforms.noIdentifier", .error,
    (
      fr: "L’avis n’a pas d’identifiant : il ne pourrait être ni mis à jour ni retrouvé.",
      en: "The notice has no identifier: it could be neither updated nor found again."
    ),
    (
      fr: "Prenez l’avis publié, qui en a un, et non un brouillon.",
      en: "Take the published notice, which has one, and not a draft."
    ))
  /// A notice without buyer.
  public static let eformsNoBuyer = code(
    "eforms.noBuyer", .warning,
    (fr: "L’avis ne nomme aucun acheteur.", en: "The notice names no buyer."), askSource)
  /// A call for offers without a last day.
  public static let eformsNoDeadline = code(
    "eforms.noDeadline", .note,
    (
      fr: "L’avis ne donne pas de date limite pour les offres ni les candidatures.",
      en: "The notice gives no last day for offers or requests to take part."
    ), nothingToDo)
  /// A last day before the day of publication.
  public static let eformsDeadlineOrder = code(
    "eforms.deadlineOrder", .warning,
    (
      fr: "La date limite est antérieure à la publication de l’avis.",
      en: "The last day is before the publication of the notice."
    ), askSource)
  /// Every code that the adapters of this module give, those of JSON and XML included, for the documentation.
  public static let allSources: [DiagnosticCode] =
    allJSON + allDocuments + [
      .recordNotObject, .recordDuplicateKey, .decpShare, .decpFieldIgnored,
      .awardNoIdentifier, .awardNoBuyer, .awardNoTitle, .awardNoWinner, .valueType, .valueNotCommunicated,
      .companyNoNumber, .companyCheckDigit, .companySirenOnly, .companySirenGiven, .companyShape,
      .companyRepaired, .companyScheme, .companyVAT, .cpvLeadingZero, .cpvCompleted, .cpvCheckDigit,
      .cpvInvalid, .dateInvalid, .dateImplausible, .dateRepaired, .dateOrder, .amountPlaceholder, .amountHigh,
      .amountImplausible, .amountInvalid, .currencyInvalid, .durationImplausible, .durationRounded,
      .durationInvalid, .placeKind, .placeInvalid, .placeRepaired, .listUnknown, .listNormalised,
      .textReplacementCharacter, .textMarkup, .textControl, .privacyPersonName, .privacyContact,
      .csvColumnCount, .csvQuote, .csvRowTooLarge, .csvEncoding, .textTooLarge, .textFrontMatter,
      .textFrontMatterKey, .textNoTitle, .factsType, .factsField, .factsValue, .eformsUnknownRoot,
      .eformsNoCall, .eformsNoIdentifier, .eformsNoBuyer, .eformsNoDeadline,
      .eformsDeadlineOrder,
    ] + allNotices + allTED + allXML

  /// The warning of lost characters, with their count.
  static func textReplacementCharacters(_ count: Int) -> DiagnosticCode {
    code(
      textReplacementCharacter.name, .warning,
      (
        fr: "\(fr: count, "caractère perdu", "caractères perdus") avant la publication (« \u{FFFD} »).",
        en: "\(en: count, "character") lost before publication (“\u{FFFD}”)."
      ), askSource)
  }
}
