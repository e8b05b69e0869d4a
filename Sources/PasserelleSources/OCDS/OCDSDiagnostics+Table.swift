public import PasserelleCore

extension DiagnosticCode {
  private static let askPublisher = (
    fr: "Signalez-le à l’organisme qui publie les données ; la valeur d’origine reste consultable.",
    en: "Report it to the publisher of the data; the original value can still be consulted."
  )
  private static let fixSource = (
    fr: "Complétez la donnée à la source, puis relancez l’ingestion du fichier.",
    en: "Complete the data at their source, then ingest the file again."
  )

  /// A release or record without ocid.
  public static let ocdsNoOcid = code(
    "ocds.noOcid", .error,
    (
      fr: "La publication OCDS n’a pas d’« ocid » : on ne sait pas à quelle procédure elle appartient.",
      en: "The OCDS release or record has no “ocid”: it is not known which process it belongs to."
    ), fixSource)
  /// A record that only names its releases by their addresses.
  public static let ocdsLinkedReleases = code(
    "ocds.linkedReleases", .error,
    (
      fr:
        "La fiche ne fait que renvoyer à des publications (« url ») : leur contenu n’est pas dans le fichier.",
      en: "The record only links to releases (“url”): their content is not in the file."
    ),
    (
      fr:
        "Téléchargez les publications citées et importez-les, ou demandez des fiches avec « compiledRelease ».",
      en: "Download the releases it names and ingest them, or ask for records with a “compiledRelease”."
    ))
  /// A release or record that says nothing of a call, an award or a contract.
  public static let ocdsNothing = code(
    "ocds.nothing", .error,
    (
      fr: "La publication ne dit rien d’une consultation, d’une attribution ou d’un contrat.",
      en: "The release says nothing of a planned purchase, a tender, an award or a contract."
    ),
    (
      fr: "Rien à corriger si la procédure n’a pas commencé ; sinon, complétez-la à la source.",
      en: "Nothing to correct if the process has not begun; else complete it at its source."
    ))
  /// Several awards or contracts of one release with the same identifier.
  public static let ocdsRepeatedIdentifier = code(
    "ocds.repeatedId", .warning,
    (
      fr: "Deux attributions de la publication ont le même identifiant ; elles ont été fusionnées.",
      en: "Two awards of the release have the same identifier; they were merged."
    ), askPublisher)
  /// An award or contract without identifier.
  public static let ocdsNoIdentifier = code(
    "ocds.noId", .warning,
    (
      fr: "L’attribution ou le contrat n’a pas d’identifiant ; son rang dans la liste en tient lieu.",
      en: "The award or contract has no identifier; its rank in the list stands for one."
    ), askPublisher)
  /// A contract of an award that the process does not have.
  public static let ocdsNoAward = code(
    "ocds.noAward", .warning,
    (
      fr: "Le contrat renvoie à une attribution (« awardID ») qui n’est pas dans la procédure.",
      en: "The contract refers to an award (“awardID”) that the process does not have."
    ), askPublisher)
  /// An organisation that is referred to and not described.
  public static let ocdsNoParty = code(
    "ocds.noParty", .warning,
    (
      fr: "L’organisation citée n’est pas décrite dans « parties » ; seul son nom est connu, s’il est donné.",
      en: "The organisation referred to is not described in “parties”; only its name is known, if given."
    ), askPublisher)
  /// An award that was cancelled or that nobody won.
  public static let ocdsAwardStatus = code(
    "ocds.awardStatus", .note,
    (
      fr: "L’attribution est annulée ou infructueuse : elle n’est pas retenue comme un marché.",
      en: "The award is cancelled or unsuccessful: it is not taken as an award."
    ), nothingToDo)
  /// An award that is not decided.
  public static let ocdsAwardPending = code(
    "ocds.awardPending", .note,
    (
      fr: "L’attribution est proposée, non encore en vigueur.",
      en: "The award is proposed and not yet in force."
    ), nothingToDo)
  /// A contract that was cancelled before it was signed.
  public static let ocdsContractStatus = code(
    "ocds.contractStatus", .note,
    (
      fr: "Le contrat a été annulé avant sa signature : ses montants et ses dates ne sont pas retenus.",
      en: "The contract was cancelled before it was signed: its amounts and dates are not taken."
    ), nothingToDo)
  /// A tender that came to nothing.
  public static let ocdsTenderStatus = code(
    "ocds.tenderStatus", .note,
    (
      fr: "La consultation est annulée, retirée ou infructueuse : elle n’a plus de date limite.",
      en: "The tender is cancelled, withdrawn or unsuccessful: it has no deadline any more."
    ), nothingToDo)
  /// An amount without currency.
  public static let ocdsNoCurrency = code(
    "ocds.noCurrency", .warning,
    (
      fr: "Le montant n’a pas de devise : il est gardé tel qu’écrit, sans pouvoir être comparé.",
      en: "The amount has no currency: it is kept as written and cannot be compared."
    ), askPublisher)
  /// Fields that are not read.
  public static let ocdsFieldIgnored = code(
    "ocds.fieldIgnored", .note,
    (
      fr: "La publication contient des champs trop longs pour être gardés : ils ne sont pas lus.",
      en: "The release holds fields that are too long to be kept: they are not read."
    ), nothingToDo)
  /// Fields that have no relation of their own and are kept as written.
  public static let ocdsFieldKept = code(
    "ocds.fieldKept", .note,
    (
      fr:
        "La publication contient des champs ou des extensions sans sens connu ici : ils sont gardés tels quels et rendus à l’export OCDS.",
      en:
        "The release holds fields or extensions without known meaning here: they are kept as written and given back in OCDS."
    ), nothingToDo)
  /// A list taken away as a whole.
  public static let ocdsListRemoved = code(
    "ocds.listRemoved", .warning,
    (
      fr:
        "La publication retire une liste entière (« null ») ; ce qui en avait été publié ne peut être retiré d’ici.",
      en:
        "The release takes a whole list away (null); what was published of it cannot be withdrawn from here."
    ),
    (
      fr: "Importez la fiche compilée de la procédure.", en: "Ingest the compiled record of the process."
    ))

  /// The codes of OCDS.
  public static let allOCDS: [DiagnosticCode] = [
    .ocdsNoOcid, .ocdsLinkedReleases, .ocdsNothing, .ocdsRepeatedIdentifier, .ocdsNoIdentifier, .ocdsNoAward,
    .ocdsNoParty, .ocdsAwardStatus, .ocdsAwardPending, .ocdsContractStatus, .ocdsTenderStatus,
    .ocdsNoCurrency, .ocdsFieldIgnored, .ocdsFieldKept, .ocdsListRemoved,
  ]
}
