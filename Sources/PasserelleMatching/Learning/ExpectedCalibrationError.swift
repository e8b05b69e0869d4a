/// How far stated probabilities are from what happened (Naeini and others, 2015).
///
/// Cases are put in bins of equal width by probability; the error is the mean over cases of the distance
/// between the mean probability of their bin and the part of it that happened.
public struct ExpectedCalibrationError: Sendable, Hashable {
  /// The cases of one bin.
  public struct Bin: Sendable, Hashable {
    /// The lowest probability of the bin.
    public let lower: Double
    /// The highest probability of the bin; it belongs to the next one, save in the last.
    public let upper: Double
    /// Number of cases.
    public let count: Int
    /// The mean probability stated; 0 for an empty bin.
    public let meanProbability: Double
    /// The part of the cases that happened; 0 for an empty bin.
    public let rate: Double
  }

  /// The error, from 0 to 1; 0 where there is no case.
  public let value: Double
  /// The bins, the lowest probabilities first.
  public let bins: [Bin]

  /// Compares probabilities with outcomes.
  ///
  /// - Parameters:
  ///   - probabilities: The probability stated for each case; cut to 0...1, and 0 for what is not a number.
  ///   - outcomes: Whether each case happened.
  ///   - binCount: How many bins there are.
  /// - Precondition: There are as many probabilities as outcomes, and at least one bin.
  public init(probabilities: [Double], outcomes: [Bool], binCount: Int = 10) {
    precondition(probabilities.count == outcomes.count, "one outcome for each probability")
    precondition(binCount > 0, "at least one bin")
    var counts = [Int](repeating: 0, count: binCount)
    var sums = [Double](repeating: 0, count: binCount)
    var happened = [Int](repeating: 0, count: binCount)
    for (probability, outcome) in zip(probabilities, outcomes) {
      let known = probability.isNaN ? 0 : max(0, min(1, probability))
      let bin = min(binCount - 1, Int(known * Double(binCount)))
      counts[bin] += 1
      sums[bin] += known
      happened[bin] += outcome ? 1 : 0
    }
    var total = 0.0
    bins = (0..<binCount).map { bin in
      let count = Double(max(1, counts[bin]))
      let mean = sums[bin] / count
      let rate = Double(happened[bin]) / count
      total += abs(mean - rate) * Double(counts[bin])
      return Bin(
        lower: Double(bin) / Double(binCount), upper: Double(bin + 1) / Double(binCount), count: counts[bin],
        meanProbability: mean, rate: rate)
    }
    value = total / Double(max(1, probabilities.count))
  }
}
