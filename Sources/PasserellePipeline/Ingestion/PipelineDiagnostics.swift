public import PasserelleCore

extension DiagnosticCode {
  /// A record met again in the same run with the same bytes.
  public static let recordRepeated = DiagnosticCode(
    "record.repeated", .note,
    reason: LocalizedText(
      fr: "enregistrement déjà rencontré à l'identique dans cette exécution",
      en: "record already met in this run, byte for byte"),
    remedy: LocalizedText(
      fr: "rien à faire : il n'est compté qu'une fois", en: "nothing to do: it counts once"))

  /// Another record of the same run under the same key.
  public static let recordSameKey = DiagnosticCode(
    "record.sameKey", .note,
    reason: LocalizedText(
      fr: "même numéro qu'un autre enregistrement de cette exécution, contenu différent",
      en: "same number as another record of this run, different content"),
    remedy: LocalizedText(
      fr: "les deux sont gardés, le second sous un numéro complété ; demandez à la source de les distinguer",
      en: "both are kept, the second under a longer number; ask the source to tell them apart"))

  /// A file that could not be read at all.
  public static let fileUnreadable = DiagnosticCode(
    "file.unreadable", .error,
    reason: LocalizedText(fr: "fichier impossible à lire", en: "file that cannot be read"),
    remedy: LocalizedText(
      fr: "voir le message d'erreur de ce fichier ; les autres fichiers ont été traités",
      en: "see this file's error message; the other files were handled"))

  /// The kinds of problem that the pipeline itself finds.
  public static let allPipeline: [DiagnosticCode] = [.recordRepeated, .recordSameKey, .fileUnreadable]
}
