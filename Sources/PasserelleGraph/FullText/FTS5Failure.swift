import GRDB
import PasserelleCore

/// Turns what SQLite reports about the text index into the product's errors.
enum FTS5Failure {
  /// The error of an index that has to be made anew; nothing is lost, the store is the truth.
  static func invalid(
    _ reason: LocalizedText, cause: (any Error)? = nil, fileID: String = #fileID, line: Int = #line
  ) -> PasserelleError {
    PasserelleError(
      .indexInvalid,
      LocalizedText(
        fr: "\(reason[.french]) : supprimez-le et lancez `passerelle index`, rien n’est perdu",
        en: "\(reason[.english]): delete it and run `passerelle index`, nothing is lost"),
      cause: cause, fileID: fileID, line: line)
  }

  /// Runs database work and maps its errors.
  static func mapping<Value>(_ work: () throws -> Value) throws -> Value {
    do {
      return try work()
    } catch let error as DatabaseError {
      throw map(error)
    }
  }

  private static func map(_ error: DatabaseError) -> PasserelleError {
    switch error.resultCode {
    case .SQLITE_FULL:
      PasserelleError(
        .graphDiskFull,
        LocalizedText(
          fr: "plus de place sur le disque pour l’index de texte : libérez-en et recommencez",
          en: "no space is left on the disk for the text index: free some and start again"),
        cause: error)
    case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_SCHEMA:
      invalid(
        LocalizedText(fr: "l’index de texte est endommagé", en: "the text index is damaged"), cause: error)
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      PasserelleError(
        .workspaceLocked,
        LocalizedText(
          fr: "un autre processus écrit dans l’index de texte : attendez qu’il ait fini",
          en: "another process writes to the text index: wait until it has finished"),
        cause: error)
    default:
      PasserelleError(
        .graphUnavailable,
        LocalizedText(
          fr: "l’index de texte ne peut être ouvert, lu ou écrit : vérifiez le dossier et ses droits",
          en: "the text index cannot be opened, read or written: check the folder and its permissions"),
        cause: error)
    }
  }
}
