import Foundation

/// Draws the figures of nodes: all of about the same area for the same radius.
enum NodeMark {
  /// The path of a figure about a point; nil for circles, which have an element of their own.
  static func path(_ shape: NodeShape, at centre: PlanePoint, radius: Double) -> SVGPath? {
    func polygon(_ corners: Int, _ size: Double, turn: Double) -> [PlanePoint] {
      (0..<corners).map { corner in
        let angle = 2 * Double.pi * Double(corner) / Double(corners) + turn
        return PlanePoint(x: centre.x + radius * size * sin(angle), y: centre.y - radius * size * cos(angle))
      }
    }
    let points: [PlanePoint]
    switch shape {
    case .circle: return nil
    case .square: points = polygon(4, 1.25, turn: .pi / 4)
    case .triangle: points = polygon(3, 1.4, turn: 0)
    case .triangleDown: points = polygon(3, 1.4, turn: .pi)
    case .diamond: points = polygon(4, 1.3, turn: 0)
    case .pentagon: points = polygon(5, 1.17, turn: 0)
    case .hexagon: points = polygon(6, 1.12, turn: .pi / 6)
    case .star:
      let (outer, inner) = (polygon(5, 1.5, turn: 0), polygon(5, 0.65, turn: .pi / 5))
      points = zip(outer, inner).flatMap { [$0, $1] }
    case .cross:
      let (a, b) = (radius * 1.15, radius * 0.45)
      let corners = [
        (-b, -a), (b, -a), (b, -b), (a, -b), (a, b), (b, b), (b, a), (-b, a), (-b, b), (-a, b), (-a, -b),
        (-b, -b),
      ]
      points = corners.map { PlanePoint(x: centre.x + $0.0, y: centre.y + $0.1) }
    }
    var path = SVGPath()
    path.move(points[0])
    for point in points.dropFirst() { path.line(point) }
    path.close()
    return path
  }

  /// Writes a figure, with its name for those who point at it.
  static func write(
    _ style: NodeStyle, colour: String? = nil, at centre: PlanePoint, radius: Double, name: String? = nil,
    isHighlighted: Bool = false, to writer: inout MarkupWriter
  ) {
    let colour = colour ?? style.colour.hex
    let line = min(1.6, max(0.5, radius * 0.22))
    var attributes: [(String, String)] = []
    switch style.filling {
    case .full:
      attributes = [("fill", colour)]
      // A white rim parts neighbours; about the smallest figures it would only blur them.
      if isHighlighted {
        attributes += [("stroke", "#000"), ("stroke-width", "1.8")]
      } else if radius > 2.4 {
        attributes += [("stroke", "#fff"), ("stroke-width", (line * 0.7).tenths)]
      }
    case .hollow, .dotted:
      attributes = [
        ("fill", "#fff"), ("stroke", isHighlighted ? "#000" : colour),
        ("stroke-width", isHighlighted ? "2.2" : (line * 1.2).tenths),
      ]
    }
    func figure(_ radius: Double, _ attributes: [(String, String)], _ writer: inout MarkupWriter) {
      let title: (inout MarkupWriter) -> Void = { writer in
        if let name { writer.element("title", text: name) }
      }
      if let path = path(style.shape, at: centre, radius: radius) {
        writer.element("path", attributes + [("d", path.text)], title)
      } else {
        writer.element(
          "circle", attributes + [("cx", centre.x.tenths), ("cy", centre.y.tenths), ("r", radius.tenths)],
          title)
      }
    }
    figure(radius, attributes, &writer)
    if style.filling == .dotted {
      writer.element(
        "circle",
        [
          ("fill", colour), ("cx", centre.x.tenths), ("cy", centre.y.tenths),
          ("r", max(0.6, radius * 0.38).tenths),
        ]
      ) { _ in }
    }
  }
}
