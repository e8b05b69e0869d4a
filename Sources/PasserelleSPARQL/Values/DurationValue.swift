internal import PasserelleCore

/// A value of `xsd:duration` or of one of the two types derived from it.
struct DurationValue: Sendable {
  /// The types, by the short name of XML Schema.
  enum Kind: String, Sendable, CaseIterable {
    case duration, dayTimeDuration, yearMonthDuration
  }

  let kind: Kind
  let months: Int
  let seconds: DecimalNumber

  /// Makes a duration.
  init(_ kind: Kind, months: Int = 0, seconds: DecimalNumber = .zero) {
    self.kind = kind
    self.months = months
    self.seconds = seconds
  }

  /// Reads `PnYnMnDTnHnMnS`, with a sign or without; nil for another text, or parts that the type lacks.
  init?(_ text: String, _ kind: Kind) {
    var scanner = CalendarScanner(text)
    let isNegative = scanner.take("-")
    guard scanner.take("P") else { return nil }
    var months = 0
    var seconds = DecimalNumber.zero
    var parts: [Substring] = []
    var isTime = false
    var order = -1
    let units: [(mark: String, isTime: Bool, months: Int, seconds: Int)] = [
      ("Y", false, 12, 0), ("M", false, 1, 0), ("D", false, 0, 86_400), ("H", true, 0, 3600),
      ("M", true, 0, 60),
      ("S", true, 0, 1),
    ]
    while !scanner.isAtEnd {
      if !isTime, scanner.take("T") {
        isTime = true
        guard !scanner.isAtEnd else { return nil }
        continue
      }
      var number = String(decoding: scanner.digits(), as: UTF8.self)
      guard !number.isEmpty else { return nil }
      let isFraction = scanner.take(".")
      if isFraction {
        let places = String(decoding: scanner.digits(), as: UTF8.self)
        guard !places.isEmpty else { return nil }
        number += "." + places
      }
      guard
        let index = units.indices.first(where: {
          $0 > order && units[$0].isTime == isTime && scanner.take(units[$0].mark)
        }),
        let value = DecimalNumber(number), !isFraction || index == 5
      else { return nil }
      order = index
      parts.append(Substring(units[index].mark))
      if units[index].months > 0 {
        guard kind != .dayTimeDuration, let count = value.int, count < 1_000_000_000 else { return nil }
        months += count * units[index].months
      } else {
        guard kind != .yearMonthDuration, let part = value.times(DecimalNumber(units[index].seconds)),
          let sum = seconds.plus(part)
        else { return nil }
        seconds = sum
      }
    }
    guard !parts.isEmpty else { return nil }
    self.init(kind, months: isNegative ? -months : months, seconds: isNegative ? seconds.negated : seconds)
  }

  /// Whether two durations are equal: as many months and as many seconds.
  static func == (left: Self, right: Self) -> Bool {
    left.months == right.months && left.seconds == right.seconds
  }

  /// The order, from four points in time (XML Schema 1.1 part 2, section 3.3.6.2); nil where they disagree.
  static func order(_ left: Self, _ right: Self) -> ValueOrder? {
    if left == right { return .equal }
    if left.months == right.months { return ValueOrder(left.seconds, right.seconds) }
    if left.seconds == right.seconds { return left.months < right.months ? .less : .greater }
    var found: ValueOrder?
    for (year, month) in [(1696, 9), (1697, 2), (1903, 3), (1903, 7)] {
      let order = ValueOrder(left.end(year, month), right.end(year, month))
      guard found == nil || found == order else { return nil }
      found = order
    }
    return found
  }

  private func end(_ year: Int, _ month: Int) -> DecimalNumber {
    var start = CalendarValue(.dateTime, year: year, month: month, day: 1, seconds: .zero, zone: 0)
    start.addMonths(months)
    return start.instant().plus(seconds) ?? seconds
  }

  /// The narrowest of the types that holds sums of two.
  static func common(_ left: Kind, _ right: Kind) -> Kind { left == right ? left : .duration }

  /// The most months of a result; more are an overflow.
  private static let monthLimit = 1_000_000_000_000

  /// The sum; nil for an overflow.
  func plus(_ other: Self) -> Self? {
    let months = months + other.months
    guard abs(months) <= Self.monthLimit, let seconds = seconds.plus(other.seconds) else { return nil }
    return Self(Self.common(kind, other.kind), months: months, seconds: seconds)
  }

  /// The duration with the other sign.
  var negated: Self { Self(kind, months: -months, seconds: seconds.negated) }

  /// The duration so many times; months are rounded to whole ones, a half up.
  func times(_ factor: DecimalNumber) -> Self? {
    guard let product = DecimalNumber(months).times(factor)?.roundedHalfUp.int,
      abs(product) <= Self.monthLimit, let rest = seconds.times(factor)
    else { return nil }
    return Self(kind, months: product, seconds: rest)
  }

  /// The duration divided by a number, as ``times(_:)``.
  func divided(by divisor: DecimalNumber) -> Self? {
    guard let product = DecimalNumber(months).divided(by: divisor)?.roundedHalfUp.int,
      abs(product) <= Self.monthLimit, let rest = seconds.divided(by: divisor)
    else { return nil }
    return Self(kind, months: product, seconds: rest)
  }

  /// The literal in its canonical form.
  var term: Term { .typed(text, kind.rawValue) }

  /// The text in its canonical form.
  var text: String {
    let months = abs(months)
    var text = self.months < 0 || seconds.isNegative ? "-P" : "P"
    if months >= 12 { text += "\(months / 12)Y" }
    if months % 12 > 0 { text += "\(months % 12)M" }
    let all = seconds.magnitude
    let whole = all.truncated.int ?? 0
    if whole >= 86_400 { text += "\(whole / 86_400)D" }
    let rest = all.minus(DecimalNumber(whole / 60 * 60)) ?? .zero
    if whole % 86_400 >= 60 || !rest.isZero {
      text += "T"
      if whole % 86_400 >= 3600 { text += "\(whole % 86_400 / 3600)H" }
      if whole % 3600 >= 60 { text += "\(whole % 3600 / 60)M" }
      if !rest.isZero { text += "\(rest)S" }
    }
    guard text == "P" || text == "-P" else { return text }
    return kind == .yearMonthDuration ? "P0M" : "PT0S"
  }
}
