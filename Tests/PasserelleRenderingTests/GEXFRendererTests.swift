import PasserelleCore
import PasserelleRendering
import Testing

@Suite struct GEXFRendererTests {
  private static func tree(_ graph: NodeEdgeGraph = NetworkSample.small) throws -> XMLTree {
    try #require(
      XMLTree.read(GEXFRenderer.data(graph, positions: NetworkSample.circle(4))), "not well formed")
  }

  @Test func whatIsWrittenIsWhatIsRead() throws {
    let (graph, read) = (NetworkSample.small, try Self.tree())
    let nodes = read.all("node")
    #expect(nodes.compactMap { $0.attributes["id"] } == graph.nodes.map(\.id))
    #expect(nodes[1].attributes["label"] == graph.nodes[1].label)
    #expect(nodes[2].attributes["label"] == "Apia A")
    let edges = read.all("edge")
    #expect(edges.map { $0.attributes["id"] } == ["e0", "e1", "e2"])
    #expect(edges.map { $0.attributes["source"] } == [0, 1, 0].map { graph.nodes[$0].id })
    #expect(edges.map { $0.attributes["target"] } == [1, 2, 3].map { graph.nodes[$0].id })
    #expect(edges.map { $0.attributes["type"] } == ["undirected", "undirected", "directed"])
    #expect(edges.map { $0.attributes["weight"] } == ["2", "0.5", "1"])
    #expect(edges.map { $0.attributes["kind"] } == ["twinning", "cooperation", "membership"])
    #expect(read.all("description").map(\.text) == ["Lyon & ses <partenaires> — Essai \"1\""])
    #expect(read.all("meta").first?.attributes["lastmodifieddate"] == "2024-03-05")
  }

  @Test func propertiesAreTypedAndFindTheirDeclaration() throws {
    let read = try Self.tree()
    let classes = read.all("attributes")
    #expect(classes.map { $0.attributes["class"] } == ["node", "edge"])
    let types = Dictionary(
      uniqueKeysWithValues: classes[0].all("attribute").map {
        ($0.attributes["id"] ?? "", $0.attributes["type"] ?? "")
      })
    // Whole numbers, binary numbers and a text under one key make texts.
    #expect(types["population"] == "string")
    #expect(types["capital"] == "boolean")
    #expect(types["latitude"] == "double")
    // A key of the format's own is not taken twice.
    #expect(classes[1].all("attribute").compactMap { $0.attributes["id"] }.contains("weight_"))
    let declared = Set(read.all("attribute").compactMap { $0.attributes["id"] })
    #expect(Set(read.all("attvalue").compactMap { $0.attributes["for"] }).isSubset(of: declared))
    #expect(
      read.all("node")[0].all("attvalue").first { $0.attributes["for"] == "population" }?.attributes["value"]
        == "522969")
  }

  @Test func datesReachFromTheFirstDayToTheLast() throws {
    let edges = try Self.tree().all("edge")
    #expect(edges[0].attributes["start"] == "1959-01-01")
    #expect(edges[0].attributes["end"] == "2001-02-28")
    #expect(edges[1].attributes["start"] == nil)
    #expect(try Self.tree().all("graph").first?.attributes["mode"] == "dynamic")
    #expect(try Self.tree(NetworkSample.grid(3)).all("graph").first?.attributes["mode"] == "static")
  }

  @Test func aSpanThatEndsBeforeItBeginsIsToldAmongThePropertiesOnly() throws {
    var graph = NetworkSample.small
    graph.edges[0].until = PartialDate(year: 1950)
    let edge = try Self.tree(graph).all("edge")[0]
    #expect(edge.attributes["start"] == nil)
    #expect(
      edge.all("attvalue").contains { $0.attributes["for"] == "until" && $0.attributes["value"] == "1950" })
  }

  @Test func positionsColoursAndSizesAreThoseOfThePictures() throws {
    let node = try Self.tree().all("node")[0]
    #expect(node.all("viz:position").first?.attributes["x"] == "500")
    #expect(node.all("viz:color").first?.attributes["b"] == "178")
    #expect(node.all("viz:size").first?.attributes["value"] == "12")
    #expect(node.all("viz:shape").first?.attributes["value"] == "disc")
  }

  @Test func theSameNetworkGivesTheSameBytes() {
    #expect(GEXFRenderer.data(NetworkSample.small) == GEXFRenderer.data(NetworkSample.small))
  }
}

@Suite struct GraphMLRendererTests {
  @Test func whatIsWrittenIsWhatIsRead() throws {
    let graph = NetworkSample.small
    let read = try #require(XMLTree.read(GraphMLRenderer.data(graph)), "not well formed")
    let names = Dictionary(
      uniqueKeysWithValues: read.all("key").map {
        ($0.attributes["id"] ?? "", $0.attributes["attr.name"] ?? "")
      })
    #expect(names.count == read.all("key").count)
    func values(_ element: XMLTree) -> [String: String] {
      Dictionary(
        uniqueKeysWithValues: element.all("data").map { (names[$0.attributes["key"] ?? ""] ?? "?", $0.text) })
    }
    let nodes = read.all("node").map(values)
    #expect(nodes.map { $0["iri"] } == graph.nodes.map(\.id))
    #expect(nodes[0]["population"] == "522969")
    #expect(nodes[3]["latitude"] == nil)
    let edges = read.all("edge")
    #expect(edges.map { $0.attributes["source"] } == ["n0", "n1", "n0"])
    #expect(edges.map { $0.attributes["directed"] } == ["false", "false", nil])
    #expect(edges.map(values).map { $0["weight"] } == ["2", "0.5", "1"])
    #expect(read.all("graph").first?.attributes["edgedefault"] == "directed")
    // Identifiers and names are name tokens of XML.
    for key in read.all("key") {
      #expect(key.attributes["attr.name"]?.wholeMatch(of: /[A-Za-z0-9_]+/) != nil)
    }
  }
}

@Suite struct DOTRendererTests {
  @Test func textsEndNothing() {
    let text = String(decoding: DOTRenderer.data(NetworkSample.small), as: UTF8.self)
    #expect(text.hasPrefix("digraph network {\n"))
    #expect(text.contains(#"label="Yokohama \\ \"横浜\"""#))
    #expect(text.contains("  n0 -> n1 [label=\"Jumelage\", kind=\"twinning\", weight=\"2\", dir=\"none\""))
    #expect(text.contains("  n0 -> n3 [label=\"Adhésion\", kind=\"membership\"];"))
    #expect(!text.contains("n99"))
    #expect(
      String(decoding: DOTRenderer.data(NetworkSample.grid(3)), as: UTF8.self).hasPrefix("graph network"))
  }
}
