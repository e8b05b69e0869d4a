/// Names and closed lists of values compare by their letters, without case and accents.
enum QueryNameFolding {
  /// Lower case, without the accents of French and its neighbours, blanks single.
  ///
  /// - Complexity: O(*n*).
  static func fold(_ text: String) -> String {
    var folded = String.UnicodeScalarView()
    var isBlankPending = false
    for scalar in text.lowercased().unicodeScalars {
      if QuerySource.isBlank(scalar) {
        isBlankPending = !folded.isEmpty
        continue
      }
      // A mark written apart from its letter.
      if scalar.properties.canonicalCombiningClass != .notReordered { continue }
      if isBlankPending { folded.append(" ") }
      isBlankPending = false
      folded.append(base(of: scalar))
    }
    return String(folded)
  }

  private static func base(of scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "à", "á", "â", "ã", "ä", "å": "a"
    case "ç": "c"
    case "è", "é", "ê", "ë": "e"
    case "ì", "í", "î", "ï": "i"
    case "ñ": "n"
    case "ò", "ó", "ô", "õ", "ö": "o"
    case "ù", "ú", "û", "ü": "u"
    case "ý", "ÿ": "y"
    case "’": "'"
    default: scalar
    }
  }
}
