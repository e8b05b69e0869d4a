public import PasserelleCore

extension Ontology {
  /// The themes that some words name, the closest first.
  ///
  /// Words are compared without case, accents or plural endings, in both languages.
  ///
  /// - Parameter words: Words as a person types them, or a short text.
  /// - Returns: Each theme once, with the name that answered; nothing for an empty text.
  /// - Complexity: O(*n*) in the number of names of themes.
  public func themes(matching words: String) -> [ThemeMatch] { themeIndex.matches(words, in: themes) }

  /// The themes that a CPV code usually goes with, the longest prefix first.
  public func themes(of code: CPVCode) -> [Theme] {
    themes.compactMap { theme in
      let length = theme.cpvPrefixes.filter { code.digits.hasPrefix($0) }.map(\.count).max()
      return length.map { (theme, $0) }
    }
    .sorted { ($1.1, $0.0.id) < ($0.1, $1.0.id) }.map(\.0)
  }
}
