import PasserelleCore
import PasserelleNetwork
import PasserelleTestSupport
import Testing

struct NetworkProjectionTests {
  private static func network(_ edges: [CooperationNetwork.Edge], _ kinds: [NodeKind]) -> CooperationNetwork {
    CooperationNetwork(
      nodes: kinds.enumerated().map { number, kind in
        CooperationNetwork.Node(
          iri: "urn:\(10 + number)", label: LocalizedText(verbatim: "\(number)"), kind: kind,
          country: number.isMultiple(of: 2) ? "FR" : "SN")
      }, edges: edges)
  }

  /// Three cities and an association in a project; two of them twinned; a theme.
  private let network = Self.network(
    [
      .init(kind: .twinning, source: 0, target: 1, since: PartialDate(year: 1990)),
      .init(kind: .participation, source: 0, target: 4), .init(kind: .participation, source: 1, target: 4),
      .init(kind: .carries, source: 2, target: 4, until: PartialDate(year: 2015)),
      .init(kind: .theme, source: 4, target: 5), .init(kind: .location, source: 3, target: 0),
      .init(kind: .supply, source: 3, target: 0, count: 7, amount: DecimalNumber("1000")),
    ], [.commune, .foreignAuthority, .commune, .company, .project, .theme])

  @Test func allButThemesAndLocationsAreShownAsStated() {
    let projection = network.projection(NetworkSelection())
    #expect(projection.vertices == [0, 1, 2, 3, 4])
    #expect(projection.graph.edgeCount == 5)
  }

  @Test func sharersOfAProjectAreJoinedWithNewmansWeights() {
    var selection = NetworkSelection()
    selection.shape = .actors
    let projection = network.projection(selection)
    #expect(projection.vertices == [0, 1, 2, 3])
    let edges = (0..<Int32(projection.graph.edgeCount)).map { edge in
      [
        Double(projection.graph.edgeSources[Int(edge)]), Double(projection.graph.edgeTargets[Int(edge)]),
        projection.graph.weight(ofEdge: edge), Double(projection.evidence(ofEdge: edge).count),
      ]
    }
    // The twins share the project as well: 1 + 1/2, by three ties of the network.
    #expect(edges == [[0, 1, 1.5, 3], [0, 2, 0.5, 2], [0, 3, 1, 1], [1, 2, 0.5, 2]])
  }

  @Test func moreSharersThanTheLimitAreNotJoinedAndTold() {
    var selection = NetworkSelection()
    selection.shape = .actors
    selection.sharerLimit = 2
    let projection = network.projection(selection)
    #expect(projection.unjoined == [4])
    #expect(projection.graph.edgeCount == 2)
  }

  @Test(arguments: [(1980, 4), (2000, 5), (2016, 4)])
  func aDayLeavesWhatItsDatesDoNotRuleOut(year: Int, count: Int) {
    var selection = NetworkSelection()
    selection.day = PartialDate(year: year)
    #expect(network.projection(selection).graph.edgeCount == count)
  }

  @Test func amountsAndNumbersWeigh() {
    var selection = NetworkSelection()
    selection.weighting = .amount
    #expect(network.projection(selection).graph.edgeWeights == [1000])
    selection.weighting = .statements
    selection.edgeKinds = [.supply]
    #expect(network.projection(selection).graph.edgeWeights == [7])
  }

  @Test func themesAndCountriesFilter() {
    var selection = NetworkSelection()
    selection.themes = ["urn:15"]
    #expect(network.projection(selection).graph.edgeCount == 3)
    selection = NetworkSelection()
    selection.countries = ["SN"]
    // The project touches Senegal, so all who take part in it count.
    #expect(network.projection(selection).graph.edgeCount == 5)
    selection.edgeKinds = [.twinning, .supply]
    selection.countries = ["FR"]
    #expect(network.projection(selection).graph.edgeCount == 2)
  }

  @Test func symmetricTiesGoBothWaysWhereDirectionsAreKept() {
    var selection = NetworkSelection()
    selection.isDirected = true
    selection.edgeKinds = [.twinning, .supply]
    let graph = network.projection(selection).graph
    #expect(graph.isDirected && graph.edgeCount == 3)
  }

  @Test func isolatedNodesComeWhereTheyAreAskedFor() {
    var selection = NetworkSelection()
    selection.edgeKinds = [.supply]
    selection.includesIsolated = true
    #expect(network.projection(selection).vertices.count == 6)
  }

  @Test func aProjectionEqualsTheNaiveOneOnRandomNetworks() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<20 {
      let kinds = (0..<12).map { _ in
        [NodeKind.commune, .company, .project][Int.random(in: 0..<3, using: &random)]
      }
      let edges = (0..<40).map { _ in
        CooperationNetwork.Edge(
          kind: [EdgeKind.twinning, .participation, .supply][Int.random(in: 0..<3, using: &random)],
          source: Int32.random(in: 0..<12, using: &random), target: Int32.random(in: 0..<12, using: &random))
      }
      let network = Self.network(edges, kinds)
      var expected: [[Int32]: Double] = [:]
      for edge in network.edges { expected[[edge.source, edge.target].sorted(), default: 0] += 1 }
      let projection = network.projection(NetworkSelection())
      var found: [[Int32]: Double] = [:]
      for edge in 0..<Int32(projection.graph.edgeCount) {
        let ends = [projection.graph.edgeSources[Int(edge)], projection.graph.edgeTargets[Int(edge)]]
        found[ends.map { projection.vertices[Int($0)] }.sorted()] = projection.graph.weight(ofEdge: edge)
      }
      #expect(found == expected)
    }
  }

  @Test func aPartKeepsEdgesBetweenKeptVertices() {
    let projection = network.projection(NetworkSelection())
    let part = projection.part(where: [true, true, false, false, true])
    #expect(part.vertices == [0, 1, 4])
    #expect(part.graph.edgeCount == 3)
    #expect((0..<3).map { part.evidence(ofEdge: $0).count } == [1, 1, 1])
  }

  @Test func cutPartsAgreeWithCutsAndWithTakingVerticesAway() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<30 {
      let count = 14
      let pairs = (0..<15).map { _ in
        (Int32.random(in: 0..<14, using: &random), Int32.random(in: 0..<14, using: &random))
      }
      let graph = NetworkGraph(
        vertexCount: count, sources: pairs.map(\.0), targets: pairs.map(\.1), isDirected: false)
      let cuts = graph.cuts()
      let parts = graph.cutParts()
      #expect(parts.vertices.map(\.vertex) == cuts.articulationPoints)
      #expect(parts.edges.map(\.edge) == cuts.bridges)
      for one in parts.vertices {
        let rest = pairs.filter { $0.0 != one.vertex && $0.1 != one.vertex }
        let without = NetworkGraph(
          vertexCount: count, sources: rest.map(\.0), targets: rest.map(\.1), isDirected: false)
        let labels = without.components()
        let near = Set(graph.neighbours(of: one.vertex)).subtracting([one.vertex])
        let sizes = Set(near.map { labels.labels[Int($0)] }).map { labels.sizes[Int($0)] }.sorted(by: >)
        #expect(one.parts == sizes)
      }
    }
  }
}
