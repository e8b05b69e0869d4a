import Foundation

/// A point on the globe in degrees (WGS 84).
public struct GeographicPoint: Sendable, Hashable {
  /// Degrees north, −90 to 90.
  public let latitude: Double
  /// Degrees east, −180 to 180.
  public let longitude: Double

  /// Makes a point.
  public init(latitude: Double, longitude: Double) {
    self.latitude = latitude
    self.longitude = longitude
  }

  /// The distance to another point in kilometres, by the haversine formula on a sphere of 6,371 km.
  public func kilometres(to other: GeographicPoint) -> Double {
    let degree = Double.pi / 180
    let north = sin((other.latitude - latitude) * degree / 2)
    let east = sin((other.longitude - longitude) * degree / 2)
    let a = north * north + cos(latitude * degree) * cos(other.latitude * degree) * east * east
    return 2 * 6371 * asin(min(1, a.squareRoot()))
  }
}
