/// The gradients of LambdaRank: how much each row should rise, and how sure that is.
///
/// For each pair of a winner and another candidate with one of them in the first places, the logistic gradient
/// of the pair times the nDCG that their exchange would change (Burges, 2010; LightGBM's `lambdarank`).
final class LambdaGradients {
  /// For each row, the gradient (negative: should rise) and the curvature.
  private(set) var pairs: [SIMD2<Float>]

  private let starts: [Int]
  private let labels: [UInt8]
  private let weights: [Double]
  private let ideals: [Double]
  private let options: BoostedTrees.Options
  /// What each place counts, as many as the longest query has candidates.
  private let discounts: UnsafeMutablePointer<Double>
  /// Room for one query: its ranking, and the sums of its rows.
  private let keys: UnsafeMutablePointer<UInt64>
  private let dealt: UnsafeMutablePointer<UInt64>
  private let stretches: UnsafeMutablePointer<Int32>
  private let ends: UnsafeMutablePointer<Int32>
  private let slopes: UnsafeMutablePointer<Double>
  private let curvatures: UnsafeMutablePointer<Double>

  init(_ data: RankingData, groups: [Int], options: BoostedTrees.Options) {
    var starts = [0]
    var labels: [UInt8] = []
    for group in groups {
      labels.append(contentsOf: data.labels[data.rows(ofGroup: group)])
      starts.append(labels.count)
    }
    let longest = zip(starts, starts.dropFirst()).map { $1 - $0 }.max() ?? 0
    discounts = .allocate(capacity: max(1, longest))
    keys = .allocate(capacity: max(1, longest))
    dealt = .allocate(capacity: max(1, longest))
    stretches = .allocate(capacity: max(1, longest))
    ends = .allocate(capacity: longest + 1)
    slopes = .allocate(capacity: max(1, longest))
    curvatures = .allocate(capacity: max(1, longest))
    for place in 0..<longest { (discounts + place).initialize(to: RankingData.discount(ofPlace: place)) }
    keys.initialize(repeating: 0, count: longest)
    dealt.initialize(repeating: 0, count: longest)
    stretches.initialize(repeating: 0, count: longest)
    ends.initialize(repeating: 0, count: longest + 1)
    slopes.initialize(repeating: 0, count: longest)
    curvatures.initialize(repeating: 0, count: longest)
    var ideals = [0.0]
    for place in 0..<min(longest, options.truncation) { ideals.append(ideals[place] + discounts[place]) }
    self.ideals = ideals
    self.starts = starts
    self.labels = labels
    self.options = options
    weights = groups.map { data.groupWeights[$0] }
    pairs = [SIMD2<Float>](repeating: .zero, count: labels.count)
  }

  deinit {
    discounts.deallocate()
    keys.deallocate()
    dealt.deallocate()
    stretches.deallocate()
    ends.deallocate()
    slopes.deallocate()
    curvatures.deallocate()
  }

  /// Sets the gradients that belong to scores, in billionths.
  func update(scores: [Int64]) {
    scores.withUnsafeBufferPointer { scores in
      labels.withUnsafeBufferPointer { labels in
        for query in weights.indices {
          let rows = starts[query]..<starts[query + 1]
          update(
            scores: UnsafeBufferPointer(rebasing: scores[rows]),
            labels: UnsafeBufferPointer(rebasing: labels[rows]), from: rows.lowerBound, weight: weights[query]
          )
        }
      }
    }
  }

  private func update(
    scores: UnsafeBufferPointer<Int64>, labels: UnsafeBufferPointer<UInt8>, from start: Int, weight: Double
  ) {
    let count = scores.count
    rank(scores)
    var relevantCount = 0
    for row in 0..<count {
      slopes[row] = 0
      curvatures[row] = 0
      relevantCount += Int(labels[row])
    }
    let ideal = 1 / ideals[min(relevantCount, ideals.count - 1)]
    let isSpread = options.normalises && scores[row(at: 0)] != scores[row(at: count - 1)]
    let steepness = options.steepness
    var sum = 0.0
    for place in 0..<count {
      let winner = row(at: place)
      guard labels[winner] > 0 else { continue }
      let others = place < options.truncation ? count : min(count, options.truncation)
      for otherPlace in 0..<others {
        let other = row(at: otherPlace)
        guard labels[other] == 0 else { continue }
        let distance = Double(scores[winner] - scores[other]) / RankingTree.unit
        var gain = abs(discounts[place] - discounts[otherPlace]) * ideal
        if isSpread { gain /= 0.01 + abs(distance) }
        let chance = 1 / (1 + Mathematics.exponential(steepness * distance))
        let slope = steepness * gain * chance
        let curvature = steepness * slope * (1 - chance)
        slopes[winner] -= slope
        slopes[other] += slope
        curvatures[winner] += curvature
        curvatures[other] += curvature
        sum += 2 * slope
      }
    }
    var factor = weight
    if options.normalises, sum > 0 {
      factor *= Mathematics.logarithm(1 + sum) / Mathematics.logarithm(2) / sum
    }
    for row in 0..<count {
      pairs[start + row] = SIMD2(Float(slopes[row] * factor), Float(curvatures[row] * factor))
    }
  }

  /// Ranks rows by falling score, then by row: each key holds the score above and the row below.
  ///
  /// Keys are dealt into as many stretches of equal width as there are rows, then put in order by insertion:
  /// about linear for scores that are spread, and right for all.
  private func rank(_ scores: UnsafeBufferPointer<Int64>) {
    let count = scores.count
    let limit: Int64 = 1 << 43 - 1
    var lowest = UInt64.max
    var highest: UInt64 = 0
    for row in 0..<count {
      let score = max(-limit, min(limit, scores[row]))
      let key = UInt64(limit - score) << 20 | UInt64(row)
      dealt[row] = key
      lowest = min(lowest, key)
      highest = max(highest, key)
    }
    let factor = Double(count - 1) / max(1, Double(highest - lowest))
    for stretch in 0...count { ends[stretch] = 0 }
    for row in 0..<count {
      let stretch = Int(Double(dealt[row] - lowest) * factor)
      stretches[row] = Int32(stretch)
      ends[stretch + 1] += 1
    }
    for stretch in 0..<count { ends[stretch + 1] += ends[stretch] }
    for row in 0..<count {
      let stretch = Int(stretches[row])
      keys[Int(ends[stretch])] = dealt[row]
      ends[stretch] += 1
    }
    for place in 1..<max(1, count) {
      let key = keys[place]
      var free = place
      while free > 0, keys[free - 1] > key {
        keys[free] = keys[free - 1]
        free -= 1
      }
      keys[free] = key
    }
  }

  @inline(__always)
  private func row(at place: Int) -> Int { Int(keys[place] & (1 << 20 - 1)) }
}
