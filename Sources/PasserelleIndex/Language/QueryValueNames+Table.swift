import PasserelleCore

/// The words for values of closed lists, folded.
enum QueryValueNames {
  /// Finds the kind of a name, in the singular or plural.
  static func kind(_ name: String) -> DocumentKind? {
    let folded = QueryNameFolding.fold(name)
    return kinds.first { $0.names.contains(folded) }?.kind
  }

  /// Finds a language by its name or its BCP 47 tag.
  ///
  /// - Returns: The tag in lower case, or nil for what is neither.
  static func language(_ name: String) -> String? {
    let folded = QueryNameFolding.fold(name)
    if let known = languages.first(where: { $0.names.contains(folded) }) { return known.tag }
    let parts = folded.split(separator: "-", omittingEmptySubsequences: false)
    let isTag = parts.enumerated().allSatisfy { index, part in
      (index == 0 ? 2...3 : 2...8).contains(part.utf8.count)
        && part.utf8.allSatisfy { ($0 >= 97 && $0 <= 122) || (index > 0 && $0 >= 48 && $0 <= 57) }
    }
    return isTag ? folded : nil
  }

  /// Finds yes or no.
  static func answer(_ name: String) -> Bool? {
    switch QueryNameFolding.fold(name) {
    case "oui", "yes", "vrai", "true", "1": true
    case "non", "no", "faux", "false", "0": false
    default: nil
    }
  }

  private static let kinds: [(kind: DocumentKind, names: [String])] = [
    (.award, ["marche", "marches", "award", "awards", "contrat", "contrats", "contract", "contracts"]),
    (.vendor, ["fournisseur", "fournisseurs", "vendor", "vendors", "titulaire", "titulaires"]),
    (
      .specification,
      [
        "cahier", "cahiers", "cahier des charges", "cahiers des charges", "specification", "specifications",
      ]
    ),
    (.call, ["appel", "appels", "call", "calls", "avis", "notice", "notices"]),
    (.claim, ["assertion", "assertions", "claim", "claims"]),
    (.thing, ["chose", "choses", "thing", "things"]),
    (.document, ["document", "documents"]),
  ]

  private static let languages: [(tag: String, names: [String])] = [
    ("fr", ["francais", "francaise", "french"]),
    ("en", ["anglais", "anglaise", "english"]),
    ("de", ["allemand", "allemande", "german"]),
    ("es", ["espagnol", "espagnole", "spanish"]),
    ("it", ["italien", "italienne", "italian"]),
    ("nl", ["neerlandais", "neerlandaise", "dutch"]),
    ("pt", ["portugais", "portugaise", "portuguese"]),
    ("und", ["inconnue", "indeterminee", "unknown"]),
  ]
}
