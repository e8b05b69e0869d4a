/// Which segments become one; the choice depends on their sizes alone.
public struct MergePolicy: Sendable, Hashable {
  /// What the choice looks at.
  struct Candidate: Hashable {
    /// The size of the file in bytes.
    var bytes: Int
    /// The number of documents, deleted ones among them.
    var documents: Int
    /// The number of deleted documents.
    var deleted: Int

    /// The size that its live documents would take.
    var liveBytes: Int {
      documents == 0 ? 0 : Int(Double(bytes) * Double(documents - deleted) / Double(documents))
    }
  }

  private enum Rule: Hashable {
    case single
    case tiered(count: Int, deletedShare: Double, floor: Int, largest: Int)
  }

  private let rule: Rule

  /// Everything into one segment without deleted documents.
  public static let single = Self(rule: .single)

  /// Merges segments of like size once there are enough of them, as logarithmic policies do.
  ///
  /// Sizes fall into classes, each `count` times as large as the one before, so that a merged segment
  /// always rises by a class and each document is rewritten O(log *n*) times.
  ///
  /// - Parameters:
  ///   - count: Segments of one class that are merged, at least 2.
  ///   - deletedShare: A segment with a greater share of deleted documents is rewritten.
  ///   - floor: Bytes below which all segments are of one class.
  ///   - largest: Bytes that a merged segment should not pass.
  /// - Returns: The policy.
  public static func tiered(
    count: Int = 8, deletedShare: Double = 0.3, floor: Int = 256 << 10, largest: Int = 4 << 30
  ) -> Self {
    Self(
      rule: .tiered(
        count: max(2, count), deletedShare: deletedShare, floor: max(1, floor), largest: max(1, largest)))
  }

  /// The groups to merge, each the places of its segments, ascending; none when all is well.
  func groups(_ candidates: [Candidate]) -> [[Int]] {
    switch rule {
    case .single:
      let isDone = candidates.count <= 1 && candidates.allSatisfy { $0.deleted == 0 }
      return isDone ? [] : [Array(candidates.indices)]
    case .tiered(let count, let deletedShare, let floor, let largest):
      return Self.tiers(candidates, count: count, floor: floor, largest: largest, deletedShare: deletedShare)
    }
  }

  private static func tiers(
    _ candidates: [Candidate], count: Int, floor: Int, largest: Int, deletedShare: Double
  ) -> [[Int]] {
    var classes: [[Int]] = []
    for (place, candidate) in candidates.enumerated() where candidate.liveBytes <= largest / 2 {
      let number = sizeClass(candidate.liveBytes, floor: floor, factor: count)
      while classes.count <= number { classes.append([]) }
      classes[number].append(place)
    }
    var groups: [[Int]] = []
    var isChosen = [Bool](repeating: false, count: candidates.count)
    for members in classes where members.count >= count {
      var group: [Int] = []
      var sum = 0
      for place in members where group.count < 2 * count {
        guard sum + candidates[place].liveBytes <= largest else { break }
        sum += candidates[place].liveBytes
        group.append(place)
      }
      guard group.count > 1 else { continue }
      for place in group { isChosen[place] = true }
      groups.append(group)
    }
    for (place, candidate) in candidates.enumerated() where !isChosen[place] {
      if Double(candidate.deleted) > deletedShare * Double(candidate.documents) { groups.append([place]) }
    }
    return groups
  }

  private static func sizeClass(_ bytes: Int, floor: Int, factor: Int) -> Int {
    var number = 0
    var bound = floor
    while bytes >= bound {
      number += 1
      let (next, overflow) = bound.multipliedReportingOverflow(by: factor)
      if overflow { break }
      bound = next
    }
    return number
  }
}
