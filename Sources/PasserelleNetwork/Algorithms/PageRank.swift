/// How PageRank is computed.
public struct PageRankOptions: Sendable, Hashable {
  /// The chance of following an arc, from 0 up to but not including 1.
  public var damping: Double
  /// The greatest sum of absolute errors in the equations solved.
  public var tolerance: Double
  /// The greatest number of passes over the arcs.
  public var maximumIterations: Int
  /// How a walk begins anew, a weight of each vertex, not all 0; nil for all alike.
  public var personalization: [Double]?
  /// Whether arcs are followed by their weights; otherwise all alike.
  public var usesWeights: Bool

  /// Sets the options.
  public init(
    damping: Double = 0.85, tolerance: Double = 1e-10, maximumIterations: Int = 1000,
    personalization: [Double]? = nil, usesWeights: Bool = true
  ) {
    self.damping = damping
    self.tolerance = tolerance
    self.maximumIterations = maximumIterations
    self.personalization = personalization
    self.usesWeights = usesWeights
  }
}

/// The ranks of vertices.
public struct PageRankResult: Sendable, Hashable {
  /// The rank of each vertex; they sum to 1.
  public let ranks: [Double]
  /// How many passes over the arcs were made.
  public let iterations: Int
  /// A bound on the sum of absolute errors in the equations solved; the ranks differ by about twice that at most.
  public let residual: Double
}

extension NetworkGraph {
  /// The part of its time that a random walk, which begins anew now and then, spends at each vertex.
  ///
  /// Page, Brin, Motwani & Winograd, 1999. A walk at a vertex that no arc leaves begins anew, so the ranks are the
  /// solution of one sparse linear system, scaled to sum to 1 (Del Corso, Gullì & Romani, Internet Math. 2, 251, 2005):
  /// of a directed graph by Gauss–Seidel, as in PRPACK (Gleich), of an undirected one, whose system is symmetric after
  /// scaling, by conjugate gradients (Hestenes & Stiefel, 1952). The result does not depend on the number of threads.
  ///
  /// - Complexity: O(edges) a pass; at 0.85 and 1e-10 mostly 15 to 60 passes.
  public func pageRank(_ options: PageRankOptions = .init()) -> PageRankResult {
    precondition(options.damping >= 0 && options.damping < 1, "The damping is from 0 up to 1.")
    guard vertexCount > 0 else { return PageRankResult(ranks: [], iterations: 0, residual: 0) }
    var starts = options.personalization ?? [Double](repeating: 1, count: vertexCount)
    precondition(starts.count == vertexCount, "Every vertex has a personalisation.")
    let total = starts.reduce(0, +)
    precondition(total > 0 && total.isFinite, "A walk begins somewhere.")
    for place in starts.indices { starts[place] /= total }
    let weights = options.usesWeights ? edgeWeights : nil
    let solution =
      isDirected
      ? directedRanks(starts, weights, options)
      : withRows { SymmetricRanks(rows: $0, weights: weights, options: options).solve(starts) }
    let sum = solution.values.reduce(0, +)
    return PageRankResult(
      ranks: solution.values.map { $0 / sum }, iterations: solution.iterations,
      residual: solution.residual / (sum * (1 - options.damping)))
  }

  /// Solves y = starts + damping · Pᵀy by Gauss–Seidel over the arcs that reach each vertex.
  private func directedRanks(
    _ starts: [Double], _ weights: [Double]?, _ options: PageRankOptions
  ) -> (values: [Double], iterations: Int, residual: Double) {
    let damping = options.damping
    let leaving = Column<Double>(vertexCount, repeating: 0)
    for edge in 0..<edgeCount { leaving[edgeSources[edge]] += weights?[edge] ?? 1 }
    let inverse = Column<Double>(vertexCount) { leaving[$0] > 0 ? 1 / leaving[$0] : 0 }
    return withReversedRows { rows in
      let arcWeights = weights.map { weights in Column<Double>(rows.arcCount) { weights[Int(rows.edges[$0])] }
      }
      let values = Column(starts)
      // What a vertex hands on for each unit of weight.
      let shares = Column<Double>(vertexCount) { starts[$0] * inverse[$0] }
      var iterations = 0
      var residual = Double.infinity
      while residual > options.tolerance, iterations < options.maximumIterations {
        var change = 0.0
        for vertex in 0..<Int32(vertexCount) {
          var (sum, own) = (0.0, 0.0)
          for arc in rows.arcs(of: vertex) {
            let source = rows.targets[arc]
            let weight = arcWeights.weight(arc)
            if source == vertex { own += weight } else { sum += weight * shares[source] }
          }
          let value = (starts[Int(vertex)] + damping * sum) / (1 - damping * own * inverse[vertex])
          change += abs(value - values[vertex])
          values[vertex] = value
          shares[vertex] = value * inverse[vertex]
        }
        iterations += 1
        // What is wrong after a pass is what later vertices handed on before they changed.
        residual = damping * change
      }
      return (values.array, iterations, residual)
    }
  }
}

extension Optional where Wrapped: ~Copyable {
  /// The weight of an arc in an optional column of weights; 1 where there is none.
  @inline(__always) fileprivate func weight(_ arc: Int) -> Double where Wrapped == Column<Double> {
    switch self {
    case .some(let weights): weights[arc]
    case .none: 1
    }
  }
}
