import PasserelleText

/// One line of a specification that says something.
struct SpecificationLine {
  /// The number of the line in the source, from 1.
  let number: Int
  /// The line as written, white space collapsed, marks of emphasis left out.
  var text: String
  /// The level of a Markdown heading, 1 to 6; 0 for other lines.
  var headingLevel = 0
  /// Whether a blank line stands before it.
  var isAfterBlank = false
}

/// A specification cut into lines, its front matter apart.
struct SpecificationText {
  /// The keys and values between the `---` lines at the head of a text, in order.
  private(set) var frontMatter: [(key: String, value: String)] = []
  /// The lines that are not empty.
  private(set) var lines: [SpecificationLine] = []

  /// Bytes read; the rest of a longer text is left out.
  static let limit = 4 << 20

  /// Cuts a text; line ends may be those of any system.
  init(_ source: String) {
    var isBlank = true
    var isFrontMatter = false
    var number = 0
    let bytes = Array(source.utf8.prefix(Self.limit))
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      number += 1
      var (text, level) = Self.collapse(bytes[start..<end])
      if text.hasPrefix("|") { text = Self.withoutTable(text) }
      start = end + 1
      if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { start += 1 }
      if text == "---", number == 1 || isFrontMatter {
        isFrontMatter.toggle()
        continue
      }
      if isFrontMatter {
        addFrontMatter(text)
        continue
      }
      // A rule between parts says nothing.
      guard text.utf8.contains(where: { $0 > 0x2F && $0 != 0x3D && $0 != 0x5F && $0 != 0x7C }) else {
        isBlank = true
        continue
      }
      lines.append(SpecificationLine(number: number, text: text, headingLevel: level, isAfterBlank: isBlank))
      isBlank = false
    }
  }

  /// The cells of a row of a Markdown table, divided by colons; nothing for the rule under its head.
  private static func withoutTable(_ row: String) -> String {
    let cells = row.split(separator: "|").map { LineShape.trimmed($0) }.filter { !$0.isEmpty }
    let isRule = cells.allSatisfy { cell in cell.allSatisfy { "-: ".contains($0) } }
    return isRule ? "" : cells.joined(separator: " : ")
  }

  private mutating func addFrontMatter(_ line: String) {
    guard let colon = line.firstIndex(of: ":") else { return }
    var value = line[line.index(after: colon)...].drop { $0 == " " }
    if value.count > 1, let quote = value.first, quote == "\"" || quote == "'", value.last == quote {
      value = value.dropFirst().dropLast()
    }
    if !value.isEmpty { frontMatter.append((String(line[..<colon]), String(value))) }
  }

  /// Collapses white space, no-break spaces included, and takes marks of headings and emphasis off.
  static func collapse(_ bytes: ArraySlice<UInt8>) -> (text: String, headingLevel: Int) {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var isSpace = false
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      let length = spaceLength(bytes, at: index)
      if length > 0 {
        isSpace = true
        index += length
        continue
      }
      index += 1
      if byte == UInt8(ascii: "*"), index < bytes.endIndex, bytes[index] == byte {
        index += 1
        continue
      }
      if isSpace, !output.isEmpty { output.append(0x20) }
      isSpace = false
      output.append(byte)
    }
    let level = output.prefix { $0 == UInt8(ascii: "#") }.count
    guard (1...6).contains(level), level < output.count, output[level] == 0x20 else {
      return (String(decoding: output, as: UTF8.self), 0)
    }
    return (String(decoding: output[(level + 1)...], as: UTF8.self), level)
  }

  /// The bytes of the white space at a place: ASCII controls, U+00A0, U+2000–U+200B, U+202F, U+FEFF; 0 for none.
  private static func spaceLength(_ bytes: ArraySlice<UInt8>, at index: Int) -> Int {
    let byte = bytes[index]
    if byte <= 0x20 { return 1 }
    if byte == 0xC2, index + 1 < bytes.endIndex, bytes[index + 1] == 0xA0 { return 2 }
    guard index + 2 < bytes.endIndex else { return 0 }
    if byte == 0xE2, bytes[index + 1] == 0x80 {
      let last = bytes[index + 2]
      return (0x80...0x8B).contains(last) || last == 0xAF ? 3 : 0
    }
    return byte == 0xEF && bytes[index + 1] == 0xBB && bytes[index + 2] == 0xBF ? 3 : 0
  }
}

/// The folded words of a text, ready to be compared with phrases.
struct FoldedWords {
  /// The folded text; words are divided by one space.
  let bytes: [UInt8]
  /// Where each word stands in ``bytes``.
  let words: [Range<Int>]
  /// Whether the text only announces what follows: short, with a colon at its end.
  var isIntroduction = false

  init(_ text: String) {
    self.init(folded: TextFolding.foldedBytes(text))
    isIntroduction = text.utf8.last == UInt8(ascii: ":") && text.utf8.count < 200
  }

  init(folded: [UInt8]) {
    bytes = folded
    var words: [Range<Int>] = []
    var start = 0
    while start < folded.count {
      var end = start
      while end < folded.count, folded[end] != 0x20 { end += 1 }
      if end > start { words.append(start..<end) }
      start = end + 1
    }
    self.words = words
  }

  /// The folded text as a string.
  var string: String { String(decoding: bytes, as: UTF8.self) }
}
