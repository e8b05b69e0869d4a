import Foundation

/// Grows a sum of step functions by gradient boosting of the logistic loss, one split of one feature a round.
///
/// J. Friedman, “Greedy function approximation: a gradient boosting machine”, Annals of Statistics 29 (2001); the gain and
/// the regularised Newton step are those of T. Chen and C. Guestrin, “XGBoost”, KDD 2016.
struct LinkBoosting {
  private let samples: LinkSamples
  private let options: LinkTraining.Options
  /// The columns of the features in use.
  private let used: [Int]
  /// The upper ends of the bins of each used feature.
  private let thresholds: [[Float]]
  /// The bins of each used feature, row by row; 0 for unknown, else 1 + the bin.
  private let bins: [[UInt8]]
  /// What each bin adds so far.
  private var amounts: [[Double]]
  private var values: [Double]
  private var bias: Double

  private static let regularisation = 5.0
  private static let leastWeight = 3.0

  init(_ samples: LinkSamples, options: LinkTraining.Options) {
    self.samples = samples
    self.options = options
    used = LinkFeature.allCases.indices.filter { options.features.contains(LinkFeature.allCases[$0]) }
    let limit = max(2, min(250, options.bins))
    let thresholds = used.map { Self.thresholds(of: samples.columns[$0], limit: limit) }
    self.thresholds = thresholds
    bins = zip(used, thresholds).map { column, ends in
      samples.columns[column].map { Self.bin(of: $0, ends) }
    }
    amounts = thresholds.map { [Double](repeating: 0, count: $0.count + 2) }
    let whole = samples.weights.reduce(0, +)
    let tied = zip(samples.weights, samples.labels).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
    bias = tied > 0 && whole > tied ? log(tied / (whole - tied)) : 0
    values = [Double](repeating: bias, count: samples.labels.count)
  }

  /// At most so many quantiles of the known values, each once.
  private static func thresholds(of column: [Float], limit: Int) -> [Float] {
    let known = column.filter { !$0.isNaN }.sorted()
    guard let last = known.last else { return [] }
    var ends: [Float] = []
    for step in 1..<limit {
      let value = known[step * known.count / limit]
      if value > (ends.last ?? -.infinity), value < last { ends.append(value) }
    }
    // The rare large values of a column that is mostly one value deserve ends of their own.
    if let top = ends.last ?? known.first {
      let rest = known.filter { $0 > top }
      for step in 0..<limit / 4 where !rest.isEmpty {
        let value = rest[step * rest.count / (limit / 4)]
        if value > (ends.last ?? -.infinity), value < last { ends.append(value) }
      }
      if ends.isEmpty, top < last { ends.append(top) }
    }
    return Array(ends.prefix(250))
  }

  private static func bin(of value: Float, _ ends: [Float]) -> UInt8 {
    if value.isNaN { return 0 }
    var (low, high) = (0, ends.count)
    while low < high {
      let middle = (low + high) / 2
      if ends[middle] < value { low = middle + 1 } else { high = middle }
    }
    return UInt8(low + 1)
  }

  /// Grows all rounds.
  mutating func grow() {
    guard samples.tied > 0, samples.tied < samples.labels.count else { return }
    var slopes = [SIMD2<Double>](repeating: .zero, count: values.count)
    for _ in 0..<options.rounds {
      for row in values.indices {
        let chance = LinkModel.logistic(values[row])
        let slope = SIMD2((samples.labels[row] ? 1 : 0) - chance, chance * (1 - chance))
        slopes[row] = slope * samples.weights[row]
      }
      var best: (gain: Double, place: Int, split: Split)?
      for place in used.indices {
        guard let split = bestSplit(of: place, slopes) else { continue }
        if split.gain > (best?.gain ?? 1e-9) { best = (split.gain, place, split) }
      }
      guard let best else { return }
      add(best.split, to: best.place)
    }
  }

  private struct Split {
    var gain: Double
    var end: Int
    var unknown: Double
    var left: Double
    var right: Double
  }

  private func bestSplit(of place: Int, _ slopes: [SIMD2<Double>]) -> Split? {
    var sums = [SIMD2<Double>](repeating: .zero, count: thresholds[place].count + 2)
    bins[place].withUnsafeBufferPointer { bins in
      slopes.withUnsafeBufferPointer { slopes in
        sums.withUnsafeMutableBufferPointer { sums in
          for row in 0..<bins.count { sums[Int(bins[row])] += slopes[row] }
        }
      }
    }
    let whole = sums.dropFirst().reduce(.zero, +)
    let base = Self.gain(whole)
    let unknown = sums[0].y >= Self.leastWeight ? Self.gain(sums[0]) : 0
    var best: Split?
    var left = SIMD2<Double>.zero
    for end in 1..<sums.count {
      left += sums[end]
      let right = whole - left
      let isSplit = left.y >= Self.leastWeight && right.y >= Self.leastWeight
      guard isSplit || (unknown > 0 && best == nil) else { continue }
      let gain = (isSplit ? Self.gain(left) + Self.gain(right) - base : 0) + unknown
      if gain > best?.gain ?? 0 {
        best = Split(
          gain: gain, end: end, unknown: unknown > 0 ? Self.step(sums[0]) : 0,
          left: isSplit ? Self.step(left) : 0, right: isSplit ? Self.step(right) : 0)
      }
    }
    return best
  }

  private static func gain(_ sum: SIMD2<Double>) -> Double { sum.x * sum.x / (sum.y + regularisation) }

  private static func step(_ sum: SIMD2<Double>) -> Double { sum.x / (sum.y + regularisation) }

  private mutating func add(_ split: Split, to place: Int) {
    var steps = [Double](repeating: 0, count: amounts[place].count)
    steps[0] = split.unknown * options.shrinkage
    for bin in 1..<steps.count {
      steps[bin] = (bin <= split.end ? split.left : split.right) * options.shrinkage
    }
    for bin in steps.indices { amounts[place][bin] += steps[bin] }
    bins[place].withUnsafeBufferPointer { bins in
      values.withUnsafeMutableBufferPointer { values in
        for row in 0..<bins.count { values[row] += steps[Int(bins[row])] }
      }
    }
  }

  /// The bias and the shapes, each shape 0 on average over the training pairs, equal steps joined.
  func shapes() -> (bias: Double, shapes: [LinkModel.Shape]) {
    var bias = bias
    var drafts: [(place: Int, centred: [Double], size: Double)] = []
    for place in used.indices {
      var counts = [Double](repeating: 0, count: amounts[place].count)
      for (bin, weight) in zip(bins[place], samples.weights) { counts[Int(bin)] += weight }
      let rows = max(.leastNormalMagnitude, counts.reduce(0, +))
      let mean = zip(amounts[place], counts).reduce(0) { $0 + $1.0 * $1.1 } / rows
      bias += mean
      // A feature that was never unknown says nothing where it is.
      let centred = amounts[place].enumerated().map { bin, amount in
        bin == 0 && counts[0] == 0 ? 0 : amount - mean
      }
      let size = zip(centred, counts).reduce(0) { $0 + abs($1.0) * $1.1 } / rows
      drafts.append((place, centred, size))
    }
    let total = drafts.reduce(0) { $0 + $1.size }
    let shapes = drafts.map { draft in
      shape(draft.place, draft.centred, importance: total > 0 ? draft.size / total : 0)
    }
    return (Self.rounded(bias), shapes)
  }

  private func shape(_ place: Int, _ centred: [Double], importance: Double) -> LinkModel.Shape {
    var (ends, steps): ([Float], [Double]) = ([], [])
    for bin in 1..<centred.count {
      let amount = Self.rounded(centred[bin])
      if steps.last == amount { ends.removeLast() } else { steps.append(amount) }
      if bin <= thresholds[place].count { ends.append(thresholds[place][bin - 1]) }
    }
    return LinkModel.Shape(
      feature: LinkFeature.allCases[used[place]], thresholds: ends, amounts: steps,
      missing: Self.rounded(centred[0]), importance: (importance * 1e4).rounded() / 1e4)
  }

  private static func rounded(_ value: Double) -> Double { (value * 1e6).rounded() / 1e6 }
}
