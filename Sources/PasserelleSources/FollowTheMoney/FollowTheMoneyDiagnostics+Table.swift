public import PasserelleCore

extension DiagnosticCode {
  private static let fixEntity = (
    fr: "Complétez l’entité à la source, puis relancez l’ingestion du fichier.",
    en: "Complete the entity at its source, then ingest the file again."
  )
  private static let wholeFile = (
    fr:
      "Importez le jeu de données entier en un seul fichier, les entités avant les liens s’il est très grand.",
    en: "Ingest the whole dataset as one file, entities before ties where it is very large."
  )

  /// A line that is no entity.
  public static let ftmNotEntity = code(
    "ftm.notEntity", .error,
    (
      fr: "L’objet n’est pas une entité : il lui faut un identifiant, un schéma et des propriétés.",
      en: "The object is no entity: it needs an identifier, a schema and properties."
    ), fixEntity)
  /// A tie that lacks one of its ends.
  public static let ftmNoEnd = code(
    "ftm.noEnd", .error,
    (
      fr: "Le lien ne dit pas qui il relie.",
      en: "The tie does not say whom it ties."
    ), fixEntity)
  /// A tie to what the file does not hold.
  public static let ftmUnknownEnd = code(
    "ftm.unknownEnd", .error,
    (
      fr: "Le lien relie une entité qui n’est pas dans le fichier : on ne sait pas si c’est une personne.",
      en: "The tie is with an entity that is not in the file: it is not known whether it is a person."
    ), wholeFile)
  /// Natural persons were left out.
  public static let ftmPersons = code(
    "ftm.persons", .note,
    (
      fr: "Des personnes physiques, et les liens avec elles, n’ont pas été retenus ; en valeur, leur nombre.",
      en: "Natural persons, and ties with them, were not taken; the value is their number."
    ), nothingToDo)
  /// Entities of schemata that are not read.
  public static let ftmNotTaken = code(
    "ftm.notTaken", .note,
    (
      fr: "Des entités sont de schémas qui ne sont pas lus ; en valeur, leur nombre par schéma.",
      en: "Some entities are of schemata that are not read; the value is their number by schema."
    ), nothingToDo)

  /// The codes of FollowTheMoney and BODS.
  public static let allFollowTheMoney: [DiagnosticCode] = [
    .ftmNotEntity, .ftmNoEnd, .ftmUnknownEnd, .ftmPersons, .ftmNotTaken,
  ]
}
