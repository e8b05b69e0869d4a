import PasserelleText

/// What the shape of a line says: a number of a form, a heading, an item, a lot, a label.
enum LineShape {
  /// The head of a lot: `Lot n° 2 : Voirie`.
  struct LotHead {
    let number: String
    let title: String
  }

  static func trimmed(_ text: Substring) -> String {
    var text = text
    while let first = text.first, first == " " || first == "*" { text = text.dropFirst() }
    while let last = text.last, last == " " || last == "*" { text = text.dropLast() }
    return String(text)
  }

  /// A title without the point, comma or semicolon at its end.
  static func withoutEndPoint(_ text: String) -> String {
    var text = text[...]
    while let last = text.last, " .;,-–".contains(last) { text = text.dropLast() }
    while let first = text.first, " -–:".contains(first) { text = text.dropFirst() }
    return String(text)
  }

  /// The number of a part of a standard form, such as `II.2.4)`, with what follows on its line.
  static func formNumber(_ text: String) -> (number: Substring, rest: String)? {
    guard let first = text.utf8.first, first == UInt8(ascii: "I") || first == UInt8(ascii: "V"),
      let end = text.utf8.prefix(12).firstIndex(of: UInt8(ascii: ")"))
    else { return nil }
    let number = text[..<end]
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count >= 2, ["I", "II", "III", "IV", "V", "VI"].contains(parts[0]),
      parts.dropFirst().allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } })
    else { return nil }
    return (number, trimmed(text[text.index(after: end)...]))
  }

  /// Where the label of a line ends: its first colon, within 170 bytes and not that of a clock or an address.
  static func labelEnd(_ text: String) -> String.Index? {
    guard let colon = text.utf8.prefix(170).firstIndex(of: UInt8(ascii: ":")), colon != text.startIndex else {
      return nil
    }
    let after = text.utf8.index(after: colon)
    if after < text.endIndex, text.utf8[after] == UInt8(ascii: "/") { return nil }
    if after < text.endIndex, (48...57).contains(text.utf8[after]),
      let before = text[..<colon].utf8.last, (48...57).contains(before)
    {
      return nil
    }
    return colon
  }

  /// Labels within a form whose value alone is the clause.
  static func isFormLabel(_ label: String) -> Bool {
    formLabels.contains { label.hasPrefix($0) } && label.utf8.count < 60
  }

  private static let formLabels = ["description succincte", "description des prestations", "intitule"]

  // MARK: Lots

  /// The head of a lot; nil where the word only stands in a sentence.
  static func lotHead(_ text: String) -> LotHead? {
    let bytes = Array(text.utf8)
    var place = 0
    while place < bytes.count, bytes[place] == 0x20 || bytes[place] == 0x2D || bytes[place] == 0x2A {
      place += 1
    }
    guard place + 4 <= bytes.count, bytes[place] | 0x20 == UInt8(ascii: "l"),
      bytes[place + 1] | 0x20 == UInt8(ascii: "o"), bytes[place + 2] | 0x20 == UInt8(ascii: "t")
    else { return nil }
    place += 3
    if bytes[place] | 0x20 == UInt8(ascii: "e") { place += 1 }
    skip("(s)", bytes, &place)
    guard place < bytes.count, bytes[place] == 0x20 else { return nil }
    while place < bytes.count, bytes[place] == 0x20 { place += 1 }
    skipNumberSign(bytes, &place)
    let start = place
    while place < bytes.count, place < start + 4, (48...57).contains(bytes[place]) { place += 1 }
    guard place > start else { return nil }
    if place < bytes.count, isLetter(bytes[place]), place + 1 == bytes.count || !isLetter(bytes[place + 1]) {
      place += 1
    }
    let number = String(decoding: bytes[start..<place], as: UTF8.self)
    while place < bytes.count, bytes[place] == 0x20 { place += 1 }
    if place == bytes.count { return LotHead(number: number, title: "") }
    guard ".:-)–—".utf8.contains(bytes[place]) else { return nil }
    let rest = String(decoding: bytes[place...], as: UTF8.self)
    let title = withoutEndPoint(String(rest.drop { " .:-)–—".contains($0) }))
    return LotHead(number: number, title: title)
  }

  private static func skip(_ mark: String, _ bytes: [UInt8], _ place: inout Int) {
    if bytes[place...].starts(with: mark.utf8) { place += mark.utf8.count }
  }

  /// Skips `n°`, `nº`, `no`, `n o`, `n.`, `numéro`, `:`.
  private static func skipNumberSign(_ bytes: [UInt8], _ place: inout Int) {
    for mark in ["numéro", "numero", "n°", "nº", "N°", "Nº", "n o", "no", "nr", "n.", "n"]
    where bytes[place...].starts(with: mark.utf8) {
      place += mark.utf8.count
      break
    }
    while place < bytes.count,
      bytes[place] == 0x20 || bytes[place] == UInt8(ascii: ":") || bytes[place] == 0x2E
    {
      place += 1
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 0x20) || byte >= 0x80 }

  // MARK: Headings

  /// How many numbers stand at the head of a line: 2 for `3.2 Interfaces`, 0 for none.
  static func numberDepth(_ text: String) -> Int {
    let number = text.utf8.prefix { (48...57).contains($0) || $0 == 0x2E }
    return String(Substring(number)).split(separator: ".").count
  }

  /// A heading without its number.
  static func withoutNumber(_ text: String) -> String {
    let rest = text.drop { $0.isNumber || ".-–—:) ".contains($0) }
    return rest.isEmpty ? text : String(rest)
  }

  /// Whether a line without marks is a heading: numbered and short, announced by its first word, or in capitals.
  static func isHeading(_ line: SpecificationLine, next: SpecificationLine?) -> Bool {
    let text = line.text
    guard text.utf8.count <= 110, next != nil, let last = text.last, !".;,!?".contains(last) else {
      return false
    }
    let folded = FoldedWords(text)
    guard let first = folded.words.first else { return false }
    let word = String(decoding: folded.bytes[first], as: UTF8.self)
    if folded.words.count >= 2,
      ["article", "chapitre", "titre", "section", "partie", "annexe", "chapter"].contains(word),
      folded.words.count <= 14
    {
      return true
    }
    let depth = numberDepth(text)
    let startsBig = withoutNumber(text).first?.isUppercase ?? false
    if depth > 0, startsBig, folded.words.count <= 12, !text.contains(" : "), line.isAfterBlank || depth > 1 {
      return !isAmount(text)
    }
    let letters = text.unicodeScalars.filter { $0.properties.isAlphabetic }
    if letters.count >= 5, letters.allSatisfy({ !$0.properties.isLowercase }), folded.words.count <= 14 {
      return true
    }
    return line.isAfterBlank && next?.isAfterBlank == true && startsBig && itemMark(text) == nil
      && folded.words.count <= 7 && SectionHeading.section(text) != nil
  }

  private static func isAmount(_ text: String) -> Bool { text.contains("€") || text.contains("%") }

  // MARK: Items

  /// The bullet or number of an item and the text after it; nil for a line without one.
  static func itemMark(_ text: String) -> (id: String?, text: String)? {
    guard let first = text.first else { return nil }
    if "-•–—▪·◦*➢✓→\u{F0B7}\u{F0A7}".contains(first) {
      let rest = trimmed(text.dropFirst())
      guard !rest.isEmpty, let next = rest.first, !next.isNumber || text.dropFirst().first == " " else {
        return nil
      }
      return (numbered(rest) ?? (nil, rest))
    }
    return numbered(text)
  }

  /// `F1. …`, `EX-12 : …`, `a) …`, `(ii) …`, `3) …`.
  private static func numbered(_ text: String) -> (id: String?, text: String)? {
    let bytes = Array(text.utf8.prefix(16))
    var place = bytes.first == UInt8(ascii: "(") ? 1 : 0
    let start = place
    while place < bytes.count, (65...90).contains(bytes[place]) { place += 1 }
    let letters = place - start
    if letters > 0, letters <= 4 {
      if place < bytes.count, bytes[place] == 0x2D || bytes[place] == 0x2E { place += 1 }
      let digits = place
      while place < bytes.count, (48...57).contains(bytes[place]) || bytes[place] == 0x2E { place += 1 }
      var end = place
      while end > digits, bytes[end - 1] == 0x2E { end -= 1 }
      guard end > digits, place < bytes.count else { return nil }
      let hasPoint = end < place
      let mark = bytes[place]
      let isMarked =
        hasPoint || mark == UInt8(ascii: ")") || mark == UInt8(ascii: ":") || mark == UInt8(ascii: "-")
      let isSpaced = mark == 0x20 && place + 1 < bytes.count && ":-".utf8.contains(bytes[place + 1])
      guard isMarked || isSpaced else { return nil }
      let rest = String(decoding: Array(text.utf8)[place...], as: UTF8.self).drop { " .:)-–—".contains($0) }
      return rest.isEmpty ? nil : (String(decoding: bytes[start..<end], as: UTF8.self), String(rest))
    }
    // `a)`, `ii)`, `3)`, and `3.` before a capital.
    let begin = place
    while place < bytes.count, place < begin + 3, isAlphanumeric(bytes[place]) { place += 1 }
    guard place > begin, place < bytes.count else { return nil }
    let isNumber = bytes[begin..<place].allSatisfy { (48...57).contains($0) }
    let mark = bytes[place]
    let hasSpace = place + 1 < bytes.count && bytes[place + 1] == 0x20
    guard mark == UInt8(ascii: ")") && hasSpace || (mark == 0x2E && isNumber && hasSpace) else { return nil }
    let rest = trimmed(Substring(String(decoding: Array(text.utf8)[(place + 1)...], as: UTF8.self)))
    return rest.isEmpty ? nil : (nil, rest)
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (97...122).contains(byte)
  }

  /// Whether a line goes on with the paragraph before it.
  static func continues(_ paragraph: String, with text: String) -> Bool {
    guard let last = paragraph.last, let first = text.first else { return false }
    if first.isLowercase { return true }
    return !".;:!?".contains(last) && paragraph.utf8.count >= 50
  }
}
