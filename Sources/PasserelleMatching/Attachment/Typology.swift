public import PasserelleCore
public import PasserelleOntology

/// A typology of projects: a domain of public action or a use case, as a vendor can be attached to it.
public struct Typology: Sendable, Hashable {
  /// The scheme that it belongs to.
  public enum Scheme: String, Sendable, Hashable, CaseIterable, Codable {
    /// Domains of public action: lighting, water…
    case domain
    /// Use cases of the smart city.
    case useCase = "use_case"

    /// The scheme in words.
    public var label: LocalizedText {
      switch self {
      case .domain: LocalizedText(fr: "domaine", en: "domain")
      case .useCase: LocalizedText(fr: "cas d’usage", en: "use case")
      }
    }
  }

  /// The scheme.
  public let scheme: Scheme
  /// The name within the scheme, such as `lighting` or `smart-lighting`.
  public let key: String
  /// The absolute IRI.
  public let iri: String
  /// The name for people.
  public let label: LocalizedText
  /// Whether its use is restricted by law or disputed, and has to be shown so.
  public let isRestricted: Bool
  /// Whether the list it comes from is still open.
  public let isProvisional: Bool

  /// Makes a typology.
  public init(
    scheme: Scheme, key: String, iri: String, label: LocalizedText, isRestricted: Bool = false,
    isProvisional: Bool = true
  ) {
    self.scheme = scheme
    self.key = key
    self.iri = iri
    self.label = label
    self.isRestricted = isRestricted
    self.isProvisional = isProvisional
  }

  /// How concepts found in texts name it: `theme:lighting`, `use-cases:smart-lighting`.
  public var notation: String { (scheme == .domain ? "theme:" : Self.useCases + ":") + key }

  /// The taxonomy that holds the use cases.
  static let useCases = "use-cases"
}

extension Ontology {
  /// The typologies that vendors are attached to: the domains, then the use cases, each by key.
  public var typologies: [Typology] {
    let domains = themes.map {
      Typology(
        scheme: .domain, key: $0.id, iri: $0.iri, label: $0.label, isRestricted: false,
        isProvisional: $0.isProvisional)
    }
    guard let taxonomy = taxonomy(Typology.useCases) else { return domains }
    return domains
      + taxonomy.concepts.map {
        Typology(
          scheme: .useCase, key: $0.id, iri: $0.iri, label: $0.label, isRestricted: $0.isRestricted,
          isProvisional: taxonomy.isProvisional)
      }.sorted { $0.key < $1.key }
  }
}
