import Foundation
import PasserelleResolution

/// Small boosted trees for a logistic loss in which features of a known direction never act against it.
///
/// Newton gains as in XGBoost (Chen and Guestrin 2016); the children of a split on a directed feature are kept on their
/// sides of the middle, so that the whole is monotone.
struct DirectedTrees {
  /// How trees grow.
  struct Options {
    var trees = 60
    var leaves = 6
    var shrinkage = 0.1
    var penalty = 8.0
    var leastWeight = 12.0
    var bins = 24
  }

  private(set) var trees: [[ResolutionModel.Node]] = []

  /// Grows trees on what a first score leaves.
  init(_ rows: PairRows, start: [Double], directions: [Int], options: Options) {
    let width = rows.width
    let count = rows.count
    guard count > 0 else { return }
    let cuts = (0..<width).map { Self.cuts(rows, $0, options.bins) }
    var bins = [UInt8](repeating: 0, count: count * width)
    for place in 0..<count {
      for feature in 0..<width {
        let value = rows.values[place * width + feature]
        var bin = 0
        while bin < cuts[feature].count, value > cuts[feature][bin] { bin += 1 }
        bins[place * width + feature] = UInt8(bin)
      }
    }
    var odds = start
    for _ in 0..<options.trees {
      var gradients = [Double](repeating: 0, count: count)
      var curvatures = gradients
      for place in 0..<count {
        let chance = 1 / (1 + exp(-odds[place]))
        gradients[place] = (chance - (rows.outcomes[place] ? 1 : 0)) * rows.weights[place]
        curvatures[place] = max(1e-6, chance * (1 - chance)) * rows.weights[place]
      }
      var grower = TreeBuilder(
        rows: rows, bins: bins, cuts: cuts, gradients: gradients, curvatures: curvatures,
        directions: directions,
        options: options)
      let tree = grower.grow()
      guard tree.count > 1 else { break }
      trees.append(tree)
      for place in 0..<count {
        var node = 0
        while tree[node].feature >= 0 {
          let value = rows.values[place * width + Int(tree[node].feature)]
          node = value <= tree[node].threshold ? node + 1 : Int(tree[node].right)
        }
        odds[place] += Double(tree[node].value)
      }
    }
  }

  private static func cuts(_ rows: PairRows, _ feature: Int, _ bins: Int) -> [Float] {
    let sorted = (0..<rows.count).map { rows.values[$0 * rows.width + feature] }.sorted()
    var cuts: [Float] = []
    for bin in 1..<bins {
      let place = bin * sorted.count / bins
      guard place > 0, place < sorted.count else { continue }
      let cut = (sorted[place - 1] + sorted[place]) / 2
      if sorted[place - 1] < sorted[sorted.count - 1], cut < sorted[sorted.count - 1],
        cuts.last.map({ $0 < cut }) ?? true
      {
        cuts.append((cut * 10_000).rounded() / 10_000)
      }
    }
    // Features that are mostly one value still get a cut beside it.
    if cuts.isEmpty, let first = sorted.first, let last = sorted.last, first < last {
      cuts.append(((first + last) / 2 * 10_000).rounded() / 10_000)
    }
    return cuts
  }
}

/// Grows one tree, best leaf first.
private struct TreeBuilder {
  let rows: PairRows
  let bins: [UInt8]
  let cuts: [[Float]]
  let gradients: [Double]
  let curvatures: [Double]
  let directions: [Int]
  let options: DirectedTrees.Options

  private struct Split {
    var gain = 0.0
    var feature = -1
    var bin = 0
  }

  private final class Branch {
    var places: [Int]
    var lower: Double
    var upper: Double
    var value = 0.0
    var split = Split()
    var left: Branch?
    var right: Branch?
    init(_ places: [Int], _ lower: Double, _ upper: Double) {
      self.places = places
      self.lower = lower
      self.upper = upper
    }
  }

  mutating func grow() -> [ResolutionModel.Node] {
    let root = Branch(Array(0..<rows.count), -.infinity, .infinity)
    prepare(root)
    var leaves = [root]
    while leaves.count < options.leaves {
      guard let best = leaves.indices.max(by: { leaves[$0].split.gain < leaves[$1].split.gain }),
        leaves[best].split.gain > 1e-3
      else { break }
      let branch = leaves[best]
      let split = branch.split
      let low = branch.places.filter { Int(bins[$0 * rows.width + split.feature]) <= split.bin }
      let high = branch.places.filter { Int(bins[$0 * rows.width + split.feature]) > split.bin }
      let (a, b) = (value(low, branch), value(high, branch))
      let middle = (a + b) / 2
      let direction = directions[split.feature]
      let left = Branch(low, direction < 0 ? middle : branch.lower, direction > 0 ? middle : branch.upper)
      let right = Branch(high, direction > 0 ? middle : branch.lower, direction < 0 ? middle : branch.upper)
      prepare(left)
      prepare(right)
      branch.left = left
      branch.right = right
      leaves.remove(at: best)
      leaves.append(left)
      leaves.append(right)
    }
    var nodes: [ResolutionModel.Node] = []
    write(root, &nodes)
    return nodes
  }

  private func write(_ branch: Branch, _ nodes: inout [ResolutionModel.Node]) {
    let place = nodes.count
    let value = Float((branch.value * options.shrinkage * 1e5).rounded() / 1e5)
    nodes.append(ResolutionModel.Node(feature: -1, threshold: 0, right: 0, value: value))
    guard let left = branch.left, let right = branch.right else { return }
    nodes[place].feature = Int32(branch.split.feature)
    nodes[place].threshold = cuts[branch.split.feature][branch.split.bin]
    write(left, &nodes)
    nodes[place].right = Int32(nodes.count)
    write(right, &nodes)
  }

  private func value(_ places: [Int], _ branch: Branch) -> Double {
    var (g, h) = (0.0, options.penalty)
    for place in places {
      g += gradients[place]
      h += curvatures[place]
    }
    return min(branch.upper, max(branch.lower, -g / h))
  }

  private func prepare(_ branch: Branch) {
    branch.value = value(branch.places, branch)
    var best = Split()
    let (allG, allH) = branch.places.reduce((0.0, 0.0)) { ($0.0 + gradients[$1], $0.1 + curvatures[$1]) }
    func gain(_ g: Double, _ h: Double) -> Double { g * g / (h + options.penalty) }
    for feature in 0..<rows.width where !cuts[feature].isEmpty {
      var sums = [(Double, Double)](repeating: (0, 0), count: cuts[feature].count + 1)
      for place in branch.places {
        let bin = Int(bins[place * rows.width + feature])
        sums[bin].0 += gradients[place]
        sums[bin].1 += curvatures[place]
      }
      var (g, h) = (0.0, 0.0)
      for bin in 0..<cuts[feature].count {
        g += sums[bin].0
        h += sums[bin].1
        let (otherG, otherH) = (allG - g, allH - h)
        guard h * 4 >= options.leastWeight, otherH * 4 >= options.leastWeight else { continue }
        let (low, high) = (-g / (h + options.penalty), -otherG / (otherH + options.penalty))
        if directions[feature] > 0, low > high { continue }
        if directions[feature] < 0, low < high { continue }
        let value = gain(g, h) + gain(otherG, otherH) - gain(allG, allH)
        if value > best.gain + 1e-9 { best = Split(gain: value, feature: feature, bin: bin) }
      }
    }
    branch.split = best
  }
}
