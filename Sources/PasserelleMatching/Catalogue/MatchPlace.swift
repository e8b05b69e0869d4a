import PasserelleCore

/// Where a contract is performed or a vendor has worked, as codes that can be compared.
public struct MatchPlace: Sendable, Hashable {
  /// The coarse place: a French department code, or a district or region of another country.
  public let coarse: String
  /// The fine place: an INSEE commune code, or a municipality of another country; nil when unknown.
  public let fine: String?

  /// Makes a place; an empty fine place counts as unknown.
  public init(coarse: String, fine: String? = nil) {
    self.coarse = coarse
    self.fine = fine == "" ? nil : fine
  }

  /// Reads a French place as awards write it, with the buyer's number to fall back on.
  ///
  /// In this order: a postal code at the start, a commune code at the start, a department code of two or
  /// three characters at the start, then the territory that the SIREN of a public buyer carries. Only a
  /// commune code gives a fine place: several communes can share one postal code.
  ///
  /// - Parameters:
  ///   - text: The place as written, such as `29290 LANRIVOARE` or `77 Seine-et-Marne`; may be empty.
  ///   - buyerSiren: The SIREN or SIRET of the buyer, if it has one.
  /// - Returns: Nil when nothing tells the department.
  public static func french(_ text: String, buyerSiren: String? = nil) -> MatchPlace? {
    let start = text.prefix {
      $0.isASCII && ($0.isNumber || $0 == "A" || $0 == "B" || $0 == "a" || $0 == "b")
    }
    let code = start.uppercased()
    let territory = buyerSiren.flatMap { CompanyNumber.territory(ofSiren: String($0.prefix(9))) }
    if PlaceCode.isPostal(code), let department = PlaceCode.department(ofPostal: code) {
      // The commune of the buyer's own number is finer than the postal code, where both agree.
      let commune = territory?.department == department ? territory?.commune : nil
      return MatchPlace(coarse: department, fine: commune)
    }
    if PlaceCode.isCommune(code), let department = PlaceCode.department(ofCommune: code) {
      return MatchPlace(coarse: department, fine: code)
    }
    if PlaceCode.isDepartment(code) { return MatchPlace(coarse: code) }
    return territory.map { MatchPlace(coarse: $0.department, fine: $0.commune) }
  }

  /// Reads `Country, District, Municipality`; of several places divided by `|`, the first that names a
  /// district.
  ///
  /// - Parameter text: The place as written.
  /// - Returns: Nil when only the country is known.
  public static func listed(_ text: String) -> MatchPlace? {
    for place in text.split(separator: "|") {
      let parts = place.split(separator: ",").map { part in
        String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }
      guard parts.count >= 2, !parts[1].isEmpty else { continue }
      return MatchPlace(coarse: parts[0] + ", " + parts[1], fine: parts.count > 2 ? parts[2] : nil)
    }
    return nil
  }
}

/// A point on the earth, in degrees (WGS 84).
public struct GeoPosition: Sendable, Hashable {
  /// Degrees north.
  public let latitude: Double
  /// Degrees east.
  public let longitude: Double

  /// Makes a point.
  public init(latitude: Double, longitude: Double) {
    self.latitude = latitude
    self.longitude = longitude
  }

  /// The distance to another point in kilometres, on a sphere of 6,371 km.
  public func kilometres(to other: GeoPosition) -> Double {
    let degree = Double.pi / 180
    let north = (other.latitude - latitude) * degree
    let east = (other.longitude - longitude) * degree
    let a =
      Mathematics.square(Mathematics.sine(north / 2))
      + Mathematics.cosine(latitude * degree) * Mathematics.cosine(other.latitude * degree)
      * Mathematics.square(Mathematics.sine(east / 2))
    return 2 * 6371 * Mathematics.arcSine(a.squareRoot())
  }
}

/// Knows where places are; behind it stand the product's own lists or those a user has loaded.
public protocol PlaceLocating: Sendable {
  /// The position of a place, the commune where it is known, else the department.
  ///
  /// - Parameter place: A place.
  /// - Returns: Nil for a place without coordinates, such as a foreign one: then only equality counts.
  func position(of place: MatchPlace) -> GeoPosition?
}

/// Positions of departments and communes held in memory.
public struct StaticPlaces: PlaceLocating {
  private let coarse: [String: GeoPosition]
  private let fine: [String: GeoPosition]

  /// Makes positions from lists; of several entries with the same code the last counts.
  ///
  /// - Parameters:
  ///   - departments: Department codes and their centres.
  ///   - communes: INSEE commune codes and their centres; may be empty.
  public init(
    departments: [(code: String, latitude: Double, longitude: Double)],
    communes: [(code: String, latitude: Double, longitude: Double)] = []
  ) {
    func index(_ list: [(code: String, latitude: Double, longitude: Double)]) -> [String: GeoPosition] {
      Dictionary(
        list.map { ($0.code, GeoPosition(latitude: $0.latitude, longitude: $0.longitude)) },
        uniquingKeysWith: { $1 })
    }
    coarse = index(departments)
    fine = index(communes)
  }

  /// The position of a commune, else that of its department.
  public func position(of place: MatchPlace) -> GeoPosition? {
    place.fine.flatMap { fine[$0] } ?? coarse[place.coarse]
  }
}
