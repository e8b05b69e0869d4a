/// How many columns of a terminal a text takes.
///
/// Combining marks take none, East Asian wide characters and emoji take two. What a given terminal draws may
/// differ for rare characters; the rules are those of Unicode's width property and of emoji presentation.
public enum DisplayWidth {
  /// The columns that a text takes; control characters take none.
  ///
  /// - Complexity: O(*n*).
  public static func of(_ text: some StringProtocol) -> Int {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
    return text.reduce(0) { $0 + of($1) }
  }

  /// The columns that one character takes.
  public static func of(_ character: Character) -> Int {
    var width = 0
    var isEmoji = false
    for scalar in character.unicodeScalars {
      if isPictured(scalar) { isEmoji = true }
      width += of(scalar)
    }
    return isEmoji ? 2 : width
  }

  /// The longest beginning of a text that takes no more than some columns.
  public static func prefix(_ text: some StringProtocol, width: Int) -> String {
    var result = ""
    var left = width
    for character in text {
      let columns = of(character)
      guard columns <= left else { break }
      left -= columns
      result.append(character)
    }
    return result
  }

  /// The text, cut with a mark at its end when it takes more than some columns.
  ///
  /// - Parameters:
  ///   - text: Any text.
  ///   - width: The columns there are.
  ///   - mark: What shows the cut.
  /// - Returns: A text of at most `width` columns.
  public static func truncated(_ text: String, to width: Int, mark: String = "…") -> String {
    guard of(text) > width else { return text }
    let room = width - of(mark)
    guard room >= 0 else { return prefix(text, width: width) }
    var start = prefix(text, width: room)
    while start.last == " " { start.removeLast() }
    return start + mark
  }

  /// Whether a scalar makes its character an emoji: one by itself, its selector, or half of a flag.
  private static func isPictured(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x200D else { return false }
    return scalar.value == 0xFE0F || scalar.properties.isEmojiPresentation
      || (0x1F1E6...0x1F1FF).contains(scalar.value)
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return value < 0x20 || (0x7F..<0xA0).contains(value) ? 0 : 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator: return 0
    default: break
    }
    // The vowels and final consonants of a decomposed Hangul syllable stand within its first letter.
    if (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value) { return 0 }
    return isWide(value) ? 2 : 1
  }

  /// The blocks of East Asian width W and F.
  private static let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF,
    0x4E00...0x9FFF, 0xA000...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
    0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FB,
    0x1F200...0x1F265, 0x20000...0x2FFFD, 0x30000...0x3FFFD,
  ]

  private static func isWide(_ value: UInt32) -> Bool {
    guard value >= 0x1100 else { return false }
    return wideRanges.contains { $0.contains(value) }
  }
}
