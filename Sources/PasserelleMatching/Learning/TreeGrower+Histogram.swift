extension TreeGrower {
  /// The histogram of a leaf.
  func histogram(_ leaf: Int) -> UnsafeMutablePointer<SIMD2<Int64>> {
    histograms + leaf * bins.featureCount * 256
  }

  /// Adds up the rows of a leaf by feature and bin, four features in one pass.
  func fillHistogram(_ place: Int) {
    let leaf = leaves[place]
    let sums = histogram(place)
    sums.update(repeating: .zero, count: features.count * 256)
    let rows = UnsafePointer(order + leaf.start)
    var feature = 0
    while feature + 4 <= features.count {
      addFour(features[feature..<feature + 4].map { column($0) }, rows, leaf.count, sums + feature * 256)
      feature += 4
    }
    while feature < features.count {
      addOne(column(features[feature]), rows, leaf.count, sums + feature * 256)
      feature += 1
    }
  }

  private func column(_ feature: Int) -> UnsafePointer<UInt8> {
    UnsafePointer(bins.columns + feature * bins.rowCount)
  }

  private func addFour(
    _ columns: [UnsafePointer<UInt8>], _ rows: UnsafePointer<Int32>, _ count: Int,
    _ sums: UnsafeMutablePointer<SIMD2<Int64>>
  ) {
    let (first, second, third, fourth) = (columns[0], columns[1], columns[2], columns[3])
    let packed = packed
    for place in 0..<count {
      let row = Int(rows[place])
      let value = packed[row]
      sums[Int(first[row])] &+= value
      sums[256 &+ Int(second[row])] &+= value
      sums[512 &+ Int(third[row])] &+= value
      sums[768 &+ Int(fourth[row])] &+= value
    }
  }

  private func addOne(
    _ column: UnsafePointer<UInt8>, _ rows: UnsafePointer<Int32>, _ count: Int,
    _ sums: UnsafeMutablePointer<SIMD2<Int64>>
  ) {
    let packed = packed
    for place in 0..<count {
      let row = Int(rows[place])
      sums[Int(column[row])] &+= packed[row]
    }
  }

  /// Exchanges the histograms of two leaves.
  func swapHistograms(_ left: Int, _ right: Int, size: Int) {
    let (left, right) = (histogram(left), histogram(right))
    for place in 0..<size {
      let kept = left[place]
      left[place] = right[place]
      right[place] = kept
    }
  }

  /// Takes the histogram of one leaf from that of another; whole numbers, so the difference is exact.
  func subtractHistogram(_ small: Int, from large: Int, size: Int) {
    let (small, large) = (histogram(small), histogram(large))
    for place in 0..<size { large[place] &-= small[place] }
  }

  /// The split of a leaf that gains most, the first of equals; nil when none gains.
  func bestSplit(of place: Int) -> Split? {
    let leaf = leaves[place]
    guard leaf.count >= 2 * options.minimumRows else { return nil }
    let sums = histogram(place)
    let before = gain(of: leaf.total, leaf.low, leaf.high)
    let minimumRows = Int64(options.minimumRows)
    var best: Split?
    var bestGain = 1e-12
    for (rank, feature) in features.enumerated() {
      let line = sums + rank * 256
      let direction = options.monotone.isEmpty ? 0 : options.monotone[feature]
      var left = SIMD2<Int64>.zero
      for bin in bins.bounds[feature].indices {
        left &+= line[bin]
        let right = leaf.total &- left
        guard left.y & 0xFF_FFFF >= minimumRows else { continue }
        guard right.y & 0xFF_FFFF >= minimumRows else { break }
        guard Double(left.y >> 24) * curvatureUnit >= options.minimumCurvature else { continue }
        guard Double(right.y >> 24) * curvatureUnit >= options.minimumCurvature else { break }
        if direction != 0 {
          let difference = output(of: right, leaf.low, leaf.high) - output(of: left, leaf.low, leaf.high)
          guard difference * Double(direction) >= 0 else { continue }
        }
        let gained = gain(of: left, leaf.low, leaf.high) + gain(of: right, leaf.low, leaf.high) - before
        guard gained > bestGain else { continue }
        bestGain = gained
        best = Split(gain: gained, feature: feature, bin: bin, left: left)
      }
    }
    return best
  }

  /// How much a leaf with such sums lowers the loss, twice.
  @inline(__always)
  private func gain(of total: SIMD2<Int64>, _ low: Double, _ high: Double) -> Double {
    let gradient = Double(total.x) * gradientUnit
    let curvature = Double(total.y >> 24) * curvatureUnit + options.penalty
    let amount = output(of: total, low, high)
    return -(2 * gradient * amount + curvature * amount * amount)
  }
}
