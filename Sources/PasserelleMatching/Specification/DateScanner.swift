import PasserelleCore
import PasserelleText

/// Finds whole dates and durations as French, English and Portuguese texts write them.
enum DateScanner {
  /// The dates of a text in order: `09/08/2020`, `9 août 2020`, `1er mars 2021`, `2020-08-09`, `March 3, 2021`.
  static func dates(in text: String) -> [PartialDate] {
    let words = FoldedWords(text)
    let parts = words.words.map { String(decoding: words.bytes[$0], as: UTF8.self) }
    var found: [PartialDate] = []
    var index = 0
    while index < parts.count {
      if let (date, length) = date(parts, at: index) {
        found.append(date)
        index += length
      } else {
        index += 1
      }
    }
    return found
  }

  private static func date(_ parts: [String], at index: Int) -> (PartialDate, Int)? {
    guard index + 2 < parts.count else { return nil }
    // `1.e.r février` folds to `1 e r fevrier`; `3 de março de 2021` has words between.
    var rest = index + 1
    while rest < parts.count, ["e", "r", "er", "de", "of", "st", "nd", "rd", "th"].contains(parts[rest]) {
      rest += 1
    }
    if let day = number(parts[index], dropping: ["er", "st", "nd", "rd", "th"]), rest < parts.count,
      let month = months[parts[rest]]
    {
      let year = rest + 1 < parts.count && parts[rest + 1] == "de" ? rest + 2 : rest + 1
      if year < parts.count, parts[year].utf8.count == 4, let number = Int(parts[year]) {
        return PartialDate(year: number, month: month, day: day).map { ($0, year + 1 - index) }
      }
      return nil
    }
    if let month = months[parts[index]],
      let day = number(parts[index + 1], dropping: ["st", "nd", "rd", "th"]),
      parts[index + 2].utf8.count == 4, let year = Int(parts[index + 2])
    {
      return PartialDate(year: year, month: month, day: day).map { ($0, 3) }
    }
    guard let first = Int(parts[index]), let second = Int(parts[index + 1]),
      let third = year(parts[index + 2])
    else {
      return nil
    }
    if parts[index].utf8.count == 4, let day = Int(parts[index + 2].prefix(2)),
      parts[index + 2].utf8.count <= 2
    {
      return PartialDate(year: first, month: second, day: day).map { ($0, 3) }
    }
    guard parts[index].utf8.count <= 2, parts[index + 1].utf8.count <= 2, parts[index + 2].utf8.count == 4
    else {
      return nil
    }
    return PartialDate(year: third, month: second, day: first).map { ($0, 3) }
  }

  private static func number(_ word: String, dropping endings: [String]) -> Int? {
    for ending in endings where word.hasSuffix(ending) && word.utf8.count > ending.utf8.count {
      return Int(word.dropLast(ending.utf8.count))
    }
    return word.utf8.count <= 2 ? Int(word) : nil
  }

  private static func year(_ word: String) -> Int? { Int(word) }

  private static let months: [String: Int] = [
    "janvier": 1, "fevrier": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7, "aout": 8,
    "septembre": 9,
    "octobre": 10, "novembre": 11, "decembre": 12, "january": 1, "february": 2, "march": 3, "april": 4,
    "may": 5,
    "june": 6, "july": 7, "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
    "janeiro": 1,
    "fevereiro": 2, "marco": 3, "abril": 4, "maio": 5, "junho": 6, "julho": 7, "agosto": 8, "setembro": 9,
    "outubro": 10, "dezembro": 12, "janv": 1, "juil": 7, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
  ]

  // MARK: Durations

  /// The first duration of a text in whole months: `48 mois`, `quatre ans`, `1 an(s)`, `durée en mois : 12`,
  /// `début : … – fin : …`; days count by thirty.
  static func months(in text: String) -> Int? {
    let words = FoldedWords(text)
    let parts = words.words.map { String(decoding: words.bytes[$0], as: UTF8.self) }
    for (index, part) in parts.enumerated() {
      guard let value = Int(part) ?? numerals[part], value > 0, value <= 3660 else { continue }
      if index + 1 < parts.count, let unit = units[parts[index + 1]] { return unit(value) }
      if index >= 2, parts[index - 2] == "en" || parts[index - 2] == "in", let unit = units[parts[index - 1]]
      {
        return unit(value)
      }
    }
    let dates = dates(in: text)
    guard dates.count == 2, dates[0] < dates[1],
      parts.contains("fin") || parts.contains("au") || parts.contains("end")
    else {
      return nil
    }
    let days = dates[1].firstDay - dates[0].firstDay + 1
    return max(1, (days * 12 + 182) / 365)
  }

  private static let units: [String: @Sendable (Int) -> Int?] = [
    "mois": { $0 }, "months": { $0 }, "month": { $0 }, "meses": { $0 }, "mes": { $0 }, "an": years,
    "ans": years,
    "annee": years, "annees": years, "year": years, "years": years, "ano": years, "anos": years,
    "jours": days,
    "jour": days, "days": days, "dias": days, "semaines": { max(1, ($0 * 7 + 15) / 30) },
    "weeks": { max(1, ($0 * 7 + 15) / 30) },
  ]

  @Sendable private static func years(_ value: Int) -> Int? { value <= 99 ? value * 12 : nil }
  @Sendable private static func days(_ value: Int) -> Int? { max(1, (value + 15) / 30) }

  private static let numerals: [String: Int] = [
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8,
    "neuf": 9,
    "dix": 10, "douze": 12, "dixhuit": 18, "vingt": 20, "trente": 30, "one": 1, "two": 2, "three": 3,
    "four": 4,
    "five": 5, "um": 1, "dois": 2, "tres": 3, "quatro": 4,
  ]
}
