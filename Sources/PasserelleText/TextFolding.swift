/// Reduces a text to its plain letters and digits, for keys, comparison and character grams.
///
/// No stemming and no elision: `L’Œuvre d'Évian` gives `l oeuvre d evian`. For search, see
/// ``TextAnalyzer``.
public enum TextFolding {
  /// Folds a text to lower case without accents, punctuation or superfluous space.
  ///
  /// Lower case; compatibility forms resolved (ﬁ, full width, ²); ligatures split (œ→oe, æ→ae, ß→ss);
  /// combining diacritics and strokes stripped (é→e, ø→o, ł→l); punctuation, symbols, apostrophes and
  /// runs of space become one space; trimmed. Soft hyphens, zero-width characters and U+FFFD vanish.
  /// Precomposed and decomposed input give the same result, and folding twice changes nothing.
  ///
  /// - Parameter text: Any text.
  /// - Returns: The folded text; empty when nothing but punctuation was there.
  /// - Complexity: O(*n*).
  public static func fold(_ text: String) -> String {
    String(decoding: foldedBytes(text), as: UTF8.self)
  }

  /// Folds a text like ``fold(_:)`` to UTF-8 bytes.
  ///
  /// - Parameter text: Any text.
  /// - Returns: Valid UTF-8 of the folded text.
  /// - Complexity: O(*n*).
  public static func foldedBytes(_ text: String) -> [UInt8] {
    var text = text
    return text.withUTF8 { bytes in
      var output: [UInt8] = []
      output.reserveCapacity(bytes.count)
      FoldTable.append(bytes, to: &output, keepingSpaces: true)
      return output
    }
  }
}
