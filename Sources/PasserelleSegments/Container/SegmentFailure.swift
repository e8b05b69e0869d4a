internal import PasserelleCore

/// The errors of index files that are damaged, foreign or of another version.
enum SegmentFailure {
  /// The error of a file that has to be made anew; nothing is lost, the store is the truth.
  static func error(
    _ path: String, _ reason: LocalizedText, fileID: String = #fileID, line: Int = #line
  ) -> PasserelleError {
    PasserelleError(
      .indexInvalid,
      LocalizedText(
        fr:
          "Fichier d’index « \(path) » : \(reason[.french]). Supprimez le dossier de cet index et lancez « passerelle index » : rien n’est perdu.",
        en:
          "Index file '\(path)': \(reason[.english]). Delete the folder of this index and run 'passerelle index': nothing is lost."
      ),
      at: SourceLocation(file: path), fileID: fileID, line: line)
  }

  /// The error of a file that a newer product wrote.
  static func newer(
    _ path: String, found: String, known: String, fileID: String = #fileID, line: Int = #line
  ) -> PasserelleError {
    PasserelleError(
      .indexInvalid,
      LocalizedText(
        fr:
          "Fichier d’index « \(path) » : écrit par une version plus récente de Passerelle (format \(found), celle-ci lit \(known)). Mettez Passerelle à jour, ou supprimez le dossier de cet index et lancez « passerelle index » : rien n’est perdu.",
        en:
          "Index file '\(path)': written by a newer version of Passerelle (format \(found), this one reads \(known)). Update Passerelle, or delete the folder of this index and run 'passerelle index': nothing is lost."
      ),
      at: SourceLocation(file: path), fileID: fileID, line: line)
  }

  /// The error of a file of an older format that is read no more.
  static func older(
    _ path: String, found: String, known: String, fileID: String = #fileID, line: Int = #line
  ) -> PasserelleError {
    error(
      path,
      LocalizedText(
        fr: "écrit dans un format ancien (\(found)), cette version de Passerelle lit \(known)",
        en: "written in an old format (\(found)), this version of Passerelle reads \(known)"),
      fileID: fileID, line: line)
  }
}
