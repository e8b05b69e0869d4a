/// Moves circles apart that touch, inside the square.
enum OverlapRemoval {
  private static let turns = 60

  /// Parts circles; where there is no room for all, some still touch, but no two have one centre.
  ///
  /// Each turn looks at near pairs by a grid and moves both halfway.
  ///
  /// - Complexity: O(turns · (n + near pairs)).
  static func part(_ places: inout [SIMD2<Double>], radii: [Double], gap: Double) {
    guard places.count > 1 else { return }
    let largest = radii.reduce(0) { max($0, $1.isFinite ? $1 : 0) }
    let cell = max(2 * largest + gap, 0.002)
    let side = max(1, Int(1 / cell))
    let order = places.indices.map { Int32($0) }
    for turn in 0..<turns {
      // The last turns only part centres, so that rounding never lets two vertices coincide.
      let radius: (Int) -> Double = { turn < turns - 4 ? max(0, min(radii[$0], 0.25)) : 0 }
      let least = turn < turns - 4 ? gap : 3e-4
      var heads = [Int32](repeating: -1, count: side * side)
      var next = [Int32](repeating: -1, count: places.count)
      for vertex in order.reversed() {
        let square = Self.square(of: places[Int(vertex)], side)
        next[Int(vertex)] = heads[square.y * side + square.x]
        heads[square.y * side + square.x] = vertex
      }
      var moved = false
      for first in places.indices {
        let square = Self.square(of: places[first], side)
        for row in max(0, square.y - 1)...min(side - 1, square.y + 1) {
          for column in max(0, square.x - 1)...min(side - 1, square.x + 1) {
            var second = Int(heads[row * side + column])
            while second >= 0 {
              if second > first, push(first, second, apart: radius(first) + radius(second) + least, &places) {
                moved = true
              }
              second = Int(next[second])
            }
          }
        }
      }
      for vertex in places.indices {
        let edge = min(0.5, radius(vertex))
        places[vertex] = places[vertex].clamped(
          lowerBound: SIMD2(repeating: edge), upperBound: SIMD2(repeating: 1 - edge))
      }
      if !moved, turn >= turns - 4 { return }
    }
  }

  private static func square(of place: SIMD2<Double>, _ side: Int) -> (x: Int, y: Int) {
    (
      max(0, min(side - 1, Int(place.x * Double(side)))), max(0, min(side - 1, Int(place.y * Double(side))))
    )
  }

  private static func push(
    _ first: Int, _ second: Int, apart wanted: Double, _ places: inout [SIMD2<Double>]
  ) -> Bool {
    let away = places[second] - places[first]
    let square = (away * away).sum()
    guard square < wanted * wanted else { return false }
    let length = square.squareRoot()
    // Vertices of one place part to different sides by their numbers.
    let way =
      length > 1e-9 ? away / length : SIMD2(Double(first % 7) - 3.2, Double(second % 5) - 2.1) / 4
    let shift = way * ((wanted - length) / 2 * 1.01)
    places[first] -= shift
    places[second] += shift
    return true
  }
}
