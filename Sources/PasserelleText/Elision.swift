/// Words that lose their vowel before an apostrophe: `l'`, `qu'`, `dell'`.
struct Elision {
  private let prefixes: Set<[UInt8]>
  private let longest: Int

  /// Creates the elisions of a language.
  ///
  /// Neutral texts get the French ones: in this product a text of unknown language is a short French
  /// one more often than not.
  ///
  /// - Parameter language: The language.
  init(language: TextLanguage) {
    let words: String
    switch language {
    case .french, .neutral: words = "l d j m t s c n qu jusqu lorsqu puisqu quoiqu presqu"
    case .italian:
      words = "l d c m t s v un gl all dall dell nell sull coll pell agl dagl degl negl sugl quell quest"
    case .portuguese: words = "d"
    case .english, .german, .spanish, .dutch: words = ""
    }
    prefixes = Set(words.split(separator: " ").map { Array($0.utf8) })
    longest = prefixes.map(\.count).max() ?? 0
  }

  /// Whether the lower-cased bytes before an apostrophe are an elided word.
  ///
  /// - Parameters:
  ///   - word: Start of the bytes.
  ///   - length: Their number.
  /// - Returns: True for an elided word.
  /// - Complexity: O(1).
  func contains(_ word: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    guard length > 0, length <= longest else { return false }
    return prefixes.contains(Array(UnsafeBufferPointer(start: word, count: length)))
  }
}
