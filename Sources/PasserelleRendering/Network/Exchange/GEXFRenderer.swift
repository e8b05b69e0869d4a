public import PasserelleCore

/// Writes networks as GEXF 1.3, which Gephi and others read (gexf.net).
///
/// Nodes keep their identifiers; properties are typed. An edge whose dates are known is there from the first day its
/// dates may mean to the last one. Colours and shapes are those of the pictures.
public enum GEXFRenderer {
  private static let nodeKeys = [
    "kind", "kind_label", "country", "latitude", "longitude", "size", "community",
  ]
  private static let edgeKeys = ["kind_label", "since", "until"]

  /// The bytes of a network, in UTF-8.
  ///
  /// - Parameters:
  ///   - graph: The network; edges whose ends are no nodes are left out.
  ///   - positions: Where each node is drawn, 0 to 1 from the top left; nil for nowhere.
  /// - Returns: The bytes; the same network gives the same bytes.
  /// - Complexity: O(*n*) in the size of the output.
  public static func data(_ graph: NodeEdgeGraph, positions: [DrawingPoint]? = nil) -> [UInt8] {
    let edges = graph.validEdges
    let areDirected = !edges.isEmpty && edges.allSatisfy(\.isDirected)
    let isDynamic = edges.contains { $0.since != nil || $0.until != nil }
    return ODTRenderer.document(
      "gexf",
      [
        "xmlns": "http://gexf.net/1.3", "xmlns:viz": "http://gexf.net/1.3/viz",
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "xsi:schemaLocation": "http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd", "version": "1.3",
      ]
    ) { writer in
      meta(graph, &writer)
      var attributes: [(String, String)] = [
        ("defaultedgetype", areDirected ? "directed" : "undirected"), ("idtype", "string"),
        ("mode", isDynamic ? "dynamic" : "static"),
      ]
      if isDynamic { attributes += [("timeformat", "date"), ("timerepresentation", "interval")] }
      writer.element("graph", attributes) { writer in
        writer.line()
        let nodeColumns = GraphColumns(
          reserved: nodeKeys + ["id", "label"], graph.nodes.lazy.map(\.attributes))
        let edgeColumns = GraphColumns(
          reserved: edgeKeys + ["id", "label", "kind", "type", "weight", "source", "target"],
          edges.lazy.map(\.attributes))
        declare(
          "node", zip(nodeKeys, ["string", "string", "string", "double", "double", "double", "long"]),
          nodeColumns, &writer)
        declare("edge", zip(edgeKeys, ["string", "string", "string"]), edgeColumns, &writer)
        writer.element("nodes", ["count": String(graph.nodes.count)]) { writer in
          writer.line()
          for (index, node) in graph.nodes.enumerated() {
            let position = positions.flatMap { index < $0.count ? $0[index] : nil }
            write(node, position, nodeColumns, &writer)
          }
        }
        writer.line()
        writer.element("edges", ["count": String(edges.count)]) { writer in
          writer.line()
          for edge in edges { write(edge, graph, edgeColumns, &writer) }
        }
        writer.line()
      }
      writer.line()
    }
  }

  private static func meta(_ graph: NodeEdgeGraph, _ writer: inout MarkupWriter) {
    var attributes: [(String, String)] = []
    if let date = graph.date, date.precision == .day {
      attributes.append(("lastmodifieddate", date.description))
    }
    writer.element("meta", attributes) { writer in
      writer.element("creator", text: "Passerelle")
      writer.element(
        "description", text: [graph.title, graph.note].compactMap { $0 }.joined(separator: " — "))
    }
    writer.line()
  }

  private static func declare(
    _ name: String, _ fixed: some Sequence<(String, String)>, _ columns: GraphColumns,
    _ writer: inout MarkupWriter
  ) {
    writer.element("attributes", ["class": name]) { writer in
      writer.line()
      let others = columns.columns.map { ($0.key, $0.kind.gexfType) }
      for (key, type) in Array(fixed) + others {
        writer.empty("attribute", ["id": key, "title": key, "type": type])
        writer.line()
      }
    }
    writer.line()
  }

  private static func write(
    _ node: NodeEdgeGraph.Node, _ position: DrawingPoint?, _ columns: GraphColumns,
    _ writer: inout MarkupWriter
  ) {
    writer.element("node", ["id": node.id, "label": node.label]) { writer in
      writer.element("attvalues") { writer in
        let point = node.point?.valid
        let fixed: [String?] = [
          node.kind, node.kindLabel, node.country, point?.latitude.plainText, point?.longitude.plainText,
          node.size.flatMap { $0.isFinite ? $0.plainText : nil }, node.community.map { String($0) },
        ]
        values(nodeKeys, fixed, node.attributes, columns, &writer)
      }
      let style = NodeStyle.of(kind: node.kind)
      let colour = style.colour.channels
      writer.empty(
        "viz:color", ["r": String(colour.red), "g": String(colour.green), "b": String(colour.blue)])
      if let position, position.x.isFinite, position.y.isFinite {
        let (x, y) = ((position.x - 0.5) * 1000, (0.5 - position.y) * 1000)
        writer.empty("viz:position", ["x": x.plainText, "y": y.plainText, "z": "0"])
      }
      if let size = node.size, size.isFinite, size >= 0 {
        writer.empty("viz:size", ["value": size.plainText])
      }
      writer.empty("viz:shape", ["value": style.shape.gexfName])
    }
    writer.line()
  }

  private static func write(
    _ edge: NodeEdgeGraph.Edge, _ graph: NodeEdgeGraph, _ columns: GraphColumns,
    _ writer: inout MarkupWriter
  ) {
    var attributes: [(String, String)] = [
      ("id", edge.id), ("source", graph.nodes[edge.source].id), ("target", graph.nodes[edge.target].id),
      ("type", edge.isDirected ? "directed" : "undirected"), ("kind", edge.kind), ("label", edge.kindLabel),
    ]
    if edge.weight.isFinite { attributes.append(("weight", edge.weight.plainText)) }
    let (first, last) = (edge.since?.firstDate, edge.until?.lastDate)
    // A span that ends before it begins is told among the properties only.
    if first.flatMap({ first in last.map { first <= $0 } }) ?? true {
      if let first { attributes.append(("start", first.description)) }
      if let last { attributes.append(("end", last.description)) }
    }
    writer.element("edge", attributes) { writer in
      writer.element("attvalues") { writer in
        values(
          edgeKeys, [edge.kindLabel, edge.since?.description, edge.until?.description], edge.attributes,
          columns, &writer)
      }
    }
    writer.line()
  }

  private static func values(
    _ keys: [String], _ fixed: [String?], _ attributes: [NodeEdgeGraph.Attribute], _ columns: GraphColumns,
    _ writer: inout MarkupWriter
  ) {
    for case (let key, let value?) in zip(keys, fixed) {
      writer.empty("attvalue", ["for": key, "value": value])
    }
    for attribute in attributes {
      guard let place = columns.place(of: attribute.key),
        let value = columns.value(attribute.value, in: place)
      else { continue }
      writer.empty("attvalue", ["for": columns.columns[place].key, "value": value.plainText])
    }
  }
}

extension GraphColumns.Kind {
  /// The name of the type in GEXF.
  fileprivate var gexfType: String {
    switch self {
    case .text: "string"
    case .integer: "long"
    case .number: "double"
    case .flag: "boolean"
    }
  }
}

extension NodeShape {
  /// The nearest shape of GEXF.
  fileprivate var gexfName: String {
    switch self {
    case .circle: "disc"
    case .square: "square"
    case .triangle, .triangleDown: "triangle"
    case .diamond, .star, .pentagon, .hexagon, .cross: "diamond"
    }
  }
}
