import PasserelleNetwork
import Testing

struct TriangularConsortiaTests {
  /// All of six are tied; two of class 0 in country 0, four of class 1 in countries 1, 1, 2 and unknown.
  private let graph: NetworkGraph = {
    let pairs = (0..<6).flatMap { left in (left + 1..<6).map { (Int32(left), Int32($0)) } }
    return NetworkGraph(
      vertexCount: 6, sources: pairs.map(\.0), targets: pairs.map(\.1), isDirected: false)
  }()
  private let classes: [Int32] = [0, 0, 1, 1, 1, 1]
  private let countries: [Int32] = [0, 0, 1, 1, 2, -1]

  @Test func partiesFillTheSeatsAndDiffer() {
    let rule = ConsortiumRule(seats: [0, 1, 1], classes: classes, apart: countries)
    let (best, total) = graph.triangularConsortia(rule, limit: 10) { _ in 0 }
    #expect(total == 4)
    #expect(best.map(\.parties) == [[0, 2, 4], [0, 3, 4], [1, 2, 4], [1, 3, 4]])
  }

  @Test func theBestOfTheCallersScoreAreKept() {
    let rule = ConsortiumRule(seats: [1, 0, 1], classes: classes)
    let (best, total) = graph.triangularConsortia(rule, limit: 2) { Double($0.reduce(0, +)) }
    #expect(total == 12)
    #expect(best.map(\.parties) == [[4, 1, 5], [3, 1, 5]])
    #expect(best.map(\.score) == [10, 9])
    let none = graph.triangularConsortia(rule, limit: 0) { _ in 0 }
    #expect(none.best.isEmpty && none.total == 12)
  }
}
