extension Disjunction {
  /// The most hits for which the best sums are looked for.
  static let greatestLimit = 64

  /// Adds groups to the sums of a window before which there is no threshold, those of great bounds first, until the
  /// rest together cannot bring a new document among the best.
  ///
  /// So much as is summed up of a document is the least that its score may be: the threshold is at least what as many
  /// documents have as are wanted.
  ///
  /// - Returns: The place, in order, of the last group added; the sums are of it and those behind.
  func addBest(from first: UInt32, to end: UInt32, limit: Int, _ threshold: inout Int32) -> Int {
    var place = groups.count
    while place > 0 {
      place &-= 1
      guard bounds[order[place]] > 0 else { continue }
      add(groups[order[place]], from: first, to: end)
      threshold = bestSum(limit)
      if below[place] < threshold { return place }
    }
    return 0
  }

  /// The least of so many greatest sums of the window; −1 when there are fewer.
  private func bestSum(_ limit: Int) -> Int32 {
    var count = 0
    var least: Int32 = -1
    for word in 0..<SearchWindow.words {
      var bits = touched[word]
      while bits != 0 {
        let sum = sums[word &* 64 &+ bits.trailingZeroBitCount]
        bits &= bits &- 1
        guard sum > least else { continue }
        if count == limit {
          sink(sum, count)
          least = best[0]
        } else {
          rise(sum, count)
          count &+= 1
          if count == limit { least = best[0] }
        }
      }
    }
    return least
  }

  @inline(__always)
  private func rise(_ sum: Int32, _ count: Int) {
    var hole = count
    while hole > 0, best[(hole &- 1) / 2] > sum {
      best[hole] = best[(hole &- 1) / 2]
      hole = (hole &- 1) / 2
    }
    best[hole] = sum
  }

  @inline(__always)
  private func sink(_ sum: Int32, _ count: Int) {
    var hole = 0
    while true {
      var child = 2 &* hole &+ 1
      guard child < count else { break }
      if child &+ 1 < count, best[child &+ 1] < best[child] { child &+= 1 }
      guard best[child] < sum else { break }
      best[hole] = best[child]
      hole = child
    }
    best[hole] = sum
  }
}
