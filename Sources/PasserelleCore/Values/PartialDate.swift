/// A calendar date known to the day, the month or the year, as sources write it.
public struct PartialDate: Hashable, Sendable {
  /// How much of the date is known.
  public enum Precision: Int, Sendable, Hashable {
    /// Only the year.
    case year
    /// The year and month.
    case month
    /// The whole date.
    case day
  }

  /// The year, 1 to 9999.
  public let year: Int
  /// The month, 1 to 12, or nil.
  public let month: Int?
  /// The day of the month, or nil.
  public let day: Int?

  /// Makes a date.
  ///
  /// - Returns: Nil when the calendar has no such date.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1...9999).contains(year) else { return nil }
    if let month {
      guard (1...12).contains(month) else { return nil }
      if let day, !(1...Self.dayCount(year: year, month: month)).contains(day) { return nil }
    } else if day != nil {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, each with an optional zone or time that is left out.
  ///
  /// - Returns: Nil when the text is something else or the calendar has no such date.
  public init?(iso text: some StringProtocol) {
    let bytes = Array(text.utf8)
    func number(_ range: Range<Int>) -> Int? {
      guard range.upperBound <= bytes.count else { return nil }
      var value = 0
      for byte in bytes[range] {
        guard byte >= 48, byte <= 57 else { return nil }
        value = value * 10 + Int(byte - 48)
      }
      return value
    }
    // Nothing at all is a zone left out.
    func isZone(from index: Int) -> Bool {
      guard index < bytes.count else { return true }
      let rest = bytes[index...]
      if rest == [UInt8(ascii: "Z")] { return true }
      guard let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else {
        return false
      }
      return rest.count == 6 && rest[rest.startIndex + 3] == UInt8(ascii: ":")
        && rest.dropFirst().enumerated().allSatisfy {
          $0.offset == 2 || ($0.element >= 48 && $0.element <= 57)
        }
    }
    guard let year = number(0..<4) else { return nil }
    if isZone(from: 4) {
      self.init(year: year)
      return
    }
    guard bytes[4] == UInt8(ascii: "-"), let month = number(5..<7) else { return nil }
    if isZone(from: 7) {
      self.init(year: year, month: month)
      return
    }
    guard bytes[7] == UInt8(ascii: "-"), let day = number(8..<10) else { return nil }
    guard isZone(from: 10) || bytes[10] == UInt8(ascii: "T") else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// How much of the date is known.
  public var precision: Precision { day != nil ? .day : month != nil ? .month : .year }

  /// The number of days of a month in the Gregorian calendar.
  public static func dayCount(year: Int, month: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days from 1970-01-01 to the first day that the date may mean.
  public var firstDay: Int { CivilCalendar.dayNumber(year, month ?? 1, day ?? 1) }

  /// The whole date of a day count since 1970-01-01; nil outside years 1 to 9999.
  public init?(daysSince1970 days: Int) {
    guard (-719_162...2_932_896).contains(days) else { return nil }
    let date = CivilCalendar.date(days)
    self.init(year: date.year, month: date.month, day: date.day)
  }
}

extension PartialDate: Comparable, CustomStringConvertible {
  /// Orders by the first day a date may mean, the less precise first.
  public static func < (left: Self, right: Self) -> Bool {
    (left.firstDay, left.precision.rawValue) < (right.firstDay, right.precision.rawValue)
  }

  /// The ISO 8601 form at the date's precision.
  public var description: String {
    func padded(_ value: Int, _ width: Int) -> String {
      let text = String(value)
      return String(repeating: "0", count: max(0, width - text.count)) + text
    }
    var text = padded(year, 4)
    if let month { text += "-" + padded(month, 2) }
    if let day { text += "-" + padded(day, 2) }
    return text
  }
}
