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
    let parts = text.split(separator: "T", maxSplits: 1)
    guard let first = parts.first, let date = PartialDate(iso: first), date.precision == .day else {
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
        guard zone.count == 2, let hours = Int64(zone[0]), let minutes = Int64(zone[1]), hours < 15,
          minutes < 60
        else { return nil }
        offset = (hours * 60 + minutes) * 60_000 * (clock[sign] == "-" ? -1 : 1)
        clock = clock[..<sign]
      }
      let fields = clock.split(separator: ":", omittingEmptySubsequences: false)
      guard (2...3).contains(fields.count), let hours = Int64(fields[0]), let minutes = Int64(fields[1]),
        (0..<24).contains(hours), (0..<60).contains(minutes)
      else { return nil }
      let seconds = fields.count == 3 ? DecimalNumber(fields[2]) : .zero
      guard let seconds, !seconds.isNegative, seconds < DecimalNumber(61) else { return nil }
      let thousandths = Int64((seconds.approximateDouble * 1000).rounded())
      milliseconds += (hours * 60 + minutes) * 60_000 + thousandths - offset
    }
    self.milliseconds = milliseconds
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
