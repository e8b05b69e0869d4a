/// Repairs of texts that were damaged on their way: markup left inside, entities, lost characters.
public enum TextRepair {
  /// Number of U+FFFD in a text.
  ///
  /// The character says that a byte could not be read: what it was is lost, so the text is reported
  /// rather than repaired.
  ///
  /// - Parameter text: Any text.
  /// - Returns: The number of replacement characters.
  /// - Complexity: O(*n*).
  public static func replacementCharacterCount(in text: String) -> Int {
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.count > 2 else { return 0 }
      var count = 0
      for index in 0..<(bytes.count - 2)
      where bytes[index] == 0xEF && bytes[index + 1] == 0xBF && bytes[index + 2] == 0xBD {
        count += 1
      }
      return count
    }
  }

  /// Rounds of decoding: a text escaped three times is the worst met, and a bound keeps the cost linear.
  private static let rounds = 3

  /// A text without markup.
  ///
  /// HTML tags (known elements only, so `prix < 100` and `<nom du site>` stay) and comments are
  /// stripped: block elements leave a space, inline ones nothing. The five XML entities, numeric
  /// references (128–159 read as Windows-1252, as browsers do) and the common named entities of
  /// Western European texts are decoded; unknown ones stay. Text escaped more than once is decoded
  /// up to three times. White space, no-break spaces included, is collapsed to single spaces and
  /// trimmed.
  ///
  /// - Parameter text: Any text.
  /// - Returns: The cleaned text; nil when nothing changed.
  /// - Complexity: O(*n*).
  public static func cleaned(_ text: String) -> String? {
    let original = Array(text.utf8)
    var current = original
    for _ in 0..<rounds {
      guard current.contains(where: { $0 == 0x3C || $0 == 0x26 }) else { break }
      let next = EntityDecoder.decoded(TagStripper.stripped(current))
      if next == current { break }
      current = next
    }
    current = collapsed(current)
    return current == original ? nil : String(decoding: current, as: UTF8.self)
  }

  /// White space collapsed to single spaces and trimmed.
  private static func collapsed(_ text: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    var pending = false
    var index = 0
    while index < text.count {
      let space = whiteSpaceLength(text, at: index)
      if space > 0 {
        pending = !output.isEmpty
        index += space
        continue
      }
      if pending {
        output.append(0x20)
        pending = false
      }
      output.append(text[index])
      index += 1
    }
    return output
  }

  /// Bytes of the white space character at `index`; 0 when there is none.
  static func whiteSpaceLength(_ text: [UInt8], at index: Int) -> Int {
    let byte = text[index]
    if byte < 0x80 { return byte == 0x20 || byte >= 0x09 && byte <= 0x0D ? 1 : 0 }
    func next(_ offset: Int) -> UInt8 { index + offset < text.count ? text[index + offset] : 0 }
    switch byte {
    // U+0085, U+00A0
    case 0xC2: return next(1) == 0x85 || next(1) == 0xA0 ? 2 : 0
    // U+1680
    case 0xE1: return next(1) == 0x9A && next(2) == 0x80 ? 3 : 0
    // U+2000–U+200A, U+2028, U+2029, U+202F; U+205F
    case 0xE2:
      if next(1) == 0x80 {
        return (0x80...0x8A).contains(next(2)) || [0xA8, 0xA9, 0xAF].contains(next(2)) ? 3 : 0
      }
      return next(1) == 0x81 && next(2) == 0x9F ? 3 : 0
    // U+3000
    case 0xE3: return next(1) == 0x80 && next(2) == 0x80 ? 3 : 0
    default: return 0
    }
  }
}
