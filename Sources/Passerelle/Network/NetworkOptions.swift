public import PasserelleCore
import PasserelleGraph
import PasserelleNetwork
import PasserelleOntology
import PasserelleText

/// Which part of the network a question is about, in the words of the person who asks.
public struct NetworkRequest: Sendable, Hashable {
  /// How ties through a third node are shown.
  public enum Shape: String, Sendable, Hashable, CaseIterable {
    /// Actors only: those who share a project, agreement, programme, call, event or network are tied.
    case actors
    /// As stated: projects, networks and all else are nodes as well.
    case stated
  }

  /// The kinds of nodes, by code or name; empty for all.
  public var kinds: [String] = []
  /// The kinds of ties, by code or name; empty for all but themes and locations.
  public var links: [String] = []
  /// Themes, by name or identifier; empty for all.
  public var themes: [String] = []
  /// Countries, by code or name; empty for all.
  public var countries: [String] = []
  /// Only ties that may have held on that day; nil for all times.
  public var day: PartialDate?
  /// The state known at that moment; nil for now.
  public var asOf: Instant?
  /// Whether demonstration data count.
  public var includesDemonstration = false
  /// Whether ties go one way.
  public var isDirected = false
  /// The shape; nil for that of the question.
  public var shape: Shape?

  /// Asks for the whole network.
  public init() {}
}

/// A part of the network with what was asked.
struct NetworkView {
  let network: CooperationNetwork
  let selection: NetworkSelection
  let projection: NetworkProjection
  let scope: NetworkScope
  let words: NetworkWords

  var graph: NetworkGraph { projection.graph }
  var language: MessageLanguage { words.language }

  /// The node of a vertex.
  func node(_ vertex: Int32) -> CooperationNetwork.Node {
    network.nodes[Int(projection.vertices[Int(vertex)])]
  }

  /// What a vertex is called.
  func name(_ vertex: Int32) -> String { node(vertex).label[language] }
}

extension Workspace {
  /// The part of the network that a question is about.
  ///
  /// - Parameters:
  ///   - request: The part.
  ///   - shape: The shape where none is asked for.
  ///   - language: The language.
  ///   - adjust: Changes the selection before the part is made.
  /// - Returns: The part, with the network and the scope.
  /// - Throws: ``PasserelleError`` with code `query.invalid` for a kind, country or theme that is not known.
  func networkView(
    _ request: NetworkRequest, shape: NetworkRequest.Shape, language: MessageLanguage,
    _ adjust: (inout NetworkSelection) -> Void = { _ in }
  ) throws -> NetworkView {
    let network = try network(asOf: request.asOf)
    return try store.read(request.asOf.map { .ingested(asOf: $0) } ?? .current) { reader in
      let words = NetworkWords(ontology: ontology, language: language)
      var selection = NetworkSelection()
      selection.nodeKinds = try NetworkNames.kinds(request.kinds, words)
      selection.edgeKinds = try NetworkNames.kinds(request.links, words)
      selection.countries = Set(try request.countries.map { try NetworkNames.country($0, ontology) })
      let names = QuestionNames(reader: reader, ontology: ontology, iris: store.iris, language: language)
      selection.themes = Set(
        try request.themes.flatMap { try names.things($0, kind: .theme) }.compactMap(\.iriValue))
      selection.day = request.day
      selection.includesDemonstration = request.includesDemonstration
      selection.isDirected = request.isDirected
      selection.shape = (request.shape ?? shape) == .actors ? .actors : .stated
      adjust(&selection)
      let projection = network.projection(selection)
      let scope = try NetworkScope(
        network, projection, selection, request, reader, recordBase: store.iris.base + "record/")
      return NetworkView(
        network: network, selection: selection, projection: projection, scope: scope, words: words)
    }
  }
}

/// Reads kinds and countries as people write them.
enum NetworkNames {
  /// Kinds of nodes or ties, by code or by name in any language.
  static func kinds<Kind: RawRepresentable & CaseIterable & Hashable>(
    _ texts: [String], _ words: NetworkWords
  ) throws -> Set<Kind> where Kind.RawValue == String {
    let list = Kind.self == NodeKind.self ? "network-node-kinds" : "network-edge-kinds"
    let codes = Kind.allCases.map(\.rawValue)
    return Set(
      try texts.map { text in
        let wanted = TextFolding.fold(text)
        let code =
          codes.first { TextFolding.fold($0) == wanted }
          ?? codes.first { code in
            guard let label = words.ontology.label(of: code, list: list) else { return false }
            return TextFolding.fold(label.french) == wanted || TextFolding.fold(label.english) == wanted
          }
        guard let kind = code.flatMap(Kind.init(rawValue:)) else {
          throw QuestionBinder.invalid(
            "« \(text) » n’est pas une sorte connue. Sortes : \(codes.joined(separator: ", ")).",
            "'\(text)' is no known kind. Kinds: \(codes.joined(separator: ", ")).")
        }
        return kind
      })
  }

  /// The code of a country, by code or name.
  static func country(_ text: String, _ ontology: Ontology) throws -> String {
    let list = ontology.codeList("countries")
    if text.utf8.count == 2 { return text.uppercased() }
    let wanted = TextFolding.fold(text)
    let found =
      list?.entry(writtenAs: text)
      ?? list?.entries.first {
        TextFolding.fold($0.label.french) == wanted || TextFolding.fold($0.label.english) == wanted
      }
    guard let code = found?.code else {
      throw QuestionBinder.invalid(
        "Le pays « \(text) » n’est pas connu. Donnez son code à deux lettres, comme SN.",
        "The country '\(text)' is not known. Give its code of two letters, such as SN.")
    }
    return code
  }
}
