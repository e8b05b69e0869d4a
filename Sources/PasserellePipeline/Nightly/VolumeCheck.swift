/// Compares what sources brought with what they used to bring.
public struct VolumeCheck: Sendable, Hashable {
  /// A source that brought far less than usual.
  public struct Drop: Sendable, Hashable {
    /// The source's short name.
    public let source: String
    /// The records that it brought.
    public let records: Int
    /// The median of the nights before.
    public let median: Int
    /// How many nights that is the median of.
    public let nights: Int

    /// Makes a drop.
    public init(source: String, records: Int, median: Int, nights: Int) {
      (self.source, self.records, self.median, self.nights) = (source, records, median, nights)
    }
  }

  /// How many nights before are looked at.
  public var nights: Int
  /// From which share less than the median a drop is told, in percent.
  public var dropPercent: Int

  /// The fewest nights that make a median worth comparing with.
  private static let leastNights = 3

  /// Makes a check.
  public init(nights: Int, dropPercent: Int) {
    self.nights = nights
    self.dropPercent = dropPercent
  }

  /// The sources that dropped, by name.
  ///
  /// A night in which a source brought nothing counts as zero from its first night on, so that one that is published
  /// weekly has a median of zero and is never told of.
  ///
  /// - Parameters:
  ///   - now: The records by source.
  ///   - before: Those of the nights before, latest first.
  /// - Returns: The drops.
  public func drops(_ now: [String: Int], before: [[String: Int]]) -> [Drop] {
    let recent = before.prefix(nights)
    let sources = Set(recent.flatMap(\.keys)).sorted()
    return sources.compactMap { source in
      guard let first = recent.lastIndex(where: { $0[source] != nil }) else { return nil }
      let counts = recent[...first].map { $0[source] ?? 0 }.sorted()
      guard counts.count >= Self.leastNights else { return nil }
      let median = (counts[(counts.count - 1) / 2] + counts[counts.count / 2]) / 2
      let records = now[source] ?? 0
      guard median > 0, records * 100 <= median * (100 - dropPercent) else { return nil }
      return Drop(source: source, records: records, median: median, nights: counts.count)
    }
  }
}
