public import PasserelleCore

/// A theme that files projects, cooperations and research teams.
public struct Theme: Sendable, Hashable {
  /// The name within the ontology, such as `water`.
  public let id: String
  /// The absolute IRI.
  public let iri: String
  /// The name for people.
  public let label: LocalizedText
  /// Other French names, words and close notions.
  public let frenchAlternatives: [String]
  /// Other English names, words and close notions.
  public let englishAlternatives: [String]
  /// The digits that CPV codes of this theme usually begin with.
  public let cpvPrefixes: [String]
  /// Whether the list it comes from is still open.
  public let isProvisional: Bool
  /// The file that describes it, relative to the ontology folder.
  public let file: String

  /// Every name of the theme, labels first.
  public var names: [String] { [label.french, label.english] + frenchAlternatives + englishAlternatives }
}

/// A theme found by words, with the name that answered.
public struct ThemeMatch: Sendable, Hashable {
  /// The theme.
  public let theme: Theme
  /// Which of its names answered, as written in the ontology.
  public let matchedName: String
  /// How the name answered, the closest first.
  public let closeness: Closeness

  /// How close the words asked for and a name are.
  public enum Closeness: Int, Sendable, Hashable, Comparable {
    /// The words are the name.
    case same
    /// The whole name stands among the words.
    case nameInWords
    /// Every word stands in the name, perhaps cut short.
    case wordsInName

    /// Orders the closest first.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }
}
