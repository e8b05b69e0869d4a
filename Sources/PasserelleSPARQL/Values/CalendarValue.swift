internal import PasserelleCore

/// A value of `xsd:dateTime`, `xsd:date`, `xsd:time` or one of the types of a part of a date.
struct CalendarValue: Sendable {
  /// The types, by the short name of XML Schema.
  enum Kind: String, Sendable, CaseIterable {
    case dateTime, date, time, gYear, gYearMonth, gMonth, gMonthDay, gDay
  }

  let kind: Kind
  var year: Int?
  var month: Int?
  var day: Int?
  /// Seconds since the start of the day; zero for types without a time.
  var seconds: DecimalNumber
  /// Minutes east of Greenwich; nil for a value without zone.
  var zone: Int?

  /// Reads a text of XML Schema; nil for another.
  init?(_ text: String, _ kind: Kind) {
    var scanner = CalendarScanner(text)
    self.kind = kind
    seconds = .zero
    let hasYear = [.dateTime, .date, .gYear, .gYearMonth].contains(kind)
    let hasMonth = [.dateTime, .date, .gYearMonth, .gMonth, .gMonthDay].contains(kind)
    let hasDay = [.dateTime, .date, .gMonthDay, .gDay].contains(kind)
    if hasYear {
      guard let found = scanner.year() else { return nil }
      year = found
      if hasMonth { guard scanner.take("-") else { return nil } }
    } else if kind != .time {
      guard scanner.take("--") else { return nil }
    }
    if hasMonth {
      guard let found = scanner.two(), (1...12).contains(found) else { return nil }
      month = found
    }
    if hasDay {
      guard scanner.take("-"), let found = scanner.two(), found >= 1 else { return nil }
      guard found <= Calendar.days(inMonth: month ?? 1, of: year ?? 2000) else { return nil }
      day = found
    }
    if kind == .dateTime { guard scanner.take("T") else { return nil } }
    var isMidnightAfter = false
    if kind == .dateTime || kind == .time {
      guard let clock = scanner.clock() else { return nil }
      isMidnightAfter = clock == Calendar.secondsOfDay
      seconds = isMidnightAfter ? .zero : clock
    }
    guard let zone = scanner.zone(), scanner.isAtEnd else { return nil }
    self.zone = zone.minutes
    if isMidnightAfter, kind == .dateTime { addDays(1) }
  }

  /// Makes a value of its parts.
  init(_ kind: Kind, year: Int?, month: Int?, day: Int?, seconds: DecimalNumber, zone: Int?) {
    self.kind = kind
    self.year = year
    self.month = month
    self.day = day
    self.seconds = seconds
    self.zone = zone
  }

  /// The seconds since 0001-01-01, taken as UTC, parts that the type lacks as XML Schema 1.1 fills them.
  private var local: DecimalNumber {
    let year = year ?? 1971
    let month = month ?? 12
    let day = day ?? Calendar.days(inMonth: month, of: year)
    let days = DecimalNumber(CivilCalendar.dayNumber(year, month, day))
    return days.times(Calendar.secondsOfDay)?.plus(seconds) ?? seconds
  }

  /// The seconds on the time line, a value without zone taken to be in one.
  func instant(assuming minutes: Int = 0) -> DecimalNumber {
    local.minus(DecimalNumber((zone ?? minutes) * 60)) ?? local
  }

  /// The order of two values of one type (XML Schema 1.1 part 2, section 3.3.7.4).
  ///
  /// - Returns: Nil where only one has a zone and the values stand within 14 hours of each other.
  static func order(_ left: Self, _ right: Self) -> ValueOrder? {
    if (left.zone == nil) == (right.zone == nil) {
      return ValueOrder(left.instant(), right.instant())
    }
    if left.zone == nil { return order(right, left)?.reversed }
    let mine = left.instant()
    if mine < right.instant(assuming: 14 * 60) { return .less }
    if mine > right.instant(assuming: -14 * 60) { return .greater }
    return nil
  }

  mutating func addDays(_ count: Int) {
    guard let year, let month, let day else { return }
    (self.year, self.month, self.day) = CivilCalendar.date(CivilCalendar.dayNumber(year, month, day) + count)
  }

  /// Adds months, the day kept or the last of the month (XML Schema part 2, appendix E).
  mutating func addMonths(_ count: Int) {
    guard let year, let month else { return }
    let total = year * 12 + month - 1 + count
    let newYear = total >= 0 ? total / 12 : (total - 11) / 12
    self.year = newYear
    self.month = total - newYear * 12 + 1
    day = day.map { min($0, Calendar.days(inMonth: total - newYear * 12 + 1, of: newYear)) }
  }

  /// Adds seconds; days that are gone over change the date, where there is one.
  ///
  /// - Returns: False for an overflow, the value then as it was.
  mutating func addSeconds(_ count: DecimalNumber) -> Bool {
    guard let sum = seconds.plus(count), let days = sum.divided(by: Calendar.secondsOfDay)?.floor,
      let whole = days.times(Calendar.secondsOfDay), let rest = sum.minus(whole), let number = days.int,
      abs(number) < 1_000_000_000_000
    else { return false }
    seconds = kind == .date ? .zero : rest
    addDays(number)
    return true
  }

  /// The literal in its canonical form, the zone kept.
  var term: Term { .typed(text, kind.rawValue) }

  /// The text in its canonical form, the zone kept.
  var text: String {
    var text = ""
    if let year { text += (year < 0 ? "-" : "") + Calendar.padded(abs(year), 4) }
    if let month { text += (year == nil ? "--" : "-") + Calendar.padded(month, 2) }
    if let day { text += (kind == .gDay ? "---" : "-") + Calendar.padded(day, 2) }
    if kind == .dateTime { text += "T" }
    if kind == .dateTime || kind == .time {
      text += "\(Calendar.padded(hours, 2)):\(Calendar.padded(minutes, 2)):"
      let rest = secondsOfMinute.description
      text += (secondsOfMinute < DecimalNumber(10) ? "0" : "") + rest
    }
    return text + zoneText
  }

  /// The hour of the day.
  var hours: Int { (seconds.truncated.int ?? 0) / 3600 }
  /// The minute of the hour.
  var minutes: Int { (seconds.truncated.int ?? 0) / 60 % 60 }
  /// The seconds of the minute, with their fraction.
  var secondsOfMinute: DecimalNumber {
    seconds.minus(DecimalNumber((seconds.truncated.int ?? 0) / 60 * 60)) ?? .zero
  }

  /// The zone as written: `Z`, `+02:00`, or nothing.
  var zoneText: String {
    guard let zone else { return "" }
    if zone == 0 { return "Z" }
    return (zone < 0 ? "-" : "+") + Calendar.padded(abs(zone) / 60, 2) + ":"
      + Calendar.padded(abs(zone) % 60, 2)
  }
}
