import PasserelleCore

/// The panels of a map: the whole, and the part where nodes are too close for their names, drawn larger.
struct MapPanels {
  /// A part of the sheet with a part of the globe.
  struct Panel {
    let view: MapView
    let frame: PlaneBox
    /// Which nodes are named in it.
    let named: (Int) -> Bool
  }

  private(set) var panels: [Panel]

  private static let gap = 12.0

  init(_ points: [GeographicPoint?], _ options: MapOptions) {
    let width = PictureSheet.panelWidth(options.width)
    let placed = points.compactMap { $0 }
    let whole = MapView(fitting: placed, extent: options.extent, width: width)
    let crowd = options.hasDetail ? Self.crowd(points, whole) : []
    guard !crowd.isEmpty else {
      panels = [Panel(view: whole, frame: Self.frame(whole, 0, 0), named: { _ in true })]
      return
    }
    let close = crowd.compactMap { points[$0] }
    let isCrowded = Set(crowd)
    // A high map leaves room beside it, a wide one beneath it.
    if whole.height > whole.width * 0.75 {
      let share = (width * 0.42).rounded()
      let main = MapView(fitting: placed, extent: options.extent, width: share, ratios: 0.9...1.6)
      let rest = width - share - Self.gap
      let ratio = main.height / rest
      let detail = MapView(fitting: close, extent: .fitted, width: rest, ratios: ratio...ratio)
      panels = [
        Panel(view: main, frame: Self.frame(main, 0, 0), named: { !isCrowded.contains($0) }),
        Panel(view: detail, frame: Self.frame(detail, share + Self.gap, 0), named: { _ in true }),
      ]
    } else {
      let main = MapView(fitting: placed, extent: options.extent, width: width, ratios: 0.4...0.6)
      let detail = MapView(fitting: close, extent: .fitted, width: width, ratios: 0.45...0.7)
      panels = [
        Panel(view: main, frame: Self.frame(main, 0, 0), named: { !isCrowded.contains($0) }),
        Panel(view: detail, frame: Self.frame(detail, 0, main.height + Self.gap), named: { _ in true }),
      ]
    }
  }

  private static func frame(_ view: MapView, _ x: Double, _ y: Double) -> PlaneBox {
    PlaneBox(minX: x, minY: y, maxX: x + view.width, maxY: y + view.height)
  }

  /// The nodes of the most crowded quarter of the map, each way, where they are too close for their names; of the
  /// world an eighth, which is Europe's size.
  ///
  /// - Complexity: O(*n*), and a few hundred thousand steps for the squares of the map.
  private static func crowd(_ points: [GeographicPoint?], _ view: MapView) -> [Int] {
    let side = 16.0
    let (columns, rows) = (Int(view.width / side) + 1, Int(view.height / side) + 1)
    var cells = [[Int]](repeating: [], count: columns * rows)
    var placed = 0
    for (node, point) in points.enumerated() {
      guard let point else { continue }
      let pixel = view.pixel(point)
      placed += 1
      let column = min(columns - 1, max(0, Int(pixel.x / side)))
      let row = min(rows - 1, max(0, Int(pixel.y / side)))
      cells[row * columns + column].append(node)
    }
    guard placed >= 12 else { return [] }
    let reach = max(2, Int((view.isWorld ? 0.13 : 0.26) * max(view.width, view.height) / side))
    var best: (count: Int, column: Int, row: Int) = (0, 0, 0)
    for row in 0..<rows {
      for column in 0..<columns {
        var count = 0
        for y in row..<min(rows, row + reach) {
          for x in column..<min(columns, column + reach) { count += cells[y * columns + x].count }
        }
        if count > best.count { best = (count, column, row) }
      }
    }
    guard best.count >= max(10, placed * 9 / 20), best.count < placed else { return [] }
    var nodes: [Int] = []
    for y in best.row..<min(rows, best.row + reach) {
      for x in best.column..<min(columns, best.column + reach) { nodes += cells[y * columns + x] }
    }
    var box = PlaneBox()
    for node in nodes { if let point = points[node] { box.add(view.pixel(point)) } }
    // A name takes about 90 by 16 pixels; nodes of one place are set apart otherwise.
    guard box.width * box.height < Double(nodes.count) * 2600, max(box.width, box.height) > 3 else {
      return []
    }
    return nodes
  }

  /// Shows in the whole where the part lies.
  static func writeFrame(of detail: MapView, in view: MapView, to writer: inout MarkupWriter) {
    let points = detail.outline.map { view.pixel($0) }
    guard points.count > 3 else { return }
    var path = SVGPath()
    path.ring(
      PolygonClip.clip(points, minX: 1, minY: 1, maxX: view.width - 1, maxY: view.height - 1), tolerance: 0.5)
    writer.empty("path", ["d": path.text, "fill": "none", "stroke": "#222", "stroke-width": "1.2"])
    writer.line()
  }
}
