public import PasserelleCore

extension DiagnosticCode {
  /// XML that breaks the grammar; the whole document was put aside.
  public static let xmlMalformed = DiagnosticCode(
    "xml.malformed", .error,
    reason: LocalizedText(fr: "Le XML est mal formé.", en: "The XML is malformed."),
    remedy: LocalizedText(
      fr: "Corrigez le fichier à la ligne indiquée, ou téléchargez-le de nouveau s’il est tronqué, puis "
        + "relancez l’ingestion.",
      en:
        "Correct the file at the line given, or download it again if it was cut short, then ingest it again."
    ))

  /// A document nested deeper than the limit.
  public static let xmlTooDeep = DiagnosticCode(
    "xml.tooDeep", .error,
    reason: LocalizedText(
      fr: "Le document est imbriqué plus profondément que la limite.",
      en: "The document is nested deeper than the limit."),
    remedy: LocalizedText(
      fr: "Un document de ce format n’a que quelques dizaines de niveaux : vérifiez l’origine du fichier.",
      en: "A document of this format has only some tens of levels: check where the file comes from."))

  /// A document longer than the limit, or of more elements.
  public static let xmlTooLarge = DiagnosticCode(
    "xml.tooLarge", .error,
    reason: LocalizedText(
      fr: "Le document dépasse la taille admise ; seul son début a été conservé.",
      en: "The document is longer than the limit; only its beginning was kept."),
    remedy: LocalizedText(
      fr: "Vérifiez que le fichier contient un seul document.",
      en: "Check that the file holds one document only."))

  /// A document that declares entities, or refers to some.
  public static let xmlEntity = DiagnosticCode(
    "xml.entity", .error,
    reason: LocalizedText(
      fr: "Le document déclare des entités, que le produit ne développe pas : elles servent à attaquer les "
        + "lecteurs de XML.",
      en:
        "The document declares entities, which the product does not expand: they serve to attack readers of "
        + "XML."),
    remedy: LocalizedText(
      fr: "Retirez la déclaration DOCTYPE et écrivez les caractères eux-mêmes.",
      en: "Remove the DOCTYPE declaration and write the characters themselves."))

  /// Every code that a record of XML can be refused with, in the order of the documentation.
  public static let allXML: [DiagnosticCode] = [.xmlMalformed, .xmlTooDeep, .xmlTooLarge, .xmlEntity]
}
