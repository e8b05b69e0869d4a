public import PasserelleCore

/// A sentence that reads a statement aloud: `{subject} coopère avec {object}`.
public struct ReadingSentence: Sendable, Hashable {
  /// The sentence with its two places, in each language.
  public let pattern: LocalizedText

  /// The place of the statement's subject.
  public static let subjectPlace = "{subject}"
  /// The place of the statement's object.
  public static let objectPlace = "{object}"

  /// Makes a sentence from its pattern.
  public init(_ pattern: LocalizedText) { self.pattern = pattern }

  /// The sentence with names in its places; in French, `de` and `à` agree with the name after them.
  ///
  /// - Parameters:
  ///   - subject: The name of the statement's subject.
  ///   - object: The name of the statement's object, or its value as text.
  ///   - language: The language of the sentence.
  /// - Returns: The sentence, without a final point.
  public func filled(subject: String, object: String, in language: MessageLanguage) -> String {
    var result = ""
    var rest = pattern[language][...]
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      rest = rest[open...]
      let name: String
      if rest.hasPrefix(Self.subjectPlace) {
        name = subject
        rest = rest.dropFirst(Self.subjectPlace.count)
      } else if rest.hasPrefix(Self.objectPlace) {
        name = object
        rest = rest.dropFirst(Self.objectPlace.count)
      } else {
        result.append("{")
        rest = rest.dropFirst()
        continue
      }
      if language == .french {
        FrenchPreposition.append(name, to: &result)
      } else {
        result += name
      }
    }
    return result + rest
  }
}
