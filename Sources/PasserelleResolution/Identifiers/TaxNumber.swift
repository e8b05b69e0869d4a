/// Tax numbers of Portugal and Spain.
enum TaxNumber {
  /// Portuguese NIF: nine digits, the last a check digit (weights 9…2, mod 11).
  static func portuguese(_ text: String) -> IdentifierCheck {
    guard IdentifierCheck.isDigits(text, 9) else { return .shape }
    let digits = text.utf8.map { Int($0 - 48) }
    guard digits[0] != 0 else { return .checkDigit(text) }
    var sum = 0
    for place in 0..<8 { sum += digits[place] * (9 - place) }
    let check = 11 - sum % 11
    return digits[8] == (check >= 10 ? 0 : check) ? .valid(text) : .checkDigit(text)
  }

  /// Spanish NIF, NIE and CIF: a letter and digits with a check sign.
  static func spanish(_ text: String) -> IdentifierCheck {
    let bytes = Array(text.utf8)
    guard bytes.count == 9 else { return .shape }
    let middle = bytes[1..<8].map { Int($0) - 48 }
    guard middle.allSatisfy({ $0 >= 0 && $0 <= 9 }) else { return .shape }
    let letters = Array("TRWAGMYFPDXBNJZSQVHLCKE".utf8)
    let first = bytes[0]
    if first >= 48 && first <= 57 || "XYZ".utf8.contains(first) {
      let lead = first >= 48 && first <= 57 ? Int(first) - 48 : Int(first) - 88
      let number = middle.reduce(lead) { $0 * 10 + $1 }
      return letters[number % 23] == bytes[8] ? .valid(text) : .checkDigit(text)
    }
    guard "ABCDEFGHJKLMNPQRSUVW".utf8.contains(first) else { return .shape }
    if "KLM".utf8.contains(first) {
      let number = middle.reduce(0) { $0 * 10 + $1 }
      return letters[number % 23] == bytes[8] ? .valid(text) : .checkDigit(text)
    }
    var sum = 0
    for (place, digit) in middle.enumerated() {
      let doubled = digit * 2
      sum += place % 2 == 0 ? doubled / 10 + doubled % 10 : digit
    }
    let check = (10 - sum % 10) % 10
    let sign = Array("JABCDEFGHI".utf8)[check]
    return bytes[8] == sign || bytes[8] == UInt8(48 + check) ? .valid(text) : .checkDigit(text)
  }
}
