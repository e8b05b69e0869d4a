/// How a graph grew year by year, as far as its ties are dated.
public struct NetworkGrowth: Sendable, Hashable {
  /// What a year brought.
  public struct Year: Sendable, Hashable {
    /// The year.
    public let year: Int
    /// The ties that began in it.
    public let ties: Int
    /// The vertices whose first dated tie began in it.
    public let vertices: Int
    /// The ties that had begun by its end.
    public let allTies: Int
    /// The vertices that had a dated tie by its end.
    public let allVertices: Int
  }

  /// The years in which a tie began, ascending.
  public let years: [Year]
  /// The ties without a known year; they are in no year.
  public let undatedTies: Int
  /// The vertices all of whose ties are without a known year.
  public let undatedVertices: Int
  /// The vertices without ties.
  public let isolatedVertices: Int
}

extension NetworkGraph {
  /// Counts ties and vertices by the years in which ties began.
  ///
  /// - Parameter years: The year of each edge; nil where unknown.
  /// - Returns: A row for each year in which a tie began.
  /// - Precondition: Every edge has a year or nil.
  /// - Complexity: O(edges · log edges + vertices).
  public func growth(by years: [Int?]) -> NetworkGrowth {
    precondition(years.count == edgeCount, "Every edge has a year or nil.")
    var first = [Int?](repeating: nil, count: vertexCount)
    var isTied = [Bool](repeating: false, count: vertexCount)
    var undated = 0
    var dated: [Int] = []
    for edge in 0..<edgeCount {
      let ends = [Int(edgeSources[edge]), Int(edgeTargets[edge])]
      for end in ends { isTied[end] = true }
      guard let year = years[edge] else {
        undated += 1
        continue
      }
      dated.append(year)
      for end in ends { first[end] = min(first[end] ?? year, year) }
    }
    dated.sort()
    let arrivals = first.compactMap { $0 }.sorted()
    var rows: [NetworkGrowth.Year] = []
    var (ties, vertices) = (0, 0)
    while ties < dated.count {
      let year = dated[ties]
      let before = (ties, vertices)
      while ties < dated.count, dated[ties] == year { ties += 1 }
      while vertices < arrivals.count, arrivals[vertices] == year { vertices += 1 }
      rows.append(
        NetworkGrowth.Year(
          year: year, ties: ties - before.0, vertices: vertices - before.1, allTies: ties,
          allVertices: vertices))
    }
    let tied = isTied.filter { $0 }.count
    return NetworkGrowth(
      years: rows, undatedTies: undated, undatedVertices: tied - arrivals.count,
      isolatedVertices: vertexCount - tied)
  }
}
