public import PasserelleCore

extension DiagnosticCode {
  private static let completeSource = (
    fr:
      "Complétez la donnée à la source et relancez l’ingestion, ou choisissez un format qui n’exige pas ce champ : « --edition 2019 » pour des données DECP d’avant 2022.",
    en:
      "Complete the data at their source and ingest them again, or choose a format that does not require the field: “--edition 2019” for DECP data from before 2022."
  )

  /// A record that a format out cannot hold.
  public static let exportMissingField = code(
    "export.missingField", .error,
    (
      fr:
        "Le format exige un champ que la fiche ne donne pas, ou pas dans la forme voulue : rien n’est inventé.",
      en:
        "The format requires a field that the record does not give, or not in the form wanted: nothing is invented."
    ), completeSource)
  /// A record of a kind that a format out does not know: a call among contracts, a document among both.
  public static let exportOtherKind = code(
    "export.otherKind", .error,
    (
      fr: "Le format n’a pas de place pour une fiche de cette sorte.",
      en: "The format has no place for a record of this kind."
    ),
    (
      fr: "Exportez-la en RDF : « passerelle dump ».", en: "Export it as RDF: “passerelle dump”."
    ))
  /// A file among several that cannot be read.
  public static let exportUnreadable = code(
    "export.unreadable", .error,
    (
      fr: "Le fichier ne peut pas être lu ; les autres le sont.",
      en: "The file cannot be read; the others are."
    ),
    (fr: "Vérifiez le fichier, puis relancez la conversion.", en: "Check the file, then convert again."))
  /// A record that its source does not let be published.
  public static let exportRestricted = code(
    "export.restricted", .note,
    (
      fr: "La source réserve l’accès à cette fiche : elle n’est pas exportée.",
      en: "The source restricts access to this record: it is not exported."
    ), nothingToDo)

  /// The kinds of problems of exports.
  public static let allExport: [DiagnosticCode] = [
    exportMissingField, exportOtherKind, exportUnreadable, exportRestricted,
  ]
}
