public import PasserelleCore

/// Draws networks where a layout has put their nodes.
///
/// Links lie behind, figures tell kinds, colours tell kinds or communities, which are numbered as well. The same
/// network and places give the same picture.
public enum DrawingRenderer {
  /// The picture as the text of an SVG file: text as text, no script, nothing loaded.
  ///
  /// - Parameters:
  ///   - graph: The network.
  ///   - positions: Where each node stands; nodes without one are not drawn, and told.
  ///   - options: How it is drawn.
  /// - Returns: The text of the file.
  public static func svg(
    _ graph: NodeEdgeGraph, positions: [DrawingPoint], _ options: DrawingOptions = DrawingOptions()
  ) -> String {
    picture(graph, positions: positions, options).svg
  }

  /// The picture, for a figure of a report.
  ///
  /// - Complexity: O(*n* log *n*) in the numbers of nodes and edges.
  public static func picture(
    _ graph: NodeEdgeGraph, positions: [DrawingPoint], _ options: DrawingOptions = DrawingOptions()
  ) -> Report.Picture {
    let width = PictureSheet.panelWidth(options.width)
    let fit = DrawingFit(
      positions, count: graph.nodes.count, width: width, greatestHeight: Double(options.height))
    let (places, height) = (fit.places, fit.height)
    let links = PictureLinks(
      graph, cells: graph.nodes.indices.map { places[$0] == nil ? nil : $0 },
      limit: max(1, options.linkLimit),
      bundles: false)
    let scale = PictureScale(graph, links: links)
    let communities = options.colouring == .communities ? DrawingCommunities(graph) : nil
    let shown = communities.flatMap { $0.shown.isEmpty ? nil : $0 }
    let notes = PictureNotes(options.language)
    let isPlaced = { (node: Int) in places[node] != nil }
    let sheet = PictureSheet(
      title: graph.title, width: Double(min(4000, max(400, options.width))),
      panels: [PlaneBox(minX: 0, minY: 0, maxX: width, maxY: height)],
      legend: PictureLegend(
        groups: [
          PictureLegend.kinds(
            graph, isPlaced: isPlaced, isColoured: shown == nil, language: options.language),
          shown?.legend(graph, measures: scale.measures, language: options.language),
          PictureLegend.links(links, language: options.language),
          PictureLegend.sizes(scale, title: options.sizeTitle, language: options.language),
        ].compactMap { $0 }),
      notes: [
        notes.scope(graph), notes.links(links, graph: graph),
        notes.unplaced(graph, isPlaced: isPlaced, isMap: false),
      ])
    return sheet.picture { _, writer in
      DrawingLinks(links: links, scale: scale, places: places, communities: shown).write(to: &writer)
      let marks = PictureMarks(
        graph: graph, places: places, scale: scale, highlights: options.highlights,
        bounds: PlaneBox(minX: 3, minY: 3, maxX: width - 3, maxY: height - 3))
      marks.write(colour: { shown?.colour(of: $0) }, to: &writer)
      let reserved = shown?.writeNumbers(places: places, radius: { scale.radius($0) }, to: &writer) ?? []
      marks.writeLabels(limit: options.labelLimit, avoiding: reserved, to: &writer)
    }
  }
}

/// Fits a layout into a panel: the same scale both ways as far as that leaves no band empty.
struct DrawingFit {
  /// Where nodes stand in the panel.
  let places: [PlanePoint?]
  /// The height of the panel.
  let height: Double

  init(_ positions: [DrawingPoint], count: Int, width: Double, greatestHeight: Double) {
    var box = PlaneBox()
    let points = (0..<count).map { index -> PlanePoint? in
      guard index < positions.count, positions[index].x.isFinite, positions[index].y.isFinite else {
        return nil
      }
      return PlanePoint(x: positions[index].x, y: positions[index].y)
    }
    for point in points.compactMap({ $0 }) { box.add(point) }
    let (left, top) = (60.0, 30.0)
    let (room, least) = (width - 2 * left, 240.0)
    let tallest = max(least, min(4000, greatestHeight))
    guard box.width > 1e-9 || box.height > 1e-9 else {
      height = least
      places = points.map { $0 == nil ? nil : PlanePoint(x: width / 2, y: least / 2) }
      return
    }
    let natural = box.width > 1e-9 ? room * box.height / box.width : .infinity
    height = min(tallest, max(least, natural + 2 * top)).rounded()
    let deep = height - 2 * top
    let (x, y) = (room / max(box.width, 1e-9), deep / max(box.height, 1e-9))
    // One way may be stretched by a third, so that wide panels are used.
    let (across, down) = (min(x, y * 1.35), min(y, x * 1.35))
    let (marginX, marginY) = ((width - box.width * across) / 2, (height - box.height * down) / 2)
    places = points.map { point in
      point.map {
        PlanePoint(x: marginX + ($0.x - box.minX) * across, y: marginY + ($0.y - box.minY) * down)
      }
    }
  }
}

/// Draws the links of a network as straight lines; several kinds of one pair bend apart.
struct DrawingLinks {
  let links: PictureLinks
  let scale: PictureScale
  let places: [PlanePoint?]
  /// The communities that colour links within them; nil where kinds do.
  let communities: DrawingCommunities?

  func write(to writer: inout MarkupWriter) {
    guard !links.links.isEmpty else { return }
    writer.element("g", ["fill": "none", "stroke-opacity": "\(scale.opacity)"]) { writer in
      for link in links.links {
        guard let start = places[link.source], let end = places[link.target] else { continue }
        var path = SVGPath()
        path.move(start)
        var from = start
        let rank = min(link.kind ?? 0, LinkStyle.distinctCount)
        if rank > 0 {
          from = MapLinks.control(start, end, bend: 0.05 * Double(rank))
          path.curve(from, end)
        } else {
          path.line(end)
        }
        let style = LinkStyle.of(rank: link.kind)
        var colour = style.colour
        if let communities {
          let (one, other) = (communities.community(of: link.source), communities.community(of: link.target))
          colour = one?.number == other?.number ? one?.colour ?? "#777" : "#777"
        }
        let width = scale.width(of: link.weight)
        var attributes = [("stroke", colour), ("stroke-width", width.tenths), ("d", path.text)]
        if let dashes = style.dashes { attributes.append(("stroke-dasharray", dashes)) }
        writer.line()
        writer.element("path", attributes) { _ in }
        if link.isDirected, links.links.count <= 400 {
          LinkArrow.write(
            tip: end, from: from, gap: scale.radius(link.target) + 1, width: width, colour: colour,
            to: &writer)
        }
      }
    }
    writer.line()
  }
}
