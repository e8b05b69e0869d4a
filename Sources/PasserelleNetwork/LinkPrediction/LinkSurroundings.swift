import Foundation
import PasserelleCore

/// Which places lie around each vertex.
struct LinkSurroundings: Sendable {
  /// How many places are near.
  static let near = 20
  /// How many places are in the region.
  static let wide = 100

  /// Where the places around each vertex begin in ``places``; one more at the end; none for a vertex without a point.
  let offsets: [Int32]
  /// The vertices around each, nearest first, the vertex itself left out.
  let places: [Int32]
  /// The points on the unit sphere; nil where unknown.
  private let vectors: [SIMD4<Double>?]

  /// Looks around each vertex.
  ///
  /// Points are sorted by latitude; the search from each goes both ways until no nearer point can come.
  ///
  /// - Complexity: O(vertices · vertices of the band searched).
  init(_ points: [GeographicPoint?]) {
    let degree = Double.pi / 180
    vectors = points.map { point in
      point.map {
        let (latitude, longitude) = ($0.latitude * degree, $0.longitude * degree)
        return SIMD4(cos(latitude) * cos(longitude), cos(latitude) * sin(longitude), sin(latitude), 0)
      }
    }
    var known: [(height: Double, vector: SIMD4<Double>, vertex: Int32)] = []
    for (vertex, vector) in vectors.enumerated() {
      if let vector { known.append((vector.z, vector, Int32(vertex))) }
    }
    known.sort { ($0.height, $0.vertex) < ($1.height, $1.vertex) }
    var around = [[Int32]](repeating: [], count: points.count)
    for place in known.indices {
      around[Int(known[place].vertex)] = Self.nearest(to: place, among: known)
    }
    var offsets: [Int32] = [0]
    offsets.reserveCapacity(points.count + 1)
    var places: [Int32] = []
    for list in around {
      places += list
      offsets.append(Int32(places.count))
    }
    self.offsets = offsets
    self.places = places
  }

  private static func nearest(
    to place: Int, among known: [(height: Double, vector: SIMD4<Double>, vertex: Int32)]
  ) -> [Int32] {
    let centre = known[place]
    var best: [(square: Double, vertex: Int32)] = []
    best.reserveCapacity(wide + 1)
    var (below, above) = (place - 1, place + 1)
    while below >= 0 || above < known.count {
      let down = below >= 0 ? centre.height - known[below].height : .infinity
      let up = above < known.count ? known[above].height - centre.height : .infinity
      let gap = min(down, up)
      if best.count == wide, gap * gap > best[wide - 1].square { break }
      let other = down <= up ? known[below] : known[above]
      if down <= up { below -= 1 } else { above += 1 }
      let difference = other.vector - centre.vector
      let square = (difference * difference).sum()
      if best.count == wide, square >= best[wide - 1].square { continue }
      var (low, high) = (0, best.count)
      while low < high {
        let middle = (low + high) / 2
        if (best[middle].square, best[middle].vertex) < (square, other.vertex) {
          low = middle + 1
        } else {
          high = middle
        }
      }
      best.insert((square, other.vertex), at: low)
      if best.count > wide { best.removeLast() }
    }
    return best.map(\.vertex)
  }

  /// The places around a vertex, nearest first.
  @inline(__always)
  func around(_ vertex: Int32) -> Range<Int> { Int(offsets[Int(vertex)])..<Int(offsets[Int(vertex) + 1]) }

  /// The distance of two vertices in kilometres; nil where one has no point.
  func kilometres(_ left: Int32, _ right: Int32) -> Double? {
    guard let first = vectors[Int(left)], let second = vectors[Int(right)] else { return nil }
    let difference = second - first
    return 2 * 6371 * asin(min(1, (difference * difference).sum().squareRoot() / 2))
  }
}
