import PasserelleCore

/// Draws the links of a map as curves.
struct MapLinks {
  let view: MapView
  let graph: NodeEdgeGraph
  let links: PictureLinks
  let scale: PictureScale
  let places: [PlanePoint?]

  func write(to writer: inout MarkupWriter) {
    guard !links.links.isEmpty else { return }
    writer.element("g", ["fill": "none", "stroke-opacity": "\(scale.opacity)", "stroke-linecap": "round"]) {
      writer in
      for link in links.links {
        guard let start = places[link.source], let end = places[link.target] else { continue }
        var path = SVGPath()
        var arrow: (tip: PlanePoint, from: PlanePoint)?
        let panel = PlaneBox(minX: 0, minY: 0, maxX: view.width, maxY: view.height)
        if let ways = aroundTheEdge(link) {
          for way in ways { CurveClip.write(way, within: panel, to: &path) }
        } else {
          let control = Self.control(
            start, end, bend: (view.isWorld ? 0.1 : 0.12) + 0.05 * Double(min(link.kind ?? 0, 3)))
          if panel.holds(start), panel.holds(control), panel.holds(end) {
            path.move(start)
            path.curve(control, end)
          } else {
            CurveClip.write(start, control, end, within: panel, to: &path)
          }
          if panel.holds(end) { arrow = (end, control) }
        }
        guard !path.isEmpty else { continue }
        let style = LinkStyle.of(rank: links.isBundled ? nil : link.kind)
        let width = scale.width(of: link.weight)
        var attributes = [("stroke", style.colour), ("stroke-width", width.tenths), ("d", path.text)]
        if let dashes = style.dashes { attributes.append(("stroke-dasharray", dashes)) }
        writer.line()
        writer.element("path", attributes) { _ in }
        if link.isDirected, links.links.count <= 400, let arrow {
          LinkArrow.write(
            tip: arrow.tip, from: arrow.from, gap: scale.radius(link.target) + 1, width: width,
            colour: style.colour, to: &writer)
        }
      }
    }
    writer.line()
  }

  /// The point that bends a curve: to the north, or to the west of a line that runs north.
  static func control(_ start: PlanePoint, _ end: PlanePoint, bend: Double) -> PlanePoint {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    var (nx, ny) = (dy, -dx)
    if ny > 0 || (ny == 0 && nx > 0) { (nx, ny) = (-nx, -ny) }
    return PlanePoint(x: (start.x + end.x) / 2 + nx * bend, y: (start.y + end.y) / 2 + ny * bend)
  }

  /// The two parts of a link whose shortest way leaves the map of the world on one side; nil for any other.
  private func aroundTheEdge(_ link: PictureLinks.Link) -> [[PlanePoint]]? {
    guard view.isWorld, let a = graph.nodes[link.source].point?.valid,
      let b = graph.nodes[link.target].point?.valid
    else { return nil }
    let (west, east) = (view.projection.unwrapped(a.longitude), view.projection.unwrapped(b.longitude))
    guard abs(east - west) > 180 else { return nil }
    let centre = view.projection.centralLongitude
    let end = east > west ? east - 360 : east + 360
    let lift = min(14, abs(end - west) * 0.12)
    var ways: [[PlanePoint]] = [[], []]
    let steps = 28
    for step in 0...steps {
      let share = Double(step) / Double(steps)
      let longitude = west + (end - west) * share
      let latitude = min(84, a.latitude + (b.latitude - a.latitude) * share + lift * 4 * share * (1 - share))
      let isBeyond = abs(longitude - centre) > 180
      let within = isBeyond ? longitude + (longitude > centre ? -360 : 360) : longitude
      ways[isBeyond ? 1 : 0].append(view.pixel(longitude: within, latitude: latitude))
    }
    return ways
  }
}

/// Draws the head of a link that goes one way.
enum LinkArrow {
  static func write(
    tip: PlanePoint, from: PlanePoint, gap: Double, width: Double, colour: String,
    to writer: inout MarkupWriter
  ) {
    let (dx, dy) = (tip.x - from.x, tip.y - from.y)
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > gap + 4 else { return }
    let (ux, uy) = (dx / length, dy / length)
    let size = 5 + width
    let head = PlanePoint(x: tip.x - ux * gap, y: tip.y - uy * gap)
    let base = PlanePoint(x: head.x - ux * size, y: head.y - uy * size)
    var path = SVGPath()
    path.move(head)
    path.line(PlanePoint(x: base.x - uy * size * 0.45, y: base.y + ux * size * 0.45))
    path.line(PlanePoint(x: base.x + uy * size * 0.45, y: base.y - ux * size * 0.45))
    path.close()
    writer.element("path", [("fill", colour), ("stroke", "none"), ("d", path.text)]) { _ in }
  }
}
