/// Average linkage over all pairs of a small component, under constraints.
///
/// The mean of the log odds of all pairs of two clusters decides, so that a chain of alike neighbours does not
/// become one thing. Whole numbers throughout: the result depends on the members alone.
struct ClusterMatrix {
  /// Why two clusters stay apart.
  private enum Bar {
    static let none: UInt8 = 0
    /// A veto of the score, or different official identifiers.
    static let machine: UInt8 = 1
    /// A judgement.
    static let judged: UInt8 = 2
  }

  private let count: Int
  private var sums: [Int64]
  private var bars: [UInt8]
  private var sizes: [Int64]
  private var isAlive: [Bool]
  private var exclusions: [[Exclusion]]
  private var same: [(Int, Int)] = []
  /// The first member of the cluster of each member, as places in the component.
  private(set) var labels: [Int]

  /// What a vetoed pair counts in a mean: the least evidence there is.
  private static let vetoSteps = Int64(-7168)

  /// Scores all pairs of a component.
  ///
  /// - Parameters:
  ///   - members: The slots, in the order of identifiers.
  ///   - source: The evidence.
  init(_ members: [UInt32], source: some LinkSource) {
    count = members.count
    sums = [Int64](repeating: 0, count: count * count)
    bars = [UInt8](repeating: Bar.none, count: count * count)
    sizes = [Int64](repeating: 1, count: count)
    isAlive = [Bool](repeating: true, count: count)
    exclusions = members.map { source.exclusions($0) }
    labels = Array(0..<count)
    for row in 0..<count {
      for column in (row + 1)..<max(count, row + 1) {
        let evidence = source.evidence(members[row], members[column])
        var bar = evidence.isVeto ? Bar.machine : Bar.none
        let steps = evidence.isVeto ? Self.vetoSteps : Int64(evidence.steps)
        if bar == Bar.none, Exclusion.conflict(exclusions[row], exclusions[column]) { bar = Bar.machine }
        switch source.judgement(members[row], members[column]) {
        case .different: bar = Bar.judged
        case .same: same.append((row, column))
        case nil: break
        }
        set(row, column, steps, bar)
      }
    }
  }

  private mutating func set(_ row: Int, _ column: Int, _ sum: Int64, _ bar: UInt8) {
    sums[row * count + column] = sum
    sums[column * count + row] = sum
    bars[row * count + column] = bar
    bars[column * count + row] = bar
  }

  /// Merges clusters while the mean evidence of the best pair of clusters reaches a bar.
  ///
  /// - Parameters:
  ///   - bar: The least mean, in steps.
  ///   - tell: Called before each merge with the first members of the two clusters, and whether it was judged.
  mutating func run(
    from bar: Int64, _ tell: (ClusterMatrix, Int, Int, _ isJudged: Bool) -> Void = { _, _, _, _ in }
  ) {
    for (row, column) in same {
      let left = labels[row]
      let right = labels[column]
      guard left != right, bars[left * count + right] != Bar.judged else { continue }
      tell(self, min(left, right), max(left, right), true)
      merge(min(left, right), max(left, right), isJudged: true)
    }
    while let (left, right) = best(from: bar) {
      tell(self, left, right, false)
      merge(left, right)
    }
  }

  /// The pair of clusters with the greatest mean; the first of equals.
  private func best(from bar: Int64) -> (Int, Int)? {
    var found: (Int, Int)?
    var bestSum = bar
    var bestPairs: Int64 = 1
    for row in 0..<count where isAlive[row] {
      for column in (row + 1)..<max(count, row + 1) where isAlive[column] {
        guard bars[row * count + column] == Bar.none else { continue }
        let sum = sums[row * count + column]
        let pairs = sizes[row] * sizes[column]
        let one = sum * bestPairs
        let other = bestSum * pairs
        if one > other || (found == nil && one == other) {
          found = (row, column)
          bestSum = sum
          bestPairs = pairs
        }
      }
    }
    return found
  }

  /// Makes two clusters one.
  ///
  /// What people hold for one thing may have names that are not alike: to a third, the name that is nearest to it
  /// counts, so that joining two by hand takes none from either. Judgements and identifiers hold for all of them.
  private mutating func merge(_ left: Int, _ right: Int, isJudged: Bool = false) {
    for place in labels.indices where labels[place] == right { labels[place] = left }
    isAlive[right] = false
    for other in 0..<count where isAlive[other] && other != left {
      let (one, two) = (left * count + other, right * count + other)
      guard isJudged else {
        set(left, other, sums[one] + sums[two], max(bars[one], bars[two]))
        continue
      }
      // Judged merges come first: each mean is that of two mentions, a whole number.
      let mean = max(sums[one] / (sizes[left] * sizes[other]), sums[two] / (sizes[right] * sizes[other]))
      let isApart = bars[one] == Bar.judged || bars[two] == Bar.judged
      set(
        left, other, mean * (sizes[left] + sizes[right]) * sizes[other],
        isApart ? Bar.judged : min(bars[one], bars[two]))
    }
    sizes[left] += sizes[right]
    guard isJudged || !exclusions[right].isEmpty else { return }
    exclusions[left] = Array(Set(exclusions[left] + exclusions[right])).sorted()
    barExclusions(of: left)
  }

  /// Keeps a cluster apart from those with other identifiers.
  private mutating func barExclusions(of left: Int) {
    for other in 0..<count where isAlive[other] && other != left {
      guard bars[left * count + other] == Bar.none else { continue }
      guard Exclusion.conflict(exclusions[left], exclusions[other]) else { continue }
      bars[left * count + other] = Bar.machine
      bars[other * count + left] = Bar.machine
    }
  }

  /// The mean evidence of the pairs of two clusters, by their first members.
  func mean(_ left: Int, _ right: Int) -> Evidence {
    Evidence(steps: Int32(clamping: sums[left * count + right] / (sizes[left] * sizes[right])))
  }

  /// How many members a cluster has, by its first member.
  func size(_ first: Int) -> Int { Int(sizes[first]) }
}
