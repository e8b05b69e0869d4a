internal import PasserelleCore

/// The time of a country whose notices are in the Official Journal: hours before UTC, and whether summer time is kept.
///
/// Summer time is that of the European Union since 1996: from the last Sunday of March to that of October, at 01:00 UTC
/// (Directive 2000/84/EC).
struct TEDZone {
  private let hours: Int
  private let keepsSummerTime: Bool

  /// The time of a country as TED writes it; nil for one that is not known, or has several times that the territory does
  /// not tell apart.
  init?(country: String, territory: String?) {
    keepsSummerTime = country != "IS"
    switch country {
    case "IS": hours = 0
    case "IE", "UK", "GB": hours = 0
    case "PT":
      // The Azores are an hour behind.
      hours = territory?.hasPrefix("PT2") == true ? -1 : 0
    case "ES":
      hours = territory?.hasPrefix("ES7") == true ? 0 : 1
    case "FR":
      // Overseas departments and territories have times of their own.
      if let territory, territory.hasPrefix("FRY") || territory.hasPrefix("FRA") { return nil }
      hours = 1
    case "AT", "BE", "CH", "CZ", "DE", "DK", "HR", "HU", "IT", "LI", "LU", "MT", "NL", "NO", "PL", "SE", "SI",
      "SK",
      "MK", "RS", "BA", "ME", "AL":
      hours = 1
    case "BG", "CY", "EE", "EL", "GR", "FI", "LT", "LV", "RO": hours = 2
    default: return nil
    }
  }

  /// The moment of a local time such as `12:00`; nil for a text that is none.
  func instant(_ day: PartialDate, time: String) -> Instant? {
    guard day.precision == .day, let month = day.month, let number = day.day else { return nil }
    let parts = time.trimmed.split(separator: ":").prefix(2).map {
      $0.utf8.count == 1 ? "0" + $0 : String($0)
    }
    guard parts.count == 2, let local = Instant(iso: "\(day)T\(parts[0]):\(parts[1]):00Z") else { return nil }
    var offset = hours
    if keepsSummerTime, isSummer(year: day.year, month: month, day: number, local) { offset += 1 }
    return Instant(milliseconds: local.milliseconds - Int64(offset) * 3_600_000)
  }

  private func isSummer(year: Int, month: Int, day: Int, _ local: Instant) -> Bool {
    guard (3...10).contains(month) else { return false }
    guard month == 3 || month == 10 else { return true }
    guard let end = PartialDate(year: year, month: month, day: 31) else { return false }
    // 1970-01-01 was a Thursday.
    let sunday = end.firstDay - (end.firstDay + 4) % 7
    let change = Int64(sunday) * 86_400_000 + 3_600_000
    let moment = local.milliseconds - Int64(hours) * 3_600_000
    return month == 3 ? moment >= change : moment - 3_600_000 < change
  }
}
