import GRDB
import GRDBSQLite
import PasserelleCore

/// Turns SQLite's errors into the product's.
enum StoreErrors {
  static func error(_ code: Int32, _ connection: OpaquePointer) -> DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: code), message: sqlite3_errmsg(connection).map { String(cString: $0) })
  }

  static func closed() -> DatabaseError {
    DatabaseError(resultCode: .SQLITE_MISUSE, message: "closed connection")
  }

  /// Runs a body and translates what SQLite throws; other errors pass.
  static func translating<R>(_ path: String, _ body: () throws -> R) throws -> R {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw translated(error, path)
    }
  }

  static func translated(_ error: DatabaseError, _ path: String) -> PasserelleError {
    let location = SourceLocation(file: path)
    switch error.resultCode {
    case .SQLITE_FULL:
      return PasserelleError(
        .graphDiskFull,
        LocalizedText(
          fr:
            "Plus de place sur le disque ; rien de la dernière tranche n'a été écrit. Libérez de l'espace, puis relancez : la reprise est automatique.",
          en:
            "No space left on the device; nothing of the last batch was written. Free some space and run again: it resumes by itself."
        ),
        at: location, cause: error)
    case .SQLITE_IOERR:
      return PasserelleError(
        .graphUnavailable,
        LocalizedText(
          fr:
            "Erreur d'entrée-sortie du disque (disque plein ou défaillant ?). La dernière tranche n'a pas été écrite ; relancez après vérification.",
          en:
            "Disk input/output error (disk full or failing?). The last batch was not written; check, then run again."
        ),
        at: location, cause: error)
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      return PasserelleError(
        .workspaceLocked,
        LocalizedText(
          fr: "La base est occupée par une autre opération. Attendez sa fin et relancez.",
          en: "The store is busy with another operation. Wait for its end and run again."),
        at: location, cause: error)
    case .SQLITE_NOTADB, .SQLITE_CORRUPT:
      return PasserelleError(
        .graphCorrupt,
        LocalizedText(
          fr:
            "Le fichier n'est pas une base Passerelle ou il est endommagé. Rétablissez la dernière sauvegarde (voir « passerelle backup »).",
          en:
            "The file is not a Passerelle store, or is damaged. Restore the last backup (see 'passerelle backup')."
        ),
        at: location, cause: error)
    case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM:
      return PasserelleError(
        .graphUnavailable,
        LocalizedText(
          fr: "La base ne peut pas être ouverte ou écrite. Vérifiez le chemin et les droits du dossier.",
          en: "The store cannot be opened or written. Check the path and the folder's permissions."),
        at: location, cause: error)
    default:
      return PasserelleError(
        .graphUnavailable,
        LocalizedText(
          fr: "La base a refusé l'opération : \(error.message ?? "cause inconnue").",
          en: "The store refused the operation: \(error.message ?? "unknown cause")."),
        at: location, cause: error)
    }
  }
}
