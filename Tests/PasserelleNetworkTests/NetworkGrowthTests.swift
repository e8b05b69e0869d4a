import PasserelleNetwork
import Testing

struct NetworkGrowthTests {
  @Test func yearsAddUpAndTheUndatedStandApart() {
    let graph = NetworkGraph(
      vertexCount: 6, sources: [0, 1, 2, 0], targets: [1, 2, 3, 4], isDirected: false)
    let growth = graph.growth(by: [1999, 1990, nil, 1999])
    #expect(growth.years.map(\.year) == [1990, 1999])
    #expect(growth.years.map(\.ties) == [1, 2])
    #expect(growth.years.map(\.vertices) == [2, 2])
    #expect(growth.years.last?.allTies == 3)
    #expect(growth.years.last?.allVertices == 4)
    #expect(growth.undatedTies == 1)
    #expect(growth.undatedVertices == 1)
    #expect(growth.isolatedVertices == 1)
  }
}
