public import PasserelleCore

extension DiagnosticCode {
  private static func code(
    _ name: String, _ reason: (fr: String, en: String), _ remedy: (fr: String, en: String)
  ) -> DiagnosticCode {
    code(name, .error, reason, remedy)
  }

  private static let fetchAgain = (
    fr: "Téléchargez-la de nouveau ; ce qui a été lu avant le défaut est gardé.",
    en: "Download it again; what was read before the fault is kept."
  )

  private static let packPlainly = (
    fr: "Refaites l’archive avec les fichiers de données seuls.",
    en: "Make the archive again with the data files alone."
  )

  /// An archive that unpacks to far more than it holds.
  public static let archiveBomb = code(
    "archive.bomb",
    (
      fr:
        "L’archive se déploie en beaucoup plus d’octets qu’elle n’en contient : elle est faite pour saturer "
        + "la machine.",
      en: "The archive unpacks to far more bytes than it holds: it is made to fill the machine."
    ),
    (
      fr: "Vérifiez son origine. Si les données sont bonnes, décompressez-les vous-même.",
      en: "Check where it comes from. If the data are sound, unpack them yourself."
    ))
  /// An archive of more bytes or entries, or with longer paths, than are taken.
  public static let archiveLimit = code(
    "archive.limit",
    (
      fr:
        "L’archive, ou le flux, dépasse les limites admises (octets, nombre de fichiers, longueur d’un chemin).",
      en: "The archive, or the stream, is beyond the limits (bytes, number of files, length of a path)."
    ),
    (
      fr: "Faites-en plusieurs ; ce qui a été lu avant la limite est gardé.",
      en: "Make several; what was read before the limit is kept."
    ))
  /// An entry whose path leads out of the archive.
  public static let archiveTraversal = code(
    "archive.traversal",
    (
      fr: "Le chemin de ce fichier sort de l’archive (« .. », chemin absolu, lecteur, octet nul) ou manque.",
      en:
        "The path of this file leads out of the archive (“..”, absolute path, drive, null byte) or is missing."
    ), packPlainly)
  /// An entry that is a link.
  public static let archiveLink = code(
    "archive.link",
    (
      fr: "Cette entrée de l’archive est un lien vers un autre fichier ; les liens ne sont pas suivis.",
      en: "This entry of the archive is a link to another file; links are not followed."
    ), packPlainly)
  /// An entry that is a device, a pipe or a socket.
  public static let archiveDevice = code(
    "archive.device",
    (
      fr: "Cette entrée de l’archive n’est pas un fichier (périphérique, tube…).",
      en: "This entry of the archive is not a file (device, pipe…)."
    ), packPlainly)
  /// An entry that is encrypted.
  public static let archiveEncrypted = code(
    "archive.encrypted",
    (
      fr: "Le fichier est chiffré par un mot de passe.",
      en: "The file is encrypted with a password."
    ),
    (
      fr: "Déchiffrez l’archive, puis refaites-la sans mot de passe.",
      en: "Decrypt the archive, then make it again without a password."
    ))
  /// An archive that ends in the middle.
  public static let archiveTruncated = code(
    "archive.truncated",
    (fr: "L’archive est tronquée : elle s’arrête avant sa fin.", en: "The archive is cut short."), fetchAgain)
  /// Content that does not match its checksum.
  public static let archiveChecksum = code(
    "archive.checksum",
    (
      fr: "Le contenu ne correspond pas à sa somme de contrôle : il a été altéré.",
      en: "The content does not match its checksum: it was altered."
    ), fetchAgain)
  /// Bytes after the end of an archive.
  public static let archiveTrailing = code(
    "archive.trailing",
    (
      fr: "D’autres octets suivent la fin de l’archive ; ils n’ont pas été lus.",
      en: "More bytes follow the end of the archive; they were not read."
    ),
    (
      fr: "Téléchargez-la de nouveau, ou vérifiez que deux fichiers n’ont pas été mis bout à bout.",
      en: "Download it again, or check that two files were not put end to end."
    ))
  /// Archives that stand in each other too deep.
  public static let archiveDepth = code(
    "archive.depth",
    (
      fr:
        "Cette archive se trouve dans une archive qui est elle-même dans une autre : elle n’est pas ouverte.",
      en: "This archive stands in an archive that is itself in another one: it is not opened."
    ),
    (fr: "Décompressez l’archive extérieure.", en: "Unpack the outer archive."))
  /// An entry packed by a method that is not read.
  public static let archiveUnsupported = code(
    "archive.unsupported",
    (
      fr: "Le fichier est comprimé par une méthode qui n’est pas prise en charge.",
      en: "The file is packed by a method that is not supported."
    ),
    (
      fr: "Refaites l’archive avec la méthode habituelle (« deflate »).",
      en: "Make the archive again with the usual method (deflate)."
    ))
  /// An archive that breaks its format.
  public static let archiveDamaged = code(
    "archive.damaged",
    (fr: "L’archive est endommagée.", en: "The archive is damaged."), fetchAgain)

  /// Every code of the archive reader, in the order of the documentation; each is an error code too.
  public static let allArchive: [DiagnosticCode] = [
    .archiveBomb, .archiveLimit, .archiveTraversal, .archiveLink, .archiveDevice, .archiveEncrypted,
    .archiveTruncated, .archiveChecksum, .archiveTrailing, .archiveDepth, .archiveUnsupported,
    .archiveDamaged,
  ]
}
