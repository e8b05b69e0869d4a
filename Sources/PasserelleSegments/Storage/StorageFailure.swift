internal import Glibc
internal import PasserelleCore

/// Turns what the file system reports about an index into the product's errors.
enum StorageFailure {
  /// What was tried.
  enum Action {
    case open, read, write, replace, remove, lock, makeFolder

    fileprivate var text: LocalizedText {
      switch self {
      case .open: LocalizedText(fr: "être ouvert", en: "be opened")
      case .read: LocalizedText(fr: "être lu", en: "be read")
      case .write: LocalizedText(fr: "être écrit", en: "be written")
      case .replace: LocalizedText(fr: "être remplacé", en: "be replaced")
      case .remove: LocalizedText(fr: "être supprimé", en: "be removed")
      case .lock: LocalizedText(fr: "être verrouillé", en: "be locked")
      case .makeFolder: LocalizedText(fr: "être créé", en: "be made")
      }
    }
  }

  /// The error of a call that failed with a number of `errno`.
  static func error(
    _ action: Action, _ path: String, _ number: Int32, fileID: String = #fileID, line: Int = #line
  ) -> PasserelleError {
    switch number {
    case ENOSPC, EDQUOT:
      return PasserelleError(
        .graphDiskFull,
        LocalizedText(
          fr:
            "Plus de place sur le disque pour le fichier d’index « \(path) » ; l’index d’avant reste en place. Libérez de l’espace et relancez.",
          en:
            "No space left on the device for the index file '\(path)'; the index as it was stays in place. Free some space and run again."
        ),
        at: SourceLocation(file: path), fileID: fileID, line: line)
    case ENOENT where action == .open || action == .read:
      return SegmentFailure.error(
        path, LocalizedText(fr: "il manque", en: "it is missing"), fileID: fileID, line: line)
    default:
      let reason = String(cString: strerror(number))
      return PasserelleError(
        .indexInvalid,
        LocalizedText(
          fr:
            "Le fichier d’index « \(path) » ne peut pas \(action.text[.french]) (\(reason)). Vérifiez le dossier, ses droits et le disque, puis relancez.",
          en:
            "The index file '\(path)' cannot \(action.text[.english]) (\(reason)). Check the folder, its permissions and the disk, then run again."
        ),
        at: SourceLocation(file: path), fileID: fileID, line: line)
    }
  }

  /// The error of a name that is no plain file name.
  static func badName(_ name: String, fileID: String = #fileID, line: Int = #line) -> PasserelleError {
    SegmentFailure.error(
      name, LocalizedText(fr: "ce nom de fichier n’est pas permis", en: "this file name is not allowed"),
      fileID: fileID, line: line)
  }
}
