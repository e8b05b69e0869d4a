import PasserelleCore

/// The training rows with each value replaced by the number of its bin, feature after feature.
final class FeatureBins {
  let rowCount: Int
  let featureCount: Int
  /// The bins, all rows of a feature together.
  let columns: UnsafeMutablePointer<UInt8>
  /// For each feature, the highest value of each bin but the last.
  let bounds: [[Float]]

  /// The largest number of rows: what the counters of a histogram hold.
  static let maximumRows = 1 << 24 - 1
  /// How many rows are looked at to set the bounds.
  static let sampleSize = 200_000

  init(_ data: RankingData, groups: [Int], limit: Int, seed: UInt64) throws {
    let ranges = groups.map { data.rows(ofGroup: $0) }
    let rowCount = ranges.reduce(0) { $0 + $1.count }
    guard rowCount <= Self.maximumRows, ranges.allSatisfy({ $0.count < 1 << 20 }) else {
      throw PasserelleError(
        .queryInvalid,
        LocalizedText(
          fr: "trop de lignes d’apprentissage (\(rowCount)) : réduire les besoins ou les candidats",
          en: "too many training rows (\(rowCount)): use fewer queries or candidates"))
    }
    self.rowCount = rowCount
    let featureCount = data.featureCount
    self.featureCount = featureCount
    let columns = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, rowCount * featureCount))
    columns.initialize(repeating: 0, count: max(1, rowCount * featureCount))
    self.columns = columns
    let sample = Self.sample(of: rowCount, ranges: ranges, seed: seed)
    bounds = (0..<featureCount).map { feature in
      var values = sample.map { data.values[$0 * featureCount + feature] + 0 }
      values.sort()
      return Self.bounds(ofSorted: values, limit: limit)
    }
    data.values.withUnsafeBufferPointer { values in
      // A query at a time: its values stay near while each feature passes over them.
      var start = 0
      for range in ranges {
        for feature in 0..<featureCount {
          let column = columns + (feature * rowCount + start)
          bounds[feature].withUnsafeBufferPointer { bounds in
            for (place, row) in range.enumerated() {
              column[place] = Self.bin(of: values[row * featureCount + feature], bounds)
            }
          }
        }
        start += range.count
      }
    }
  }

  deinit { columns.deallocate() }

  /// The number of bounds below a value.
  @inline(__always)
  private static func bin(of value: Float, _ bounds: UnsafeBufferPointer<Float>) -> UInt8 {
    var low = 0
    var length = bounds.count
    while length > 0 {
      let half = length >> 1
      let isAbove = value > bounds[low + half]
      low = isAbove ? low + half + 1 : low
      length = isAbove ? length - half - 1 : half
    }
    return UInt8(truncatingIfNeeded: low)
  }

  /// Rows of the data drawn evenly: one of each of so many stretches of equal length.
  private static func sample(of rowCount: Int, ranges: [Range<Int>], seed: UInt64) -> [Int] {
    guard rowCount > sampleSize else { return ranges.flatMap { $0 } }
    var generator = SplitMix64(seed: seed ^ 0xB1A5)
    var sample: [Int] = []
    sample.reserveCapacity(sampleSize)
    var next = 0
    var wanted = generator.below(rowCount / sampleSize)
    var before = 0
    for range in ranges {
      while wanted < before + range.count, next < sampleSize {
        sample.append(range.lowerBound + wanted - before)
        next += 1
        let start = next * rowCount / sampleSize
        wanted = start + generator.below((next + 1) * rowCount / sampleSize - start)
      }
      before += range.count
    }
    return sample
  }

  /// The bounds of bins that hold about equally many values; a frequent value has a bin of its own.
  ///
  /// The method of LightGBM (`GreedyFindBin`).
  static func bounds(ofSorted values: [Float], limit: Int) -> [Float] {
    var distinct: [Float] = []
    var counts: [Int] = []
    for value in values {
      if let last = distinct.last, last == value {
        counts[counts.count - 1] += 1
      } else {
        distinct.append(value)
        counts.append(1)
      }
    }
    guard distinct.count > 1 else { return [] }
    if distinct.count <= limit {
      return (1..<distinct.count).map { Decimals.short(from: distinct[$0 - 1], to: distinct[$0]) }
    }
    var mean = Double(values.count) / Double(limit)
    let isFrequent = counts.map { Double($0) >= mean }
    var restBins = limit
    var restCount = values.count
    for (place, count) in counts.enumerated() where isFrequent[place] {
      restBins -= 1
      restCount -= count
    }
    mean = Double(restCount) / Double(max(1, restBins))
    var bounds: [Float] = []
    var current = 0
    for place in 0..<distinct.count - 1 {
      if !isFrequent[place] { restCount -= counts[place] }
      current += counts[place]
      let isFull =
        isFrequent[place] || Double(current) >= mean
        || (isFrequent[place + 1] && Double(current) >= max(1, mean / 2))
      guard isFull else { continue }
      bounds.append(Decimals.short(from: distinct[place], to: distinct[place + 1]))
      if bounds.count >= limit - 1 { break }
      current = 0
      if !isFrequent[place] {
        restBins -= 1
        mean = Double(restCount) / Double(max(1, restBins))
      }
    }
    return bounds
  }
}
