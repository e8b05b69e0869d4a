import PasserelleCore
import PasserelleNetwork
import Testing

@Suite struct NetworkReachTests {
  private func network() -> CooperationNetwork {
    let nodes = ["a", "b", "c"].map {
      CooperationNetwork.Node(iri: $0, label: LocalizedText(verbatim: $0), kind: .foreignAuthority)
    }
    return CooperationNetwork(
      nodes: nodes,
      edges: [
        .init(kind: .twinning, source: 0, target: 1, until: PartialDate(year: 1990)),
        .init(kind: .twinning, source: 1, target: 2, since: PartialDate(year: 2000)),
        .init(kind: .twinning, source: 0, target: 2, isDemonstration: true),
      ])
  }

  private func neighbours(_ reach: NetworkReach, _ node: Int32) -> [Int32] {
    reach.edges(of: node).map { reach.other($0, from: node) }.sorted()
  }

  @Test func demonstrationTiesAreLeftOut() {
    #expect(neighbours(NetworkReach(network()), 0) == [1])
    #expect(neighbours(NetworkReach(network(), includesDemonstration: true), 0) == [1, 2])
  }

  @Test func aDayKeepsWhatMayHaveHeld() {
    let then = NetworkReach(network(), day: PartialDate(year: 1980))
    #expect(neighbours(then, 1) == [0])
    let now = NetworkReach(network(), day: PartialDate(year: 2010))
    #expect(neighbours(now, 1) == [2])
  }
}
