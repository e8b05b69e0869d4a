public import PasserelleCore
import PasserelleNetwork
import PasserelleRendering

/// The form in which a part of the network is written.
public enum NetworkExportForm: String, Sendable, Hashable, CaseIterable {
  /// GEXF 1.3, for Gephi.
  case gexf
  /// GraphML, for yEd, igraph, NetworkX.
  case graphml
  /// GeoJSON, for maps.
  case geojson
  /// DOT, for Graphviz.
  case dot
  /// The nodes as CSV.
  case nodes
  /// The edges as CSV.
  case edges
  /// A map.
  case svgMap = "svg-map"
  /// A drawing.
  case svg
  /// A report that opens without a connection.
  case html
  /// JSON, `passerelle-network-graph/1`.
  case json

  /// Whether it is looked at rather than read by a program.
  var isPicture: Bool { self == .svgMap || self == .svg || self == .html }

  /// The nodes given where no limit is asked for; nil for all.
  var defaultLimit: Int? {
    switch self {
    case .svgMap: 2000
    case .svg, .html: 300
    default: nil
    }
  }
}

/// What of the network is written.
public struct NetworkExportRequest: Sendable, Hashable {
  /// The part.
  public var part = NetworkRequest()
  /// The form.
  public var form: NetworkExportForm
  /// The most nodes, those with the most ties first; nil for what the form takes.
  public var limit: Int?
  /// Only what is tied to this, as `show` takes it, or by name; nil for all.
  public var around: String?
  /// How many steps from it; 1 for its neighbours.
  public var steps = 1
  /// The title; nil for one that says what it is.
  public var title: String?
  /// Whether CSV is for a French spreadsheet.
  public var isSpreadsheet = false

  /// Asks for the whole network in a form.
  public init(_ form: NetworkExportForm) { self.form = form }
}

/// A part of the network, written.
public struct NetworkExport: Sendable {
  /// The bytes.
  public let data: [UInt8]
  /// How many nodes are written.
  public let nodes: Int
  /// How many edges are written.
  public let edges: Int
  /// How many nodes the limit left out.
  public let leftOut: Int
}

extension Workspace {
  /// Writes a part of the network.
  ///
  /// - Parameters:
  ///   - request: What, and in which form.
  ///   - language: The language of names and kinds.
  /// - Returns: The bytes, and what they hold.
  /// - Throws: ``PasserelleError`` with code `query.invalid` for a kind, country or theme that is not known,
  ///   `entity.notFound` for a thing that is not in the network.
  public func networkExport(
    _ request: NetworkExportRequest, language: MessageLanguage
  ) throws -> NetworkExport {
    let view = try networkView(
      request.part, shape: request.form.isPicture ? .actors : .stated, language: language)
    var projection = view.projection
    var centre: String?
    if let around = request.around {
      let node = try networkNode(around, view.network, request.part.asOf, language)
      centre = view.network.nodes[Int(node)].iri
      let reach =
        projection.vertex(of: node).map {
          projection.graph.distances(from: $0, limit: Int32(clamping: request.steps))
        } ?? [Int32](repeating: -1, count: projection.vertices.count)
      projection = projection.part(where: reach.map { $0 >= 0 })
    }
    let limit = request.limit ?? request.form.defaultLimit ?? projection.vertices.count
    let leftOut = max(0, projection.vertices.count - limit)
    if leftOut > 0 {
      let degrees = projection.graph.degrees()
      let order = projection.vertices.indices.sorted { (degrees[$1], $0) < (degrees[$0], $1) }
      var isKept = [Bool](repeating: false, count: projection.vertices.count)
      for vertex in order.prefix(limit) { isKept[vertex] = true }
      projection = projection.part(where: isKept)
    }
    let title =
      request.title
      ?? (request.around == nil
        ? language.say("Réseau de coopération", "Cooperation network")
        : language.say("Réseau autour de ", "Network around ") + (centreName(centre, view) ?? ""))
    var graph = try nodeEdgeGraph(of: view.network, projection, title: title, language: language)
    graph.note = note(view, leftOut, limit)
    let undirected = projection.graph.isDirected ? projection.graph.undirected() : projection.graph
    let communities = undirected.communities().partition.labels
    for (vertex, community) in communities.enumerated() { graph.nodes[vertex].community = Int(community) }
    let writer = NetworkExportWriter(
      graph: graph, layout: undirected, centre: centre, scope: view.scope, words: view.words,
      created: context.clock(), isSpreadsheet: request.isSpreadsheet)
    return NetworkExport(
      data: writer.data(request.form), nodes: graph.nodes.count, edges: graph.edges.count, leftOut: leftOut)
  }

  private func centreName(_ iri: String?, _ view: NetworkView) -> String? {
    iri.flatMap { view.network.node($0) }.map { view.network.nodes[Int($0)].label[view.language] }
  }

  private func note(_ view: NetworkView, _ leftOut: Int, _ limit: Int) -> String {
    var lines = view.scope.paragraphs(view.words)
    if leftOut > 0 {
      let format = ValueFormat(view.language)
      lines.append(
        view.language.say(
          "Les \(format.number(limit)) nœuds les plus liés ; \(format.count(leftOut, "autre est laissé", "autres sont laissés")) de côté.",
          "The \(format.number(limit)) nodes with the most ties; \(format.count(leftOut, "other is", "others are")) left out."
        ))
    }
    return lines.joined(separator: " ")
  }
}
