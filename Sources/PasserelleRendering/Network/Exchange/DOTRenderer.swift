public import PasserelleCore

/// Writes networks in the DOT language of Graphviz.
///
/// Nodes are numbered, `n0` first, with their IRI beside them. Where one edge is directed all are arcs, and those
/// that go both ways have no arrow.
public enum DOTRenderer {
  /// The bytes of a network, in UTF-8.
  ///
  /// - Parameters:
  ///   - graph: The network; edges whose ends are no nodes are left out.
  ///   - positions: Where each node is drawn, 0 to 1 from the top left, for `neato -n`; nil for nowhere.
  /// - Returns: The bytes; the same network gives the same bytes.
  /// - Complexity: O(*n*) in the size of the output.
  public static func data(_ graph: NodeEdgeGraph, positions: [DrawingPoint]? = nil) -> [UInt8] {
    let edges = graph.validEdges
    let isDirected = edges.contains { $0.isDirected }
    var text = isDirected ? "digraph network {\n" : "graph network {\n"
    let caption = [graph.title, graph.note].compactMap { $0 }.joined(separator: " — ")
    text += "  graph [label=\(quoted(caption)), outputorder=edgesfirst];\n"
    text += "  node [style=filled, fontname=\"sans-serif\", fontsize=10];\n"
    for (index, node) in graph.nodes.enumerated() {
      let style = NodeStyle.of(kind: node.kind)
      var attributes = [
        ("label", node.label), ("iri", node.id), ("kind", node.kind), ("tooltip", node.kindLabel),
        ("shape", style.shape.dotName), ("fillcolor", style.isFilled ? style.colour.hex : "#ffffff"),
        ("color", style.colour.hex), ("fontcolor", style.isFilled ? style.colour.inkHex : "#000000"),
      ]
      if let country = node.country { attributes.append(("country", country)) }
      if let positions, index < positions.count {
        let point = positions[index]
        attributes.append(("pos", "\(Int(point.x * 1000)),\(Int((1 - point.y) * 1000))"))
      }
      text += "  n\(index) [\(list(attributes))];\n"
    }
    for edge in edges {
      var attributes = [("label", edge.kindLabel), ("kind", edge.kind)]
      if edge.weight.isFinite, edge.weight != 1 { attributes.append(("weight", edge.weight.plainText)) }
      if isDirected, !edge.isDirected { attributes.append(("dir", "none")) }
      if let since = edge.since { attributes.append(("since", since.description)) }
      if let until = edge.until { attributes.append(("until", until.description)) }
      text += "  n\(edge.source) \(isDirected ? "->" : "--") n\(edge.target) [\(list(attributes))];\n"
    }
    return Array((text + "}\n").utf8)
  }

  private static func list(_ attributes: [(String, String)]) -> String {
    attributes.map { "\($0)=\(quoted($1))" }.joined(separator: ", ")
  }

  /// A text as a quoted string of DOT; a backslash would begin an escape.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in LineCleaning.singleLine(text).unicodeScalars {
      if scalar == "\"" || scalar == "\\" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }
}

extension NodeShape {
  /// The shape of Graphviz.
  fileprivate var dotName: String {
    switch self {
    case .circle: "ellipse"
    case .square: "box"
    case .triangle: "triangle"
    case .triangleDown: "invtriangle"
    case .diamond: "diamond"
    case .star: "star"
    case .pentagon: "pentagon"
    case .hexagon: "hexagon"
    case .cross: "octagon"
    }
  }
}
