import PasserelleCore

/// How near the places of a catalogue are to the place of a need, 0 to 1.
struct Proximity {
  private let places: [MatchPlace]
  /// The direction from the earth's centre to each place; not a number for one without a position.
  private let directions: [SIMD3<Double>]
  private let geography: any PlaceLocating

  init(places: [MatchPlace], geography: any PlaceLocating) {
    self.places = places
    self.geography = geography
    directions = places.map { Self.direction(geography.position(of: $0)) }
  }

  /// The nearness of every place of the catalogue to one place; empty when that place is unknown.
  func values(to place: MatchPlace?) -> [Double] {
    guard let place else { return [] }
    let direction = Self.direction(geography.position(of: place))
    return places.indices.map { Self.value(places[$0], directions[$0], place, direction) }
  }

  /// The nearness of two places.
  func value(_ left: MatchPlace, _ right: MatchPlace) -> Double {
    Self.value(
      left, Self.direction(geography.position(of: left)), right,
      Self.direction(geography.position(of: right)))
  }

  /// With coordinates exp(−km / 60); without, one half for the same coarse place and one for the same fine
  /// place in it.
  private static func value(
    _ left: MatchPlace, _ leftDirection: SIMD3<Double>, _ right: MatchPlace, _ rightDirection: SIMD3<Double>
  ) -> Double {
    let chord = leftDirection - rightDirection
    let square = (chord * chord).sum()
    // The chord of a sphere of radius 1: 2 · asin(chord / 2) is the angle.
    if !square.isNaN {
      return Mathematics.exponential(-2 * 6371 * Mathematics.arcSine(square.squareRoot() / 2) / 60)
    }
    guard left.coarse == right.coarse else { return 0 }
    return left.fine != nil && left.fine == right.fine ? 1 : 0.5
  }

  private static func direction(_ position: GeoPosition?) -> SIMD3<Double> {
    guard let position else { return SIMD3(repeating: .nan) }
    let (north, east) = (position.latitude * .pi / 180, position.longitude * .pi / 180)
    return SIMD3(
      Mathematics.cosine(north) * Mathematics.cosine(east),
      Mathematics.cosine(north) * Mathematics.sine(east),
      Mathematics.sine(north))
  }
}
