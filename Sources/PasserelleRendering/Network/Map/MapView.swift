import PasserelleCore

/// A projection with a window: from degrees to pixels of a panel.
struct MapView: Sendable {
  let projection: MapProjection
  /// The width of the panel in pixels.
  let width: Double
  /// The height of the panel in pixels.
  let height: Double
  private let scale: Double
  private let left: Double
  private let top: Double

  /// Whether the whole globe but the polar caps is shown.
  let isWorld: Bool

  /// The pixel of a point of the globe.
  func pixel(_ point: GeographicPoint) -> PlanePoint { place(projection.project(point)) }

  /// The pixel of a longitude that may lie beyond the edge of the map.
  func pixel(longitude: Double, latitude: Double) -> PlanePoint {
    place(projection.project(longitude: longitude, latitude: latitude))
  }

  private func place(_ point: PlanePoint) -> PlanePoint {
    PlanePoint(x: (point.x - left) * scale, y: (point.y - top) * scale)
  }

  /// The longitude at which the outlines are cut, so that no country is: through the Bering Strait.
  static let worldCentre = 11.0

  /// A view of the places of a network, or of the world.
  ///
  /// - Parameters:
  ///   - points: The places.
  ///   - extent: Which part of the globe is shown.
  ///   - width: The width in pixels.
  ///   - ratios: How high a part of the globe may be for its width.
  init(
    fitting points: [GeographicPoint], extent: MapOptions.Extent, width: Double,
    ratios: ClosedRange<Double> = 0.55...0.95
  ) {
    let span = Self.longitudes(points.map(\.longitude))
    if extent == .world || points.isEmpty || span.width > 140 {
      let projection = MapProjection.equalEarth(centralLongitude: Self.worldCentre)
      self.init(
        projection,
        window: Self.worldWindow(projection, points, span, isWhole: extent == .world || points.isEmpty),
        width: width, ratios: 0.42...0.62, isWorld: true)
      return
    }
    let latitudes = points.map(\.latitude)
    let (south, north) = (latitudes.min() ?? 0, latitudes.max() ?? 0)
    let projection = MapProjection.azimuthal(
      centre: GeographicPoint(latitude: (south + north) / 2, longitude: span.start + span.width / 2))
    var window = PlaneBox()
    for point in points { window.add(projection.project(point)) }
    // About 350 km across at least, and a margin for names.
    window.grow(by: max(window.width, window.height) * 0.07, least: 0.055)
    self.init(projection, window: window, width: width, ratios: ratios, isWorld: false)
  }

  /// The outline of the panel on the globe, ends joined; nothing for a map of the world.
  var outline: [GeographicPoint] {
    let steps = 12
    func side(_ x: (Double) -> Double, _ y: (Double) -> Double) -> [PlanePoint] {
      (0..<steps).map { step in
        let share = Double(step) / Double(steps)
        return PlanePoint(x: left + x(share) * width / scale, y: top + y(share) * height / scale)
      }
    }
    let points =
      side({ $0 }, { _ in 0 }) + side({ _ in 1 }, { $0 }) + side({ 1 - $0 }, { _ in 1 })
      + side({ _ in 0 }, { 1 - $0 })
    return points.compactMap { projection.unproject($0) }
  }

  private init(
    _ projection: MapProjection, window: PlaneBox, width: Double, ratios: ClosedRange<Double>, isWorld: Bool
  ) {
    var window = window
    let ratio = window.height / max(window.width, 1e-9)
    if ratio < ratios.lowerBound { window.grow(toHeight: window.width * ratios.lowerBound) }
    if ratio > ratios.upperBound { window.grow(toWidth: window.height / ratios.upperBound) }
    self.projection = projection
    self.width = width
    self.isWorld = isWorld
    scale = width / max(window.width, 1e-9)
    height = (window.height * scale).rounded()
    left = window.minX
    top = window.minY
  }

  private static func worldWindow(
    _ projection: MapProjection, _ points: [GeographicPoint], _ span: (start: Double, width: Double),
    isWhole: Bool
  ) -> PlaneBox {
    var window = PlaneBox()
    let latitudes = points.map(\.latitude)
    let south = isWhole ? -57 : min(-38, (latitudes.min() ?? 0) - 6)
    let north = isWhole ? 82 : max(72, min(82, (latitudes.max() ?? 0) + 6))
    window.add(PlanePoint(x: 0, y: projection.project(longitude: worldCentre, latitude: max(-60, south)).y))
    window.add(PlanePoint(x: 0, y: projection.project(longitude: worldCentre, latitude: north).y))
    let edge = projection.project(longitude: worldCentre + 180, latitude: 0).x
    var (west, east) = (-edge, edge)
    if !isWhole {
      let places = points.map { projection.project($0).x }
      west = max(-edge, (places.min() ?? -edge) - 0.12)
      east = min(edge, (places.max() ?? edge) + 0.12)
    }
    window.add(PlanePoint(x: west, y: window.minY))
    window.add(PlanePoint(x: east, y: window.minY))
    return window
  }

  /// The shortest span of longitudes that holds all, from its western end.
  static func longitudes(_ values: [Double]) -> (start: Double, width: Double) {
    let sorted = values.sorted()
    guard let first = sorted.first, let last = sorted.last else { return (-180, 360) }
    var (gap, start) = (first + 360 - last, first)
    for (one, next) in zip(sorted, sorted.dropFirst()) where next - one > gap {
      (gap, start) = (next - one, next)
    }
    return (start, 360 - gap)
  }
}

/// A rectangle of a plane.
struct PlaneBox: Sendable, Hashable {
  var minX = Double.infinity
  var minY = Double.infinity
  var maxX = -Double.infinity
  var maxY = -Double.infinity

  var width: Double { max(0, maxX - minX) }
  var height: Double { max(0, maxY - minY) }

  mutating func add(_ point: PlanePoint) {
    minX = min(minX, point.x)
    minY = min(minY, point.y)
    maxX = max(maxX, point.x)
    maxY = max(maxY, point.y)
  }

  /// Adds a margin on each side, and more where it is less than a size across.
  mutating func grow(by margin: Double, least: Double) {
    let (x, y) = (max(margin, (least - width) / 2), max(margin, (least - height) / 2))
    minX -= x
    maxX += x
    minY -= y
    maxY += y
  }

  mutating func grow(toWidth wanted: Double) {
    let more = (wanted - width) / 2
    minX -= more
    maxX += more
  }

  mutating func grow(toHeight wanted: Double) {
    let more = (wanted - height) / 2
    minY -= more
    maxY += more
  }

  func holds(_ point: PlanePoint) -> Bool {
    point.x >= minX && point.x <= maxX && point.y >= minY && point.y <= maxY
  }

  func intersects(_ other: PlaneBox) -> Bool {
    minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY
  }
}
