import PasserelleCore

/// The figures of the nodes of a picture, and their names.
struct PictureMarks {
  let graph: NodeEdgeGraph
  let places: [PlanePoint?]
  let scale: PictureScale
  let highlights: Set<String>
  /// Whether a node may be named.
  var mayBeNamed: (Int) -> Bool = { _ in true }
  /// Where names may stand.
  let bounds: PlaneBox

  /// Writes the figures, the largest first, so that the small ones stand above; those that matter last.
  ///
  /// - Parameters:
  ///   - colour: The colour of a node where it is not that of its kind.
  ///   - writer: What is written to.
  func write(colour: (Int) -> String?, to writer: inout MarkupWriter) {
    let hasNames = graph.nodes.count <= 6000
    writer.element("g", ["fill-opacity": graph.nodes.count > 400 ? "0.85" : "1"]) { writer in
      let (order, count) = (order, graph.nodes.count { highlights.contains($0.id) })
      for node in order.dropFirst(count) + order.prefix(count) {
        guard let place = places[node], bounds.holds(place) else { continue }
        let one = graph.nodes[node]
        writer.line()
        NodeMark.write(
          NodeStyle.of(kind: one.kind), colour: colour(node), at: place, radius: radius(node),
          name: hasNames ? "\(one.label) — \(one.kindLabel)" : nil,
          isHighlighted: highlights.contains(one.id),
          to: &writer)
      }
    }
    writer.line()
  }

  /// Writes the names for which there is room.
  func writeLabels(limit: Int?, avoiding boxes: [PlaneBox] = [], to writer: inout MarkupWriter) {
    var marks: [LabelPlacer.Mark] = []
    var named: [LabelPlacer.Mark] = []
    for node in order {
      guard let place = places[node] else { continue }
      let mark = LabelPlacer.Mark(
        point: place, radius: radius(node), text: graph.nodes[node].label,
        isStrong: highlights.contains(graph.nodes[node].id))
      marks.append(mark)
      if mayBeNamed(node), !mark.text.isEmpty, bounds.holds(place) { named.append(mark) }
    }
    let room = Int(bounds.width * bounds.height / 5200)
    var placer = LabelPlacer(bounds: bounds, size: 12, marks: marks)
    for box in boxes { placer.reserve(box) }
    LabelPlacer.write(placer.place(named, limit: limit ?? min(room, 110)), to: &writer)
  }

  /// The nodes by weight: those that matter, then the largest, then as they stand.
  private var order: [Int] {
    graph.nodes.indices.sorted { one, other in
      let (first, second) = (
        highlights.contains(graph.nodes[one].id), highlights.contains(graph.nodes[other].id)
      )
      if first != second { return first }
      return (scale.measures[other], one) < (scale.measures[one], other)
    }
  }

  private func radius(_ node: Int) -> Double {
    scale.radius(node) * (highlights.contains(graph.nodes[node].id) ? 1.25 : 1)
  }
}
