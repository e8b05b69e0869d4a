internal import PasserelleCore
internal import PasserelleOntology

/// Rows of exchange rates and of replaced codes.
extension TableLayout {
  private typealias Entry = PasserelleOntology.CodeList.Entry

  /// The rates of a row of many currencies; days without any give none.
  func wideRates(_ cells: inout TableCells) throws(Refusal) -> [ReferenceItem] {
    guard let written = cells.text(at: 0) else { throw Refusal(.referenceRateDate) }
    guard let date = Self.rateDate(written) else { throw Refusal(.referenceRateDate, value: written) }
    var items: [ReferenceItem] = []
    for (currency, index) in rates {
      guard let text = cells.text(at: index), !Self.isMissing(text) else { continue }
      items.append(try Self.rate(text, currency, date, cells))
    }
    return items
  }

  /// The rate of a row of one currency; an observation without value gives none.
  func longRate(_ cells: inout TableCells) throws(Refusal) -> [ReferenceItem] {
    let code = cells.text(.code)
    guard let currency = code.flatMap(TableForm.currency) else {
      throw Refusal(.referenceCurrency, value: code)
    }
    // Series of another base, of effective rates, or of the last day instead of the average, are other rates.
    if let base = cells.text(.country), base.uppercased() != "EUR" {
      throw Refusal(.referenceCurrency, value: currency + "/" + base)
    }
    if let type = cells.text(.otherName), type != "SP00" { throw Refusal(.referenceRateSeries, value: type) }
    if let suffix = cells.text(.kind), suffix != "A" { throw Refusal(.referenceRateSeries, value: suffix) }
    let written = cells.text(.date)
    guard let date = written.flatMap(Self.rateDate) else { throw Refusal(.referenceRateDate, value: written) }
    guard let text = cells.text(.rate), !Self.isMissing(text) else { return [] }
    return [try Self.rate(text, currency, date, cells)]
  }

  private static func rate(
    _ text: String, _ currency: String, _ date: PartialDate, _ cells: TableCells
  ) throws(Refusal) -> ReferenceItem {
    let number = String(text.filter { !$0.isWhitespace }.map { $0 == "," ? "." : $0 })
    guard number.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E }),
      let value = DecimalNumber(number), value > .zero
    else { throw Refusal(.referenceRate, field: currency, value: text) }
    return ReferenceItem(
      entry: Entry(
        code: ConversionList.rateCode(currency, date), label: LocalizedText(verbatim: number),
        line: cells.location.line))
  }

  /// Whether a cell says that there is no rate.
  private static func isMissing(_ text: String) -> Bool {
    ["n/a", "na", "nan", "-", "."].contains(text.lowercased())
  }

  /// A day, month or year: ISO, `13/05/2019`, or `13 May 2019`.
  static func rateDate(_ text: String) -> PartialDate? {
    if let date = PartialDate(iso: text) { return date }
    let parts = text.split { $0 == "/" || $0 == " " }
    guard parts.count == 3, let day = Int(parts[0]), let year = Int(parts[2]), year > 999,
      let month = Int(parts[1]) ?? months.firstIndex(of: parts[1].lowercased()).map({ $0 + 1 })
    else { return nil }
    return PartialDate(year: year, month: month, day: day)
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
  ]

  /// A code of the vocabulary of 2003 and the one of 2008 that takes its place.
  func replacedCPV(_ cells: inout TableCells) throws(Refusal) -> [ReferenceItem] {
    let (old, new) = (try cpv(cells, .code), try cpv(cells, .secondCode))
    guard let old else {
      guard new != nil else { throw Refusal(.referenceNoCode) }
      return []
    }
    return [
      ReferenceItem(
        entry: Entry(
          code: old, label: LocalizedText(verbatim: old), replacedBy: new, line: cells.location.line))
    ]
  }

  private func cpv(_ cells: TableCells, _ field: TableForm.Field) throws(Refusal) -> String? {
    // A slash stands for a code that the other edition does not have.
    guard let written = cells.text(field), written != "/" else { return nil }
    let words = written.split(separator: " ").filter {
      $0.lowercased() != "cpv" && $0 != "2003" && $0 != "2008"
    }
    let compact = words.joined()
    guard compact.utf8.count >= 8, let code = CPVCode.read(compact)?.code else {
      throw Refusal(.referenceCode, value: written)
    }
    return code.digits
  }

  /// A territory of one edition and the one of the next that takes its place; a new one replaces none.
  func replacedTerritory(_ cells: inout TableCells) throws(Refusal) -> [ReferenceItem] {
    func code(_ field: TableForm.Field) throws(Refusal) -> String? {
      guard let written = cells.text(field), !Self.isMissing(written) else { return nil }
      let code = written.uppercased().filter { $0 != " " }
      guard TableForm.isNUTS(code) else { throw Refusal(.referenceCode, value: written) }
      return code
    }
    let (old, new) = (try code(.code), try code(.secondCode))
    guard let old else {
      guard new != nil else { throw Refusal(.referenceNoCode) }
      return []
    }
    return [
      ReferenceItem(
        entry: Entry(
          code: old, label: LocalizedText(verbatim: old), replacedBy: new, line: cells.location.line))
    ]
  }
}
