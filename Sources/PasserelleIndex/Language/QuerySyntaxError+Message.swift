public import PasserelleCore

extension QuerySyntaxError: CustomStringConvertible {
  /// What is wrong, the query with a caret under the place, and the remedy, on lines of their own.
  public var message: LocalizedText {
    let shown = QueryExcerpt.lines(of: query, at: range.characters.lowerBound).map { "  " + $0 }
    let (what, remedy) = (fault.what, fault.remedy)
    func text(_ language: MessageLanguage) -> String {
      ([what[language]] + shown + [remedy[language]]).joined(separator: "\n")
    }
    return LocalizedText(fr: text(.french), en: text(.english))
  }

  /// The English message.
  public var description: String { message.english }
}

/// The part of a query around a place, and a caret under it.
enum QueryExcerpt {
  /// The most characters shown on either side of the place.
  private static let margin = 36

  /// The two lines; none for a query of blanks.
  static func lines(of query: String, at place: Int) -> [String] {
    let start = max(0, place - margin)
    let before = query.dropFirst(start).prefix(min(place, margin))
    let rest = query.dropFirst(place)
    let after = rest.prefix(margin)
    guard (before + after).contains(where: { !$0.isWhitespace }) else { return [] }
    let lead = start > 0 ? "…" : ""
    let trail = rest.count > after.count ? "…" : ""
    let line = lead + String(before.map(shown)) + String(after.map(shown)) + trail
    let caret = String(repeating: " ", count: lead.count) + String(before.map(blank)) + "^"
    return [line, caret]
  }

  /// A character as it is shown: controls and marks of no width would move the caret.
  private static func shown(_ character: Character) -> Character {
    guard let first = character.unicodeScalars.first else { return " " }
    switch first.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: return " "
    case .nonspacingMark, .enclosingMark, .spacingMark: return "?"
    default: return character
    }
  }

  /// The blank as wide as a character on a terminal.
  private static func blank(under character: Character) -> Character {
    guard let scalar = shown(character).unicodeScalars.first else { return " " }
    return isWide(scalar) ? "\u{3000}" : " "
  }

  /// Whether a character takes two columns (Unicode Standard Annex 11, in its large lines).
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      true
    default: scalar.properties.isEmojiPresentation
    }
  }
}
