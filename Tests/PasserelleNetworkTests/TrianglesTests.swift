import PasserelleNetwork
import Testing

struct TrianglesTests {
  @Test func figuresAreThoseOfNetworkX() {
    let count = PatternGraph.undirected.triangleCount()
    #expect(count.total == 114)
    #expect(abs((count.transitivity ?? 0) - 0.5419968304278923) < 1e-12)
    #expect(abs((count.averageClustering ?? 0) - 0.5467532467532468) < 1e-12)
  }

  @Test func everyTriangleIsGivenOnce() {
    let graph = PatternGraph.undirected
    var listed: [[Int32]] = []
    graph.forEachTriangle { listed.append([$0, $1, $2].sorted()) }
    var naive: [[Int32]] = []
    for a in 0..<17 {
      for b in a + 1..<17 where PatternGraph.isTied(graph, a, b) {
        for c in b + 1..<17 where PatternGraph.isTied(graph, a, c) && PatternGraph.isTied(graph, b, c) {
          naive.append([Int32(a), Int32(b), Int32(c)])
        }
      }
    }
    listed.sort { $0.lexicographicallyPrecedes($1) }
    #expect(listed == naive)
  }

  @Test func clusteringOfFewNeighboursIsUnknownNotZero() {
    let path = NetworkGraph(vertexCount: 3, sources: [0, 1], targets: [1, 2], isDirected: false)
    #expect(path.triangleCount().localClustering == [nil, 0, nil])
    #expect(
      NetworkGraph(vertexCount: 2, sources: [], targets: [], isDirected: false).triangleCount().transitivity
        == nil)
  }
}
