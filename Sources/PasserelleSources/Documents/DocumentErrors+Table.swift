internal import PasserelleCore

/// What keeps a document as a whole from being read.
enum DocumentFault: Error, Sendable, Hashable {
  case encrypted, damaged, noText, tooLarge, converterMissing, converterTimeout, interrupted

  /// The error for a file.
  func error(file: String) -> PasserelleError {
    PasserelleError(code, message, at: SourceLocation(file: file))
  }

  private var code: PasserelleError.Code {
    switch self {
    case .encrypted: PasserelleError.Code("document.encrypted")
    case .damaged: PasserelleError.Code("document.damaged")
    case .noText: PasserelleError.Code("document.noText")
    case .tooLarge: PasserelleError.Code("document.limit")
    case .converterMissing: PasserelleError.Code("document.converterMissing")
    case .converterTimeout: PasserelleError.Code("document.timeout")
    case .interrupted: .interrupted
    }
  }

  private var message: LocalizedText {
    switch self {
    case .encrypted:
      LocalizedText(
        fr:
          "Le document est protégé par un mot de passe, ou son texte ne peut pas être copié. Enregistrez-le "
          + "sans protection, puis relancez.",
        en: "The document is protected by a password, or its text may not be copied. Save it without "
          + "protection, then try again.")
    case .damaged:
      LocalizedText(
        fr:
          "Le document est endommagé ou incomplet. Téléchargez-le de nouveau, ou ouvrez-le et enregistrez-le "
          + "sous un autre nom.",
        en: "The document is damaged or incomplete. Download it again, or open it and save it under another "
          + "name.")
    case .noText:
      LocalizedText(
        fr: "Le document ne contient pas de texte : ses pages sont sans doute des images. Faites-en la "
          + "reconnaissance de caractères (par exemple « ocrmypdf -l fra ENTRÉE SORTIE »), ou demandez le "
          + "fichier d’origine.",
        en: "The document holds no text: its pages are probably images. Run character recognition on it (for "
          + "example “ocrmypdf -l fra INPUT OUTPUT”), or ask for the original file.")
    case .tooLarge:
      LocalizedText(
        fr: "Le document dépasse les limites admises (taille du fichier, du contenu décompressé ou nombre de "
          + "pages). Découpez-le, ou enregistrez-le sans images.",
        en:
          "The document is beyond the limits (size of the file, of its unpacked content, or number of pages). "
          + "Cut it up, or save it without images.")
    case .converterMissing:
      LocalizedText(
        fr: "Les PDF sont lus par le programme « pdftotext », qui manque. Installez-le : "
          + "« apt install poppler-utils ».",
        en: "PDF files are read by the program “pdftotext”, which is missing. Install it: "
          + "“apt install poppler-utils”.")
    case .converterTimeout:
      LocalizedText(
        fr:
          "La lecture du PDF a dépassé le temps ou la mémoire admis et a été arrêtée. Découpez le document, "
          + "ou enregistrez-le de nouveau en PDF.",
        en: "Reading the PDF went past the time or memory allowed and was stopped. Cut the document up, or "
          + "save it as PDF again.")
    case .interrupted:
      LocalizedText(
        fr: "La lecture du document a été interrompue.", en: "Reading the document was interrupted.")
    }
  }
}
