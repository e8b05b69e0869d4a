internal import PasserelleCore
internal import PasserelleJSON

extension AwardMapper {
  /// Runs what reads fields, and takes over what it tells.
  mutating func reading<Result>(
    _ release: OCDSRelease, _ body: (inout OCDSFieldReader) -> Result
  ) -> Result {
    var reader = OCDSFieldReader(location: location, language: release.language)
    let result = body(&reader)
    for one in reader.diagnostics where !diagnostics.contains(one) { diagnostics.append(one) }
    return result
  }

  /// States a text in its language; nothing when there is none.
  ///
  /// - Returns: Whether it was stated.
  @discardableResult
  mutating func stateText(_ subject: String, _ relation: String, _ field: AwardRecord.Field?) -> Bool {
    guard let field, let clean = text(field) else { return false }
    statements.add(
      subject, relation, field.language.map { .string(clean, language: $0) } ?? .string(clean))
    return true
  }

  /// States the text of a field and its translations, each in its language.
  ///
  /// - Returns: Whether any was stated.
  @discardableResult
  mutating func stateTexts(
    _ subject: String, _ relation: String, _ object: JSONValue?, _ key: String, _ path: String,
    of release: OCDSRelease
  ) -> Bool {
    let fields = reading(release) { reader in
      (reader.text(object, key, path).map { [$0] } ?? []) + reader.translations(object, key, path)
    }
    var isStated = false
    for field in fields { isStated = stateText(subject, relation, field) || isStated }
    return isStated
  }

  /// An amount with its currency; one without is told of and kept as written.
  mutating func money(
    _ object: JSONValue?, _ key: String, _ path: String, of release: OCDSRelease
  ) -> Money? {
    let (amount, currency) = reading(release) {
      reader -> (AwardRecord.Field?, AwardRecord.Field?) in
      guard let value = reader.object(object, key, path) else { return (nil, nil) }
      let path = path + "." + key
      return (reader.field(value, "amount", path), reader.field(value, "currency", path))
    }
    guard let amount else { return nil }
    guard let currency else {
      amend(.ocdsNoCurrency, amount)
      return nil
    }
    // The checks read the currency of the record; here each amount has its own.
    var own = record
    own.currency = currency
    own.diagnostics = []
    var checks = AwardMapper(own, key: "", location: location, iris: iris)
    let money = checks.money(amount)
    diagnostics += checks.diagnostics
    for statement in checks.statements.statements {
      statements.add(.iri(contract), statement.predicate, statement.object)
    }
    return money
  }

  /// States an amount and its currency.
  mutating func stateMoney(_ subject: String, _ relation: String, _ money: Money?) {
    guard let money else { return }
    statements.add(subject, relation, .decimal(money.amount))
    statements.add(subject, Vocabulary.currency, .string(money.currency))
  }

  /// States the first and last day of a period and its length in months.
  ///
  /// - Returns: The last day.
  @discardableResult
  mutating func statePeriod(
    _ subject: String, _ object: JSONValue?, _ key: String, _ path: String, of release: OCDSRelease
  ) -> PartialDate? {
    let path = path + "." + key
    let fields = reading(release) { reader -> [AwardRecord.Field?] in
      let period = reader.object(object, key, String(path.dropLast(key.count + 1)))
      return ["startDate", "endDate", "durationInDays"].map { reader.field(period, $0, path) }
    }
    let start = date(fields[0])
    let end = date(fields[1])
    if let start { statements.add(subject, Vocabulary.since, .date(start)) }
    if let end { statements.add(subject, Vocabulary.until, .date(end)) }
    if let start, let end, end.firstDay < start.firstDay { report(.dateOrder, path, end.description) }
    if let months = Self.months(from: start, to: end) ?? months(ofDays: fields[2]) {
      statements.add(subject, Vocabulary.durationMonths, .integer(months))
    }
    return end
  }

  /// The months between two days, rounded up; nil where one is not known to the day, or for more than fifty years.
  private static func months(from start: PartialDate?, to end: PartialDate?) -> Int? {
    guard let start, let end, let firstDay = start.day, let lastDay = end.day, let firstMonth = start.month,
      let lastMonth = end.month, end.firstDay > start.firstDay
    else { return nil }
    let months = (end.year - start.year) * 12 + lastMonth - firstMonth + (lastDay > firstDay ? 1 : 0)
    return months <= 600 ? max(1, months) : nil
  }

  private mutating func months(ofDays field: AwardRecord.Field?) -> Int? {
    guard let field, let days = DecimalNumber(field.value.trimmed) else {
      if let field { amend(.durationInvalid, field) }
      return nil
    }
    // Nought says that nothing is known.
    if days.isZero { return nil }
    guard !days.isNegative, days <= DecimalNumber(18_300) else {
      amend(.durationImplausible, field)
      return nil
    }
    let whole = Int(days.approximateDouble.rounded(.up))
    // Average days of a month, in the Gregorian calendar.
    return max(1, (whole * 4800 + 146_096) / 146_097)
  }
}
