import PasserelleCore

/// Reads the values of fields that hold no words.
enum QueryValueReader {
  typealias Fault = QuerySyntaxError.Fault

  static func read(_ field: QueryField, _ text: String) throws(Fault) -> QueryCondition {
    switch field {
    case .cpv: return .cpv(prefix: try cpv(text))
    case .date: return .date(try QueryDateReader.interval(text))
    case .amount: return .amount(try QueryAmountReader.interval(text))
    case .kind:
      guard let kind = QueryValueNames.kind(text) else { throw .unknownKind(text) }
      return .kind(kind)
    case .language:
      guard let tag = QueryValueNames.language(text) else { throw .unknownLanguage(text) }
      return .language(tag)
    case .demonstration:
      guard let answer = QueryValueNames.answer(text) else { throw .unknownAnswer(text) }
      return .demonstration(answer)
    case .theme: return .theme(text)
    case .code: return .code(code(text))
    case .contains: return .contains(text)
    case .identifier, .title, .text, .buyer, .vendor, .place: return .identifier(text)
    }
  }

  /// The digits people separate are written together; other identifiers stay as they are.
  private static func code(_ text: String) -> String {
    let compact = QueryTextCleaning.withoutBlanks(text)
    return compact.utf8.allSatisfy { $0 >= 48 && $0 <= 57 } ? compact : text
  }

  /// The first digits of CPV codes; a whole code with `*` stands for its branch.
  private static func cpv(_ text: String) throws(Fault) -> String {
    var body = Substring(text)
    let isBranch = body.last == "*"
    if isBranch { body = body.dropLast() }
    let parts = body.split(separator: "-", omittingEmptySubsequences: false)
    let digits = CompanyNumber.compact(String(parts.first ?? ""))
    let isNumber = !digits.isEmpty && digits.utf8.allSatisfy { $0 >= 48 && $0 <= 57 }
    guard isNumber, parts.count <= 2 else { throw .badCPV(text) }
    if parts.count == 2 {
      // A wrong check digit is no reason to refuse: sources write them.
      guard digits.utf8.count == 8, let check = parts[1].utf8.first, parts[1].utf8.count == 1,
        check >= 48, check <= 57
      else { throw .badCPV(text) }
    }
    guard (2...8).contains(digits.utf8.count), digits.prefix(2) >= "03" else { throw .badCPV(text) }
    guard isBranch, let code = CPVCode(digits: digits) else { return digits }
    return code.significantPrefix
  }
}

/// Reads intervals: `x`, `x..y`, `x..`, `..y`, `>x`, `>=x`, `<x`, `<=x`.
enum QueryIntervalReader {
  static func interval<Value>(
    _ text: String, fault: QuerySyntaxError.Fault, isReversed: (Value, Value) -> Bool,
    value: (Substring) -> Value?
  ) throws(QuerySyntaxError.Fault) -> QueryInterval<Value> {
    typealias Limit = QueryInterval<Value>.Limit
    let sign = text.unicodeScalars.prefix(while: QuerySource.isComparison)
    let rest = Substring(text.unicodeScalars[sign.endIndex...])
    if !sign.isEmpty {
      guard let limit = value(rest) else { throw fault }
      switch String(sign) {
      case ">": return QueryInterval(from: Limit(limit, isIncluded: false), to: nil)
      case ">=", "=>", "≥": return QueryInterval(from: Limit(limit), to: nil)
      case "<": return QueryInterval(from: nil, to: Limit(limit, isIncluded: false))
      case "<=", "=<", "≤": return QueryInterval(from: nil, to: Limit(limit))
      case "=": return QueryInterval(from: Limit(limit), to: Limit(limit))
      default: throw fault
      }
    }
    guard let dots = dots(in: rest.unicodeScalars) else {
      guard let limit = value(rest) else { throw fault }
      return QueryInterval(from: Limit(limit), to: Limit(limit))
    }
    let lower = Substring(rest.unicodeScalars[..<dots.lowerBound])
    let upper = Substring(rest.unicodeScalars[dots.upperBound...])
    let from = lower.isEmpty ? nil : value(lower)
    let to = upper.isEmpty ? nil : value(upper)
    guard lower.isEmpty == (from == nil), upper.isEmpty == (to == nil), from != nil || to != nil else {
      throw fault
    }
    if let from, let to, isReversed(from, to) { throw .reversedRange }
    return QueryInterval(from: from.map { Limit($0) }, to: to.map { Limit($0) })
  }

  /// The first two dots or more, or ellipsis.
  private static func dots(
    in text: Substring.UnicodeScalarView
  ) -> Range<Substring.UnicodeScalarView.Index>? {
    var start = text.startIndex
    while start < text.endIndex {
      let run = text[start...].prefix { $0 == "." || $0 == "…" }
      if run.count >= 2 || run.first == "…" { return run.startIndex..<run.endIndex }
      start = text.index(after: start)
    }
    return nil
  }
}

/// Reads dates: `2018`, `2018-05`, `2018-05-15`, `05/2018`, `15/05/2018`, and their intervals.
enum QueryDateReader {
  static func interval(_ text: String) throws(QuerySyntaxError.Fault) -> QueryInterval<PartialDate> {
    try QueryIntervalReader.interval(
      QueryTextCleaning.withoutBlanks(text), fault: .badDate(text),
      isReversed: { $0.firstDay > $1.lastDay }, value: date)
  }

  private static func date(_ text: Substring) -> PartialDate? {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "/" || $0 == "." }
    guard parts.count <= 3, parts.allSatisfy({ (1...4).contains($0.utf8.count) }) else { return nil }
    var numbers: [Int] = []
    for part in parts {
      guard part.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }), let number = Int(part) else { return nil }
      numbers.append(number)
    }
    let lengths = parts.map(\.utf8.count)
    if lengths[0] == 4, lengths.dropFirst().allSatisfy({ $0 <= 2 }) {
      return PartialDate(
        year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil,
        day: numbers.count > 2 ? numbers[2] : nil)
    }
    guard numbers.count > 1, lengths.last == 4, lengths.dropLast().allSatisfy({ $0 <= 2 }) else {
      return nil
    }
    return numbers.count == 2
      ? PartialDate(year: numbers[1], month: numbers[0])
      : PartialDate(year: numbers[2], month: numbers[1], day: numbers[0])
  }
}

/// Reads amounts: `100000`, `1,5M`, `100k€`, `2 Md`, and their intervals.
enum QueryAmountReader {
  static func interval(_ text: String) throws(QuerySyntaxError.Fault) -> QueryInterval<DecimalNumber> {
    try QueryIntervalReader.interval(
      QueryTextCleaning.withoutBlanks(text), fault: .badAmount(text), isReversed: >, value: amount)
  }

  /// Whether a text is a unit that multiplies, such as `M` or `k€`.
  static func isScale(_ text: String) -> Bool { exponent(of: Substring(text)).map { $0 > 0 } ?? false }

  private static func amount(_ text: Substring) -> DecimalNumber? {
    let number = text.prefix { $0.isASCII && $0.isNumber || $0 == "," || $0 == "." }
    let parts = number.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
    guard (1...2).contains(parts.count), let whole = parts.first, !whole.isEmpty,
      parts.allSatisfy({ !$0.isEmpty }), number.utf8.count <= 18,
      let exponent = exponent(of: text[number.endIndex...])
    else { return nil }
    let fraction = parts.count == 2 ? parts[1] : ""
    // 1.500 and 1,500 mean one and a half to some, a thousand and a half to others.
    if fraction.utf8.count == 3, exponent == 0 { return nil }
    guard let amount = DecimalNumber("\(whole).\(fraction)e\(exponent)"), amount <= limit else {
      return nil
    }
    return amount
  }

  /// A million billions: no procurement comes near.
  private static let limit = DecimalNumber(1_000_000_000_000_000)

  /// The power of ten of a unit; 0 for none or a mere sign of the euro.
  private static func exponent(of unit: Substring) -> Int? {
    var unit = unit.lowercased()
    for sign in ["euros", "euro", "eur", "€"] where unit.hasSuffix(sign) {
      unit.removeLast(sign.count)
      break
    }
    switch unit {
    case "": return 0
    case "k": return 3
    case "m", "million", "millions": return 6
    case "md", "mds", "bn", "milliard", "milliards", "billion", "billions": return 9
    default: return nil
    }
  }
}
