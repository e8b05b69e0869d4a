import PasserelleCore

/// Counts of cooperations in rows and columns, with their denominators.
public struct CooperationPivot: Sendable, Hashable {
  /// A row.
  public struct Row: Sendable, Hashable {
    /// The code of the row; ``CooperationCodes/unknown`` for what is not known.
    public let key: String
    /// How many cooperations there are in it, each once.
    public let count: Int
    /// How many of them are in each column, in the order of ``CooperationPivot/columns``.
    public let cells: [Int]
  }

  /// The codes of the columns, ascending; empty where there are none.
  public let columns: [String]
  /// The rows, the largest first, then by code; what is not known comes last.
  public let rows: [Row]
  /// How many cooperations there are in each column, each once.
  public let columnCounts: [Int]
  /// How many cooperations were counted, each once: the denominator.
  public let count: Int
  /// How many are in more than one row: by so much rows may add up to more than the count.
  public let overlaps: Int

  /// The count of a row; 0 where no cooperation is in it.
  public func count(_ key: String) -> Int { rows.first { $0.key == key }?.count ?? 0 }
}

extension CooperationNetwork {
  /// Counts cooperations by one or two dimensions.
  ///
  /// - Parameters:
  ///   - items: The cooperations.
  ///   - rows: What the rows are.
  ///   - columns: What the columns are; nil for none.
  ///   - codes: What codes belong under what.
  /// - Returns: The counts, with the denominators of rows and columns.
  /// - Complexity: O(items · codes), and sorting the rows.
  public func pivot(
    _ items: [CooperationItem], rows: CooperationDimension, columns: CooperationDimension? = nil,
    codes: CooperationCodes
  ) -> CooperationPivot {
    var counts: [String: Int] = [:]
    var cells: [String: [String: Int]] = [:]
    var columnCounts: [String: Int] = [:]
    var overlaps = 0
    for item in items {
      let keys = codes.values(of: item, by: rows, in: self)
      let others = columns.map { codes.values(of: item, by: $0, in: self) } ?? []
      if keys.count > 1 { overlaps += 1 }
      for other in others { columnCounts[other, default: 0] += 1 }
      for key in keys {
        counts[key, default: 0] += 1
        for other in others { cells[key, default: [:]][other, default: 0] += 1 }
      }
    }
    let names = Self.lastUnknown(columnCounts.keys.sorted())
    let order = counts.sorted { left, right in
      if (left.key == CooperationCodes.unknown) != (right.key == CooperationCodes.unknown) {
        return right.key == CooperationCodes.unknown
      }
      return left.value != right.value ? left.value > right.value : left.key < right.key
    }
    return CooperationPivot(
      columns: names,
      rows: order.map { key, count in
        CooperationPivot.Row(key: key, count: count, cells: names.map { cells[key]?[$0] ?? 0 })
      },
      columnCounts: names.map { columnCounts[$0] ?? 0 }, count: items.count, overlaps: overlaps)
  }

  private static func lastUnknown(_ keys: [String]) -> [String] {
    keys.filter { $0 != CooperationCodes.unknown } + keys.filter { $0 == CooperationCodes.unknown }
  }
}
