internal import PasserelleCore

/// The places of a thing, by what codes them.
struct StatedPlaces: Sendable, Hashable {
  /// INSEE codes of communes.
  var communes: [String] = []
  /// Codes of French departments.
  var departments: [String] = []
  /// ISO 3166-1 alpha-3 codes.
  var countries: [String] = []
  /// NUTS codes.
  var nuts: [String] = []
  /// French postal codes.
  var postalCodes: [String] = []
  /// Towns in words.
  var names: [String] = []
  /// Other codes, `kind:code`.
  var codes: [String] = []

  /// The prefix of the IRIs of countries.
  private static let countryPrefix = Vocabulary.country(alpha3: "")
  /// The prefix of the IRIs of NUTS territories.
  private static let nutsPrefix = Vocabulary.nuts("")

  init(_ thing: StatedThing, in iris: IRISpace) {
    for place in thing.iris(Vocabulary.placeOfPerformance) { add(place, iris) }
    postalCodes = thing.values(Vocabulary.postalCode)
    names = thing.values(Vocabulary.placeName)
    codes = thing.values(Vocabulary.placeCode)
  }

  private mutating func add(_ place: String, _ iris: IRISpace) {
    if place.hasPrefix(Self.countryPrefix) {
      countries.append(String(place.dropFirst(Self.countryPrefix.count)))
    } else if place.hasPrefix(Self.nutsPrefix) {
      nuts.append(String(place.dropFirst(Self.nutsPrefix.count)))
    } else {
      switch iris.identifierParts(of: place) {
      case (.insee, let code)?: communes.append(code)
      case (.departement, let code)?: departments.append(code)
      case (let scheme, let code)?: codes.append(scheme.rawValue + ":" + code)
      case nil: break
      }
    }
  }

  /// The department that the most exact of the codes lies in; nil where none tells.
  var department: String? {
    communes.lazy.compactMap { PlaceCode.department(ofCommune: $0) }.first ?? departments.first
      ?? nuts.lazy.compactMap { NUTSDepartment.department($0) }.first
      ?? (isFrench ? postalCodes.lazy.compactMap { PlaceCode.department(ofPostal: $0) }.first : nil)
  }

  /// Whether no code says that the place is abroad.
  private var isFrench: Bool {
    countries.allSatisfy { $0 == "FRA" } && nuts.allSatisfy { $0.hasPrefix("FR") }
  }

  /// Everything in one text, for tables: codes with their kind, then words.
  var summary: String {
    let coded =
      communes.map { "insee:" + $0 } + departments.map { "departement:" + $0 } + nuts.map { "nuts:" + $0 }
      + postalCodes.map { "postal:" + $0 } + countries.map { "country:" + $0 } + codes
    return (coded + names).joined(separator: "; ")
  }
}
