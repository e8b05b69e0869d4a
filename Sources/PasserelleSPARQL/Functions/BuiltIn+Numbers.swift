internal import PasserelleCore

/// The functions on numbers, dates and times (SPARQL 1.1, sections 17.4.4 and 17.4.5); nil stands for a type
/// error.
enum NumericFunctions {
  /// `ABS`, `CEIL`, `FLOOR` and `ROUND`, in the type of the number.
  static func apply(_ function: BuiltIn, _ term: Term) -> Term? {
    guard case .numeric(let number) = Value(term) else { return nil }
    switch function {
    case .abs: return number.mapped({ $0.magnitude }, { $0.magnitude }).term
    case .ceil: return number.mapped({ $0.ceiling }, { $0.rounded(.up) }).term
    case .floor: return number.mapped({ $0.floor }, { $0.rounded(.down) }).term
    default: return number.mapped({ $0.roundedHalfUp }, round).term
    }
  }

  /// The nearest whole number, a half rounded up (XPath, section 4.4.4).
  static func round(_ value: Double) -> Double {
    guard value.isFinite else { return value }
    let whole = value.rounded(.down)
    return value - whole >= 0.5 ? whole + 1 : whole
  }

  /// A part of a date or time; dates and parts of dates too, where they have it.
  static func part(_ function: BuiltIn, _ term: Term) -> Term? {
    guard case .calendar(let value) = Value(term) else { return nil }
    let hasTime = value.kind == .dateTime || value.kind == .time
    switch function {
    case .year: return value.year.map(Term.integer)
    case .month: return value.month.map(Term.integer)
    case .day: return value.day.map(Term.integer)
    case .hours: return hasTime ? .integer(value.hours) : nil
    case .minutes: return hasTime ? .integer(value.minutes) : nil
    case .seconds: return hasTime ? .decimal(value.secondsOfMinute) : nil
    case .tz: return .string(value.zoneText)
    default:
      return value.zone.map { DurationValue(.dayTimeDuration, seconds: DecimalNumber($0 * 60)).term }
    }
  }
}

/// The digests of SPARQL 1.1, section 17.4.6.
public enum DigestFunction: String, Sendable, Hashable, CaseIterable {
  /// RFC 1321.
  case md5 = "MD5"
  /// FIPS 180-4.
  case sha1 = "SHA1", sha256 = "SHA256", sha384 = "SHA384", sha512 = "SHA512"
}
