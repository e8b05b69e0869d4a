internal import PasserelleCore

/// Days of the proleptic Gregorian calendar, year zero included.
enum Calendar {
  /// The seconds of a day.
  static let secondsOfDay = DecimalNumber(86_400)

  /// The days of a month.
  static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  /// The number of a day, 1970-01-01 being zero.
  ///
  /// After Howard Hinnant, “chrono-compatible low-level date algorithms”.
  static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The date of a day's number.
  static func date(_ number: Int) -> (year: Int, month: Int, day: Int) {
    let z = number + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// A number with leading zeros.
  static func padded(_ value: Int, _ width: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }
}

/// Reads the parts of dates and durations from left to right.
struct CalendarScanner {
  /// A zone that may be absent.
  struct Zone { let minutes: Int? }

  private var rest: ArraySlice<UInt8>

  init(_ text: String) { rest = Array(text.utf8)[...] }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func take(_ text: String) -> Bool {
    guard rest.starts(with: text.utf8) else { return false }
    rest = rest.dropFirst(text.utf8.count)
    return true
  }

  /// As many digits as there are.
  mutating func digits() -> ArraySlice<UInt8> {
    let run = rest.prefix { $0 >= 0x30 && $0 <= 0x39 }
    rest = rest.dropFirst(run.count)
    return run
  }

  /// A year: four digits or more, no needless zeros, a sign where it is before year zero.
  mutating func year() -> Int? {
    let isNegative = take("-")
    let run = digits()
    guard run.count >= 4, run.count <= 9, run.count == 4 || run.first != 0x30,
      let value = Int(String(decoding: run, as: UTF8.self))
    else { return nil }
    return isNegative ? -value : value
  }

  /// Two digits.
  mutating func two() -> Int? {
    let run = rest.prefix(2)
    guard run.count == 2, run.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    rest = rest.dropFirst(2)
    return Int(String(decoding: run, as: UTF8.self))
  }

  /// `hh:mm:ss` with or without a fraction, in seconds; `24:00:00` is a whole day.
  mutating func clock() -> DecimalNumber? {
    guard let hours = two(), take(":"), let minutes = two(), take(":"), let seconds = two(),
      hours <= 24, minutes < 60, seconds < 60
    else { return nil }
    var fraction = DecimalNumber.zero
    if take(".") {
      let run = digits()
      guard !run.isEmpty, let value = DecimalNumber("0." + String(decoding: run, as: UTF8.self)) else {
        return nil
      }
      fraction = value
    }
    if hours == 24, minutes > 0 || seconds > 0 || !fraction.isZero { return nil }
    return DecimalNumber(hours * 3600 + minutes * 60 + seconds).plus(fraction)
  }

  /// `Z`, `±hh:mm` up to fourteen hours, or nothing; nil for anything else.
  mutating func zone() -> Zone? {
    if isAtEnd { return Zone(minutes: nil) }
    if take("Z") { return Zone(minutes: 0) }
    let isNegative = take("-")
    guard isNegative || take("+"), let hours = two(), take(":"), let minutes = two(), minutes < 60,
      hours < 14 || (hours == 14 && minutes == 0)
    else { return nil }
    let total = hours * 60 + minutes
    return Zone(minutes: isNegative ? -total : total)
  }
}
