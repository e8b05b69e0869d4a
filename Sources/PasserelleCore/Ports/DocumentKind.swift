/// What kind of thing a document of the text index is about.
public enum DocumentKind: String, Sendable, Hashable, CaseIterable, Codable {
  /// A contract that was awarded.
  case award
  /// A company, by the texts of what it won.
  case vendor
  /// A specification.
  case specification
  /// A call: an invitation to offer or to ask to take part.
  case call
  /// A sourced claim of the facts.
  case claim
  /// A thing that the facts are about: a city, a project, a network, a label…
  case thing
  /// A document that the facts come from.
  case document

  /// The kind in words.
  public var label: LocalizedText {
    switch self {
    case .award: LocalizedText(fr: "marché", en: "award")
    case .vendor: LocalizedText(fr: "fournisseur", en: "vendor")
    case .specification: LocalizedText(fr: "cahier des charges", en: "specification")
    case .call: LocalizedText(fr: "appel", en: "call")
    case .claim: LocalizedText(fr: "assertion", en: "claim")
    case .thing: LocalizedText(fr: "chose", en: "thing")
    case .document: LocalizedText(fr: "document", en: "document")
    }
  }
}
