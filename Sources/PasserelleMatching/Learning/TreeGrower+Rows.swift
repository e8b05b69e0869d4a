extension TreeGrower {
  /// Turns gradients into whole numbers; false when all are 0.
  ///
  /// The sums of all rows fit: gradients in 61 bits; curvatures in 39 bits above 24 bits of row counts.
  func pack(_ pairs: [SIMD2<Float>]) -> Bool {
    var gradients = 0.0
    var curvatures = 0.0
    for pair in pairs {
      gradients += abs(Double(pair.x))
      curvatures += Double(pair.y)
    }
    guard gradients > 0, gradients.isFinite, curvatures.isFinite else { return false }
    let gradientScale = Self.powerOfTwo(60 - gradients.exponent)
    let curvatureScale = curvatures > 0 ? Self.powerOfTwo(37 - curvatures.exponent) : 1
    gradientUnit = 1 / gradientScale
    curvatureUnit = 1 / curvatureScale
    for (row, pair) in pairs.enumerated() {
      let gradient = Int64((Double(pair.x) * gradientScale).rounded())
      let curvature = Int64((Double(pair.y) * curvatureScale).rounded())
      packed[row] = SIMD2(gradient, curvature << 24 | 1)
    }
    return true
  }

  private static func powerOfTwo(_ exponent: Double.Exponent) -> Double {
    Double(sign: .plus, exponent: max(-1000, min(1000, exponent)), significand: 1)
  }

  /// The features of the next tree, ascending.
  func drawFeatures() -> [Int] {
    var all = Array(0..<bins.featureCount)
    let wanted = max(1, Int((Double(all.count) * options.featureFraction).rounded()))
    guard wanted < all.count else { return all }
    for place in 0..<wanted { all.swapAt(place, place + generator.below(all.count - place)) }
    return all[0..<wanted].sorted()
  }

  /// Puts the rows of the next tree first in `order`, then the others; returns how many there are.
  func drawRows() -> Int {
    let count = bins.rowCount
    guard options.rowFraction < 1 else {
      for row in 0..<count { order[row] = Int32(row) }
      return count
    }
    let bound = UInt64(options.rowFraction * 0x1p53)
    var drawn = 0
    var left = 0
    for row in 0..<count {
      let isDrawn = generator.next() >> 11 < bound
      order[drawn] = Int32(row)
      spare[left] = Int32(row)
      drawn += isDrawn ? 1 : 0
      left += isDrawn ? 0 : 1
    }
    for place in 0..<left { order[drawn + place] = spare[place] }
    return drawn
  }

  /// Sorts the rows of a leaf into the two sides of a split, keeping their order; returns how many go left.
  func partition(_ leaf: Leaf, by split: Split) -> Int {
    let column = bins.columns + split.feature * bins.rowCount
    let rows = order + leaf.start
    let bin = UInt8(split.bin)
    var left = 0
    var right = 0
    for place in 0..<leaf.count {
      let row = rows[place]
      let isLeft = column[Int(row)] <= bin
      rows[left] = row
      spare[right] = row
      left += isLeft ? 1 : 0
      right += isLeft ? 0 : 1
    }
    (rows + left).update(from: spare, count: right)
    return left
  }

  /// Adds the grown tree to the scores of all rows, and counts the rows of each node.
  func addToScores(_ scores: inout [Int64], drawn: Int) {
    scores.withUnsafeMutableBufferPointer { scores in
      for leaf in leaves {
        let value = nodes[leaf.node].value
        for place in leaf.start..<leaf.start + leaf.count { scores[Int(order[place])] += value }
        nodes[leaf.node].rows += leaf.count
      }
      nodes.withUnsafeMutableBufferPointer { nodes in
        for place in drawn..<bins.rowCount {
          let row = Int(order[place])
          var node = 0
          while nodes[node].feature >= 0 {
            let isLeft = Int(bins.columns[nodes[node].feature * bins.rowCount + row]) <= nodes[node].bin
            node = isLeft ? nodes[node].left : nodes[node].right
          }
          scores[row] += nodes[node].value
          nodes[node].rows += 1
        }
      }
    }
  }

  /// The grown tree, with the mean amount and the rows of every node.
  func nodesInReadingOrder() -> RankingTree {
    var sums = nodes.map { Double($0.value) * Double($0.rows) }
    // Branches are younger than their node: going backwards sees them first.
    for node in nodes.indices.reversed() where nodes[node].feature >= 0 {
      nodes[node].rows = nodes[nodes[node].left].rows + nodes[nodes[node].right].rows
      sums[node] = sums[nodes[node].left] + sums[nodes[node].right]
      let mean = sums[node] / Double(max(1, nodes[node].rows))
      nodes[node].value = RankingTree.units(mean / RankingTree.unit)
    }
    var result: [RankingTree.Node] = []
    var open: [(node: Int, parent: Int)] = [(0, -1)]
    while let (place, parent) = open.popLast() {
      let node = nodes[place]
      if parent >= 0 { result[parent].right = result.count }
      if node.feature < 0 {
        result.append(RankingTree.Node(leaf: node.value, rows: node.rows))
      } else {
        let threshold = bins.bounds[node.feature][node.bin]
        result.append(
          RankingTree.Node(
            feature: node.feature, threshold: threshold, right: 0, value: node.value, rows: node.rows))
        open.append((node.right, result.count - 1))
        open.append((node.left, -1))
      }
    }
    return RankingTree(nodes: result, shrinkage: options.learningRate)
  }
}
