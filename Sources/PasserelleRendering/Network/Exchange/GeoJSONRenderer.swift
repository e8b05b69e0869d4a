public import PasserelleCore

/// Writes networks as GeoJSON (RFC 7946): nodes as points, edges as great circles.
///
/// What has no place on the globe is told in the members `unplaced_nodes` and `unplaced_edges`, never dropped.
public enum GeoJSONRenderer {
  /// The name and version of the form.
  public static let format = "passerelle-network-geojson/1"

  /// The bytes of a network, in UTF-8.
  ///
  /// - Parameters:
  ///   - graph: The network; edges whose ends are no nodes are left out.
  ///   - pretty: Whether members stand on lines of their own.
  /// - Returns: The bytes; the same network gives the same bytes.
  /// - Complexity: O(*n*) in the size of the output.
  public static func data(_ graph: NodeEdgeGraph, pretty: Bool = false) -> [UInt8] {
    let edges = graph.validEdges
    let nodeColumns = GraphColumns(
      reserved: ["id", "type", "label", "kind", "kind_label", "country", "size", "community"],
      graph.nodes.lazy.map(\.attributes))
    let edgeColumns = GraphColumns(
      reserved: [
        "id", "type", "source", "target", "source_label", "target_label", "kind", "kind_label", "directed",
        "weight",
        "since", "until", "kilometres",
      ], edges.lazy.map(\.attributes))
    let points = graph.nodes.map { $0.point?.valid }
    var features: [StructuredValue] = []
    var unplacedNodes: [StructuredValue] = []
    for (node, point) in zip(graph.nodes, points) {
      let properties = StructuredValue.object(
        nodeProperties(node) + members(node.attributes, nodeColumns))
      if let point {
        features.append(feature(node.id, "Point", position(point), properties))
      } else {
        unplacedNodes.append(.object(["id": .string(node.id), "properties": properties]))
      }
    }
    var unplacedEdges: [StructuredValue] = []
    for edge in edges {
      let others = members(edge.attributes, edgeColumns)
      if let from = points[edge.source], let to = points[edge.target] {
        let lines = GreatCircle.lines(from: from, to: to).map { StructuredValue.array($0.map(position)) }
        let length = StructuredValue.Member("kilometres", .number(from.kilometres(to: to), digits: 0))
        features.append(
          feature(
            edge.id, lines.count == 1 ? "LineString" : "MultiLineString",
            lines.count == 1 ? lines[0] : .array(lines),
            .object(edgeProperties(edge, graph) + [length] + others)))
      } else {
        unplacedEdges.append(
          .object(["id": .string(edge.id), "properties": .object(edgeProperties(edge, graph) + others)]))
      }
    }
    let document = StructuredValue.object([
      "type": .string("FeatureCollection"), "format": .string(format), "title": .string(graph.title),
      "note": .optional(graph.note), "date": .optional(graph.date?.description), "features": .array(features),
      "unplaced_nodes": .array(unplacedNodes), "unplaced_edges": .array(unplacedEdges),
    ])
    return JSONRenderer.data(document, pretty: pretty) + [UInt8(ascii: "\n")]
  }

  private static func feature(
    _ id: String, _ type: String, _ coordinates: StructuredValue, _ properties: StructuredValue
  ) -> StructuredValue {
    .object([
      "type": .string("Feature"), "id": .string(id),
      "geometry": .object(["type": .string(type), "coordinates": coordinates]), "properties": properties,
    ])
  }

  private static func position(_ point: GeographicPoint) -> StructuredValue {
    .array([.number(point.longitude, digits: 5), .number(point.latitude, digits: 5)])
  }

  private static func nodeProperties(_ node: NodeEdgeGraph.Node) -> [StructuredValue.Member] {
    known([
      ("type", .string("node")), ("label", .string(node.label)), ("kind", .string(node.kind)),
      ("kind_label", .string(node.kindLabel)), ("country", .optional(node.country)),
      ("size", node.size.flatMap { $0.isFinite ? .number($0, digits: 6) : nil }),
      ("community", node.community.map { .int($0) }),
    ])
  }

  private static func edgeProperties(_ edge: NodeEdgeGraph.Edge, _ graph: NodeEdgeGraph)
    -> [StructuredValue.Member]
  {
    let (source, target) = (graph.nodes[edge.source], graph.nodes[edge.target])
    return known([
      ("type", .string("edge")), ("source", .string(source.id)), ("target", .string(target.id)),
      ("source_label", .string(source.label)), ("target_label", .string(target.label)),
      ("kind", .string(edge.kind)), ("kind_label", .string(edge.kindLabel)),
      ("directed", .bool(edge.isDirected)),
      ("weight", edge.weight.isFinite ? .number(edge.weight, digits: 6) : nil),
      ("since", .optional(edge.since?.description)), ("until", .optional(edge.until?.description)),
    ])
  }

  private static func known(_ members: [(String, StructuredValue?)]) -> [StructuredValue.Member] {
    members.compactMap { key, value in value.map { StructuredValue.Member(key, $0) } }
  }

  private static func members(_ attributes: [NodeEdgeGraph.Attribute], _ columns: GraphColumns)
    -> [StructuredValue.Member]
  {
    attributes.compactMap { attribute in
      guard let place = columns.place(of: attribute.key),
        let value = columns.value(attribute.value, in: place)
      else { return nil }
      let written: StructuredValue =
        switch value {
        case .text(let text): .string(text)
        case .integer(let number): .int(number)
        case .number(let number): .number(number, digits: 9)
        case .flag(let flag): .bool(flag)
        }
      return StructuredValue.Member(columns.columns[place].key, written)
    }
  }
}
