import Foundation
import PasserelleCore

/// The shortest way between two points of the globe.
enum GreatCircle {
  /// Points along the way, ends included, no two further apart than a step; a new line where it crosses the
  /// 180th meridian (RFC 7946, 3.1.9).
  ///
  /// - Parameters:
  ///   - start: Where it begins.
  ///   - end: Where it ends.
  ///   - step: The greatest distance of two points in degrees.
  /// - Returns: One line, or two where it crosses; of antipodes, of which no way is the shortest, one past the pole.
  static func lines(from start: GeographicPoint, to end: GeographicPoint, step: Double = 4)
    -> [[GeographicPoint]]
  {
    let points = self.points(from: start, to: end, step: step)
    var lines: [[GeographicPoint]] = [[]]
    for point in points {
      if let last = lines[lines.count - 1].last, abs(point.longitude - last.longitude) > 180 {
        let edge = last.longitude > 0 ? 180.0 : -180.0
        let ahead = point.longitude + 2 * edge
        let share = ahead == last.longitude ? 0 : (edge - last.longitude) / (ahead - last.longitude)
        let latitude = last.latitude + (point.latitude - last.latitude) * share
        lines[lines.count - 1].append(GeographicPoint(latitude: latitude, longitude: edge))
        lines.append([GeographicPoint(latitude: latitude, longitude: -edge)])
      }
      lines[lines.count - 1].append(point)
    }
    return lines
  }

  /// Points along the way, ends included.
  static func points(from start: GeographicPoint, to end: GeographicPoint, step: Double) -> [GeographicPoint]
  {
    let (a, b) = (vector(start), vector(end))
    let cosine = max(-1, min(1, a.x * b.x + a.y * b.y + a.z * b.z))
    let angle = acos(cosine)
    let count = max(1, Int((angle * 180 / .pi / max(step, 0.1)).rounded(.up)))
    guard count > 1 else { return [start, end] }
    guard sin(angle) > 1e-6 else {
      return [
        start, GeographicPoint(latitude: start.latitude >= 0 ? 90 : -90, longitude: start.longitude), end,
      ]
    }
    return (0...count).map { index in
      if index == 0 { return start }
      if index == count { return end }
      let share = Double(index) / Double(count)
      let (p, q) = (sin((1 - share) * angle) / sin(angle), sin(share * angle) / sin(angle))
      let (x, y, z) = (p * a.x + q * b.x, p * a.y + q * b.y, p * a.z + q * b.z)
      return GeographicPoint(
        latitude: atan2(z, (x * x + y * y).squareRoot()) * 180 / .pi, longitude: atan2(y, x) * 180 / .pi)
    }
  }

  private static func vector(_ point: GeographicPoint) -> (x: Double, y: Double, z: Double) {
    let (latitude, longitude) = (point.latitude * .pi / 180, point.longitude * .pi / 180)
    return (cos(latitude) * cos(longitude), cos(latitude) * sin(longitude), sin(latitude))
  }
}
