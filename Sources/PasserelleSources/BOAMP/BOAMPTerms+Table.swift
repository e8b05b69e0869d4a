internal import PasserelleCore
internal import PasserelleText

/// What the words of notices are in the words that other sources give.
enum BOAMPTerms {
  /// The words of French award data for a procedure as a notice writes it; nil for one that is not told.
  static func procedure(_ written: String) -> String? {
    let plain = TextFolding.fold(written)
    return procedures[plain.hasPrefix("procedure ") ? String(plain.dropFirst(10)) : plain]
  }

  private static let procedures = [
    "ouverte": "Appel d'offres ouvert", "appel d offres ouvert": "Appel d'offres ouvert",
    "appel d offres restreint": "Appel d'offres restreint", "restreinte": "Appel d'offres restreint",
    "adaptee": "Procédure adaptée", "adapte": "Procédure adaptée",
    "concurrentielle avec negociation": "Procédure avec négociation",
    "avec negociation": "Procédure avec négociation", "negociee": "Procédure avec négociation",
    "negociee avec appel a la concurrence prealable": "Procédure avec négociation",
    "marche negocie": "Procédure avec négociation", "dialogue competitif": "Dialogue compétitif",
    "ouvert": "Appel d'offres ouvert", "restreint": "Appel d'offres restreint",
  ]

  /// A department as the bulletin writes it: with the letter of an edition (`75 A`), and Corsica as `20A` and `20B`.
  static func department(_ written: String) -> String? {
    let code = written.trimmed.uppercased()
    if PlaceCode.isDepartment(code) { return code }
    let plain = code == "20A" || code == "20B" ? "2" + code.suffix(1) : String(code.prefix { $0 != " " })
    return code.utf8.count <= 5 && PlaceCode.isDepartment(plain) ? plain : nil
  }

  /// Works, supplies or services, by a word of a notice or of the interface.
  static func category(_ written: String) -> String? {
    let plain = TextFolding.fold(written)
    return ["travaux", "fournitures", "services"].contains(plain) ? plain : nil
  }

  /// The form of a notice (`noticeForm`) by its kind, in words or as a code of the interface.
  ///
  /// - Returns: The form, and whether the notice takes another one back.
  static func form(_ kind: String?) -> (form: String, isCancellation: Bool) {
    let plain = TextFolding.fold(kind ?? "").filter { $0.isLetter }
    if plain.contains("annulation") { return ("competition", true) }
    for (mark, form) in [
      ("intention", "dir-awa-pre"), ("attribution", "result"), ("resultat", "result"),
      ("modification", "cont-modif"), ("preinformation", "planning"), ("periodique", "planning"),
    ] where plain.contains(mark) {
      return (form, false)
    }
    return ("competition", false)
  }
}
