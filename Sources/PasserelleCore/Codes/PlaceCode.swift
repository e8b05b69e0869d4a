/// French place codes: INSEE commune codes, postal codes, departments.
public enum PlaceCode {
  /// Whether a text has the shape of an INSEE commune code: `75056`, `2A004`, `97411`.
  public static func isCommune(_ code: String) -> Bool {
    let bytes = Array(code.utf8)
    guard bytes.count == 5 else { return false }
    let isCorsican = bytes[0] == 50 && (bytes[1] == 65 || bytes[1] == 66)
    guard isCorsican || (isDigit(bytes[0]) && isDigit(bytes[1])), bytes[2...].allSatisfy(isDigit) else {
      return false
    }
    return department(ofCommune: code) != nil
  }

  /// Whether a text has the shape of a French postal code.
  public static func isPostal(_ code: String) -> Bool {
    code.utf8.count == 5 && code.utf8.allSatisfy(isDigit) && department(ofPostal: code) != nil
  }

  /// Whether a text is a department code: `01`–`95` (without 20), `2A`, `2B`, `971`–`978`, `984`–`988`.
  public static func isDepartment(_ code: String) -> Bool {
    if code == "2A" || code == "2B" { return true }
    guard CompanyNumber.isDigits(code), let number = Int(code) else { return false }
    if code.utf8.count == 2 { return (1...95).contains(number) && number != 20 }
    return code.utf8.count == 3 && ((971...978).contains(number) || (984...988).contains(number))
  }

  /// The department of a commune code.
  public static func department(ofCommune code: String) -> String? {
    guard code.utf8.count == 5 else { return nil }
    let prefix =
      code.hasPrefix("97") || code.hasPrefix("98") ? String(code.prefix(3)) : String(code.prefix(2))
    return isDepartment(prefix) ? prefix : nil
  }

  /// The department of a postal code; Corsica by its ranges (`200`, `201` south; `202`, `206` north).
  public static func department(ofPostal code: String) -> String? {
    guard code.utf8.count == 5 else { return nil }
    if code.hasPrefix("20") {
      switch code.prefix(3) {
      case "200", "201": return "2A"
      case "202", "204", "206": return "2B"
      default: return nil
      }
    }
    let prefix =
      code.hasPrefix("97") || code.hasPrefix("98") ? String(code.prefix(3)) : String(code.prefix(2))
    return isDepartment(prefix) ? prefix : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }
}
