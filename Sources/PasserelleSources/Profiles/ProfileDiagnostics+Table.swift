public import PasserelleCore

extension DiagnosticCode {
  private static let completeSheet = (
    fr: "Complétez la fiche, puis importez de nouveau le fichier.",
    en: "Complete the sheet, then import the file again."
  )

  /// A sheet that declares another format.
  public static let declarationFormat = code(
    "declaration.format", .error,
    (
      fr: "La fiche annonce un autre format (« format ») que celui qui est lu.",
      en: "The sheet declares another format (“format”) than the one being read."
    ),
    (
      fr: "Corrigez « format », ou importez la fiche avec l’option --source qui convient.",
      en: "Correct “format”, or import the sheet with the right --source."
    ))
  /// A field that the format does not have.
  public static let declarationField = code(
    "declaration.unknownField", .note,
    (
      fr: "Le format n’a pas ce champ ; son contenu n’est pas conservé.",
      en: "The format has no such field; its content is not kept."
    ),
    (
      fr: "Vérifiez le nom du champ dans Documentation/Formats.",
      en: "Check the field’s name in Documentation/Formats."
    ))
  /// A value that its field cannot hold.
  public static let declarationValue = code(
    "declaration.value", .warning,
    (
      fr: "La valeur n’est pas de celles que le champ admet ; elle a été écartée.",
      en: "The value is not one that the field admits; it was dropped."
    ),
    (
      fr: "Corrigez la valeur selon la page du format dans Documentation/Formats.",
      en: "Correct the value after the format’s page in Documentation/Formats."
    ))
  /// A profile without a number.
  public static let profileNoIdentifier = code(
    "profile.noIdentifier", .error,
    (
      fr: "Le profil n’a pas d’identifiant : il ne pourrait être rattaché à aucune entreprise.",
      en: "The profile has no identifier: it could be attached to no company."
    ), completeSheet)
  /// A profile without a name.
  public static let profileNoName = code(
    "profile.noName", .error,
    (fr: "Le profil n’a pas de nom.", en: "The profile has no name."), completeSheet)
  /// A profile that says nothing of what is offered.
  public static let profileNoOffer = code(
    "profile.noOffer", .warning,
    (
      fr:
        "Le profil ne dit rien de l’offre (ni code CPV, ni texte, ni référence) : il ne peut guère être trouvé.",
      en:
        "The profile says nothing of what is offered (no CPV code, text or reference): it can hardly be found."
    ), completeSheet)
  /// An evaluation that names no vendor by a number.
  public static let evaluationNoVendor = code(
    "evaluation.noVendor", .error,
    (
      fr: "L’évaluation n’identifie pas le fournisseur par un numéro.",
      en: "The evaluation does not identify the vendor by a number."
    ), completeSheet)
  /// An evaluation of no project.
  public static let evaluationNoProject = code(
    "evaluation.noProject", .error,
    (
      fr: "L’évaluation ne dit pas quel projet a été livré.",
      en: "The evaluation does not say which project was delivered."
    ), completeSheet)
  /// An evaluation by nobody.
  public static let evaluationNoAuthor = code(
    "evaluation.noAuthor", .error,
    (
      fr: "L’évaluation n’a pas d’organisme auteur : un avis sans auteur n’est pas montré.",
      en: "The evaluation has no author body: an opinion without author is not shown."
    ), completeSheet)
  /// An evaluation without mark or text.
  public static let evaluationEmpty = code(
    "evaluation.empty", .error,
    (
      fr: "L’évaluation n’a ni note ni texte.", en: "The evaluation has neither mark nor text."
    ), completeSheet)
  /// An evaluation that a vendor wrote of itself.
  public static let evaluationSelf = code(
    "evaluation.ownAuthor", .error,
    (
      fr: "L’organisme auteur est le fournisseur lui-même.",
      en: "The author body is the vendor itself."
    ),
    (
      fr: "Mettez ce que le fournisseur dit de lui dans son profil, ou sa réponse dans « reply ».",
      en: "Put what the vendor says of itself in its profile, or its reply in “reply”."
    ))
  /// An author whose number is not of the range of public bodies.
  public static let evaluationAuthorNumber = code(
    "evaluation.authorNumber", .note,
    (
      fr:
        "Le numéro de l’organisme auteur n’est pas de ceux des administrations (qui commencent par 1 ou 2).",
      en: "The number of the author body is not of those of public administrations (which begin with 1 or 2)."
    ),
    (
      fr: "Vérifiez que l’organisme est public (régie, société publique locale…) ; rien n’a été changé.",
      en: "Check that the body is public (municipal company…); nothing was changed."
    ))
  /// A sheet without title.
  public static let sheetNoTitle = code(
    "sheet.noTitle", .error,
    (fr: "La fiche action n’a pas de titre.", en: "The action sheet has no title."), completeSheet)
  /// A sheet that names nobody.
  public static let sheetNoProvider = code(
    "sheet.noProvider", .note,
    (
      fr: "La fiche action ne nomme aucun prestataire : elle ne compte pour aucune entreprise.",
      en: "The action sheet names no provider: it counts for no company."
    ), completeSheet)

  /// The codes of profiles, evaluations and action sheets.
  public static let allProfiles: [DiagnosticCode] = [
    .declarationFormat, .declarationField, .declarationValue, .profileNoIdentifier, .profileNoName,
    .profileNoOffer, .evaluationNoVendor, .evaluationNoProject, .evaluationNoAuthor, .evaluationEmpty,
    .evaluationSelf, .evaluationAuthorNumber, .sheetNoTitle, .sheetNoProvider,
  ]
}
