internal import PasserelleCore

extension TEDMapper {
  /// A text in every language that the notice has it in.
  mutating func text(_ element: TEDElement?, _ field: String) -> NoticeText? {
    guard let element else { return nil }
    var versions: [NoticeText.Translation] = []
    for (language, element) in notice.versions(of: element) {
      let written = element.text
      guard !written.isEmpty, let clean = base.text(AwardRecord.Field(name: field, value: written)),
        !versions.contains(where: { $0.language == language })
      else { continue }
      versions.append(NoticeText.Translation(language: language, text: clean, line: element.line))
    }
    return NoticeText(versions, noticeLanguage: notice.language)
  }

  /// Several texts as one, in each language the paragraphs that there are.
  mutating func text(joining elements: [TEDElement?], _ field: String) -> NoticeText? {
    let texts = elements.compactMap { text($0, field) }
    guard texts.count > 1 else { return texts.first }
    var versions: [NoticeText.Translation] = []
    for one in texts.flatMap(NoticeAwardMapper.versions) {
      if let known = versions.firstIndex(where: { $0.language == one.language }) {
        versions[known] = NoticeText.Translation(
          language: one.language, text: versions[known].text + "\n" + one.text, line: versions[known].line)
      } else {
        versions.append(one)
      }
    }
    return NoticeText(versions, noticeLanguage: notice.language)
  }

  /// The CPV codes of an element, the main ones first.
  mutating func codes(of element: TEDElement?, _ prefix: String) -> [CPVCode] {
    var codes: [CPVCode] = []
    for tag in [TEDTag.cpvMain, .cpvAdditional] {
      for code in element?.all(tag) ?? [] { read(code, prefix, into: &codes) }
    }
    return codes
  }

  private mutating func read(_ element: TEDElement, _ prefix: String, into codes: inout [CPVCode]) {
    guard let digits = element.first(.cpvCode)?.attribute("CODE") else { return }
    let field = AwardRecord.Field(name: prefix + element.name, value: digits)
    if let code = base.cpv(field), !codes.contains(code) { codes.append(code) }
  }

  /// Works, supplies, services.
  static func category(_ type: String?) -> [String] {
    switch type {
    case "WORKS": ["works"]
    case "SUPPLIES": ["supplies"]
    case "SERVICES": ["services"]
    default: []
    }
  }

  /// The territories of an element, and where the thing is in words.
  mutating func places(_ territories: [TEDElement], site: TEDElement?, _ prefix: String) -> [NoticePlace] {
    var places: [NoticePlace] = []
    for element in territories {
      guard let code = element.attribute("CODE")?.uppercased() else { continue }
      var place = NoticePlace()
      if NUTSDepartment.isCode(code) {
        place.nuts = code
        place.department = NUTSDepartment.department(code)
      } else {
        base.amend(.placeInvalid, AwardRecord.Field(name: prefix + "NUTS", value: code))
      }
      if !place.isVoid, !places.contains(place) { places.append(place) }
    }
    if let words = text(site, prefix + "MAIN_SITE")?.text {
      var place = NoticePlace()
      place.town = words
      places.append(place)
    }
    return places
  }

  /// An amount with its currency, from the element that tells it or from the one around it.
  mutating func money(_ element: TEDElement?, currency: String? = nil, _ prefix: String) -> Money? {
    guard let element, let written = element.attribute("FMTVAL") ?? element.content else { return nil }
    let name = prefix + element.name
    var record = base.record
    record.currency = (element.attribute("CURRENCY") ?? currency).map {
      AwardRecord.Field(name: name + "/CURRENCY", value: $0)
    }
    var checks = AwardMapper(record, key: "", location: base.location, iris: base.iris)
    let money = checks.money(AwardRecord.Field(name: name, value: written))
    base.diagnostics += checks.diagnostics
    for statement in checks.statements.statements {
      base.statements.add(.iri(base.contract), statement.predicate, statement.object)
    }
    return money
  }

  // Dates

  /// A day as the coded data write it, such as `20160429`, a time after it left out.
  mutating func date(compact element: TEDElement) -> PartialDate? {
    guard let written = element.content else { return nil }
    let day = written.prefix { $0 != " " }
    var value = written
    if day.utf8.count == 8, day.utf8.allSatisfy({ (48...57).contains($0) }) {
      value = "\(day.prefix(4))-\(day.dropFirst(4).prefix(2))-\(day.dropFirst(6))"
    }
    return base.date(AwardRecord.Field(name: element.name, value: value))
  }

  /// A day of the form, in one text or in year, month and day.
  mutating func date(_ element: TEDElement?, _ prefix: String = "") -> PartialDate? {
    guard let field = Self.dateField(element, prefix) else { return nil }
    return base.date(field)
  }

  static func dateField(_ element: TEDElement?, _ prefix: String = "") -> AwardRecord.Field? {
    guard let element else { return nil }
    let name = prefix + element.name
    if let text = element.content { return AwardRecord.Field(name: name, value: text) }
    guard let year = element.first(.year)?.content else { return nil }
    let rest = [element.first(.month)?.content, element.first(.day)?.content].compactMap { $0 }
    let padded = rest.map { $0.utf8.count == 1 ? "0" + $0 : $0 }
    return AwardRecord.Field(name: name, value: ([year] + padded).joined(separator: "-"))
  }

  // Durations

  /// A duration in months, rounded up.
  mutating func duration(_ element: TEDElement?, start: TEDElement?, end: TEDElement?, _ prefix: String)
    -> Int?
  {
    if let element, let written = element.content {
      return duration(written, unit: element.attribute("TYPE") ?? "MONTH", prefix + element.name)
    }
    guard let first = date(start, prefix), let last = date(end, prefix), let firstDay = first.day,
      let lastDay = last.day, let firstMonth = first.month, let lastMonth = last.month,
      last.firstDay > first.firstDay
    else { return nil }
    return max(1, (last.year - first.year) * 12 + lastMonth - firstMonth + (lastDay > firstDay ? 1 : 0))
  }

  /// Reads a number of months, years or days.
  mutating func duration(_ written: String, unit: String, _ name: String) -> Int? {
    guard unit != "MONTH" else { return base.duration(AwardRecord.Field(name: name, value: written)) }
    guard let count = Int(written), (0..<1_000_000).contains(count) else {
      base.amend(.durationInvalid, AwardRecord.Field(name: name, value: written + " " + unit))
      return nil
    }
    // Average days of a month, in the Gregorian calendar.
    let months = unit == "YEAR" ? count * 12 : (count * 4800 + 146_096) / 146_097
    return base.duration(AwardRecord.Field(name: name, value: String(months)))
  }
}
