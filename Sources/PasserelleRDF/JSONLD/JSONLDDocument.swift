internal import PasserelleCore
internal import PasserelleJSON

/// Writes a whole data set as one expanded JSON-LD document (W3C JSON-LD 1.1 API §8.4, `fromRdf`).
///
/// Nodes and graphs are gathered whatever the order of the statements, and lists are written as lists; all is held in
/// memory. ``RDFSerializer`` writes statements as they come.
public struct JSONLDDocument: Sendable {
  /// How directions of texts were stated; nil to take what states them like anything else.
  public var direction: JSONLDDirection?
  /// Whether numbers and booleans are written as JSON has them; lexical forms may change.
  public var usesNativeTypes = false
  /// Whether types are written as values of `rdf:type`, not at `@type`.
  public var usesRDFType = false

  /// Makes a writer of documents with the API's own defaults.
  public init() {}

  /// Writes statements; repeated ones once.
  ///
  /// - Returns: The document, UTF-8, its nodes in the order of their names.
  /// - Throws: ``PasserelleError`` with code `rdf.unwritable` for an `rdf:JSON` literal that is not JSON.
  /// - Complexity: O(*n* log *n*) in the statements.
  public func bytes(of statements: some Sequence<RDFStatement>) throws -> [UInt8] {
    var dataset = JSONLDDataset(options: self)
    var seen: Set<RDFStatement> = []
    for statement in statements where seen.insert(statement).inserted { try dataset.add(statement) }
    dataset.foldCompounds()
    dataset.foldLists()
    var bytes: [UInt8] = []
    JSONText.write(dataset.document(), into: &bytes)
    bytes.append(0x0A)
    return bytes
  }
}

/// The graphs of a data set as nodes with their values.
struct JSONLDDataset {
  /// A value; an object of its own, since what refers to a list becomes the list.
  final class Value {
    var own: JSONValue
    /// The elements, once the value is known to be a list.
    var items: [Value]?

    init(_ own: JSONValue) { self.own = own }

    /// The value as it is written.
    var json: JSONValue {
      guard let items else { return own }
      return .object([JSONMember("@list", .array(items.map(\.json)))])
    }
  }

  /// A node of a graph.
  final class Node {
    let identifier: RDFNode
    var types: [RDFNode] = []
    var properties: [(iri: String, values: [Value])] = []
    private var places: [String: Int] = [:]

    init(_ identifier: RDFNode) { self.identifier = identifier }

    var isEmpty: Bool { types.isEmpty && properties.isEmpty }

    func values(_ iri: String) -> [Value] { places[iri].map { properties[$0].values } ?? [] }

    func add(_ value: Value, _ iri: String) {
      if let place = places[iri] { return properties[place].values.append(value) }
      places[iri] = properties.count
      properties.append((iri, [value]))
    }
  }

  /// Where a node is referred to.
  private struct Usage {
    let node: Node
    let property: String
    let value: Value
    /// The graph that states it.
    let graph: ObjectIdentifier
  }

  private final class Graph {
    var nodes: [RDFNode: Node] = [:]
    var nilUsages: [Usage] = []
    var compounds: [RDFNode] = []

    /// Whether this graph states a usage: what another graph states of a list is no part of it.
    func states(_ usage: Usage) -> Bool { usage.graph == ObjectIdentifier(self) }

    func node(_ identifier: RDFNode) -> Node {
      if let known = nodes[identifier] { return known }
      let made = Node(identifier)
      nodes[identifier] = made
      return made
    }
  }

  private let options: JSONLDDocument
  private let main = Graph()
  private var graphs: [RDFNode: Graph] = [:]
  private var names: [RDFNode] = []
  /// The only usage of each blank node; nil inside for those used more often.
  private var usages: [RDFNode: Usage?] = [:]

  init(options: JSONLDDocument) { self.options = options }

  private static let list = RDFNode.iri(RDFNames.rdf + "List")
  private static let end = RDFNode.iri(RDFNames.rdf + "nil")

  /// Takes a statement that was not there yet.
  mutating func add(_ statement: RDFStatement) throws {
    var graph = main
    if let name = statement.graph {
      if let known = graphs[name] {
        graph = known
      } else {
        graph = Graph()
        graphs[name] = graph
        names.append(name)
        _ = main.node(name)
      }
    }
    let subject = graph.node(statement.subject)
    let predicate = statement.predicate.iriValue ?? ""
    if options.direction == .compoundLiteral, predicate == RDFNames.rdf + "direction" {
      graph.compounds.append(statement.subject)
    }
    let isNode = statement.object.literal == nil
    if isNode { _ = graph.node(statement.object) }
    if isNode, predicate == RDFNames.type, !options.usesRDFType {
      return subject.types.append(statement.object)
    }
    let value = Value(try options.json(statement))
    subject.add(value, predicate)
    let usage = Usage(
      node: subject, property: predicate, value: value, graph: ObjectIdentifier(graph))
    if statement.object == Self.end {
      graph.nilUsages.append(usage)
    } else if case .blank = statement.object {
      usages[statement.object] = usages[statement.object] == nil ? .some(usage) : .some(nil)
    }
  }

  /// Writes texts with a direction, stated by nodes of their own, as texts.
  mutating func foldCompounds() {
    for graph in [main] + names.compactMap({ graphs[$0] }) {
      for compound in graph.compounds {
        guard let usage = usages[compound] ?? nil, graph.states(usage), let node = graph.nodes[compound],
          let text = node.values(RDFNames.rdf + "value").first?.json["@value"]
        else { continue }
        graph.nodes[compound] = nil
        var members = [JSONMember("@value", text)]
        for (key, property) in [("@language", "language"), ("@direction", "direction")] {
          if let value = node.values(RDFNames.rdf + property).first?.json["@value"] {
            members.append(JSONMember(key, value))
          }
        }
        usage.value.own = .object(members)
      }
    }
  }

  /// Writes chains of cells that nothing else refers to as lists.
  mutating func foldLists() {
    for graph in [main] + names.compactMap({ graphs[$0] }) {
      for end in graph.nilUsages {
        var usage = end
        var items: [Value] = []
        var cells: [RDFNode] = []
        var seen: Set<RDFNode> = []
        while usage.property == RDFNames.rdf + "rest", case .blank = usage.node.identifier,
          let outer = usages[usage.node.identifier] ?? nil, graph.states(outer),
          let item = Self.item(of: usage.node), seen.insert(usage.node.identifier).inserted
        {
          items.append(item)
          cells.append(usage.node.identifier)
          usage = outer
          guard case .blank = usage.node.identifier else { break }
        }
        usage.value.items = items.reversed()
        for cell in cells { graph.nodes[cell] = nil }
      }
    }
  }

  /// The content of a cell that is nothing but one.
  private static func item(of node: Node) -> Value? {
    let (first, rest) = (node.values(RDFNames.rdf + "first"), node.values(RDFNames.rdf + "rest"))
    guard first.count == 1, rest.count == 1, node.properties.count == 2,
      node.types.isEmpty || node.types == [list]
    else { return nil }
    return first[0]
  }

  /// The document.
  func document() -> JSONValue {
    .array(
      Self.sorted(main).compactMap { node in
        let graph = graphs[node.identifier].map { graph in
          JSONValue.array(Self.sorted(graph).filter { !$0.isEmpty }.map { json($0, graph: nil) })
        }
        return node.isEmpty && graph == nil ? nil : json(node, graph: graph)
      })
  }

  private static func sorted(_ graph: Graph) -> [Node] {
    graph.nodes.values.map { (name: text($0.identifier), node: $0) }.sorted {
      JSONLDExpander.precedes($0.name, $1.name)
    }.map(\.node)
  }

  private func json(_ node: Node, graph: JSONValue?) -> JSONValue {
    var members = [JSONMember("@id", .string(Self.text(node.identifier)))]
    if !node.types.isEmpty {
      members.append(JSONMember("@type", .array(node.types.map { .string(Self.text($0)) })))
    }
    for property in node.properties {
      members.append(JSONMember(property.iri, .array(property.values.map(\.json))))
    }
    if let graph { members.append(JSONMember("@graph", graph)) }
    return .object(members)
  }

  static func text(_ node: RDFNode) -> String {
    switch node {
    case .blank(let label): "_:" + BlankLabel.written(label, isName: false)
    case .term(let term): term.iriValue ?? ""
    }
  }
}
