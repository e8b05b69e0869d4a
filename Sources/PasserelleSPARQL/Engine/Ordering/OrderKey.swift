internal import PasserelleCore

/// Makes keys of terms that stand to each other as ``Value/totalOrder(_:_:)`` has it.
///
/// Bits 120–127 hold the rank, the others the beginning of the value. Different keys are in the order of the terms;
/// equal keys of different terms leave it open, and so do keys of numbers one of which ``isInexact(_:)``.
final class OrderKeyMaker {
  private let run: EngineRun
  private var memo = IDMemo<UInt128>(0)

  init(_ run: EngineRun) { self.run = run }

  /// The kinds of term, in their order.
  enum Rank: UInt128 {
    case none, blank, iri, numeric, string, language, boolean, calendar, duration, opaque
  }

  /// The rank of a key.
  static func rank(_ key: UInt128) -> UInt128 { key >> 120 }

  /// Whether a key is that of a text, of which it holds the first 15 bytes.
  static func isText(_ key: UInt128) -> Bool {
    switch Rank(rawValue: rank(key)) {
    case .blank, .iri, .string, .language: true
    default: false
    }
  }

  /// Whether a key is that of an `xsd:float`, with which numbers are compared as such.
  static func isInexact(_ key: UInt128) -> Bool { rank(key) == Rank.numeric.rawValue && key & 1 == 1 }

  private static func make(_ rank: Rank, _ rest: UInt128 = 0) -> UInt128 { rank.rawValue << 120 | rest }

  /// The key of a number, by the nearest binary number of 64 bits.
  private static func numeric(_ number: Scalar) -> UInt128 {
    // Adding zero makes one zero of the two.
    let value = number.double + 0
    let bits = value.bitPattern
    let ordered = value.isNaN ? 0 : bits >> 63 == 1 ? ~bits : bits | 1 << 63
    return make(.numeric, UInt128(ordered) << 56 | (number.kind == .float ? 1 : 0))
  }

  private static let calendarKinds: [CalendarValue.Kind] = [
    .date, .dateTime, .gDay, .gMonth, .gMonthDay, .gYear, .gYearMonth, .time,
  ]

  private static func calendar(_ kind: Int, seconds: Int64) -> UInt128 {
    make(.calendar, UInt128(kind) << 112 | UInt128(UInt64(bitPattern: seconds) ^ 1 << 63) << 48)
  }

  /// The key of the first bytes of a text.
  static func text(_ rank: UInt128, _ bytes: UnsafeBufferPointer<UInt8>.SubSequence) -> UInt128 {
    var value: UInt128 = 0
    let count = min(bytes.count, 15)
    for index in 0..<count { value = value << 8 | UInt128(bytes[bytes.startIndex + index]) }
    return rank << 120 | value << UInt128(8 * (15 - count))
  }

  /// The key of a term.
  func key(_ id: TermID) throws -> UInt128 {
    if id.isInline { return inline(id) }
    guard id.isBound else { return 0 }
    if let known = memo.value(id) { return known }
    let key = try made(id)
    memo.insert(key, for: id)
    return key
  }

  private func inline(_ id: TermID) -> UInt128 {
    if id.isInlineNumber { return Self.numeric(id.inlineScalar) }
    // No store holds larger ones.
    guard let (kind, payload) = id.inlineValue, payload.magnitude < 1 << 40 else { return Self.make(.opaque) }
    switch kind {
    case .integer, .decimal: return 0
    case .boolean: return Self.make(.boolean, UInt128(payload))
    case .date: return Self.calendar(0, seconds: payload * 86_400)
    case .dateTime: return Self.calendar(1, seconds: payload)
    case .year:
      return Self.calendar(5, seconds: Int64(CivilCalendar.dayNumber(Int(payload), 12, 31)) * 86_400)
    case .yearMonth:
      let (year, month) = (Int(payload / 12), Int(payload % 12) + 1)
      let day = Calendar.days(inMonth: month, of: year)
      return Self.calendar(6, seconds: Int64(CivilCalendar.dayNumber(year, month, day)) * 86_400)
    }
  }

  private func made(_ id: TermID) throws -> UInt128 {
    var key: UInt128?
    try run.withAnyText(of: id) { shape, text in
      switch shape {
      case .iri: key = Self.text((text.isBlankNode ? Rank.blank : .iri).rawValue, text[...])
      case .string: key = Self.text(Rank.string.rawValue, text[...])
      case .languageString: key = Self.text(Rank.language.rawValue, text[...])
      default: break
      }
    }
    if let key { return key }
    guard let term = try run.uncachedTerm(of: id) else { return 0 }
    if let number = Scalar(plain: term) { return Self.numeric(number) }
    switch Value(term) {
    case .numeric(let number): return Self.numeric(Scalar(number))
    case .boolean(let flag): return Self.make(.boolean, flag ? 1 : 0)
    case .calendar(let value):
      let seconds = Int64(clamping: value.instant().floor.digits)
      return Self.calendar(Self.calendarKinds.firstIndex(of: value.kind) ?? 0, seconds: seconds)
    case .duration: return Self.make(.duration)
    default: return Self.make(.opaque)
    }
  }

  /// The order of two terms, decoded where need be.
  func order(_ a: TermID, _ b: TermID) throws -> ValueOrder {
    if a == b { return .equal }
    if a.isInlineNumber, b.isInlineNumber { return Scalar.order(a.inlineScalar, b.inlineScalar) ?? .equal }
    return Value.totalOrder(try run.term(of: a).map { Value($0) }, try run.term(of: b).map { Value($0) })
  }

  /// The order of two terms whose keys are known.
  func order(_ a: TermID, _ keyA: UInt128, _ b: TermID, _ keyB: UInt128) throws -> ValueOrder {
    if a == b { return .equal }
    if keyA != keyB {
      let areNumbers = Self.rank(keyA) == Rank.numeric.rawValue && Self.rank(keyB) == Rank.numeric.rawValue
      if !areNumbers || (!Self.isInexact(keyA) && !Self.isInexact(keyB)) { return ValueOrder(keyA, keyB) }
    }
    return try order(a, b)
  }
}
