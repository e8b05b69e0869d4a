import PasserelleNetwork
import Testing

struct NetworkGraphTests {
  @Test func arcsOfAnUndirectedGraphGoBothWaysAndKeepTheirEdges() {
    let graph = NetworkGraph(
      vertexCount: 4, sources: [2, 0, 0, 3], targets: [0, 2, 1, 3], isDirected: false)
    #expect(Array(graph.neighbours(of: 0)) == [1, 2, 2])
    #expect(graph.arcs(of: 0).map { graph.arcEdges[$0] } == [2, 0, 1])
    #expect(Array(graph.neighbours(of: 3)) == [3])
    #expect(graph.edgeCount == 4)
  }
}
