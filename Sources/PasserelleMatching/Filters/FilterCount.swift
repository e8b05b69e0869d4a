import PasserelleCore

/// How many vendors one condition removed.
public struct FilterCount: Sendable, Hashable {
  /// The condition.
  public let criterion: VendorFilter.Criterion
  /// What was asked.
  public let value: String
  /// Vendors removed because of it; a vendor that fails several conditions counts at the first.
  public var removed = 0
  /// Vendors kept of which nothing tells whether they meet it.
  public var unknown = 0
}

/// Applies a filter to vendors one after the other and counts what it does.
public struct FilterRun: Sendable {
  /// The filter.
  public let filter: VendorFilter
  /// The counts, one for each condition that is set.
  public private(set) var counts: [FilterCount]

  /// Begins a run.
  public init(_ filter: VendorFilter) {
    self.filter = filter
    counts = filter.criteria.map { FilterCount(criterion: $0, value: filter.value(of: $0)) }
  }

  /// Whether a vendor stays.
  ///
  /// - Parameter traits: What is known of it.
  /// - Returns: False when what is known contradicts a condition.
  public mutating func accepts(_ traits: VendorFilter.Traits) -> Bool {
    let answers = counts.map { filter.isMet($0.criterion, by: traits) }
    if let failed = answers.firstIndex(of: false) {
      counts[failed].removed += 1
      return false
    }
    for place in counts.indices where answers[place] == nil { counts[place].unknown += 1 }
    return true
  }
}

extension VendorFilter {
  /// Whether a vendor meets a condition; nil when nothing tells.
  func isMet(_ criterion: Criterion, by traits: Traits) -> Bool? {
    switch criterion {
    case .place:
      guard !traits.places.isEmpty else { return nil }
      return places.contains { traits.places.contains($0) }
    case .cpv:
      guard !traits.codes.isEmpty else { return nil }
      return cpvPrefixes.contains { prefix in traits.codes.contains { $0.hasPrefix(prefix) } }
    case .size: return traits.size.map { sizes.contains($0) }
    case .sovereignty: return traits.sovereignty.map { declared in sovereignty.allSatisfy(declared.contains) }
    case .since:
      guard let latest = traits.latestAward, let since else { return nil }
      return latest.lastDay >= since.firstDay
    }
  }
}
