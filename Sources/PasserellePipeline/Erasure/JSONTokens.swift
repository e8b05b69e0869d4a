/// The bytes of JSON cut into its texts, its numbers and words, and what stands between.
///
/// Any bytes can be cut: those of what is no JSON come in pieces all the same, and all of them come.
struct JSONTokens: Sequence, IteratorProtocol {
  struct Token {
    /// Where it stands.
    let bytes: Range<Int>
    let kind: Kind
    /// What of it may be taken out: of a text what stands between the quotation marks, else all.
    let inside: Range<Int>
  }

  enum Kind {
    /// A text with its quotation marks.
    case text
    /// A number, or a word such as `true`.
    case value
    /// Brackets, commas, colons and white space.
    case between
  }

  private let json: UnsafeRawBufferPointer
  private var at = 0

  /// Begins at the first byte.
  init(_ json: UnsafeRawBufferPointer) { self.json = json }

  /// The next piece; nil after the last.
  mutating func next() -> Token? {
    guard at < json.count else { return nil }
    let start = at
    if json[start] == 0x22 {
      at += 1
      while at < json.count, json[at] != 0x22 { at += json[at] == 0x5C ? 2 : 1 }
      // One that is cut off has no second mark.
      let end = Swift.min(at, json.count)
      at = Swift.min(at + 1, json.count)
      return Token(bytes: start..<at, kind: .text, inside: (start + 1)..<end)
    }
    let isBetween = Self.isBetween(json[start])
    while at < json.count, json[at] != 0x22, Self.isBetween(json[at]) == isBetween { at += 1 }
    return Token(bytes: start..<at, kind: isBetween ? .between : .value, inside: start..<at)
  }

  private static func isBetween(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0x2C, 0x3A, 0x5B, 0x5D, 0x7B, 0x7D: true
    default: false
    }
  }
}
