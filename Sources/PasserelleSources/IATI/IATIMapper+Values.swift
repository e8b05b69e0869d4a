internal import PasserelleCore
internal import PasserelleXML

extension IATIMapper {
  // Texts

  /// The texts of the children of a name, by language: in `narrative` elements (2.0x), or directly (1.0x).
  mutating func texts(_ parent: XMLElement, _ name: String) -> [Term] {
    parent.all(name).flatMap { narratives($0, name) }
  }

  /// The texts of an element, by language.
  mutating func narratives(_ element: XMLElement, _ field: String) -> [Term] {
    written(element).compactMap { text, language in
      guard let clean = clean(text, field) else { return nil }
      return language.map { .string(clean, language: $0) } ?? .string(clean)
    }
  }

  /// The texts of an element as written, with their languages.
  func written(_ element: XMLElement) -> [(text: String, language: String?)] {
    let narratives = element.all("narrative")
    return (narratives.isEmpty ? [element] : narratives).compactMap { holder in
      let text = holder.text
      guard !text.trimmed.isEmpty else { return nil }
      return (text, Self.languageTag(holder.attribute("lang")) ?? language)
    }
  }

  /// Cleans a text and tells what was done.
  mutating func clean(_ raw: String, _ field: String) -> String? {
    guard let result = TextCleaner.clean(raw) else { return nil }
    for told in result.tellings {
      if let original = told.original {
        amend(told.code, field, original, replacement: result.text)
      } else {
        report(told.code, field, told.value)
      }
    }
    return result.text.isEmpty ? nil : result.text
  }

  /// A BCP 47 tag in lower case; nil for what is none.
  static func languageTag(_ written: String?) -> String? {
    guard let tag = written?.trimmed.lowercased(), (2...20).contains(tag.utf8.count) else { return nil }
    let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
    let isTag = parts.allSatisfy { part in
      (1...8).contains(part.utf8.count)
        && part.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) }
    }
    guard isTag, let first = parts.first, (2...3).contains(first.utf8.count) else { return nil }
    return tag
  }

  // Dates

  private static let plausibleYears = 1945...2100

  /// The date of an element's `iso-date`, or of its text.
  mutating func date(of element: XMLElement, _ field: String) -> PartialDate? {
    let written = (element.attribute("iso-date") ?? element.text).trimmed
    return written.isEmpty ? nil : date(written, field)
  }

  /// Reads a date as written.
  mutating func date(_ written: String, _ field: String) -> PartialDate? {
    var found = PartialDate(iso: written) ?? Instant(iso: written)?.date
    let isExact = found != nil
    if found == nil { found = DateText.read(written) }
    guard let found else {
      amend(.dateInvalid, field, written)
      return nil
    }
    guard Self.plausibleYears.contains(found.year) else {
      amend(.dateImplausible, field, written)
      return nil
    }
    if !isExact { amend(.dateRepaired, field, written, replacement: found.description) }
    return found
  }

  /// The period of an element with `period-start` and `period-end`.
  mutating func period(of element: XMLElement, _ field: String) -> (since: PartialDate?, until: PartialDate?)
  {
    let since = element.first("period-start").flatMap { date(of: $0, field + "/period-start") }
    let until = element.first("period-end").flatMap { date(of: $0, field + "/period-end") }
    if let since, let until, until < since { report(.iatiDateOrder, field, "\(since) – \(until)") }
    return (since, until)
  }

  /// A period as an ISO 8601 interval; an end that is not known is `..`.
  static func interval(_ period: (since: PartialDate?, until: PartialDate?)) -> String? {
    guard period.since != nil || period.until != nil else { return nil }
    return (period.since?.description ?? "..") + "/" + (period.until?.description ?? "..")
  }

  // Numbers

  /// Reads a number; nil, told, for what is none.
  mutating func number(_ written: String, _ code: DiagnosticCode, _ field: String) -> DecimalNumber? {
    if let exact = DecimalNumber(written.trimmed) { return exact }
    guard let read = NumberText.read(written) else {
      amend(code, field, written)
      return nil
    }
    return read
  }

  /// A percentage from 0 to 100; nil where there is none, told where it is not one.
  mutating func percentage(_ element: XMLElement, _ field: String) -> DecimalNumber? {
    guard let written = element.attribute("percentage")?.trimmed, !written.isEmpty else { return nil }
    guard let number = DecimalNumber(written) ?? NumberText.read(written.filter { $0 != "%" }),
      !number.isNegative, number <= DecimalNumber(100)
    else {
      amend(.iatiPercentage, field + "/@percentage", written)
      return nil
    }
    return number
  }

  /// An ISO 4217 code in capitals; nil for what cannot be one.
  static func currencyCode(_ written: String?) -> String? {
    guard let code = written?.trimmed.uppercased(), code.utf8.count == 3,
      code.utf8.allSatisfy({ (65...90).contains($0) })
    else { return nil }
    return code
  }

  /// States the amount of an element's `value` as a node with its currency and the date of its rate.
  ///
  /// - Returns: Whether there was one.
  @discardableResult
  mutating func stateAmount(
    of element: XMLElement, owner: String, relation: String, node: String, field: String
  ) -> Bool {
    guard let value = element.first("value") else {
      report(.iatiNoValue, field)
      return false
    }
    guard let number = number(value.text, .amountInvalid, field + "/value") else { return false }
    let written = value.attribute("currency")
    statements.add(owner, relation, .iri(node))
    statements.add(node, Vocabulary.type, .iri(Vocabulary.quantity))
    statements.add(node, Vocabulary.numericValue, .decimal(number))
    if let code = Self.currencyCode(written) ?? (written == nil ? currency : nil) {
      statements.add(node, Vocabulary.currency, .string(code))
    } else if let written {
      amend(.currencyInvalid, field + "/value/@currency", written)
    } else {
      report(.iatiNoCurrency, field)
    }
    if let day = value.attribute("value-date")?.trimmed, !day.isEmpty,
      let date = date(day, field + "/value/@value-date")
    {
      statements.add(node, Vocabulary.valueDate, .date(date))
    }
    return true
  }
}
