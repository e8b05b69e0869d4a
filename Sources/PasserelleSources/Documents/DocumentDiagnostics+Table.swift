public import PasserelleCore

extension DiagnosticCode {
  private static func note(
    _ name: String, _ reason: (fr: String, en: String), _ remedy: (fr: String, en: String)
  ) -> DiagnosticCode {
    code(name, .note, reason, remedy)
  }

  /// A running header or footer, or page numbers, left out.
  public static let documentRunningText = note(
    "document.runningText",
    (
      fr: "Un texte répété sur la plupart des pages (en-tête, pied de page, numéro) n’a pas été repris.",
      en: "A text repeated on most pages (header, footer, page number) was left out."
    ),
    (
      fr: "Rien à faire ; s’il s’agit d’une exigence, écrivez-la dans le corps du texte.",
      en: "Nothing to do; if it is a requirement, write it in the body of the text."
    ))

  /// Parts of a document that are no text of its own, left out.
  public static let documentLeftOut = note(
    "document.leftOut",
    (
      fr:
        "Une partie du document n’est pas lue (suppressions suivies, commentaires, navigation, formulaires).",
      en: "A part of the document is not read (tracked deletions, comments, navigation, forms)."
    ),
    (
      fr: "Acceptez ou refusez les modifications suivies, et recopiez dans le texte ce qui doit être lu.",
      en: "Accept or reject tracked changes, and copy into the text what is to be read."
    ))

  /// Images of a document, which are not read.
  public static let documentImages = note(
    "document.images",
    (
      fr: "Le document contient des images, dont le texte n’est pas lu.",
      en: "The document holds images, whose text is not read."
    ),
    (
      fr: "Recopiez dans le texte les exigences qui ne figurent que dans une image.",
      en: "Copy into the text the requirements that stand in an image only."
    ))

  /// Characters of a PDF whose fonts do not say which they are.
  public static let documentUnreadable = DiagnosticCode(
    "document.unreadableCharacters", .warning,
    reason: LocalizedText(
      fr:
        "Une partie du texte est illisible : les polices du PDF ne disent pas quels caractères elles tracent.",
      en: "A part of the text cannot be read: the fonts of the PDF do not say which characters they draw."),
    remedy: LocalizedText(
      fr: "Faites la reconnaissance de caractères du document, ou demandez le fichier d’origine.",
      en: "Run character recognition on the document, or ask for the original file."))

  /// A document whose end is past the limit.
  public static let documentCut = DiagnosticCode(
    "document.cut", .warning,
    reason: LocalizedText(
      fr: "Le texte du document dépasse la limite ; seul son début a été lu.",
      en: "The text of the document is longer than the limit; only its beginning was read."),
    remedy: LocalizedText(
      fr: "Découpez le document en plusieurs fichiers.", en: "Cut the document into several files."))

  /// Every code of the documents, in the order of the documentation.
  public static let allDocuments: [DiagnosticCode] = [
    .documentRunningText, .documentLeftOut, .documentImages, .documentUnreadable, .documentCut,
  ]
}
