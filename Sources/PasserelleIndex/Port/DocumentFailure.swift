import PasserelleCore

/// The errors of what an index of documents holds.
enum DocumentFailure {
  /// What is stored of a document is none of this product's.
  static func unknownContent(_ path: String) -> PasserelleError {
    PasserelleError(
      .indexInvalid,
      LocalizedText(
        fr: "L’index de texte contient un document inconnu : refaites-le avec « passerelle index ».",
        en: "The text index holds an unknown document: rebuild it with 'passerelle index'."),
      at: SourceLocation(file: path))
  }
}
