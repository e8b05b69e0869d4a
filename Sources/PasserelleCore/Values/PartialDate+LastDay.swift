extension PartialDate {
  /// Days from 1970-01-01 to the last day that the date may mean.
  public var lastDay: Int {
    switch precision {
    case .day: firstDay
    case .month: firstDay + Self.dayCount(year: year, month: month ?? 1) - 1
    case .year: firstDay + (Self.dayCount(year: year, month: 2) == 29 ? 365 : 364)
    }
  }
}
