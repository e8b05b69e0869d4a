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
