public import PasserelleCore

extension DiagnosticCode {
  /// A record met again in the same run with the same bytes.
  public static let recordRepeated = DiagnosticCode(
    "record.repeated", .note,
    reason: LocalizedText(
      fr: "L’enregistrement a déjà été rencontré à l’identique dans cette exécution.",
      en: "The record was already met in this run, byte for byte."),
    remedy: LocalizedText(
      fr: "Rien à faire : il n’est stocké qu’une fois.", en: "Nothing to do: it is stored once."))

  /// Another record of the same run under the same key.
  public static let recordSameKey = DiagnosticCode(
    "record.sameKey", .note,
    reason: LocalizedText(
      fr: "Un autre enregistrement de cette exécution porte le même numéro avec un autre contenu.",
      en: "Another record of this run has the same number and another content."),
    remedy: LocalizedText(
      fr: "Les deux sont gardés, celui-ci sous un numéro complété ; demandez à la source de les distinguer.",
      en: "Both are kept, this one under a longer number; ask the source to tell them apart."))

  /// Another state of a record that another file of the same run told of.
  public static let recordNewState = DiagnosticCode(
    "record.newState", .note,
    reason: LocalizedText(
      fr: "Un autre fichier de cette exécution donne la même fiche avec un autre contenu.",
      en: "Another file of this run gives the same record with another content."),
    remedy: LocalizedText(
      fr:
        "Rien à faire : ce sont des versions de la fiche ; la plus récente par sa date, sinon la dernière lue, est en vigueur.",
      en:
        "Nothing to do: they are versions of the record; the latest by its date, else the last one read, is in force."
    ))

  /// A state of a record that is older than one that another file of the same run told.
  public static let recordOlder = DiagnosticCode(
    "record.older", .note,
    reason: LocalizedText(
      fr: "La fiche porte une date antérieure à celle qu’un autre fichier de cette exécution en donne.",
      en: "The record bears an earlier date than what another file of this run gives of it."),
    remedy: LocalizedText(
      fr: "Rien à faire : la plus récente est en vigueur, celle-ci n’est pas stockée.",
      en: "Nothing to do: the latest is in force, this one is not stored."))

  /// A graph that its file no longer holds.
  public static let recordWithdrawn = DiagnosticCode(
    "record.withdrawn", .note,
    reason: LocalizedText(
      fr:
        "Le fichier ne contient plus ce graphe, qu’il contenait avant : le graphe est clos, son histoire reste.",
      en: "The file no longer holds this graph, which it held before: the graph is closed, its history stays."
    ),
    remedy: LocalizedText(
      fr: "Rien à faire. S’il revient dans le fichier, il est rouvert à la lecture suivante.",
      en: "Nothing to do. If it comes back in the file, the next reading opens it again."))

  /// A file that could not be read at all.
  public static let fileUnreadable = DiagnosticCode(
    "file.unreadable", .error,
    reason: LocalizedText(fr: "Le fichier n’a pas pu être lu.", en: "The file could not be read."),
    remedy: LocalizedText(
      fr: "Voyez son message d’erreur, dont le code est donné ; les autres fichiers ont été traités.",
      en: "See its error message, whose code is given; the other files were handled."))

  /// A state of a record that came after a later one.
  public static let recordLate = DiagnosticCode(
    "record.late", .note,
    reason: LocalizedText(
      fr: "Cet état de l’enregistrement est plus ancien qu’un état déjà lu.",
      en: "This state of the record is older than one that was already read."),
    remedy: LocalizedText(
      fr:
        "Seul ce que les états plus récents ne disent pas en a été repris ; lisez de préférence dans l’ordre des dates.",
      en: "Only what later states do not say was taken from it; read in the order of dates where you can."))

  /// A file of a folder or an archive that holds no records.
  public static let fileNotData = DiagnosticCode(
    "file.notData", .note,
    reason: LocalizedText(
      fr: "Le fichier ne contient pas de données à lire.", en: "The file holds no data to read."),
    remedy: LocalizedText(
      fr: "Rien à faire. Pour le lire tout de même, nommez-le avec son format (--source).",
      en: "Nothing to do. To read it all the same, name it with its format (--source)."))

  /// A file of a folder or an archive that may hold data in a form that is not read.
  public static let fileNotRead = DiagnosticCode(
    "file.notRead", .warning,
    reason: LocalizedText(
      fr: "Le fichier n’est pas lu : son format n’est pas pris en charge.",
      en: "The file is not read: its format is not supported."),
    remedy: LocalizedText(
      fr: "S’il contient des données, exportez-le dans un des formats lus (CSV, JSON, XML).",
      en: "If it holds data, export it to one of the formats that are read (CSV, JSON, XML)."))

  /// The kinds of problem that the pipeline itself finds.
  public static let allPipeline: [DiagnosticCode] = [
    .recordRepeated, .recordSameKey, .recordNewState, .recordOlder, .recordWithdrawn, .recordLate,
    .fileUnreadable, .fileNotData, .fileNotRead,
  ]
}
