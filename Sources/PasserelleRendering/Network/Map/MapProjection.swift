import Foundation
import PasserelleCore

/// A point of a plane; y grows downwards.
struct PlanePoint: Sendable, Hashable {
  var x: Double
  var y: Double
}

/// How points of the globe come onto a plane, on a sphere of radius 1; both ways keep areas.
enum MapProjection: Sendable, Hashable {
  /// The Equal Earth projection (Šavrič, Patterson and Jenny, Int. J. Geogr. Inf. Sci. 33, 454, 2019).
  case equalEarth(centralLongitude: Double)
  /// Lambert's azimuthal equal-area projection about a point (Snyder, USGS Prof. Paper 1395, 1987, p. 182).
  case azimuthal(centre: GeographicPoint)

  /// The longitude of the middle.
  var centralLongitude: Double {
    switch self {
    case .equalEarth(let longitude): longitude
    case .azimuthal(let centre): centre.longitude
    }
  }

  /// The plane point of a point of the globe.
  func project(_ point: GeographicPoint) -> PlanePoint {
    project(longitude: unwrapped(point.longitude), latitude: point.latitude)
  }

  /// The longitude within 180 degrees of the middle.
  func unwrapped(_ longitude: Double) -> Double {
    var east = (longitude - centralLongitude).truncatingRemainder(dividingBy: 360)
    if east > 180 { east -= 360 } else if east < -180 { east += 360 }
    return centralLongitude + east
  }

  /// The plane point of a longitude that may lie beyond the edge of the map.
  func project(longitude: Double, latitude: Double) -> PlanePoint {
    let east = (longitude - centralLongitude) * .pi / 180
    let north = latitude * .pi / 180
    switch self {
    case .equalEarth:
      let (a1, a2, a3, a4) = (1.340264, -0.081106, 0.000893, 0.003796)
      let theta = asin(3.0.squareRoot() / 2 * sin(north))
      let square = theta * theta
      let sixth = square * square * square
      let x =
        2 * 3.0.squareRoot() * east * cos(theta)
        / (3 * (9 * a4 * sixth * square + 7 * a3 * sixth + 3 * a2 * square + a1))
      return PlanePoint(x: x, y: -theta * (a1 + a2 * square + sixth * (a3 + a4 * square)))
    case .azimuthal(let centre):
      let middle = centre.latitude * .pi / 180
      var cosine = sin(middle) * sin(north) + cos(middle) * cos(north) * cos(east)
      let (x, y) = (
        cos(north) * sin(east), cos(middle) * sin(north) - sin(middle) * cos(north) * cos(east)
      )
      // Near the antipode, where the plane would tear, points stay on the circle of 150 degrees.
      var scale = 1.0
      let limit = cos(150 * Double.pi / 180)
      if cosine < limit {
        let length = (x * x + y * y).squareRoot()
        scale = length > 1e-9 ? sin(150 * Double.pi / 180) / length : 0
        cosine = limit
      }
      let k = (2 / (1 + cosine)).squareRoot() * scale
      return PlanePoint(x: k * x, y: -k * y)
    }
  }

  /// The point of the globe at a plane point of the azimuthal projection; nil for the other.
  func unproject(_ point: PlanePoint) -> GeographicPoint? {
    guard case .azimuthal(let centre) = self else { return nil }
    let (x, y) = (point.x, -point.y)
    let distance = (x * x + y * y).squareRoot()
    guard distance > 1e-9, distance < 2 else { return distance < 2 ? centre : nil }
    let middle = centre.latitude * .pi / 180
    let angle = 2 * asin(distance / 2)
    let latitude = asin(max(-1, min(1, cos(angle) * sin(middle) + y * sin(angle) * cos(middle) / distance)))
    let east = atan2(x * sin(angle), distance * cos(middle) * cos(angle) - y * sin(middle) * sin(angle))
    return GeographicPoint(latitude: latitude * 180 / .pi, longitude: centre.longitude + east * 180 / .pi)
  }
}
