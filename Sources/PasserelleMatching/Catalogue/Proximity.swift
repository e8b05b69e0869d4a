import PasserelleCore

/// How near the places of a catalogue are to the place of a need, 0 to 1.
struct Proximity {
  private let places: [MatchPlace]
  private let positions: [GeoPosition?]
  private let geography: any PlaceLocating

  init(places: [MatchPlace], geography: any PlaceLocating) {
    self.places = places
    self.geography = geography
    positions = places.map { geography.position(of: $0) }
  }

  /// The nearness of every place of the catalogue to one place; empty when that place is unknown.
  func values(to place: MatchPlace?) -> [Double] {
    guard let place else { return [] }
    let position = geography.position(of: place)
    return places.indices.map { value(places[$0], positions[$0], place, position) }
  }

  /// The nearness of two places.
  func value(_ left: MatchPlace, _ right: MatchPlace) -> Double {
    value(left, geography.position(of: left), right, geography.position(of: right))
  }

  /// With coordinates exp(−km / 60); without, one half for the same coarse place and one for the same fine
  /// place in it.
  private func value(
    _ left: MatchPlace, _ leftPosition: GeoPosition?, _ right: MatchPlace, _ rightPosition: GeoPosition?
  ) -> Double {
    if let leftPosition, let rightPosition {
      return Mathematics.exponential(-leftPosition.kilometres(to: rightPosition) / 60)
    }
    guard left.coarse == right.coarse else { return 0 }
    return left.fine != nil && left.fine == right.fine ? 1 : 0.5
  }
}
