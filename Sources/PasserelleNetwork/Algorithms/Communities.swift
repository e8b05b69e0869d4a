/// How communities are sought.
public struct CommunityOptions: Sendable, Hashable {
  /// The method.
  public enum Method: String, Sendable, Hashable, CaseIterable {
    /// Blondel, Guillaume, Lambiotte & Lefebvre, J. Stat. Mech. P10008, 2008.
    case louvain
    /// Traag, Waltman & van Eck, Sci. Rep. 9, 5233, 2019: every community is connected.
    case leiden
  }

  /// The method.
  public var method: Method
  /// The resolution γ: more than 1 for smaller communities, less for larger ones.
  public var resolution: Double
  /// The seed of the order in which vertices are looked at.
  public var seed: UInt64
  /// How many times at most the method runs, each time from the communities that it found before.
  public var iterations: Int

  /// Sets the options.
  public init(
    _ method: Method = .leiden, resolution: Double = 1, seed: UInt64 = 1, iterations: Int = 3
  ) {
    self.method = method
    self.resolution = resolution
    self.seed = seed
    self.iterations = iterations
  }
}

/// Communities and how good they are.
public struct CommunityResult: Sendable, Hashable {
  /// The community of each vertex.
  public let partition: VertexPartition
  /// The modularity, with the resolution sought with.
  public let modularity: Double
}

extension NetworkGraph {
  /// Groups of vertices that are tied more among themselves than with others: a partition of high modularity.
  ///
  /// Edges are read both ways. Vertices are looked at in a random order that depends on the seed alone, and again only
  /// once a neighbour has moved. Ties go to the community met first. Communities of the Leiden method are connected.
  ///
  /// - Complexity: O(edges) a level, of which there are few.
  public func communities(_ options: CommunityOptions = .init()) -> CommunityResult {
    let found = withUndirectedRows { rows in
      CommunitySearch(rows: rows, weights: edgeWeights, options: options).labels()
    }
    let partition = VertexPartition(labels: found)
    return CommunityResult(
      partition: partition, modularity: modularity(of: partition, resolution: options.resolution))
  }

  /// How much more of the weight lies within groups than chance would put there.
  ///
  /// Newman & Girvan, Phys. Rev. E 69, 026113, 2004, with the resolution of Reichardt & Bornholdt, Phys. Rev. E 74, 016110,
  /// 2006; edges read both ways. 0 where there are no edges.
  ///
  /// - Complexity: O(vertices + edges).
  public func modularity(of partition: VertexPartition, resolution: Double = 1) -> Double {
    precondition(partition.labels.count == vertexCount, "Every vertex has a group.")
    var within = 0.0
    var total = 0.0
    var strengths = [Double](repeating: 0, count: partition.count)
    for edge in 0..<edgeCount {
      let weight = weight(ofEdge: Int32(edge))
      let source = partition.labels[Int(edgeSources[edge])]
      let target = partition.labels[Int(edgeTargets[edge])]
      total += 2 * weight
      strengths[Int(source)] += weight
      strengths[Int(target)] += weight
      if source == target { within += 2 * weight }
    }
    guard total > 0 else { return 0 }
    return within / total - resolution * strengths.reduce(0) { $0 + ($1 / total) * ($1 / total) }
  }
}
