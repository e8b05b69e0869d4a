import PasserelleNetwork
import PasserelleTestSupport
import Testing

struct CompressedRowsTests {
  @Test(arguments: [false, true]) func arcsAreSortedAsByComparison(isDirected: Bool) {
    for seed in 0..<60 as Range<UInt64> {
      let naive = NaiveNetwork(seed: seed, isDirected: isDirected)
      let graph = naive.graph
      let expected = naive.arcs().sorted { ($0.source, $0.target, $0.edge) < ($1.source, $1.target, $1.edge) }
      let targets = expected.map { Int32($0.target) }
      let edges = expected.map { Int32($0.edge) }
      let rows = (0..<Int32(naive.count)).map { graph.arcs(of: $0).count }
      #expect(graph.targets == targets, "seed \(seed)")
      #expect(graph.arcEdges == edges, "seed \(seed)")
      #expect(rows == (0..<naive.count).map { vertex in expected.count { $0.source == vertex } })
    }
  }

  @Test func manyEdgesAreSortedInLanesAsInOne() {
    var random = SeededGenerator(seed: 5)
    let count = 3000
    let sources = (0..<70_000).map { _ in Int32(random.number(0...count - 1)) }
    let targets = (0..<70_000).map { _ in Int32(random.number(0...count - 1) / random.number(1...40)) }
    for isDirected in [false, true] {
      let graph = NetworkGraph(vertexCount: count, sources: sources, targets: targets, isDirected: isDirected)
      var arcs = sources.indices.map { (UInt64(sources[$0]) << 32 | UInt64(targets[$0]), Int32($0)) }
      if !isDirected {
        arcs += sources.indices.filter { sources[$0] != targets[$0] }.map {
          (UInt64(targets[$0]) << 32 | UInt64(sources[$0]), Int32($0))
        }
      }
      arcs.sort { $0 < $1 }
      let areTargetsSorted = graph.targets == arcs.map { Int32(truncatingIfNeeded: $0.0) }
      let areEdgesSorted = graph.arcEdges == arcs.map(\.1)
      #expect(areTargetsSorted && areEdgesSorted)
    }
  }

  @Test(arguments: [false, true]) func parallelEdgesMergeAndLoopsGo(isDirected: Bool) {
    for seed in 0..<60 as Range<UInt64> {
      let naive = NaiveNetwork(seed: seed, isDirected: isDirected, isWeighted: seed % 2 == 0)
      let merged = naive.graph.simplification()
      var sums: [[Int32]: (weight: Double, edges: [Int32])] = [:]
      for (edge, ends) in naive.edges.enumerated() where ends.source != ends.target {
        var pair = [Int32(ends.source), Int32(ends.target)]
        if !isDirected { pair.sort() }
        sums[pair, default: (0, [])].weight += ends.weight
        sums[pair, default: (0, [])].edges.append(Int32(edge))
      }
      let pairs = sums.keys.sorted { $0.lexicographicallyPrecedes($1) }
      let graph = merged.graph
      #expect(graph.edgeSources == pairs.map { $0[0] }, "seed \(seed)")
      #expect(graph.edgeTargets == pairs.map { $0[1] }, "seed \(seed)")
      for (edge, pair) in pairs.enumerated() {
        #expect(graph.weight(ofEdge: Int32(edge)) == sums[pair]?.weight)
        #expect(Array(merged.edges(behind: Int32(edge))) == sums[pair]?.edges)
      }
    }
  }
}
