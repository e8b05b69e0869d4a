/// The number of a match run among the records of match runs; people write it `M12`.
///
/// Numbers grow and are never used again, even after the record is deleted.
public struct MatchRunID: RawRepresentable, Hashable, Comparable, Sendable {
  /// The number, from 1.
  public let rawValue: Int64

  /// Wraps the number.
  public init(rawValue: Int64) { self.rawValue = rawValue }

  /// Reads `M12`, `m12` or `12`.
  ///
  /// - Returns: Nil for anything else.
  public init?(_ text: some StringProtocol) {
    let digits = text.hasPrefix("M") || text.hasPrefix("m") ? text.dropFirst() : text[...]
    guard !digits.isEmpty, digits.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }), let number = Int64(digits),
      number > 0
    else { return nil }
    rawValue = number
  }

  /// Orders by number.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension MatchRunID: CustomStringConvertible {
  /// The form that people read: `M12`.
  public var description: String { "M" + String(rawValue) }
}
