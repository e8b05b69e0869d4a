import PasserelleCore
import PasserelleNetwork
import PasserelleRendering

/// Writes a graph in the form asked for.
struct NetworkExportWriter {
  let graph: NodeEdgeGraph
  /// The same graph, for its layout.
  let layout: NetworkGraph
  let centre: String?
  let scope: NetworkScope
  let words: NetworkWords
  let created: Instant
  let isSpreadsheet: Bool

  /// The bytes.
  func data(_ form: NetworkExportForm) -> [UInt8] {
    switch form {
    case .gexf: GEXFRenderer.data(graph, positions: placed)
    case .graphml: GraphMLRenderer.data(graph, positions: placed)
    case .geojson: GeoJSONRenderer.data(graph)
    case .dot: DOTRenderer.data(graph)
    case .nodes: csv(NetworkTables.nodes(graph))
    case .edges: csv(NetworkTables.edges(graph))
    case .svgMap: Array(MapRenderer.svg(graph, mapOptions).utf8)
    case .svg: Array(DrawingRenderer.svg(graph, positions: positions, drawingOptions).utf8)
    case .html: HTMLRenderer.data(report.report)
    case .json: JSONRenderer.data(structured, pretty: true) + [UInt8(ascii: "\n")]
    }
  }

  /// The most nodes whose places are computed for exchange.
  private static let placedLimit = 5000

  private var placed: [DrawingPoint]? { graph.nodes.count <= Self.placedLimit ? positions : nil }

  private var positions: [DrawingPoint] {
    layout.layout().map { DrawingPoint(x: $0.x, y: $0.y) }
  }

  private var mapOptions: MapOptions {
    var options = MapOptions(language: words.language)
    options.highlights = Set([centre].compactMap { $0 })
    options.sizeTitle = words.language.say("Nombre de liens", "Number of ties")
    return options
  }

  private var drawingOptions: DrawingOptions {
    var options = DrawingOptions(language: words.language)
    options.highlights = Set([centre].compactMap { $0 })
    options.sizeTitle = words.language.say("Nombre de liens", "Number of ties")
    return options
  }

  private func csv(_ table: Table) -> [UInt8] {
    CSVRenderer.data(table, options: isSpreadsheet ? .frenchSpreadsheet : .guarded)
  }

  private var report: NetworkReport {
    let format = ValueFormat(words.language)
    var report = NetworkReport(
      title: graph.title, scope: scope.paragraphs(words).first ?? "", language: words.language,
      created: created)
    report.graph = graph
    report.positions = positions
    report.map = mapOptions
    report.drawing = drawingOptions
    report.keyFigures = [
      .init(words.language.say("Nœuds montrés", "Nodes shown"), format.number(graph.nodes.count)),
      .init(words.language.say("Liens montrés", "Links shown"), format.number(graph.edges.count)),
      .init(
        words.language.say("Énoncés de lien", "Stated ties"), format.number(scope.ties),
        remark: scope.sources.map { "\($0.code) \(format.number($0.count))" }.joined(separator: ", ")),
    ]
    for code in Set(graph.nodes.compactMap(\.country)).sorted() {
      report.countryNames[code] = words.country(code)
    }
    report.sources = scope.sources.map { NetworkReport.Source($0.code, count: $0.count) }
    report.caveats = Array(scope.paragraphs(words).dropFirst())
    return report
  }

  /// The graph for programs, `passerelle-network-graph/1`.
  private var structured: StructuredValue {
    .object([
      "format": .string("passerelle-network-graph/1"), "title": .string(graph.title),
      "date": .optional(graph.date?.description), "scope": scope.structured,
      "nodes": .array(
        graph.nodes.map { node in
          .object([
            "id": .string(node.id), "label": .string(node.label), "kind": .string(node.kind),
            "country": .optional(node.country),
            "latitude": node.point.map { .number($0.latitude, digits: 5) },
            "longitude": node.point.map { .number($0.longitude, digits: 5) },
            "community": node.community.map { .int($0) },
            "attributes": Self.structured(node.attributes),
          ])
        }),
      "edges": .array(
        graph.edges.map { edge in
          .object([
            "id": .string(edge.id), "source": .string(graph.nodes[edge.source].id),
            "target": .string(graph.nodes[edge.target].id), "kind": .string(edge.kind),
            "directed": .bool(edge.isDirected), "weight": .number(edge.weight, digits: 6),
            "since": .optional(edge.since?.description), "until": .optional(edge.until?.description),
            "attributes": Self.structured(edge.attributes),
          ])
        }),
    ])
  }

  private static func structured(_ attributes: [NodeEdgeGraph.Attribute]) -> StructuredValue {
    .object(
      attributes.map { one in
        switch one.value {
        case .text(let text): StructuredValue.Member(one.key, .string(text))
        case .integer(let number): StructuredValue.Member(one.key, .int(number))
        case .number(let number): StructuredValue.Member(one.key, .number(number, digits: 6))
        case .flag(let flag): StructuredValue.Member(one.key, .bool(flag))
        }
      })
  }
}
