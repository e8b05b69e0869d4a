public import PasserelleCore
internal import PasserelleRDF

extension DiagnosticCode {
  private static let askPublisher = (
    fr: "Signalez-le à l’éditeur de la liste.", en: "Report it to the publisher of the list."
  )

  /// A file that holds no list of codes.
  public static let codeListNone = code(
    "codelist.none", .error,
    (
      fr: "Le fichier ne contient aucune liste de codes (ni schéma ni concept SKOS, ni code genericode).",
      en: "The file holds no list of codes (no SKOS scheme or concept, no genericode code)."
    ),
    (
      fr: "Choisissez le fichier de la liste elle-même, et non celui de son vocabulaire.",
      en: "Choose the file of the list itself, not that of its vocabulary."
    ))
  /// A genericode file of another kind than a plain list.
  public static let codeListShape = code(
    "codelist.shape", .error,
    (
      fr: "Le fichier genericode n’est pas une liste simple (ensemble de listes, colonnes seules…).",
      en: "The genericode file is not a simple list (set of lists, columns alone…)."
    ),
    (
      fr: "Téléchargez chaque liste (« CodeList » avec « SimpleCodeList ») et importez-la.",
      en: "Download each list (“CodeList” with “SimpleCodeList”) and import it."
    ))
  /// A row without code.
  public static let codeListNoCode = code(
    "codelist.noCode", .error,
    (fr: "La ligne de la liste n’a pas de code.", en: "The row of the list has no code."), askPublisher)
  /// A code that the list has already.
  public static let codeListDuplicate = code(
    "codelist.duplicate", .error,
    (
      fr: "Le code figure déjà dans la liste ; la première ligne est conservée.",
      en: "The code is in the list already; the first row is kept."
    ), askPublisher)
  /// A notation that another concept of the scheme has.
  public static let codeListNotation = code(
    "codelist.notation", .warning,
    (
      fr: "Un autre concept de la liste a la même notation ; la fin de l’IRI tient lieu de code.",
      en: "Another concept of the list has the same notation; the end of the IRI stands for the code."
    ), askPublisher)
  /// A code without any label.
  public static let codeListNoLabel = code(
    "codelist.noLabel", .note,
    (
      fr: "Le code n’a pas de libellé ; il en tient lieu lui-même.",
      en: "The code has no label; it stands for it itself."
    ), nothingToDo)
  /// Labels in neither French nor English.
  public static let codeListLanguage = code(
    "codelist.language", .note,
    (
      fr: "Des codes n’ont de libellé ni en français ni en anglais ; celui d’une autre langue est montré.",
      en: "Codes have a label in neither French nor English; that of another language is shown."
    ), nothingToDo)
  /// Labels in one of French and English.
  public static let codeListTranslation = code(
    "codelist.translation", .note,
    (
      fr: "Des codes n’ont de libellé qu’en français ou qu’en anglais ; il est montré dans les deux langues.",
      en: "Codes have a label in French or in English only; it is shown in both languages."
    ), nothingToDo)
  /// A column, or a property, that is not kept.
  public static let codeListField = code(
    "codelist.field", .note,
    (
      fr: "La liste a des champs qui ne sont pas conservés.",
      en: "The list has fields that are not kept."
    ), nothingToDo)
  /// A parent that the list does not have.
  public static let codeListParent = code(
    "codelist.parent", .warning,
    (
      fr: "Le code supérieur n’est pas dans la liste ; le code est sans supérieur.",
      en: "The code above is not in the list; the code has none above it."
    ), askPublisher)
  /// Several parents, of which one is kept.
  public static let codeListParents = code(
    "codelist.parents", .note,
    (
      fr: "Le code a plusieurs codes supérieurs ; le premier est conservé.",
      en: "The code has several codes above it; the first is kept."
    ), nothingToDo)
  /// A cycle of parents.
  public static let codeListCycle = code(
    "codelist.cycle", .warning,
    (
      fr: "Le code est son propre supérieur, directement ou non ; il est sans supérieur.",
      en: "The code is above itself, directly or not; it has none above it."
    ), askPublisher)
  /// A code that is no longer to be used.
  public static let codeListDeprecated = code(
    "codelist.deprecated", .note,
    (
      fr: "Le code n’est plus en usage ; il reste lisible pour les données anciennes.",
      en: "The code is no longer in use; it can still be read in old data."
    ), nothingToDo)
  /// Concepts of no scheme.
  public static let codeListNoScheme = code(
    "codelist.noScheme", .note,
    (
      fr: "Des concepts n’appartiennent à aucun schéma ; ils forment une liste au nom du fichier.",
      en: "Concepts belong to no scheme; they make a list of the file’s name."
    ), nothingToDo)
  /// The codes of code lists, those of RDF included, in the order of the documentation.
  public static let allCodeLists: [DiagnosticCode] =
    [
      .codeListNone, .codeListShape, .codeListNoCode, .codeListDuplicate, .codeListNotation, .codeListNoLabel,
      .codeListLanguage, .codeListTranslation, .codeListField, .codeListParent, .codeListParents,
      .codeListCycle, .codeListDeprecated, .codeListNoScheme,
    ] + allRDF
}
