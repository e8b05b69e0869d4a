import PasserelleCore

/// What is found when an identifier is checked.
public enum IdentifierCheck: Sendable, Hashable {
  /// The normal form of a valid identifier.
  case valid(String)
  /// The shape is wrong: other signs or another length.
  case shape
  /// The check digits do not fit.
  case checkDigit(String)

  /// Makes a value normal and checks it.
  ///
  /// Spaces, dots and dashes between signs are left out, letters made capitals, addresses before the number cut
  /// (`https://ror.org/…`, `http://www.wikidata.org/entity/Q…`).
  public static func check(_ text: String, _ scheme: EntityIdentifierScheme) -> IdentifierCheck {
    let local = text.split(separator: "/").last.map(String.init) ?? text
    let compact = CompanyNumber.compact(local).uppercased()
    switch scheme {
    case .siret:
      return result(compact, CompanyNumber.flaw(inSiret: compact))
    case .siren:
      return result(compact, CompanyNumber.flaw(inSiren: compact))
    case .vat: return VATNumber.check(compact)
    case .nif: return TaxNumber.portuguese(compact.hasPrefix("PT") ? String(compact.dropFirst(2)) : compact)
    case .cif: return TaxNumber.spanish(compact.hasPrefix("ES") ? String(compact.dropFirst(2)) : compact)
    case .duns: return isDigits(compact, 9) ? .valid(compact) : .shape
    case .pic: return isDigits(compact, 9) ? .valid(compact) : .shape
    case .ror: return ror(compact.lowercased())
    case .grid:
      let parts = local.lowercased().split(separator: ".")
      return parts.count == 3 && parts[0] == "grid" && isDigits(String(parts[1]), nil) && !parts[2].isEmpty
        ? .valid(local.lowercased()) : .shape
    case .rnsr:
      let bytes = Array(compact.utf8)
      return bytes.count == 10 && isDigits(String(compact.prefix(9)), 9) && bytes[9] >= 0x41
        && bytes[9] <= 0x5A
        ? .valid(compact) : .shape
    case .insee:
      return compact.utf8.count == 5 && isDigits(String(compact.suffix(3)), 3) ? .valid(compact) : .shape
    case .nuts:
      let bytes = Array(compact.utf8)
      let isShaped =
        bytes.count >= 2 && bytes.count <= 5 && bytes.prefix(2).allSatisfy { $0 >= 0x41 && $0 <= 0x5A }
      return isShaped ? .valid(compact) : .shape
    case .geonames: return isDigits(compact, nil) ? .valid(compact) : .shape
    case .wikidata:
      return compact.hasPrefix("Q") && isDigits(String(compact.dropFirst()), nil) ? .valid(compact) : .shape
    case .orcid: return orcid(compact)
    case .local: return text.isEmpty ? .shape : .valid(text)
    }
  }

  private static func result(_ value: String, _ flaw: CompanyNumber.Flaw?) -> IdentifierCheck {
    switch flaw {
    case nil: .valid(value)
    case .shape: .shape
    case .checkDigit: .checkDigit(value)
    }
  }

  static func isDigits(_ text: String, _ count: Int?) -> Bool {
    let bytes = text.utf8
    return (count.map { bytes.count == $0 } ?? !bytes.isEmpty)
      && bytes.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  /// ROR: 0, six signs of Crockford's base 32, two check digits (ISO 7064 mod 97-10 of the number).
  private static func ror(_ text: String) -> IdentifierCheck {
    let bytes = Array(text.utf8)
    guard bytes.count == 9, bytes[0] == UInt8(ascii: "0"), isDigits(String(text.suffix(2)), 2) else {
      return .shape
    }
    let signs = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
    var number = 0
    for byte in bytes[0..<7] {
      guard let value = signs.firstIndex(of: byte) else { return .shape }
      number = number * 32 + value
    }
    let check = 98 - (number * 100) % 97
    return check == Int(text.suffix(2)) ? .valid(text) : .checkDigit(text)
  }

  /// ORCID: 16 digits, the last a check sign (ISO 7064 mod 11-2).
  private static func orcid(_ text: String) -> IdentifierCheck {
    let bytes = Array(text.utf8)
    guard bytes.count == 16, isDigits(String(text.prefix(15)), 15) else { return .shape }
    var total = 0
    for byte in bytes.prefix(15) { total = (total + Int(byte - 48)) * 2 }
    let check = (12 - total % 11) % 11
    let sign = check == 10 ? UInt8(ascii: "X") : UInt8(48 + check)
    return bytes[15] == sign ? .valid(text) : .checkDigit(text)
  }
}
