import PasserelleNetwork
import PasserelleTestSupport
import Testing

struct NetworkCentralityTests {
  private func isClose(_ left: [Double], _ right: [Double], _ tolerance: Double = 1e-9) -> Bool {
    left.count == right.count && zip(left, right).allSatisfy { abs($0 - $1) <= tolerance * max(1, abs($1)) }
  }

  @Test(arguments: [false, true], [false, true])
  func pageRanksAreThoseOfManySteps(isDirected: Bool, isWeighted: Bool) {
    for seed in 0..<60 as Range<UInt64> {
      let naive = NaiveNetwork(seed: seed, vertices: 1...12, isDirected: isDirected, isWeighted: isWeighted)
      let starts: [Double]? = seed % 3 == 0 ? (0..<naive.count).map { Double($0 % 3) + 0.5 } : nil
      let total = starts?.reduce(0, +) ?? Double(naive.count)
      let begin = (0..<naive.count).map { (starts?[$0] ?? 1) / total }
      var ranks = begin
      let leaving = (0..<naive.count).map { vertex in
        naive.arcs().filter { $0.source == vertex }.reduce(0) { $0 + $1.weight }
      }
      for _ in 0..<200 {
        let stuck = (0..<naive.count).filter { leaving[$0] == 0 }.reduce(0) { $0 + ranks[$1] }
        var next = begin.map { $0 * (0.15 + 0.85 * stuck) }
        for arc in naive.arcs() {
          next[arc.target] += 0.85 * ranks[arc.source] * arc.weight / leaving[arc.source]
        }
        ranks = next
      }
      let found = naive.graph.pageRank(PageRankOptions(personalization: starts))
      #expect(isClose(found.ranks, ranks), "seed \(seed)")
      #expect(found.residual <= 1e-9)
    }
  }

  @Test func pageRankOfManyEdgesDoesNotDependOnBlocks() {
    let naive = NaiveNetwork(seed: 11, vertices: 9000...9000, isDirected: false)
    let graph = naive.graph
    let ranks = graph.pageRank().ranks
    let there = NetworkGraph(
      vertexCount: graph.vertexCount, sources: graph.edgeSources + graph.edgeTargets,
      targets: graph.edgeTargets + graph.edgeSources, isDirected: true)
    // Both ways of each edge as arcs: loops twice, so those of the first graph only where there are none.
    let loops = graph.edgeSources.indices.contains { graph.edgeSources[$0] == graph.edgeTargets[$0] }
    let other = there.pageRank().ranks
    let difference = zip(ranks, other).reduce(0) { $0 + abs($1.0 - $1.1) }
    #expect(graph.pageRank().ranks == ranks)
    #expect(difference < (loops ? 1e-3 : 1e-8))
  }

  @Test(arguments: [false, true], [EdgeLengths.hops, .weights])
  func betweennessIsThatOfAllPairs(isDirected: Bool, lengths: EdgeLengths) {
    let length: (Double) -> Double = lengths == .hops ? { _ in 1 } : { $0 }
    for seed in 0..<80 as Range<UInt64> {
      let naive = NaiveNetwork(seed: seed, isDirected: isDirected, isWeighted: true)
      let distances = naive.distances(length)
      let counts = naive.pathCounts(distances, length)
      let expected = (0..<naive.count).map { middle in
        var sum = 0.0
        for source in 0..<naive.count where source != middle {
          for target in 0..<naive.count where target != middle && target != source {
            let whole = distances[source][target]
            guard whole < .infinity, distances[source][middle] + distances[middle][target] == whole else {
              continue
            }
            sum += counts[source][middle] * counts[middle][target] / counts[source][target]
          }
        }
        return isDirected ? sum : sum / 2
      }
      let found = naive.graph.betweenness(BetweennessOptions(lengths: lengths))
      #expect(isClose(found.values, expected), "seed \(seed)")
      #expect(found.errorBound == 0)
    }
  }

  @Test func sampledBetweennessIsWithinItsBound() {
    let graph = NaiveNetwork(seed: 8, vertices: 200...200, isDirected: false).graph
    let exact = graph.betweenness().values
    for seed in 0..<5 as Range<UInt64> {
      let sampled = graph.betweenness(BetweennessOptions(.samples(100, seed: seed)))
      #expect(sampled.sourceCount == 100 && sampled.errorBound > 0)
      #expect(zip(sampled.values, exact).allSatisfy { abs($0 - $1) <= sampled.errorBound })
      #expect(graph.betweenness(BetweennessOptions(.samples(100, seed: seed))) == sampled)
      // The sum over all vertices is nearly right: a wrong scale is not.
      let (sum, all) = (sampled.values.reduce(0, +), exact.reduce(0, +))
      #expect(abs(sum - all) < 0.2 * all)
    }
    let half = graph.betweenness(BetweennessOptions(.sources(Array(0..<100)))).values
    let rest = graph.betweenness(BetweennessOptions(.sources(Array(100..<200)))).values
    #expect(isClose(zip(half, rest).map { $0 + $1 }, exact))
  }

  @Test(arguments: [false, true]) func closenessIsThatOfTheTable(isDirected: Bool) {
    for size in [12, 150] {
      for seed in 0..<(size == 12 ? 50 : 1) as Range<UInt64> {
        let naive = NaiveNetwork(seed: seed, vertices: 0...size, isDirected: isDirected)
        let distances = naive.distances()
        let (plain, harmonic) = ((0..<naive.count), (0..<naive.count))
        let expected = plain.map { vertex in
          let reached = distances[vertex].filter { $0 > 0 && $0 < .infinity }
          let sum = reached.reduce(0, +)
          return sum == 0 ? 0 : Double(reached.count * reached.count) / sum / Double(naive.count - 1)
        }
        let expectedHarmonic = harmonic.map { vertex in
          let reached = distances[vertex].filter { $0 > 0 && $0 < .infinity }
          return naive.count < 2 ? 0 : reached.reduce(0) { $0 + 1 / $1 } / Double(naive.count - 1)
        }
        #expect(isClose(naive.graph.closeness(isHarmonic: false), expected), "seed \(seed)")
        #expect(isClose(naive.graph.closeness(isHarmonic: true), expectedHarmonic), "seed \(seed)")
      }
    }
  }
}
