/// A code of the Common Procurement Vocabulary (Regulation (EC) 213/2008): eight digits.
public struct CPVCode: Hashable, Comparable, Sendable {
  /// The eight digits.
  public let digits: String

  /// How a code was written, against its eight digits.
  public enum Writing: Sendable, Hashable {
    /// Exactly eight digits, with or without a right check digit.
    case exact
    /// Seven digits: the leading zero had been lost.
    case leadingZeroRestored
    /// Fewer digits than eight, completed by zeros on the right.
    case completed
    /// Eight digits and a wrong check digit.
    case wrongCheckDigit
  }

  /// Makes a code from exactly eight digits.
  ///
  /// - Returns: Nil for another shape, or a division under 03.
  public init?(digits: String) {
    guard digits.utf8.count == 8, CompanyNumber.isDigits(digits), let division = Int(digits.prefix(2)),
      division >= 3
    else { return nil }
    self.digits = digits
  }

  /// Makes a code from the IRI of the Publications Office.
  ///
  /// - Returns: Nil for any other IRI.
  public init?(iri: String) {
    guard iri.hasPrefix(Self.iriPrefix) else { return nil }
    self.init(digits: String(iri.dropFirst(Self.iriPrefix.count)))
  }

  private static let iriPrefix = "http://data.europa.eu/cpv/cpv/"

  /// Reads a code as sources write it: `45310000`, `45310000-3`, `45.31.00.00`, `9132100`, `4531`.
  ///
  /// - Returns: The code and how it was written; nil when no code can be meant.
  public static func read(_ text: String) -> (code: CPVCode, writing: Writing)? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map {
      CompanyNumber.compact(String($0))
    }
    guard let body = parts.first, parts.count <= 2, !body.isEmpty, CompanyNumber.isDigits(body) else {
      return nil
    }
    switch body.utf8.count {
    case 8:
      guard let code = CPVCode(digits: body) else { return nil }
      guard parts.count == 2 else { return (code, .exact) }
      return (code, parts[1] == String(code.checkDigit) ? .exact : .wrongCheckDigit)
    case 7:
      return CPVCode(digits: "0" + body).map { ($0, .leadingZeroRestored) }
    case 2...6 where parts.count == 1:
      let completed = body + String(repeating: "0", count: 8 - body.utf8.count)
      return CPVCode(digits: completed).map { ($0, .completed) }
    default:
      return nil
    }
  }

  /// The check digit: the sum of the digits weighted 3, 7, 1, 3, 7, 1, 3, 7, modulo ten; some branches of the
  /// vocabulary add a constant.
  ///
  /// The regulation prints the digits and no formula. Weights and constants were solved from the codes that
  /// published notices write with their check digit, so a wrong digit is a hint, never a reason to refuse.
  public var checkDigit: Int {
    let weights = [3, 7, 1, 3, 7, 1, 3, 7]
    let sum = zip(digits.utf8, weights).reduce(0) { $0 + Int($1.0 - 48) * $1.1 }
    let constant = Self.checkConstants.first(where: { digits.hasPrefix($0.branch) })?.constant ?? 0
    return (sum + constant) % 10
  }

  private static let checkConstants: [(branch: String, constant: Int)] = [
    ("091", 6), ("092", 6), ("093", 6), ("35125300", 3), ("421", 3), ("72267100", 5), ("724", 5), ("726", 5),
  ]

  /// The division: two digits.
  public var division: String { String(digits.prefix(2)) }

  /// The group: three digits; nil for a code that names a whole division.
  public var group: String? {
    let group = digits.prefix(3)
    return group.last == "0" ? nil : String(group)
  }

  /// The digits up to the last that is not zero, at least two: the code's place in the tree.
  public var significantPrefix: String {
    var prefix = Substring(digits)
    while prefix.count > 2, prefix.last == "0" { prefix = prefix.dropLast() }
    return String(prefix)
  }

  /// How many leading digits two codes share, 0 to 8.
  public func sharedPrefixLength(with other: CPVCode) -> Int {
    zip(digits.utf8, other.digits.utf8).prefix { $0.0 == $0.1 }.count
  }

  /// The IRI given by the Publications Office of the European Union.
  public var iri: String { Self.iriPrefix + digits }

  /// Orders by digits.
  public static func < (left: Self, right: Self) -> Bool { left.digits < right.digits }
}
