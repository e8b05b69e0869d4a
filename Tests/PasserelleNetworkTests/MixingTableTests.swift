import PasserelleNetwork
import Testing

struct MixingTableTests {
  private let categories = (0..<17).map { Int32($0 % 3) }
  private let values = (0..<17).map { Double($0 * $0 % 7) as Double? }

  @Test func coefficientsAreThoseOfNetworkX() {
    let ways: [(NetworkGraph, Double, Double)] = [
      (PatternGraph.undirected, -0.06819364914107243, -0.0572147123546055),
      (PatternGraph.directed, -0.07773851590106005, -0.08532429752312667),
    ]
    for (graph, byCategory, byValue) in ways {
      let mixing = graph.mixing(by: categories, count: 3).assortativity ?? 9
      let numeric = graph.assortativity(of: values) ?? 9
      #expect(abs(mixing - byCategory) < 1e-12)
      #expect(abs(numeric - byValue) < 1e-12)
    }
  }

  @Test func alikeWithAlikeAloneIsOneAndOnlyWithOthersIsBelowZero() {
    let apart = NetworkGraph(vertexCount: 4, sources: [0, 2], targets: [1, 3], isDirected: false)
    let table = apart.mixing(by: [0, 0, 1, 1], count: 2)
    #expect(table.assortativity == 1)
    #expect(table.externalInternalIndex == -1)
    #expect(table.homophily == [2, 2])
    #expect(table.lift(0, 1) == 0)
    let across = apart.mixing(by: [0, 1, 0, 1], count: 2)
    #expect(across.assortativity == -1)
    #expect(across.externalInternalIndex == 1)
  }

  @Test func unknownCategoriesAreCountedApart() {
    let graph = NetworkGraph(
      vertexCount: 3, sources: [0, 1], targets: [1, 2], weights: [2, 5], isDirected: false)
    let table = graph.mixing(by: [0, 0, -1], count: 1, isWeighted: true)
    #expect(table.unknown == 5)
    #expect(table.total == 2)
    #expect(table.assortativity == nil)
    #expect(graph.assortativity(of: [1, 2, nil]) == -1)
    #expect(graph.assortativity(of: [1, 1, 1]) == nil)
  }
}
