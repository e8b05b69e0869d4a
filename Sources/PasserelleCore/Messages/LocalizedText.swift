/// A language in which the product speaks to people.
public enum MessageLanguage: String, Sendable, Hashable, CaseIterable, Codable {
  /// French, the default.
  case french = "fr"
  /// English.
  case english = "en"

  /// The text of this language, of two written side by side.
  public func say(_ french: String, _ english: String) -> String {
    self == .french ? french : english
  }
}

/// The same text for people in each language the product speaks.
///
/// Both texts stand side by side where they are written, so that neither can be forgotten.
public struct LocalizedText: Sendable, Hashable {
  /// The French text.
  public let french: String
  /// The English text.
  public let english: String

  /// Makes a text from its two languages.
  public init(fr french: String, en english: String) {
    self.french = french
    self.english = english
  }

  /// Makes a text that is the same in both languages, such as a name or a code.
  public init(verbatim text: String) {
    self.init(fr: text, en: text)
  }

  /// The text in one language.
  public subscript(language: MessageLanguage) -> String {
    switch language {
    case .french: french
    case .english: english
    }
  }
}
