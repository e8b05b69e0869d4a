internal import Glibc
internal import PasserelleCore

/// Distances on the Earth taken as a sphere of mean radius (IUGG: 6,371.0088 km), by the haversine formula; off by up
/// to 0.5 % from the ellipsoid.
enum GeographicDistance {
  /// `pas:distanceKm`.
  static let name = Vocabulary.pas + "distanceKm"
  private static let radius = 6371.0088

  /// The distance in kilometres, a double: of two points written `POINT(longitude latitude)`, or of two pairs of
  /// latitude and longitude in degrees.
  ///
  /// - Returns: Nil for other arguments, or places off the Earth.
  static func apply(_ arguments: [Term]) -> Term? {
    let places: [(latitude: Double, longitude: Double)?]
    switch arguments.count {
    case 2: places = arguments.map(point)
    case 4: places = [pair(arguments[0], arguments[1]), pair(arguments[2], arguments[3])]
    default: return nil
    }
    guard let from = places[0], let to = places[1] else { return nil }
    return Numeric.double(kilometres(from, to)).term
  }

  /// The distance between two places in degrees.
  static func kilometres(
    _ from: (latitude: Double, longitude: Double), _ to: (latitude: Double, longitude: Double)
  ) -> Double {
    let radians = Double.pi / 180
    let (first, second) = (from.latitude * radians, to.latitude * radians)
    let (north, east) = (sin((second - first) / 2), sin((to.longitude - from.longitude) * radians / 2))
    let haversine = north * north + cos(first) * cos(second) * east * east
    return 2 * radius * asin(min(1, haversine.squareRoot()))
  }

  private static func pair(_ latitude: Term, _ longitude: Term) -> (latitude: Double, longitude: Double)? {
    guard case .numeric(let north) = Value(latitude), case .numeric(let east) = Value(longitude) else {
      return nil
    }
    return onEarth(north.double, east.double)
  }

  /// A point of Well-Known Text, as GeoSPARQL 1.1 writes it; a reference system before it must be WGS 84.
  private static func point(_ term: Term) -> (latitude: Double, longitude: Double)? {
    guard var text = term.lexicalForm.map({ Substring($0) }) else { return nil }
    if text.hasPrefix("<") {
      guard let end = text.firstIndex(of: ">"), text[..<end].hasSuffix("CRS84") else { return nil }
      text = text[text.index(after: end)...].drop { $0 == " " }
    }
    guard text.prefix(5).uppercased() == "POINT", let open = text.firstIndex(of: "("),
      let close = text.firstIndex(of: ")"), open < close
    else { return nil }
    let numbers = text[text.index(after: open)..<close].split(separator: " ").map { Double($0) }
    guard numbers.count == 2, let east = numbers[0], let north = numbers[1] else { return nil }
    return onEarth(north, east)
  }

  private static func onEarth(_ latitude: Double, _ longitude: Double) -> (
    latitude: Double, longitude: Double
  )? {
    abs(latitude) <= 90 && abs(longitude) <= 180 ? (latitude, longitude) : nil
  }
}
