import PasserelleNetwork
import PasserelleTestSupport
import Testing

struct CommunitiesTests {
  private func modularity(_ naive: NaiveNetwork, _ labels: [Int32], _ resolution: Double) -> Double {
    var table = [[Double]](repeating: [Double](repeating: 0, count: naive.count), count: naive.count)
    for edge in naive.edges {
      table[edge.source][edge.target] += edge.weight
      table[edge.target][edge.source] += edge.weight
    }
    let strengths = table.map { $0.reduce(0, +) }
    let total = strengths.reduce(0, +)
    guard total > 0 else { return 0 }
    var sum = 0.0
    for (left, row) in table.enumerated() {
      for (right, weight) in row.enumerated() where labels[left] == labels[right] {
        sum += weight - resolution * strengths[left] * strengths[right] / total
      }
    }
    return sum / total
  }

  @Test(arguments: CommunityOptions.Method.allCases, [false, true])
  func modularityIsThatOfTheTableAndNoMoveRaisesIt(method: CommunityOptions.Method, isDirected: Bool) {
    for seed in 0..<40 as Range<UInt64> {
      let naive = NaiveNetwork(
        seed: seed, vertices: 0...16, isDirected: isDirected, isWeighted: seed % 2 == 0)
      let resolution = [1, 0.5, 1.5][Int(seed % 3)]
      let graph = naive.graph
      let found = graph.communities(
        CommunityOptions(method, resolution: resolution, seed: seed, iterations: 10))
      let labels = found.partition.labels
      let exact = modularity(naive, labels, resolution)
      #expect(abs(found.modularity - exact) < 1e-9, "seed \(seed)")
      guard method == .leiden else { continue }
      for vertex in 0..<naive.count {
        for group in 0..<Int32(found.partition.count) {
          var moved = labels
          moved[vertex] = group
          #expect(modularity(naive, moved, resolution) <= exact + 1e-9, "seed \(seed)")
        }
      }
    }
  }

  @Test func leidenCommunitiesAreConnected() {
    for seed in 0..<20 as Range<UInt64> {
      let graph = NaiveNetwork(seed: seed, vertices: 100...300, isDirected: false).graph
      let labels = graph.communities(CommunityOptions(.leiden, seed: seed)).partition.labels
      let within = graph.edgeSources.indices.filter {
        labels[Int(graph.edgeSources[$0])] == labels[Int(graph.edgeTargets[$0])]
      }
      let inner = NetworkGraph(
        vertexCount: graph.vertexCount, sources: within.map { graph.edgeSources[$0] },
        targets: within.map { graph.edgeTargets[$0] }, isDirected: false)
      #expect(inner.components() == VertexPartition(labels: labels), "seed \(seed)")
    }
  }

  @Test(arguments: CommunityOptions.Method.allCases)
  func plantedCommunitiesAreFoundAndStable(method: CommunityOptions.Method) {
    // Ten cliques of six in a ring.
    var (sources, targets): ([Int32], [Int32]) = ([], [])
    for clique in 0..<Int32(10) {
      for left in 0..<Int32(6) {
        for right in (left + 1)..<6 {
          sources.append(clique * 6 + left)
          targets.append(clique * 6 + right)
        }
      }
      sources.append(clique * 6)
      targets.append((clique * 6 + 7) % 60)
    }
    let graph = NetworkGraph(vertexCount: 60, sources: sources, targets: targets, isDirected: false)
    let options = CommunityOptions(method, seed: 9)
    let found = graph.communities(options)
    #expect(found.partition.labels == (0..<60).map { $0 / 6 })
    #expect(graph.communities(options) == found)
    #expect(graph.communityStability(runs: 5, options).allSatisfy { $0 == 1 })
  }

  @Test func stabilityIsTheMeanSimilarityOfTheRuns() {
    let graph = NaiveNetwork(seed: 4, vertices: 60...60, isDirected: false).graph
    let options = CommunityOptions(.louvain, seed: 3)
    let runs = (0...4).map { run in
      graph.communities(CommunityOptions(.louvain, seed: 3 + UInt64(run))).partition.labels
    }
    let expected = (0..<60).map { vertex in
      runs.dropFirst().reduce(0) { sum, run in
        let both = (0..<60).count { runs[0][$0] == runs[0][vertex] && run[$0] == run[vertex] }
        let either = (0..<60).count { runs[0][$0] == runs[0][vertex] || run[$0] == run[vertex] }
        return sum + Double(both) / Double(either)
      } / 4
    }
    let found = graph.communityStability(runs: 4, options)
    #expect(zip(found, expected).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(found.contains { $0 < 1 })
  }
}
