public import PasserelleCore

/// Statistics of cooperation: values that sources publish and counts of the records held, side by side, never mixed.
public struct StatsAnswer: Sendable, Hashable {
  /// A row or column.
  public struct Heading: Sendable, Hashable {
    /// Its code; empty for what is not stated.
    public let key: String
    /// Its name.
    public let label: String
  }

  /// What is published and held for a row, or where a row and a column meet.
  public struct Count: Sendable, Hashable {
    /// The values that sources publish for exactly that.
    public let published: [StatsFigure]
    /// How many are held; nil where records cannot tell.
    public let held: Int?

    /// The part of a published count that is held; nil where nothing exact is published.
    public func coverage(_ figure: StatsFigure) -> Double? {
      guard let held, let exact = figure.exactCount, exact > 0 else { return nil }
      return Double(held) / Double(exact)
    }
  }

  /// A row.
  public struct Row: Sendable, Hashable {
    /// Which one.
    public let heading: Heading
    /// All of it.
    public let count: Count
    /// By column.
    public let cells: [Count]
  }

  /// Published rows added up, beside the published total.
  public struct Addition: Sendable, Hashable {
    /// The sum of the rows.
    public let sum: Int
    /// How many rows were added.
    public let rows: Int
    /// The published total.
    public let total: StatsFigure
    /// Why they differ, or what must be known.
    public let remark: LocalizedText?

    /// The published total without the sum; nil where the total is not an exact count.
    public var difference: Int? { total.exactCount.map { $0 - sum } }
  }

  /// A limit of what was counted.
  public struct Limit: Sendable, Hashable {
    /// What is limited.
    public let name: String
    /// The code.
    public let value: String
    /// The code in words.
    public let label: String
  }

  /// The name of the table; nil for rows of one's own.
  public let table: String?
  /// What it shows.
  public let title: String
  /// What the rows are called.
  public let rowLabel: LocalizedText
  /// What the columns are called; nil where there are none.
  public let columnLabel: LocalizedText?
  /// The columns.
  public let columns: [Heading]
  /// How many are held in each column.
  public let columnCounts: [Int]
  /// The rows.
  public let rows: [Row]
  /// How many cooperations are held in all, each once: the denominator of held shares; nil where rows are not counts of
  /// cooperations.
  public let held: Int?
  /// The values published for all rows together, and others that belong to the table.
  public let further: [StatsFigure]
  /// Whether the published rows add up; nil where no total is published.
  public let addition: Addition?
  /// What the counts are limited to.
  public let limits: [Limit]
  /// How many cooperations were left out since their dates are not known, while a year is asked for.
  public let undated: Int
  /// How many cooperations stand in more than one row.
  public let overlaps: Int
  /// How many published values cover a narrower theme and are therefore not shown.
  public let narrower: Int
  /// What one must know to read it.
  public let remarks: [LocalizedText]
  /// The moment whose state it shows; nil for now.
  public let asOf: Instant?
  /// The language of its labels.
  public let language: MessageLanguage
  /// Units in words, by code.
  let units: [String: LocalizedText]
  /// Comparators in words, by code.
  let comparators: [String: LocalizedText]

  /// Whether there is neither a published value nor a record.
  public var isEmpty: Bool {
    rows.allSatisfy { $0.count.published.isEmpty && ($0.count.held ?? 0) == 0 } && further.isEmpty
  }

  /// The share of the records held that a row has.
  public func share(of row: Row) -> Double? {
    guard let count = row.count.held, let held, held > 0 else { return nil }
    return Double(count) / Double(held)
  }

  /// Groups of published values that disagree, each value with those it disagrees with, in their order.
  public var conflicts: [[StatsFigure]] {
    let all = rows.flatMap(\.count.published) + further
    var byClaim: [String: StatsFigure] = [:]
    for figure in all { byClaim[figure.claim] = figure }
    var told: Set<String> = []
    var groups: [[StatsFigure]] = []
    for figure in all where !figure.conflicts.isEmpty && !told.contains(figure.claim) {
      var group = [figure]
      var waiting = figure.conflicts
      told.insert(figure.claim)
      while let next = waiting.popLast() {
        guard told.insert(next).inserted, let found = byClaim[next] else { continue }
        group.append(found)
        waiting += found.conflicts
      }
      if group.count > 1 { groups.append(group.sorted { $1.value < $0.value }) }
    }
    return groups
  }
}
