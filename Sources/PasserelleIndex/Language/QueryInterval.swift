public import PasserelleCore

/// Values between two limits, either of which may be absent.
public struct QueryInterval<Value: Hashable & Sendable>: Sendable, Hashable {
  /// An end of the interval.
  public struct Limit: Sendable, Hashable {
    /// The value.
    public let value: Value
    /// Whether the value itself lies in the interval.
    public let isIncluded: Bool

    /// Makes an end.
    public init(_ value: Value, isIncluded: Bool = true) {
      self.value = value
      self.isIncluded = isIncluded
    }
  }

  /// The least value, or nil for no limit.
  public let lower: Limit?
  /// The greatest value, or nil for no limit.
  public let upper: Limit?

  /// Makes an interval.
  public init(from lower: Limit?, to upper: Limit?) {
    self.lower = lower
    self.upper = upper
  }
}

extension QueryInterval<PartialDate> {
  /// The first and the last day, both included, counted from 1970-01-01; nil for no limit.
  ///
  /// A year or a month means all of its days: after `2018-05` begins on the first of June.
  public var days: (first: Int?, last: Int?) {
    (
      lower.map { $0.isIncluded ? $0.value.firstDay : $0.value.lastDay + 1 },
      upper.map { $0.isIncluded ? $0.value.lastDay : $0.value.firstDay - 1 }
    )
  }
}
