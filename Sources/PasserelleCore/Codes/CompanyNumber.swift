/// French company and establishment numbers: SIREN (9 digits) and SIRET (SIREN and 5 digits).
public enum CompanyNumber {
  /// What is wrong with a number.
  public enum Flaw: Sendable, Hashable {
    /// Not the right count of digits, or something else than digits.
    case shape
    /// The digits do not satisfy the Luhn formula.
    case checkDigit
  }

  /// Leaves out spaces, no-break spaces, dots and dashes that people write between digits.
  public static func compact(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { !" \u{A0}\u{202F}.-".unicodeScalars.contains($0) }))
  }

  /// Checks a SIREN of nine digits.
  ///
  /// - Returns: The flaw, or nil for a valid number.
  public static func flaw(inSiren siren: String) -> Flaw? {
    guard siren.utf8.count == 9, isDigits(siren) else { return .shape }
    return luhnSum(siren) % 10 == 0 && siren != "000000000" ? nil : .checkDigit
  }

  /// Checks a SIRET of fourteen digits; the establishments of La Poste (SIREN 356000000) may instead have a
  /// digit sum that is a multiple of five.
  ///
  /// - Returns: The flaw, or nil for a valid number.
  public static func flaw(inSiret siret: String) -> Flaw? {
    guard siret.utf8.count == 14, isDigits(siret) else { return .shape }
    if siret.hasPrefix("356000000") {
      let sum = siret.utf8.reduce(0) { $0 + Int($1 - 48) }
      if sum % 5 == 0 { return nil }
    }
    guard flaw(inSiren: String(siret.prefix(9))) == nil else { return .checkDigit }
    return luhnSum(siret) % 10 == 0 ? nil : .checkDigit
  }

  /// The commune (INSEE code) or department of a public body whose SIREN carries it.
  ///
  /// SIREN of communes are `21` + department + commune, of departments `22` + department, of groupings of
  /// communes `24` + department, of départemental bodies `25`–`28` + department (INSEE, legal categories 7).
  /// Department and commune take three digits each, the department from the left: Lyon is `21 690 123 1`,
  /// Saint-Paul in Réunion `21 974 015 6`. Another third digit than 0 marks a part of a commune.
  ///
  /// - Returns: The department code, and the INSEE code of a commune; nil for other numbers.
  public static func territory(ofSiren siren: String) -> (department: String, commune: String?)? {
    guard siren.utf8.count == 9, isDigits(siren), let category = Int(siren.prefix(2)),
      (21...28).contains(category)
    else { return nil }
    let digits = Array(siren)
    let code = String(digits[2...3])
    if code == "97" {
      let overseas = "97" + String(digits[4])
      guard PlaceCode.isDepartment(overseas) else { return nil }
      return (overseas, category == 21 ? overseas + String(digits[6...7]) : nil)
    }
    guard category != 23, let number = Int(code), (1...95).contains(number) else { return nil }
    // Paris is numbered as the first commune of its department, not by its code.
    if siren == "217500016" { return (code, "75056") }
    // Corsica's numbers keep the department's old code 20.
    let isCommune = category == 21 && code != "20" && digits[4] == "0"
    return (code, isCommune ? code + String(digits[5...7]) : nil)
  }

  static func isDigits(_ text: String) -> Bool { text.utf8.allSatisfy { $0 >= 48 && $0 <= 57 } }

  private static func luhnSum(_ digits: String) -> Int {
    var sum = 0
    for (offset, byte) in digits.utf8.reversed().enumerated() {
      let digit = Int(byte - 48)
      let doubled = digit * 2
      sum += offset % 2 == 0 ? digit : doubled > 9 ? doubled - 9 : doubled
    }
    return sum
  }
}
