import Foundation

/// Spellings of labels that a reform of the language has changed.
enum ConceptSpelling {
  /// A label as the reform writes it; nil when it writes it the same.
  ///
  /// The official Portuguese labels keep the consonants that the agreement of 1990 dropped (`protecção`,
  /// `eléctrico`, `óptico`), and most titles do not write them. The rule is wider than the agreement (`facto`
  /// keeps its c in Portugal), so both spellings stay.
  static func reformed(_ label: String, language: String) -> String? {
    guard language == "pt" else { return nil }
    var reformed = label.precomposedLowercase
    for (old, new) in portuguese { reformed = reformed.replacing(old, with: new) }
    return reformed == label.precomposedLowercase ? nil : reformed
  }

  private static let portuguese = [("cç", "ç"), ("pç", "ç"), ("cc", "c"), ("ct", "t"), ("pt", "t")]
}

extension String {
  /// The text in lower case, accents joined to their letters.
  fileprivate var precomposedLowercase: String { lowercased().precomposedStringWithCanonicalMapping }
}
