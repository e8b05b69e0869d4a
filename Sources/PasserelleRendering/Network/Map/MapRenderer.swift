public import PasserelleCore

/// Draws networks on a map of the world or a part of it.
///
/// Nodes are figures by kind, as large as their size or their number of links; links are curves as wide as their
/// weight. What has no coordinates is named beneath. The same network gives the same picture.
public enum MapRenderer {
  /// The picture as the text of an SVG file: text as text, no script, nothing loaded.
  ///
  /// - Parameters:
  ///   - graph: The network.
  ///   - options: How it is drawn.
  /// - Returns: The text of the file.
  public static func svg(_ graph: NodeEdgeGraph, _ options: MapOptions = MapOptions()) -> String {
    picture(graph, options).svg
  }

  /// The picture, for a figure of a report.
  ///
  /// - Complexity: O(*n* log *n*) in the numbers of nodes and edges.
  public static func picture(_ graph: NodeEdgeGraph, _ options: MapOptions = MapOptions()) -> Report.Picture {
    let points = graph.nodes.map { $0.point?.valid }
    let layout = MapPanels(points, options)
    let main = layout.panels[0].view
    let pixels = points.map { point in point.map { main.pixel($0) } }
    let links = PictureLinks(
      graph, cells: MapPlaces.representatives(pixels, degrees: PictureLinks.degrees(graph)),
      limit: max(1, options.linkLimit), bundles: true)
    let scale = PictureScale(graph, links: links)
    let notes = PictureNotes(options.language)
    let isPlaced = { (node: Int) in points[node] != nil }
    let sheet = PictureSheet(
      title: graph.title, width: Double(min(4000, max(400, options.width))),
      panels: layout.panels.map(\.frame),
      legend: PictureLegend(groups: [
        PictureLegend.kinds(graph, isPlaced: isPlaced, isColoured: true, language: options.language),
        PictureLegend.links(links, language: options.language),
        PictureLegend.sizes(scale, title: options.sizeTitle, language: options.language),
      ]),
      notes: [
        notes.scope(graph), notes.links(links, graph: graph), notes.unplaced(graph, isPlaced: isPlaced),
        notes.outlines,
      ])
    return sheet.picture { number, writer in
      let (view, named) = (layout.panels[number].view, layout.panels[number].named)
      MapLand(view: view, emphasised: options.emphasisedCountries).write(to: &writer)
      let places = MapPlaces.apart(points.map { point in point.map { view.pixel($0) } }) { scale.radius($0) }
      MapLinks(view: view, graph: graph, links: links, scale: scale, places: places).write(to: &writer)
      let marks = PictureMarks(
        graph: graph, places: places, scale: scale, highlights: options.highlights, mayBeNamed: named,
        bounds: PlaneBox(minX: 2, minY: 2, maxX: view.width - 2, maxY: view.height - 2))
      marks.write(colour: { _ in nil }, to: &writer)
      if number == 0 {
        for detail in layout.panels.dropFirst() {
          MapPanels.writeFrame(of: detail.view, in: view, to: &writer)
        }
      }
      marks.writeLabels(limit: options.labelLimit, to: &writer)
    }
  }
}
