/// The official identifiers that organisations, places and laboratories are known by.
public enum EntityIdentifierScheme: String, Sendable, Hashable, CaseIterable, Comparable {
  /// French establishment number (INSEE), 14 digits.
  case siret
  /// French company number (INSEE), 9 digits.
  case siren
  /// European VAT number, with the country's two letters.
  case vat
  /// Portuguese tax number, 9 digits.
  case nif
  /// Spanish tax number (NIF, CIF, NIE).
  case cif
  /// D-U-N-S number (Dun & Bradstreet), 9 digits.
  case duns
  /// Research Organization Registry.
  case ror
  /// Global Research Identifier Database (closed in 2021).
  case grid
  /// French national register of research structures.
  case rnsr
  /// French commune code (INSEE).
  case insee
  /// Territorial unit of the European Union.
  case nuts
  /// GeoNames number.
  case geonames
  /// Wikidata item.
  case wikidata
  /// Participant identification code of the European Commission.
  case pic
  /// Researcher's identifier; its form only, persons are not resolved.
  case orcid
  /// An identifier that only its source knows.
  case local

  /// The order of declaration.
  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  /// Whether two different values mean two different things.
  public var isExclusive: Bool {
    switch self {
    case .siren, .nif, .cif, .vat, .rnsr, .insee, .nuts, .grid, .ror: true
    default: false
    }
  }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
