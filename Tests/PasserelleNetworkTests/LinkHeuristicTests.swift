import Foundation
import PasserelleNetwork
import Testing

struct LinkHeuristicTests {
  @Test func scoresAreThoseOfNetworkX() {
    let scores = LinkHeuristic.scores(from: 0, in: PatternGraph.undirected)
    let expected: [(LinkHeuristic, [Double])] = [
      (.adamicAdar, [2.212893868198715, 2.8090917166391343]),
      (.resourceAllocation, [0.5227272727272727, 0.7095959595959597]),
      (.jaccard, [0.35714285714285715, 0.46153846153846156]),
      (.preferentialAttachment, [84, 84]),
    ]
    for (heuristic, values) in expected {
      let found = scores[heuristic] ?? []
      #expect(abs(found[3] - values[0]) < 1e-12, "\(heuristic)")
      #expect(abs(found[4] - values[1]) < 1e-12, "\(heuristic)")
    }
  }

  /// Paths of three ties and the walk, counted by going every way.
  @Test func pathsAndWalksAreThoseOfAllWays() {
    let graph = PatternGraph.undirected
    let degrees = (0..<17).map { Double(graph.neighbours(of: Int32($0)).count) }
    for source in [0, 5, 11] {
      var paths = [Double](repeating: 0, count: 17)
      var weighted = paths
      for a in 0..<17 where PatternGraph.isTied(graph, source, a) {
        for b in 0..<17 where b != source && PatternGraph.isTied(graph, a, b) {
          for c in 0..<17 where c != a && PatternGraph.isTied(graph, b, c) {
            paths[c] += 1
            weighted[c] += 1 / (degrees[a] * degrees[b]).squareRoot()
          }
        }
      }
      var (mass, visits) = ([Double](repeating: 0, count: 17), [Double](repeating: 0, count: 17))
      mass[source] = 1
      for _ in 0..<5 {
        var next = [Double](repeating: 0, count: 17)
        for left in 0..<17 {
          for right in 0..<17 where PatternGraph.isTied(graph, left, right) {
            next[right] += 0.6 * mass[left] / degrees[left]
          }
        }
        mass = next
        for vertex in 0..<17 { visits[vertex] += mass[vertex] / degrees[vertex] }
      }
      let scores = LinkHeuristic.scores(from: Int32(source), in: graph)
      let common = scores[.commonNeighbours] ?? []
      for vertex in 0..<17 where vertex != source {
        #expect(abs((scores[.longerPaths]?[vertex] ?? -1) - weighted[vertex]) < 1e-9)
        #expect(abs((scores[.localPath]?[vertex] ?? -1) - common[vertex] - 0.01 * paths[vertex]) < 1e-9)
        #expect(abs((scores[.walk]?[vertex] ?? -1) - visits[vertex]) < 1e-9)
      }
    }
  }
}
