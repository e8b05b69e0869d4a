/// Cuts paragraphs into sentences, with the run-on lists that notices make of them.
enum SentenceSplitter {
  /// The sentences of a text, in order; together they hold all of it.
  static func sentences(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    var pieces: [String] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      if let end = boundary(bytes, at: index), end - start >= 25 {
        append(bytes[start..<end], to: &pieces)
        start = end
        index = end
      } else {
        index += 1
      }
    }
    append(bytes[start...], to: &pieces)
    return pieces
  }

  private static func append(_ bytes: ArraySlice<UInt8>, to pieces: inout [String]) {
    let text = LineShape.trimmed(Substring(String(decoding: bytes, as: UTF8.self)))
    if !text.isEmpty { pieces.append(text) }
  }

  /// The end of a sentence that ends at a place: after `.`, `!`, `?` before a capital, or before a dash that
  /// follows `;`, `.` or `:`.
  private static func boundary(_ bytes: [UInt8], at index: Int) -> Int? {
    let byte = bytes[index]
    if byte == UInt8(ascii: ";") {
      var next = index + 1
      while next < bytes.count, bytes[next] == 0x20 { next += 1 }
      return next < bytes.count && bytes[next] == 0x2D ? index + 1 : nil
    }
    // ` -Les prestations`: an item that has run on.
    if byte == 0x20, index + 2 < bytes.count, bytes[index + 1] == 0x2D, isCapital(bytes, index + 2) {
      return index + 1
    }
    guard byte == 0x2E || byte == 0x21 || byte == 0x3F, index > 1, index + 1 < bytes.count else { return nil }
    var next = index + 1
    while next < bytes.count, bytes[next] == 0x20 { next += 1 }
    guard next < bytes.count, isCapital(bytes, next) || bytes[next] == 0x2D else { return nil }
    // A single letter or an abbreviation of at most three bytes is no end: `M. Martin`, `R. 2111`, `art. L`.
    var word = index - 1
    while word >= 0, isLetter(bytes[word]) { word -= 1 }
    let length = index - 1 - word
    if next == index + 1 { return length >= 4 || (length > 0 && bytes[index - 1] == 0x29) ? index + 1 : nil }
    if length == 0 {
      return bytes[index - 1] == 0x29 || (48...57).contains(bytes[index - 1]) ? index + 1 : nil
    }
    return length >= 4 || (length >= 2 && !isAbbreviation(bytes[(word + 1)..<index])) ? index + 1 : nil
  }

  private static func isCapital(_ bytes: [UInt8], _ index: Int) -> Bool {
    if (65...90).contains(bytes[index]) { return true }
    // À to Þ.
    return bytes[index] == 0xC3 && index + 1 < bytes.count && (0x80...0x9E).contains(bytes[index + 1])
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 0x20) || byte >= 0x80 }

  private static let abbreviations = [
    "art", "mme", "no", "cf", "ex", "env", "bd", "av", "st", "ste", "tel", "dr", "mr",
  ]

  private static func isAbbreviation(_ bytes: ArraySlice<UInt8>) -> Bool {
    let word = String(decoding: bytes, as: UTF8.self).lowercased()
    return abbreviations.contains(word)
  }
}
