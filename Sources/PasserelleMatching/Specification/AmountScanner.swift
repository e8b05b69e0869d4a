import PasserelleCore
import PasserelleText

/// Finds amounts of money as French, English and Portuguese texts write them.
enum AmountScanner {
  /// What the words around an amount make of it.
  enum Role: Sendable, Hashable {
    case ceiling, estimate, minimum, other
  }

  /// An amount in a text.
  struct Mention: Hashable {
    let amount: DecimalNumber
    let role: Role
    /// Whether taxes are said to be left out; nil where the text does not say.
    let excludesTax: Bool?
    /// Whether it is for one year or another period than the whole.
    let isPeriodic: Bool
  }

  /// The amounts of a text in order: numbers followed by a currency.
  static func mentions(in text: String) -> [Mention] {
    let bytes = Array(text.utf8)
    var found: [Mention] = []
    var index = 0
    while index < bytes.count {
      guard isDigit(bytes[index]), index == 0 || !isWord(bytes[index - 1]) else {
        index += 1
        continue
      }
      let (number, end) = number(bytes, from: index)
      if let number, let unit = unit(bytes, at: end), let amount = scaled(number, unit.power) {
        found.append(mention(amount, bytes, index, unit.end))
        index = unit.end
      } else {
        index = max(end, index + 1)
      }
    }
    return found
  }

  /// A number without a unit, for parts of forms that name the currency elsewhere.
  static func number(in text: String) -> DecimalNumber? {
    let bytes = Array(text.utf8)
    guard let start = bytes.firstIndex(where: isDigit) else { return nil }
    return number(bytes, from: start).value
  }

  // MARK: Numbers

  /// Reads `16 203 000`, `200.000`, `12 000,50`, `1,234.50`, `2,5`.
  private static func number(_ bytes: [UInt8], from start: Int) -> (value: DecimalNumber?, end: Int) {
    var digits = ""
    var index = start
    var end = start
    var fraction: Int?
    while index < bytes.count {
      if isDigit(bytes[index]) {
        digits.unicodeScalars.append(Unicode.Scalar(bytes[index]))
        index += 1
        end = index
        continue
      }
      guard fraction == nil, let mark = separator(bytes, at: index) else { break }
      let group = bytes[(index + mark)...].prefix(while: isDigit).count
      let isDecimalMark = bytes[index] == 0x2C || bytes[index] == 0x2E
      if group == 3, !(isDecimalMark && digits == "0") {
        index += mark
      } else if isDecimalMark, (1...2).contains(group) {
        fraction = digits.utf8.count
        index += mark
      } else {
        break
      }
    }
    guard digits.utf8.count <= 15 else { return (nil, end) }
    if let fraction {
      return (DecimalNumber("\(digits.prefix(fraction)).\(digits.dropFirst(fraction))"), end)
    }
    return (DecimalNumber(digits), end)
  }

  /// The bytes of a separator of thousands or decimals: space, no-break spaces, point, comma, apostrophe; nil for none.
  private static func separator(_ bytes: [UInt8], at index: Int) -> Int? {
    switch bytes[index] {
    case 0x20, 0x2C, 0x2E, 0x27: return index + 1 < bytes.count && isDigit(bytes[index + 1]) ? 1 : nil
    case 0xC2:
      return index + 2 < bytes.count && bytes[index + 1] == 0xA0 && isDigit(bytes[index + 2]) ? 2 : nil
    case 0xE2:
      return index + 3 < bytes.count && bytes[index + 1] == 0x80 && isDigit(bytes[index + 3]) ? 3 : nil
    default: return nil
    }
  }

  // MARK: Units

  private static let units: [(word: String, power: Int)] = [
    ("millions d euros", 6), ("million d euros", 6), ("millions euros", 6), ("milliers d euros", 3),
    ("millions eur", 6),
    ("millions", -1), ("m€", 6), ("meur", 6), ("k€", 3), ("keur", 3), ("keuros", 3), ("euros", 0),
    ("euro", 0), ("eur", 0),
    ("€", 0), ("million euro", 6), ("million euros", 6), ("milhoes de euros", 6),
  ]

  private static func unit(_ bytes: [UInt8], at place: Int) -> (power: Int, end: Int)? {
    var start = place
    while start < bytes.count, start < place + 4,
      bytes[start] == 0x20 || bytes[start] == 0xC2 || bytes[start] == 0xA0
    {
      start += 1
    }
    // The currency within twenty bytes, its case, apostrophe and plural in brackets folded.
    let window = String(decoding: bytes[start..<min(bytes.count, start + 20)], as: UTF8.self).lowercased()
      .replacing("’", with: "'").replacing("d'", with: "d ").replacing("õ", with: "o")
    for unit in units where unit.power >= 0 && window.hasPrefix(unit.word) {
      var end = start + unit.word.utf8.count
      if bytes[min(end, bytes.count)...].starts(with: "(s)".utf8) { end += 3 }
      return (unit.power, min(end, bytes.count))
    }
    return nil
  }

  private static func scaled(_ number: DecimalNumber, _ power: Int) -> DecimalNumber? {
    power == 0 ? number : DecimalNumber(number.description + "e\(power)")
  }

  // MARK: Context

  private static let roles = PhraseLexicon<Role>([
    (
      "maximum; maximal; maximale; maxi; plafond*; ne peut exceder; n excede*; limite de; ceiling; not exceed; maximo; jusqu a",
      .ceiling
    ),
    ("minimum; minimal; minimale; mini; minimo; au moins", .minimum),
    (
      """
      estim*; valeur totale; enveloppe; budget*; montant total; montant global; valeur globale; cout previsionnel; preco base
      cout estime; valeur h t; valeur hors tva; previsionnel; travaux est de; montant des travaux
      """, .estimate
    ),
    (
      """
      penalite*; chiffre d affaires; capital; retenue; par jour; amende; caution*; garantie; forfait*; assurance; sinistre
      dotee*; subvention; aide; par sinistre; primes; prime; indemnite; frais; tarif; penalidade*; turnover; unitaire; turnovers
      """, .other
    ),
  ])

  private static let periods = PhraseLexicon<Bool>([
    (
      "annuel*; par an; an; par periode; par periodes; periode initiale; chaque periode; mensuel*; par mois; per year; yearly; anual",
      true
    )
  ])

  private static func mention(
    _ amount: DecimalNumber, _ bytes: [UInt8], _ start: Int, _ end: Int
  ) -> Mention {
    let before = FoldedWords(String(decoding: bytes[max(0, start - 110)..<start], as: UTF8.self))
    let after = FoldedWords(String(decoding: bytes[end..<min(bytes.count, end + 24)], as: UTF8.self))
    // The nearest word before the amount counts.
    let role = roles.matches(in: before).last.map { roles.entries[$0.entry].value } ?? .other
    let tail = " " + after.string + " "
    let head = " " + before.string + " "
    var excludesTax: Bool?
    if tail.hasPrefix(" ht ") || tail.hasPrefix(" h t ") || tail.hasPrefix(" hors ta")
      || tail.hasPrefix(" hors tva")
    {
      excludesTax = true
    } else if tail.hasPrefix(" ttc ") || tail.hasPrefix(" t t c ") || tail.hasPrefix(" toutes taxes") {
      excludesTax = false
    } else if head.hasSuffix(" ttc ") {
      excludesTax = false
    } else if head.contains(" hors tva ") || head.contains(" ht ") || head.contains(" h t ") {
      excludesTax = true
    }
    let near = FoldedWords(String(decoding: bytes[max(0, start - 60)..<start], as: UTF8.self))
    let isPeriodic =
      !periods.matches(in: near).isEmpty || tail.contains(" par an ") || tail.hasPrefix(" an ")
      || tail.contains(" annuel") || tail.hasPrefix(" ht an ")
    return Mention(amount: amount, role: role, excludesTax: excludesTax, isPeriodic: isPeriodic)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }
  private static func isWord(_ byte: UInt8) -> Bool {
    isDigit(byte) || (97...122).contains(byte | 0x20) || byte == 0x2E || byte == 0x2D
  }
}
