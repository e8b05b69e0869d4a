import Foundation

/// Where nodes stand on a map when several share a place.
enum MapPlaces {
  /// For each node the one that stands for its neighbourhood, a square of some pixels: that with the most links.
  static func representatives(_ pixels: [PlanePoint?], degrees: [Int], side: Double = 22) -> [Int?] {
    struct Cell: Hashable {
      let column: Int
      let row: Int
    }
    func cell(_ point: PlanePoint) -> Cell {
      Cell(column: Int((point.x / side).rounded(.down)), row: Int((point.y / side).rounded(.down)))
    }
    var best: [Cell: Int] = [:]
    for (node, pixel) in pixels.enumerated() {
      guard let pixel else { continue }
      let key = cell(pixel)
      if let known = best[key], degrees[known] >= degrees[node] { continue }
      best[key] = node
    }
    return pixels.map { pixel in pixel.flatMap { best[cell($0)] } }
  }

  /// Moves nodes of one and the same place apart in a spiral, so that each can be seen; the first stays.
  ///
  /// Places with more than 60 nodes are left as they are.
  static func apart(_ pixels: [PlanePoint?], radius: (Int) -> Double) -> [PlanePoint?] {
    var groups: [PlanePoint: [Int]] = [:]
    for (node, pixel) in pixels.enumerated() {
      guard let pixel else { continue }
      groups[PlanePoint(x: pixel.x.rounded(), y: pixel.y.rounded()), default: []].append(node)
    }
    var places = pixels
    for group in groups.values where (2...60).contains(group.count) {
      let sorted = group.sorted { (radius($1), $0) < (radius($0), $1) }
      guard let first = sorted.first, let centre = pixels[first] else { continue }
      var reach = radius(first)
      var turn = 0.0
      for node in sorted.dropFirst() {
        let size = radius(node)
        let distance = reach + size * 0.9
        places[node] = PlanePoint(x: centre.x + distance * cos(turn), y: centre.y + distance * sin(turn))
        let step = 2 * asin(min(1, size * 1.1 / max(distance, 1e-6)))
        turn += step
        if turn >= 2 * .pi - step / 2 {
          turn = 0
          reach += size * 1.8
        }
      }
    }
    return places
  }
}
