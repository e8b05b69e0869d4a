import PasserelleNetwork
import Testing

struct TriadCensusTests {
  @Test func countsAreThoseOfNetworkX() {
    let counts = PatternGraph.directed.triadCensus().counts
    #expect(counts == [57, 192, 28, 54, 53, 122, 33, 24, 56, 20, 3, 5, 7, 20, 6, 0])
  }

  @Test func countsByTiesAreThoseOfAllTriples() {
    let graph = PatternGraph.directed
    func arcs(_ left: Int, _ right: Int) -> Int {
      (graph.neighbours(of: Int32(left)).contains(Int32(right)) ? 1 : 0)
        + (graph.neighbours(of: Int32(right)).contains(Int32(left)) ? 1 : 0)
    }
    var naive = [Int](repeating: 0, count: 7)
    for a in 0..<17 {
      for b in a + 1..<17 { for c in b + 1..<17 { naive[arcs(a, b) + arcs(a, c) + arcs(b, c)] += 1 } }
    }
    let sizes = [0, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 6]
    var sums = [Int](repeating: 0, count: 7)
    for (way, count) in graph.triadCensus().counts.enumerated() { sums[sizes[way]] += count }
    #expect(sums == naive)
  }

  @Test func tiesWithoutDirectionAreMutual() {
    let census = PatternGraph.undirected.triadCensus()
    #expect(census["300"] == 114)
    #expect(census["021C"] == 0)
    #expect(census["xyz"] == nil)
  }
}
