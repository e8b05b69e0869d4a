import PasserelleNetwork
import PasserelleTestSupport
import Testing

struct NetworkComponentsTests {
  @Test(arguments: [false, true]) func componentsAreThoseOfTheReachabilityTable(isDirected: Bool) {
    for seed in 0..<150 as Range<UInt64> {
      let naive = NaiveNetwork(seed: seed, isDirected: isDirected)
      let both = naive.distances(isDirected: false)
      let oneWay = naive.distances()
      let weak = VertexPartition(labels: naive.groups { both[$0][$1] < .infinity })
      let strong = VertexPartition(
        labels: naive.groups { oneWay[$0][$1] < .infinity && oneWay[$1][$0] < .infinity })
      #expect(naive.graph.components() == weak, "seed \(seed)")
      #expect(naive.graph.strongComponents() == strong, "seed \(seed)")
    }
  }

  @Test func groupsAreNumberedBySizeThenLowestVertex() {
    let partition = VertexPartition(labels: [3, 0, 0, 5, 5, 1])
    #expect(partition.labels == [2, 0, 0, 1, 1, 3])
    #expect(partition.sizes == [2, 2, 1, 1])
    #expect(partition.members() == [[1, 2], [3, 4], [0], [5]])
  }

  @Test(arguments: [false, true]) func cutsAreWhatTakesComponentsApart(isDirected: Bool) {
    for seed in 0..<150 as Range<UInt64> {
      let naive = NaiveNetwork(seed: seed, isDirected: isDirected)
      let whole = naive.componentCount()
      let cuts = naive.graph.cuts()
      let bridges = naive.edges.indices.filter { naive.componentCount(withoutEdge: $0) > whole }
      let points = (0..<naive.count).filter { naive.componentCount(withoutVertex: $0) > whole }
      #expect(cuts.bridges == bridges.map { Int32($0) }, "seed \(seed)")
      #expect(cuts.articulationPoints == points.map { Int32($0) }, "seed \(seed)")
    }
  }

  @Test(arguments: [false, true]) func coreNumbersAreThoseOfPeeling(isDirected: Bool) {
    for seed in 0..<100 as Range<UInt64> {
      let naive = NaiveNetwork(seed: seed, isDirected: isDirected)
      var cores = [Int32](repeating: 0, count: naive.count)
      for least in 1...max(1, naive.edges.count) {
        var left = Set(0..<naive.count)
        func degree(_ vertex: Int) -> Int {
          naive.edges.count {
            $0.source != $0.target && ($0.source == vertex || $0.target == vertex)
              && left.contains($0.source) && left.contains($0.target)
          }
        }
        while let loose = left.first(where: { degree($0) < least }) { left.remove(loose) }
        for vertex in left { cores[vertex] = Int32(least) }
        if left.isEmpty { break }
      }
      #expect(naive.graph.coreNumbers() == cores, "seed \(seed)")
    }
  }

  @Test func degreesCountLoopsTwice() {
    let graph = NetworkGraph(
      vertexCount: 3, sources: [0, 0, 1], targets: [1, 1, 1], weights: [1, 2, 4], isDirected: true)
    #expect(graph.degrees() == [2, 4, 0])
    #expect(graph.outDegrees() == [2, 1, 0])
    #expect(graph.inDegrees() == [0, 3, 0])
    #expect(graph.strengths() == [3, 11, 0])
    #expect(graph.undirected().outDegrees() == [2, 4, 0])
  }
}
