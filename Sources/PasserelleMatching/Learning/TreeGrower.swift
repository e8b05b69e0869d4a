/// Grows one tree after another on binned rows, leaf by leaf, the most useful split first.
final class TreeGrower {
  /// A leaf of the tree being grown, and the best way to split it.
  struct Leaf {
    /// Where its rows stand in `order`.
    var start: Int
    var count: Int
    /// Its sums: gradient; curvature and number of rows packed.
    var total: SIMD2<Int64>
    /// The amounts that monotone features leave open.
    var low = -Double.infinity
    var high = Double.infinity
    /// Its place among `GrowingNode`s.
    var node: Int
    var split: Split?
  }

  /// A way to split a leaf.
  struct Split {
    var gain: Double
    var feature: Int
    var bin: Int
    var left: SIMD2<Int64>
  }

  /// A node in the order of growth.
  struct GrowingNode {
    var feature = -1
    var bin = 0
    var left = 0
    var right = 0
    var value: Int64 = 0
    var rows = 0
  }

  let bins: FeatureBins
  let options: BoostedTrees.Options
  /// The rows that the tree learns from, those of a leaf together, ascending within it.
  let order: UnsafeMutablePointer<Int32>
  let spare: UnsafeMutablePointer<Int32>
  /// For each row, the gradient and curvature as whole numbers, and one row.
  let packed: UnsafeMutablePointer<SIMD2<Int64>>
  /// One histogram for each leaf: 256 sums for each feature of the tree.
  let histograms: UnsafeMutablePointer<SIMD2<Int64>>
  /// The features that the tree sees.
  var features: [Int] = []
  /// What a whole number of gradient, and one of curvature, is worth.
  var gradientUnit = 1.0
  var curvatureUnit = 1.0
  var leaves: [Leaf] = []
  var nodes: [GrowingNode] = []
  var generator: SplitMix64

  init(_ bins: FeatureBins, options: BoostedTrees.Options) {
    self.bins = bins
    self.options = options
    generator = SplitMix64(seed: options.seed)
    let rows = max(1, bins.rowCount)
    order = .allocate(capacity: rows)
    spare = .allocate(capacity: rows)
    packed = .allocate(capacity: rows)
    histograms = .allocate(capacity: options.leaves * bins.featureCount * 256)
    order.initialize(repeating: 0, count: rows)
    spare.initialize(repeating: 0, count: rows)
    packed.initialize(repeating: .zero, count: rows)
    histograms.initialize(repeating: .zero, count: options.leaves * bins.featureCount * 256)
  }

  deinit {
    order.deallocate()
    spare.deallocate()
    packed.deallocate()
    histograms.deallocate()
  }

  /// Grows the next tree and adds it to the scores; nil when the rows have nothing more to teach.
  func grow(_ lambdas: LambdaGradients, scores: inout [Int64]) -> RankingTree? {
    guard pack(lambdas.pairs) else { return nil }
    features = drawFeatures()
    let drawn = drawRows()
    nodes = [GrowingNode()]
    var total = SIMD2<Int64>.zero
    for place in 0..<drawn { total &+= packed[Int(order[place])] }
    leaves = [Leaf(start: 0, count: drawn, total: total, node: 0)]
    fillHistogram(0)
    leaves[0].split = bestSplit(of: 0)
    while leaves.count < options.leaves {
      var best: Int?
      for leaf in leaves.indices {
        guard let split = leaves[leaf].split else { continue }
        if let known = best, let other = leaves[known].split, other.gain >= split.gain { continue }
        best = leaf
      }
      guard let best, let split = leaves[best].split else { break }
      divide(best, by: split)
    }
    for leaf in leaves {
      nodes[leaf.node].value = RankingTree.units(
        options.learningRate * output(of: leaf.total, leaf.low, leaf.high))
    }
    addToScores(&scores, drawn: drawn)
    return nodesInReadingOrder()
  }

  /// Splits a leaf in two, with the histograms of both.
  private func divide(_ place: Int, by split: Split) {
    let parent = leaves[place]
    let leftCount = partition(parent, by: split)
    let first = nodes.count
    nodes[parent.node].feature = split.feature
    nodes[parent.node].bin = split.bin
    nodes[parent.node].left = first
    nodes[parent.node].right = first + 1
    nodes.append(GrowingNode())
    nodes.append(GrowingNode())
    var left = parent
    left.count = leftCount
    left.total = split.left
    left.node = first
    left.split = nil
    var right = left
    right.start = parent.start + leftCount
    right.count = parent.count - leftCount
    right.total = parent.total &- split.left
    right.node = first + 1
    let direction = options.monotone.isEmpty ? 0 : options.monotone[split.feature]
    if direction != 0 {
      let middle =
        (output(of: left.total, left.low, left.high) + output(of: right.total, right.low, right.high)) / 2
      if direction > 0 {
        left.high = min(left.high, middle)
        right.low = max(right.low, middle)
      } else {
        left.low = max(left.low, middle)
        right.high = min(right.high, middle)
      }
    }
    leaves[place] = left
    leaves.append(right)
    guard leaves.count < options.leaves else { return }
    let added = leaves.count - 1
    // Rows of the smaller leaf are added up; the larger has the difference with the parent.
    let size = features.count * 256
    if left.count <= right.count {
      swapHistograms(place, added, size: size)
      fillHistogram(place)
      subtractHistogram(place, from: added, size: size)
    } else {
      fillHistogram(added)
      subtractHistogram(added, from: place, size: size)
    }
    leaves[place].split = bestSplit(of: place)
    leaves[added].split = bestSplit(of: added)
  }

  /// The amount of a leaf with such sums, within what monotone features leave open.
  @inline(__always)
  func output(of total: SIMD2<Int64>, _ low: Double, _ high: Double) -> Double {
    let curvature = Double(total.y >> 24) * curvatureUnit + options.penalty
    guard curvature > 0 else { return max(low, min(high, 0)) }
    return max(low, min(high, -Double(total.x) * gradientUnit / curvature))
  }
}
