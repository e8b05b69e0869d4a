import PasserelleNetwork

/// A random graph with what igraph says of it.
struct NetworkFixture: Sendable, CustomStringConvertible {
  let name: String
  let vertexCount: Int
  let isDirected: Bool
  /// Source and target of each edge, in turn.
  let ends: [Int32]
  let weights: [Double]
  let componentSizes: [Int32]
  let strongSizes: [Int32]
  let pageRanks: [Double]
  let weightedPageRanks: [Double]
  /// Walks begin three times as often at vertices 2, 5, 8 and twice as often at 1, 4, 7 as at 0, 3, 6 and so on.
  let personalPageRanks: [Double]
  let betweenness: [Double]
  let weightedBetweenness: [Double]
  let harmonic: [Double]
  /// The number of vertices reached over the sum of their distances, 0 where there is none.
  let closeness: [Double]
  let cores: [Int32]
  let articulationPoints: [Int32]
  let bridges: [Int32]
  /// Hops from vertex 0.
  let distances: [Int32]
  /// Lengths from vertex 0 by weight, −1 where there is no path.
  let weightedDistances: [Double]
  /// The weighted modularity of vertices grouped by the rest of their number by 3.
  let modularityByThree: Double
  /// The best unweighted modularity of ten runs of the Leiden method.
  let leidenModularity: Double

  var description: String { name }

  func graph(isWeighted: Bool = false) -> NetworkGraph {
    NetworkGraph(
      vertexCount: vertexCount, sources: stride(from: 0, to: ends.count, by: 2).map { ends[$0] },
      targets: stride(from: 1, to: ends.count, by: 2).map { ends[$0] }, weights: isWeighted ? weights : nil,
      isDirected: isDirected)
  }
}
