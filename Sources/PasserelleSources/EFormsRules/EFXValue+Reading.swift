internal import PasserelleCore

extension EFXValue {
  /// Reads a value as written in a notice; nil for one that is not of the type, or a length of time without known unit.
  ///
  /// - Parameters:
  ///   - text: The value, white space normalised.
  ///   - type: What it has to be.
  ///   - unit: The unit of a length of time.
  init?(_ text: String, as type: EFXType, unit: String? = nil) {
    switch type {
    case .text: self = .text(text)
    case .number:
      guard let number = DecimalNumber(text) else { return nil }
      self = .number(number)
    case .indicator:
      switch text {
      case "true", "1": self = .truth(true)
      case "false", "0": self = .truth(false)
      default: return nil
      }
    case .date:
      guard let minutes = Self.minutes(ofDay: text) else { return nil }
      self = .date(minutes)
    case .time:
      guard let seconds = Self.seconds(ofTime: text) else { return nil }
      self = .time(seconds)
    case .duration:
      guard let number = Int(text), abs(number) < 1_000_000 else { return nil }
      switch unit {
      case "YEAR": self = .duration(months: number * 12, minutes: 0, from: nil)
      case "MONTH": self = .duration(months: number, minutes: 0, from: nil)
      case "WEEK": self = .duration(months: 0, minutes: number * 7 * 1440, from: nil)
      case "DAY": self = .duration(months: 0, minutes: number * 1440, from: nil)
      default: return nil
      }
    }
  }

  /// The start of a day in minutes since 1970 in UTC; a day without zone is taken as one of UTC.
  static func minutes(ofDay text: String) -> Int? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = number(bytes[0..<4]), let month = number(bytes[5..<7]), let day = number(bytes[8..<10]),
      (1...12).contains(month), (1...PartialDate.dayCount(year: year, month: month)).contains(day),
      let zone = zone(bytes[10...])
    else { return nil }
    return CivilCalendar.dayNumber(year, month, day) * 1440 - zone
  }

  static func seconds(ofTime text: String) -> Int? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 8, bytes[2] == UInt8(ascii: ":"), bytes[5] == UInt8(ascii: ":"),
      let hour = number(bytes[0..<2]), let minute = number(bytes[3..<5]), let second = number(bytes[6..<8]),
      hour < 25, minute < 60, second < 60
    else { return nil }
    var rest = bytes[8...]
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst().drop { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    }
    guard let zone = zone(rest) else { return nil }
    return hour * 3600 + minute * 60 + second - zone * 60
  }

  /// The offset of a zone in minutes.
  private static func zone(_ bytes: ArraySlice<UInt8>) -> Int? {
    let zone = Array(bytes)
    if zone.isEmpty || zone == [UInt8(ascii: "Z")] { return 0 }
    guard zone.count == 6, zone[3] == UInt8(ascii: ":"), let hours = number(zone[1..<3]),
      let minutes = number(zone[4..<6]), hours <= 14, minutes < 60
    else { return nil }
    switch zone[0] {
    case UInt8(ascii: "+"): return hours * 60 + minutes
    case UInt8(ascii: "-"): return -(hours * 60 + minutes)
    default: return nil
    }
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
    var result = 0
    for byte in bytes {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      result = result * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return result
  }

  /// A moment some months later; the day is the last of its month at most.
  static func adding(months: Int, to minutes: Int) -> Int {
    let day = Int((Double(minutes) / 1440).rounded(.down))
    let rest = minutes - day * 1440
    let date = CivilCalendar.date(day)
    let total = date.year * 12 + date.month - 1 + months
    let (newYear, newMonth) = (total / 12, total % 12 + 1)
    let newDay = min(date.day, PartialDate.dayCount(year: newYear, month: newMonth))
    return CivilCalendar.dayNumber(newYear, newMonth, newDay) * 1440 + rest
  }
}
