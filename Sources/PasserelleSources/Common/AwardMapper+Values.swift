internal import PasserelleCore
internal import PasserelleText

extension AwardMapper {
  /// Whether a value says that nobody communicated it; told as such.
  private mutating func isNotCommunicated(_ field: AwardRecord.Field) -> Bool {
    let plain = field.value.trimmed.uppercased()
    guard plain == "NC" || plain == "N/C" || plain.hasPrefix("INX ") || plain == "CDL" || plain == "MQ" else {
      return false
    }
    report(.valueNotCommunicated, field.name, field.value)
    return true
  }

  /// The text of a field without white space at its ends; nil when there is none.
  private mutating func present(_ field: AwardRecord.Field?) -> (field: AwardRecord.Field, text: String)? {
    guard let field else { return nil }
    let text = field.value.trimmed
    guard !text.isEmpty, !isNotCommunicated(field) else { return nil }
    return (field, text)
  }

  // Code lists

  mutating func stateListValues() {
    if let nature = listValue(record.nature, WrittenList.natures) {
      state(Vocabulary.hasNature, .string(nature))
    }
    if let procedure = listValue(record.procedure, WrittenList.procedures) {
      state(Vocabulary.hasProcedure, .string(procedure))
    }
    if let form = listValue(record.priceForm, WrittenList.priceForms) {
      state(Vocabulary.hasPriceForm, .string(form))
    }
  }

  mutating func listValue(_ field: AwardRecord.Field?, _ list: [String: String]) -> String? {
    guard let (field, _) = present(field), let value = text(field) else { return nil }
    guard let official = list[TextFolding.fold(value)] else {
      report(.listUnknown, field.name, value)
      return value
    }
    if official != value { amend(.listNormalised, field, replacement: official) }
    return official
  }

  /// Reads a CPV code.
  mutating func cpv(_ field: AwardRecord.Field?) -> CPVCode? {
    guard let (field, text) = present(field) else { return nil }
    guard let (code, writing) = CPVCode.read(text) else {
      amend(.cpvInvalid, field)
      return nil
    }
    switch writing {
    case .exact: break
    case .leadingZeroRestored: amend(.cpvLeadingZero, field, replacement: code.digits)
    case .completed: amend(.cpvCompleted, field, replacement: code.digits)
    case .wrongCheckDigit: amend(.cpvCheckDigit, field, replacement: code.digits)
    }
    return code
  }

  // Dates

  private static let plausibleYears = 1990...2050

  /// Reads a date.
  mutating func date(_ field: AwardRecord.Field?) -> PartialDate? {
    guard let (field, text) = present(field) else { return nil }
    var read = PartialDate(iso: text)
    var isRepaired = false
    if read == nil {
      read = DateText.read(text)
      isRepaired = true
    }
    guard let read else {
      amend(.dateInvalid, field)
      return nil
    }
    guard Self.plausibleYears.contains(read.year) else {
      amend(.dateImplausible, field)
      return nil
    }
    if isRepaired { amend(.dateRepaired, field, replacement: read.description) }
    return read
  }

  // Numbers

  private static let highAmount = DecimalNumber(1_000_000_000)
  private static let impossibleAmount = DecimalNumber(1_000_000_000_000)

  /// Reads an amount in the record's currency.
  mutating func money(_ field: AwardRecord.Field?, mayBeNegative: Bool = false) -> Money? {
    money(field, in: record.currency, mayBeNegative: mayBeNegative)
  }

  /// Reads an amount in a currency; in euros where there is none.
  mutating func money(
    _ field: AwardRecord.Field?, in currency: AwardRecord.Field?, mayBeNegative: Bool = false
  ) -> Money? {
    guard let (field, text) = present(field) else { return nil }
    guard let amount = DecimalNumber(text) ?? NumberText.read(text) else {
      amend(.amountInvalid, field)
      return nil
    }
    let size = DecimalNumber(digits: abs(amount.digits), scale: amount.scale)
    if (amount.isNegative && !mayBeNegative) || size > Self.impossibleAmount {
      amend(.amountImplausible, field)
      return nil
    }
    guard let currency = currencyCode(currency) else { return nil }
    if amount.isZero || amount == DecimalNumber(1) {
      report(.amountPlaceholder, field.name, field.value)
    } else if size > Self.highAmount {
      report(.amountHigh, field.name, field.value)
    }
    return Money(amount, currency)
  }

  private mutating func currencyCode(_ currency: AwardRecord.Field?) -> String? {
    guard let (field, text) = present(currency) else { return "EUR" }
    if text == "€" || text.lowercased() == "euro" || text.lowercased() == "euros" { return "EUR" }
    let code = text.uppercased()
    guard code.utf8.count == 3, code.utf8.allSatisfy({ (65...90).contains($0) }) else {
      amend(.currencyInvalid, field)
      return nil
    }
    return code
  }

  /// Reads a duration in months.
  mutating func duration(_ field: AwardRecord.Field?) -> Int? {
    guard let (field, text) = present(field) else { return nil }
    guard let number = DecimalNumber(text) ?? NumberText.read(text) else {
      amend(.durationInvalid, field)
      return nil
    }
    guard !number.isNegative, !number.isZero, number <= DecimalNumber(600) else {
      amend(.durationImplausible, field)
      return nil
    }
    var divisor: Int128 = 1
    for _ in 0..<number.scale { divisor *= 10 }
    let months = Int((number.digits + divisor - 1) / divisor)
    if number.scale > 0 { amend(.durationRounded, field, replacement: String(months)) }
    return months
  }
}

/// The official values of code lists by their folded form.
enum WrittenList {
  static let natures = list([
    "Marché", "Accord-cadre", "Marché subséquent", "Marché de partenariat",
    "Marché de défense ou de sécurité", "Concession de travaux", "Concession de service",
    "Concession de service public", "Délégation de service public",
  ])
  static let procedures = list([
    "Procédure adaptée", "Appel d'offres ouvert", "Appel d'offres restreint",
    "Procédure concurrentielle avec négociation", "Procédure négociée avec mise en concurrence préalable",
    "Procédure avec négociation", "Marché négocié sans publicité ni mise en concurrence préalable",
    "Marché public négocié sans publicité ni mise en concurrence préalable",
    "Marché passé sans publicité ni mise en concurrence préalable", "Dialogue compétitif",
    "Procédure négociée ouverte", "Procédure négociée restreinte", "Procédure non négociée ouverte",
    "Procédure non négociée restreinte",
  ])
  static let priceForms = list([
    "Ferme", "Ferme et actualisable", "Révisable", "Unitaire", "Forfaitaire", "Mixte",
  ])

  private static func list(_ values: [String]) -> [String: String] {
    Dictionary(values.map { (TextFolding.fold($0), $0) }) { first, _ in first }
  }
}

/// Dates that are not in the ISO form.
enum DateText {
  /// Reads `2019-1-1`, `2019/01/31`, `31/01/2019` and `31-1-2019`, with an optional time that is left out.
  static func read(_ text: String) -> PartialDate? {
    let day = text.prefix { $0 != " " && $0 != "T" }
    let parts = day.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "/" || $0 == "." }
    guard parts.count == 3, parts.allSatisfy({ (1...4).contains($0.utf8.count) }) else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == 3 else { return nil }
    if parts[0].utf8.count == 4 { return PartialDate(year: numbers[0], month: numbers[1], day: numbers[2]) }
    if parts[2].utf8.count == 4 { return PartialDate(year: numbers[2], month: numbers[1], day: numbers[0]) }
    return nil
  }
}

/// Numbers as people write them.
enum NumberText {
  /// Reads `1 234,50 €`, `1.234,50` and `1,234.50`.
  ///
  /// - Parameters:
  ///   - text: The number as written.
  ///   - decimal: The decimal sign, where it is known; else the last of `,` and `.` when both occur, and a
  ///     single one of them.
  /// - Returns: Nil for a text that is no number.
  static func read(_ text: String, decimal: Character? = nil) -> DecimalNumber? {
    var plain = text.filter { !$0.isWhitespace && $0 != "€" && $0 != "'" && $0 != "’" }
    if plain.uppercased().hasSuffix("EUR") { plain = String(plain.dropLast(3)) }
    guard plain.contains(where: \.isNumber) else { return nil }
    let sign =
      decimal
      ?? plain.last { $0 == "," || $0 == "." }.flatMap { last in
        let other: Character = last == "," ? "." : ","
        return plain.contains(other) || plain.count(where: { $0 == last }) == 1 ? last : nil
      }
    let kept = plain.compactMap { character -> Character? in
      if character == sign { return "." }
      return character == "," || character == "." ? nil : character
    }
    return DecimalNumber(String(kept))
  }
}
