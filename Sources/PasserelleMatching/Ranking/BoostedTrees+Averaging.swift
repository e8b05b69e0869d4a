extension BoostedTrees {
  /// The mean of several growths from other seeds: all their trees, each with its part of the amounts.
  ///
  /// - Parameter growths: One or more growths on the same data.
  public init(averaging growths: [BoostedTrees]) {
    let count = Int64(max(1, growths.count))
    trees = growths.flatMap(\.trees).map { tree in
      var tree = tree
      for place in tree.nodes.indices { tree.nodes[place].value /= count }
      tree.shrinkage /= Double(count)
      return tree
    }
    queryCount = growths.first?.queryCount ?? 0
  }
}
