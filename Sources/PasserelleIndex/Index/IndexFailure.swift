import PasserelleCore

/// The errors of an index as a whole.
enum IndexFailure {
  /// Another writer holds the index.
  static func locked(_ path: String, holder: Int?) -> PasserelleError {
    PasserelleError(
      .workspaceLocked,
      LocalizedText(
        fr:
          "Une autre exécution\(holder.map { " (processus \($0))" } ?? "") écrit dans l’index de texte. Attendez sa fin et relancez.",
        en:
          "Another run\(holder.map { " (process \($0))" } ?? "") writes to the text index. Wait for its end and run again."
      ),
      at: SourceLocation(file: path))
  }

  /// The terms of the index were made in another way.
  static func otherAnalysis(_ path: String) -> PasserelleError {
    PasserelleError(
      .indexInvalid,
      LocalizedText(
        fr:
          "L’index de texte a été fait par une autre version de l’analyse des mots : refaites-le avec « passerelle index ».",
        en:
          "The text index was made by another version of the word analysis: rebuild it with 'passerelle index'."
      ),
      at: SourceLocation(file: path))
  }

  /// The index has other fields or columns.
  static func otherSchema(_ path: String) -> PasserelleError {
    PasserelleError(
      .indexInvalid,
      LocalizedText(
        fr: "L’index de texte a d’autres champs ou colonnes : refaites-le avec « passerelle index ».",
        en: "The text index has other fields or columns: rebuild it with 'passerelle index'."),
      at: SourceLocation(file: path))
  }

  /// A file of the index does not fit the manifest.
  static func contradiction(_ path: String, _ name: String) -> PasserelleError {
    PasserelleError(
      .indexInvalid,
      LocalizedText(
        fr:
          "Le fichier d’index « \(name) » ne correspond pas au manifeste : refaites l’index avec « passerelle index ».",
        en: "The index file '\(name)' does not fit the manifest: rebuild the index with 'passerelle index'."),
      at: SourceLocation(file: path))
  }

  /// A commit failed in a way that leaves open which state is in place.
  static func writerLost(_ path: String) -> PasserelleError {
    PasserelleError(
      .indexInvalid,
      LocalizedText(
        fr:
          "L’écriture de l’index de texte a été interrompue par une erreur du disque : vérifiez le disque, puis relancez.",
        en: "Writing the text index was interrupted by a disk error: check the disk, then run again."),
      at: SourceLocation(file: path))
  }
}
