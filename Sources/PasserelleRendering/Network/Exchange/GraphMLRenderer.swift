public import PasserelleCore

/// Writes networks as GraphML 1.0 with typed keys, which yEd, Gephi, igraph and NetworkX read.
///
/// Nodes and edges are numbered, `n0` and `e0` first, for an identifier of GraphML cannot be an IRI; the IRI stands
/// under the key `iri`.
public enum GraphMLRenderer {
  private static let nodeKeys: [(String, String)] = [
    ("iri", "string"), ("label", "string"), ("kind", "string"), ("kind_label", "string"),
    ("country", "string"), ("latitude", "double"), ("longitude", "double"), ("size", "double"),
    ("community", "long"),
  ]
  private static let edgeKeys: [(String, String)] = [
    ("identifier", "string"), ("label", "string"), ("kind", "string"), ("weight", "double"),
    ("since", "string"), ("until", "string"),
  ]

  /// The bytes of a network, in UTF-8.
  ///
  /// - Parameters:
  ///   - graph: The network; edges whose ends are no nodes are left out.
  ///   - positions: Where each node is drawn, 0 to 1 from the top left, as the keys `x` and `y`; nil for nowhere.
  /// - Returns: The bytes; the same network gives the same bytes.
  /// - Complexity: O(*n*) in the size of the output.
  public static func data(_ graph: NodeEdgeGraph, positions: [DrawingPoint]? = nil) -> [UInt8] {
    let edges = graph.validEdges
    let nodeKeys = nodeKeys + (positions == nil ? [] : [("x", "double"), ("y", "double")])
    let nodeColumns = GraphColumns(reserved: nodeKeys.map(\.0) + ["id"], graph.nodes.lazy.map(\.attributes))
    let edgeColumns = GraphColumns(
      reserved: edgeKeys.map(\.0) + ["id", "source", "target", "directed"], edges.lazy.map(\.attributes))
    return ODTRenderer.document(
      "graphml",
      [
        "xmlns": "http://graphml.graphdrawing.org/xmlns",
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "xsi:schemaLocation":
          "http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd",
      ]
    ) { writer in
      declare("graph", "g", [("title", "string"), ("note", "string"), ("date", "string")], nil, &writer)
      declare("node", "v", nodeKeys, nodeColumns, &writer)
      declare("edge", "e", edgeKeys, edgeColumns, &writer)
      let areDirected = edges.contains { $0.isDirected }
      writer.element("graph", ["id": "G", "edgedefault": areDirected ? "directed" : "undirected"]) { writer in
        writer.line()
        for (number, value) in [graph.title, graph.note, graph.date?.description].enumerated() {
          if let value { datum("g\(number)", value, &writer) }
        }
        writer.line()
        for (index, node) in graph.nodes.enumerated() {
          writer.element("node", ["id": "n\(index)"]) { writer in
            let point = node.point?.valid
            var fixed: [String?] = [
              node.id, node.label, node.kind, node.kindLabel, node.country, point?.latitude.plainText,
              point?.longitude.plainText, node.size.flatMap { $0.isFinite ? $0.plainText : nil },
              node.community.map { String($0) },
            ]
            if let positions, index < positions.count {
              fixed += [positions[index].x.plainText, positions[index].y.plainText]
            }
            values("v", fixed, node.attributes, nodeColumns, nodeKeys.count, &writer)
          }
          writer.line()
        }
        for (index, edge) in edges.enumerated() {
          var ends: [(String, String)] = [
            ("id", "e\(index)"), ("source", "n\(edge.source)"), ("target", "n\(edge.target)"),
          ]
          if edge.isDirected != areDirected { ends.append(("directed", edge.isDirected ? "true" : "false")) }
          writer.element("edge", ends) { writer in
            let fixed: [String?] = [
              edge.id, edge.kindLabel, edge.kind, edge.weight.isFinite ? edge.weight.plainText : nil,
              edge.since?.description, edge.until?.description,
            ]
            values("e", fixed, edge.attributes, edgeColumns, edgeKeys.count, &writer)
          }
          writer.line()
        }
      }
      writer.line()
    }
  }

  private static func declare(
    _ name: String, _ prefix: String, _ fixed: [(String, String)], _ columns: GraphColumns?,
    _ writer: inout MarkupWriter
  ) {
    let others = columns.map { $0.columns.map { ($0.key, $0.kind.graphMLType) } } ?? []
    for (number, (key, type)) in (fixed + others).enumerated() {
      writer.empty(
        "key", ["id": "\(prefix)\(number)", "for": name, "attr.name": key, "attr.type": type])
      writer.line()
    }
  }

  private static func values(
    _ prefix: String, _ fixed: [String?], _ attributes: [NodeEdgeGraph.Attribute], _ columns: GraphColumns,
    _ first: Int, _ writer: inout MarkupWriter
  ) {
    for (number, value) in fixed.enumerated() {
      if let value { datum("\(prefix)\(number)", value, &writer) }
    }
    for attribute in attributes {
      guard let place = columns.place(of: attribute.key),
        let value = columns.value(attribute.value, in: place)
      else { continue }
      datum("\(prefix)\(first + place)", value.plainText, &writer)
    }
  }

  private static func datum(_ key: String, _ value: String, _ writer: inout MarkupWriter) {
    writer.element("data", ["key": key], text: value)
  }
}

extension GraphColumns.Kind {
  /// The name of the type in GraphML.
  fileprivate var graphMLType: String {
    switch self {
    case .text: "string"
    case .integer: "long"
    case .number: "double"
    case .flag: "boolean"
    }
  }
}
