import PasserelleNetwork
import Testing

struct NetworkFixtureTests {
  private func isClose(_ left: [Double], _ right: [Double]) -> Bool {
    left.count == right.count && zip(left, right).allSatisfy { abs($0 - $1) <= 1e-8 * max(1, abs($1)) }
  }

  @Test(arguments: NetworkFixture.all) func structureIsThatOfIgraph(fixture: NetworkFixture) {
    let graph = fixture.graph()
    #expect(graph.components().sizes == fixture.componentSizes)
    #expect(graph.strongComponents().sizes == fixture.strongSizes)
    #expect(graph.coreNumbers() == fixture.cores)
    let cuts = graph.cuts()
    #expect(cuts.articulationPoints == fixture.articulationPoints)
    #expect(cuts.bridges == fixture.bridges)
    #expect(graph.distances(from: 0) == fixture.distances)
    let distances = fixture.graph(isWeighted: true).distances(from: 0, lengths: .weights)
    #expect(distances.map { $0 == .infinity ? -1 : $0 } == fixture.weightedDistances)
  }

  @Test(arguments: NetworkFixture.all) func centralityIsThatOfIgraph(fixture: NetworkFixture) {
    let (graph, weighted) = (fixture.graph(), fixture.graph(isWeighted: true))
    #expect(isClose(graph.pageRank().ranks, fixture.pageRanks))
    #expect(isClose(weighted.pageRank().ranks, fixture.weightedPageRanks))
    let personal = PageRankOptions(personalization: (0..<fixture.vertexCount).map { Double(1 + $0 % 3) })
    #expect(isClose(graph.pageRank(personal).ranks, fixture.personalPageRanks))
    #expect(isClose(graph.betweenness().values, fixture.betweenness))
    #expect(isClose(weighted.betweenness(.init(lengths: .weights)).values, fixture.weightedBetweenness))
    #expect(isClose(graph.closeness(isHarmonic: true), fixture.harmonic))
    // igraph's closeness is not scaled by the part of the vertices that is reached.
    let others = Double(fixture.vertexCount - 1)
    let scaled = (0..<fixture.vertexCount).map { vertex in
      let reached = graph.distances(from: Int32(vertex)).count { $0 > 0 }
      return fixture.closeness[vertex] * Double(reached) / others
    }
    #expect(isClose(graph.closeness(isHarmonic: false), scaled))
  }

  @Test(arguments: NetworkFixture.all) func modularityIsThatOfIgraph(fixture: NetworkFixture) {
    let byThree = VertexPartition(labels: (0..<Int32(fixture.vertexCount)).map { $0 % 3 })
    let modularity = fixture.graph(isWeighted: true).modularity(of: byThree)
    #expect(isClose([modularity], [fixture.modularityByThree]))
    let best = (0..<10 as Range<UInt64>).map { seed in
      fixture.graph().communities(CommunityOptions(.leiden, seed: seed, iterations: 20)).modularity
    }.max()
    #expect((best ?? 0) >= fixture.leidenModularity - 1e-3)
  }
}
