package import PasserelleCore

extension PartialDate {
  /// The date as `YYYYMMDD`, with 00 for what is not known.
  package var packed: Int32 { Int32(year * 10_000 + (month ?? 0) * 100 + (day ?? 0)) }

  /// The date of a packed one; nil for 0 and for what is no date.
  package init?(packed: Int32) {
    let (year, month, day) = (Int(packed / 10_000), Int(packed / 100 % 100), Int(packed % 100))
    self.init(year: year, month: month == 0 ? nil : month, day: day == 0 ? nil : day)
  }

  /// A number no packed date of a later day is less than, whatever the date leaves open.
  ///
  /// A packed date itself serves as the first day that it may mean: what is not known is 00.
  package static func lastPacked(_ packed: Int32) -> Int32 {
    if packed % 10_000 == 0 { return packed + 1231 }
    return packed % 100 == 0 ? packed + 31 : packed
  }
}
