/// A moment in UTC, to the millisecond.
public struct Instant: Hashable, Comparable, Sendable {
  /// Milliseconds since 1970-01-01T00:00:00Z.
  public let milliseconds: Int64

  /// Makes a moment from milliseconds since 1970-01-01T00:00:00Z.
  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// Reads `YYYY-MM-DD` (its midnight) or `YYYY-MM-DDThh:mm:ss[.fff]` followed by `Z`, `±hh:mm` or nothing.
  ///
  /// - Returns: Nil when the text is something else.
  public init?(iso text: some StringProtocol) {
    let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts[0].utf8.count == 10, let date = PartialDate(iso: parts[0]), date.precision == .day else {
      return nil
    }
    var milliseconds = Int64(date.firstDay) * 86_400_000
    if parts.count == 2 {
      var clock = parts[1][...]
      var offset: Int64 = 0
      if clock.last == "Z" {
        clock = clock.dropLast()
      } else if let sign = clock.lastIndex(where: { $0 == "+" || $0 == "-" }) {
        let zone = clock[clock.index(after: sign)...].split(separator: ":")
        guard zone.count == 2, let hours = Self.twoDigits(zone[0]), let minutes = Self.twoDigits(zone[1]),
          hours < 15, minutes < 60
        else { return nil }
        offset = (hours * 60 + minutes) * 60_000 * (clock[sign] == "-" ? -1 : 1)
        clock = clock[..<sign]
      }
      let fields = clock.split(separator: ":", omittingEmptySubsequences: false)
      guard (2...3).contains(fields.count), let hours = Self.twoDigits(fields[0]),
        let minutes = Self.twoDigits(fields[1]), hours < 24, minutes < 60,
        let thousandths = fields.count == 3 ? Self.thousandths(fields[2]) : 0
      else { return nil }
      milliseconds += (hours * 60 + minutes) * 60_000 + thousandths - offset
    }
    // A zone may lead to a day before the year 1 or after the year 9999, which has no date.
    guard Self.range.contains(milliseconds) else { return nil }
    self.milliseconds = milliseconds
  }

  /// The moments whose day in UTC is a date: the years 1 to 9999.
  private static let range: Range<Int64> = (-719_162 * 86_400_000)..<(2_932_897 * 86_400_000)

  private static func twoDigits(_ text: some StringProtocol) -> Int64? {
    text.utf8.count == 2 && text.utf8.allSatisfy { $0 >= 48 && $0 <= 57 } ? Int64(text) : nil
  }

  /// Reads `ss` or `ss.fff…`, under 61 for the sake of leap seconds, rounded to the millisecond.
  private static func thousandths(_ text: some StringProtocol) -> Int64? {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = twoDigits(parts[0]), whole < 61 else { return nil }
    guard parts.count == 2 else { return whole * 1000 }
    guard parts[1].utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }), let fraction = DecimalNumber("." + parts[1])
    else { return nil }
    return whole * 1000 + Int64((fraction.approximateDouble * 1000).rounded())
  }

  /// Orders in time.
  public static func < (left: Self, right: Self) -> Bool { left.milliseconds < right.milliseconds }

  /// The calendar day in UTC.
  public var date: PartialDate {
    let days = Int((milliseconds - (milliseconds < 0 ? 86_399_999 : 0)) / 86_400_000)
    return PartialDate(daysSince1970: days) ?? Self.epochDay
  }

  private static let epochDay: PartialDate = {
    guard let day = PartialDate(daysSince1970: 0) else { preconditionFailure("1970-01-01 is a date") }
    return day
  }()
}

extension Instant: CustomStringConvertible {
  /// The ISO 8601 form in UTC, with milliseconds only where there are some.
  public var description: String {
    let day = date
    let rest = Int(milliseconds - Int64(day.firstDay) * 86_400_000)
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    var text = "\(day)T\(two(rest / 3_600_000)):\(two(rest / 60_000 % 60)):\(two(rest / 1000 % 60))"
    let thousandths = rest % 1000
    if thousandths > 0 {
      let digits = String(thousandths)
      text += "." + String(repeating: "0", count: 3 - digits.count) + digits
    }
    return text + "Z"
  }
}
