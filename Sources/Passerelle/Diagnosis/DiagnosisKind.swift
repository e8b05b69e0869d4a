public import PasserelleCore
import PasserelleOntology
import PasserelleText

/// A kind of authority within which territories can be peers: a métropole is none of a commune.
public struct DiagnosisKind: Sendable, Hashable {
  /// The code, of the list `authority-kinds` where that has one.
  public let code: String
  /// What it is called.
  public let label: LocalizedText

  /// The kinds, by the class of a territory.
  private static let classes = [
    ("Commune", "commune"), ("Intercommunality", "intercommunality"), ("Departement", "departement"),
    ("Region", "region"), ("ForeignAuthority", "foreign-city"), ("District", "district"),
    ("Country", "state"), ("WorldRegion", "world-region"),
  ]

  /// The kind of a territory.
  ///
  /// - Parameters:
  ///   - scheme: The scheme of its identifier.
  ///   - classes: Its classes, by IRI.
  ///   - codes: The kinds that are stated of it.
  ///   - names: Its names, which tell a métropole from other groupings.
  ///   - ontology: Where kinds are looked up.
  init(scheme: IdentifierScheme?, classes: [String], codes: [String], names: [String], ontology: Ontology) {
    let list = ontology.codeList("authority-kinds")
    var code = "territory"
    if scheme == .insee {
      code = "commune"
    } else if scheme == .departement {
      code = "departement"
    } else if let found = Self.classes.first(where: { kind in
      classes.contains { ontology.isKind($0, of: kind.0) }
    }) {
      code = found.1
    }
    if let stated = codes.sorted().first(where: { list?.entry(code: $0) != nil }) { code = stated }
    // Communes of every sort are of one kind, and so are groupings but for métropoles.
    if code != "metropole", let parent = list?.entry(code: code)?.parent { code = parent }
    if code == "intercommunality",
      names.contains(where: { TextFolding.fold($0).split(separator: " ").contains("metropole") })
    {
      code = "metropole"
    }
    self.code = code
    label =
      list?.entry(code: code)?.label ?? LocalizedText(fr: "Territoire", en: "Territory")
  }
}
