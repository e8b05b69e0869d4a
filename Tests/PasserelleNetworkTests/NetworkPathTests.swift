import PasserelleNetwork
import PasserelleTestSupport
import Testing

struct NetworkPathTests {
  private func length(_ lengths: EdgeLengths) -> (Double) -> Double {
    switch lengths {
    case .hops: { _ in 1 }
    case .weights: { $0 }
    case .inverseWeights: { 1 / $0 }
    }
  }

  @Test(arguments: [false, true]) func distancesAreThoseOfTheTable(isDirected: Bool) {
    for seed in 0..<100 as Range<UInt64> {
      let naive = NaiveNetwork(seed: seed, isDirected: isDirected, isWeighted: true)
      let graph = naive.graph
      let (hops, lengths) = (naive.distances(), naive.distances { $0 })
      for vertex in 0..<naive.count {
        let expected = hops[vertex].map { $0 < .infinity ? Int32($0) : -1 }
        #expect(graph.distances(from: Int32(vertex)) == expected, "seed \(seed)")
        #expect(graph.distances(from: Int32(vertex), limit: 2) == expected.map { $0 > 2 ? -1 : $0 })
        #expect(graph.distances(from: Int32(vertex), lengths: .weights) == lengths[vertex], "seed \(seed)")
        let near = lengths[vertex].map { $0 > 3 ? .infinity : $0 }
        #expect(graph.distances(from: Int32(vertex), lengths: .weights, limit: 3) == near)
      }
    }
  }

  @Test(arguments: [false, true]) func wideLevelsAreReachedAsNarrowOnes(isDirected: Bool) {
    let naive = NaiveNetwork(seed: 3, vertices: 300...300, isDirected: isDirected)
    let graph = naive.graph
    for source in 0..<10 {
      var expected = [Int32](repeating: -1, count: naive.count)
      var queue = [source]
      expected[source] = 0
      while !queue.isEmpty {
        let vertex = queue.removeFirst()
        for next in graph.neighbours(of: Int32(vertex)) where expected[Int(next)] < 0 {
          expected[Int(next)] = expected[vertex] + 1
          queue.append(Int(next))
        }
      }
      #expect(graph.distances(from: Int32(source)) == expected)
    }
  }

  @Test(arguments: [false, true], EdgeLengths.allCases)
  func shortestPathsAreTheFirstOfAllPaths(isDirected: Bool, lengths: EdgeLengths) {
    for seed in 0..<60 as Range<UInt64> {
      let naive = NaiveNetwork(seed: seed, vertices: 1...7, isDirected: isDirected, isWeighted: true)
      let graph = naive.graph
      let target = Int(seed) % naive.count
      let all = naive.simplePaths(from: 0, to: target, length(lengths))
      let options = PathOptions(lengths: lengths)
      let one = graph.shortestPath(from: 0, to: Int32(target), options)
      let found = graph.shortestPaths(from: 0, to: Int32(target), count: 12, options)
      #expect(one == found.first, "seed \(seed)")
      #expect(found.count == min(12, all.count), "seed \(seed)")
      for (path, expected) in zip(found, all) {
        #expect(abs(path.length - expected.length) < 1e-9, "seed \(seed)")
        // By 1 / weight, sums of equal length differ in their last digit: any order of theirs will do.
        if lengths != .inverseWeights { #expect(path.vertices == expected.vertices, "seed \(seed)") }
        #expect(Set(path.vertices).count == path.vertices.count)
        let steps = zip(path.vertices, path.vertices.dropFirst())
        for (step, edge) in zip(steps, path.edges) {
          let ends = [graph.edgeSources[Int(edge)], graph.edgeTargets[Int(edge)]]
          #expect(ends == [step.0, step.1] || (!isDirected && ends == [step.1, step.0]), "seed \(seed)")
        }
      }
      if let last = found.last {
        let near = graph.shortestPaths(
          from: 0, to: Int32(target), count: 12, PathOptions(lengths: lengths, limit: last.length - 0.5))
        #expect(near.map(\.vertices) == found.filter { $0.length <= last.length - 0.5 }.map(\.vertices))
      }
    }
  }

  @Test func longerPathsAreSoughtFromBothEnds() {
    // A ladder: many equally short paths; the first in dictionary order is wanted.
    let rungs = 40
    var (sources, targets): ([Int32], [Int32]) = ([], [])
    for rung in 0..<Int32(rungs) {
      sources += [2 * rung]
      targets += [2 * rung + 1]
      if rung + 1 < rungs {
        sources += [2 * rung + 2, 2 * rung + 3]
        targets += [2 * rung, 2 * rung + 1]
      }
    }
    let graph = NetworkGraph(vertexCount: 2 * rungs, sources: sources, targets: targets, isDirected: false)
    let path = graph.shortestPath(from: 0, to: Int32(2 * rungs - 1))
    #expect(path?.length == Double(rungs))
    #expect(path?.vertices == [0, 1] + (1..<Int32(rungs)).map { 2 * $0 + 1 })
    #expect(
      graph.shortestPath(from: 0, to: Int32(2 * rungs - 1), PathOptions(limit: Double(rungs - 1))) == nil)
    #expect(graph.shortestPaths(from: 0, to: Int32(2 * rungs - 1), count: 30).count == 30)
  }
}
