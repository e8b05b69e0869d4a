import PasserelleCore
import PasserelleGraph

/// What can be wrong with a recorded run.
enum MatchRunError {
  /// The bytes of a tape are not those that were written.
  static var damagedTape: PasserelleError {
    PasserelleError(
      .recordDamaged,
      LocalizedText(
        fr:
          "Les réponses enregistrées de l’index de texte sont endommagées : ce calcul ne peut plus être refait. Rétablissez une sauvegarde.",
        en:
          "The recorded answers of the text index are damaged: this run cannot be computed again. Restore a backup."
      ))
  }

  /// A tape of a format that this program does not know.
  static func unknownTape(_ version: UInt8) -> PasserelleError {
    PasserelleError(
      .recordNotReplayable,
      LocalizedText(
        fr:
          "Les réponses enregistrées de l’index de texte sont dans un format inconnu (version \(version)). Refaites le calcul avec la version du programme qui l’a enregistré, ou une plus récente.",
        en:
          "The recorded answers of the text index have an unknown format (version \(version)). Compute again with the program version that recorded them, or a newer one."
      ))
  }

  /// A question that the recorded run did not put to the index.
  static func notOnTape(_ call: String) -> PasserelleError {
    PasserelleError(
      .recordNotReplayable,
      LocalizedText(
        fr:
          "Ce calcul pose à l’index une question que l’enregistrement ne contient pas (\(call)). Refaites-le avec la version du programme qui l’a enregistré.",
        en:
          "This computation asks the index what the record does not hold (\(call)). Compute again with the program version that made the record."
      ))
  }

  /// No run of this number.
  static func unknown(_ id: MatchRunID) -> PasserelleError {
    PasserelleError(
      .entityNotFound,
      LocalizedText(
        fr:
          "Il n’y a pas d’enregistrement \(id) : il a été supprimé, a expiré ou n’a jamais existé. « passerelle runs match » les liste.",
        en:
          "There is no record \(id): it was deleted, has expired, or never was. 'passerelle runs match' lists them."
      ))
  }

  /// A text that is no number of a run.
  static func unreadableNumber(_ text: String) -> PasserelleError {
    PasserelleError(
      .queryInvalid,
      LocalizedText(
        fr: "« \(text) » n’est pas un numéro d’enregistrement. Donnez-le comme M12.",
        en: "'\(text)' is no number of a record. Give it as M12."))
  }

  /// The answer, the parameters or the model of a record cannot be read.
  static func damagedRecord(_ id: MatchRunID, _ part: LocalizedText) -> PasserelleError {
    PasserelleError(
      .recordDamaged,
      LocalizedText(
        fr: "L’enregistrement \(id) est endommagé (\(part.french)). Rétablissez une sauvegarde.",
        en: "The record \(id) is damaged (\(part.english)). Restore a backup."))
  }
}
