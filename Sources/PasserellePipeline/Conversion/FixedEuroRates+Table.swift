import PasserelleCore

/// The currencies that the euro took the place of: their fixed rates, and since when they hold.
///
/// Council Regulation (EC) No 2866/98 and those that amend it, to the adoption of the euro by Bulgaria in 2026.
enum FixedEuroRates {
  /// The rate of a currency on a day; nil where it is not fixed then.
  static func rate(_ currency: String, on date: PartialDate) -> (text: String, since: PartialDate)? {
    guard let (text, year) = table[currency], date.year >= year,
      let since = PartialDate(year: year, month: 1, day: 1)
    else { return nil }
    return (text, since)
  }

  /// Where the rates are laid down.
  static let source = "Council Regulation (EC) No 2866/98"

  /// Whether the euro took the place of a currency at some time.
  static func isFormer(_ currency: String) -> Bool { table[currency] != nil }

  /// Units for one euro, and the year from whose first day the rate is fixed.
  private static let table: [String: (rate: String, year: Int)] = [
    "ATS": ("13.7603", 1999), "BEF": ("40.3399", 1999), "DEM": ("1.95583", 1999), "ESP": ("166.386", 1999),
    "FIM": ("5.94573", 1999), "FRF": ("6.55957", 1999), "IEP": ("0.787564", 1999), "ITL": ("1936.27", 1999),
    "LUF": ("40.3399", 1999), "NLG": ("2.20371", 1999), "PTE": ("200.482", 1999), "GRD": ("340.750", 2001),
    "SIT": ("239.640", 2007), "CYP": ("0.585274", 2008), "MTL": ("0.429300", 2008), "SKK": ("30.1260", 2009),
    "EEK": ("15.6466", 2011), "LVL": ("0.702804", 2014), "LTL": ("3.45280", 2015), "HRK": ("7.53450", 2023),
    "BGN": ("1.95583", 2026),
  ]
}
