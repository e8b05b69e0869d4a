import PasserelleCore

/// Draws seas and countries of a view.
struct MapLand {
  static let sea = "#e8eff4"
  static let land = "#faf8f2"
  static let emphasis = "#f2e4b3"
  static let border = "#b3ada0"

  let view: MapView
  /// Codes of countries that stand out.
  let emphasised: Set<String>

  func write(to writer: inout MarkupWriter) {
    var frame = SVGPath()
    if view.isWorld {
      frame = globe
    } else {
      frame.rectangle(0, 0, view.width, view.height)
    }
    writer.empty("path", ["fill": Self.sea, "d": frame.text])
    writer.line()
    for isEmphasised in [false, true] {
      let style = isEmphasised ? Self.emphasis : Self.land
      writer.element(
        "g", ["fill": style, "stroke": Self.border, "stroke-width": "0.7", "stroke-linejoin": "round"]
      ) { writer in
        for country in Outlines.shared.countries where emphasised.contains(country.code) == isEmphasised {
          let path = path(country)
          if !path.isEmpty {
            writer.line()
            writer.empty("path", ["d": path.text])
          }
        }
      }
      writer.line()
    }
  }

  private func path(_ country: Outlines.Country) -> SVGPath {
    var path = SVGPath()
    for ring in country.rings {
      // The outlines are cut where maps of the world are: no ring is torn.
      let pixels = ring.map { view.pixel(longitude: $0.longitude, latitude: $0.latitude) }
      let inside = PolygonClip.clip(pixels, minX: 0, minY: 0, maxX: view.width, maxY: view.height)
      path.ring(inside, tolerance: 0.6)
    }
    return path
  }

  /// The outline of the globe within the panel.
  private var globe: SVGPath {
    var points: [PlanePoint] = []
    let centre = view.projection.centralLongitude
    for latitude in stride(from: -90.0, through: 90, by: 3) {
      points.append(view.pixel(longitude: centre + 180, latitude: latitude))
    }
    for latitude in stride(from: 90.0, through: -90, by: -3) {
      points.append(view.pixel(longitude: centre - 180, latitude: latitude))
    }
    var path = SVGPath()
    path.ring(
      PolygonClip.clip(points, minX: 0, minY: 0, maxX: view.width, maxY: view.height), tolerance: 0.3)
    return path
  }
}

/// Cuts polygons at a rectangle, by the method of Sutherland and Hodgman (1974).
enum PolygonClip {
  static func clip(
    _ polygon: [PlanePoint], minX: Double, minY: Double, maxX: Double, maxY: Double
  ) -> [PlanePoint] {
    var box = PlaneBox()
    for point in polygon { box.add(point) }
    guard box.maxX >= minX, box.minX <= maxX, box.maxY >= minY, box.minY <= maxY else { return [] }
    if box.minX >= minX, box.maxX <= maxX, box.minY >= minY, box.maxY <= maxY { return polygon }
    var result = cut(polygon, { $0.x - minX })
    result = cut(result, { maxX - $0.x })
    result = cut(result, { $0.y - minY })
    return cut(result, { maxY - $0.y })
  }

  /// The part of a polygon where a linear measure is not negative.
  private static func cut(_ polygon: [PlanePoint], _ measure: (PlanePoint) -> Double) -> [PlanePoint] {
    guard var last = polygon.last else { return [] }
    var result: [PlanePoint] = []
    var before = measure(last)
    for point in polygon {
      let here = measure(point)
      if (here >= 0) != (before >= 0) {
        let share = before / (before - here)
        result.append(
          PlanePoint(x: last.x + (point.x - last.x) * share, y: last.y + (point.y - last.y) * share))
      }
      if here >= 0 { result.append(point) }
      (last, before) = (point, here)
    }
    return result
  }
}
