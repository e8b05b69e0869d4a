internal import PasserelleCore

/// Tells numbers of natural persons from those of companies, by the forms that tax offices give them.
///
/// - Mexico: the RFC of a person is four letters, a birth date and three signs, of a company three letters and a
///   date (Código Fiscal, SAT); the CURP, of persons only, is four letters, a birth date and eight signs. Numbers
///   that end early or hold a digit too many are taken by their start.
/// - Paraguay: the RUC of a person is the number of the identity card, that of a company stands above 80 million
///   (DNIT).
enum PersonalNumbers {
  /// Whether a number is a natural person's.
  ///
  /// - Parameters:
  ///   - number: The number as written.
  ///   - scheme: The name of its list, where the source gives one.
  /// - Returns: Whether its form is that of a person's number.
  static func isPersonal(_ number: String, scheme: String?) -> Bool {
    let signs = Array(number.utf8.filter { $0 != 0x20 && $0 != UInt8(ascii: "-") })
    let upper = (scheme ?? "").uppercased()
    let mayBeMexican = upper.isEmpty || ["RFC", "CURP", "MX"].contains { upper.contains($0) }
    return (mayBeMexican && isMexican(signs)) || (isParaguayan(upper) && isIdentityCard(number))
  }

  private static func isMexican(_ signs: [UInt8]) -> Bool {
    guard (10...18).contains(signs.count), signs.prefix(4).allSatisfy(isLetter) else { return false }
    let digits = signs.dropFirst(4).prefix { (48...57).contains($0) }.map { Int($0) - 48 }
    guard digits.count >= 6, signs.dropFirst(10).allSatisfy({ isLetter($0) || (48...57).contains($0) }) else {
      return false
    }
    // A digit may have been doubled before the month.
    return isDay(digits[2...5]) || (digits.count >= 7 && isDay(digits[3...6]))
  }

  private static func isDay(_ digits: ArraySlice<Int>) -> Bool {
    let four = Array(digits)
    let month = four[0] * 10 + four[1]
    let day = four[2] * 10 + four[3]
    return (1...12).contains(month) && (1...31).contains(day)
  }

  private static func isParaguayan(_ upper: String) -> Bool {
    upper == "PY-RUC" || upper.contains("PARAGUAY")
  }

  private static func isIdentityCard(_ number: String) -> Bool {
    let digits = number.prefix { $0 != "-" }
    guard let value = Int(digits.trimmed), (1...9).contains(digits.utf8.count) else { return false }
    return value < 80_000_000
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte & ~32) }
}
