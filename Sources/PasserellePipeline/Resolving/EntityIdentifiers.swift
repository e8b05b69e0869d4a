import PasserelleCore
import PasserelleResolution

/// Reads official identifiers out of IRIs and literals of the store.
struct EntityIdentifiers {
  let iris: IRISpace

  /// The identifier that an IRI is made of; nil for one without scheme.
  func identifier(ofIRI iri: String) -> Mention.Identifier? {
    if let (scheme, value) = iris.identifierParts(of: iri) {
      return EntityIdentifierScheme(rawValue: scheme.rawValue).flatMap {
        $0 == .local ? Self.foreign(value) : Self.checked($0, value)
      }
    }
    for (start, scheme) in Self.authorities where iri.hasPrefix(start) {
      return Self.checked(scheme, String(iri.dropFirst(start.count)))
    }
    return nil
  }

  /// The identifier that a literal states, such as `wikidata:Q1289`.
  func identifier(ofLiteral text: String) -> Mention.Identifier? {
    guard let colon = text.firstIndex(of: ":"),
      let scheme = EntityIdentifierScheme(rawValue: text[..<colon].lowercased()), scheme != .local
    else { return nil }
    return Self.checked(scheme, String(text[text.index(after: colon)...]))
  }

  /// Whether a value is a valid one of its scheme; its normal form.
  static func checked(_ scheme: EntityIdentifierScheme, _ value: String) -> Mention.Identifier? {
    guard case .valid(let normal) = IdentifierCheck.check(value, scheme) else { return nil }
    return Mention.Identifier(scheme, normal)
  }

  /// Numbers of other registers stand under `id/local/<kind>:<number>`.
  private static func foreign(_ value: String) -> Mention.Identifier? {
    value.contains(":") ? Mention.Identifier(.local, value) : nil
  }

  private static let authorities: [(start: String, scheme: EntityIdentifierScheme)] = [
    ("http://www.wikidata.org/entity/", .wikidata), ("https://www.wikidata.org/entity/", .wikidata),
    ("https://ror.org/", .ror), ("https://sws.geonames.org/", .geonames),
    ("http://sws.geonames.org/", .geonames), ("http://data.europa.eu/nuts/code/", .nuts),
  ]

  /// The country that a set of identifiers speaks of; empty where none does.
  static func country(of identifiers: [Mention.Identifier]) -> String {
    for identifier in identifiers {
      switch identifier.scheme {
      case .siren, .siret, .insee, .rnsr: return "FR"
      case .nif: return "PT"
      case .cif: return "ES"
      case .vat, .nuts: return String(identifier.value.prefix(2))
      default: continue
      }
    }
    return ""
  }

  /// Where a set of identifiers says that the thing is.
  ///
  /// The SIREN of a commune is 21, its department, its number: of it the department is taken.
  static func place(of identifiers: [Mention.Identifier]) -> Mention.Place {
    var place = Mention.Place()
    for identifier in identifiers {
      switch identifier.scheme {
      case .insee:
        place.commune = identifier.value
        place.department = PlaceCode.department(ofCommune: identifier.value) ?? ""
      case .siren where identifier.value.hasPrefix("21") && place.department.isEmpty:
        let code = String(identifier.value.dropFirst(2).prefix(2))
        if code != "97", code != "20" { place.department = code }
      default: continue
      }
    }
    return place
  }
}
