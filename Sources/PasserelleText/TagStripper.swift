/// Strips HTML tags and comments from bytes.
struct TagStripper {
  /// Longest tag looked at, in bytes: bounds the cost of `<` without `>`.
  private static let longestTag = 2048

  /// Elements that stand inside a word or sentence: nothing is left in their place.
  private static let inline = words(
    "a abbr acronym b big code del em font i ins kbd mark q s small span strike strong sub sup tt u var wbr")

  /// Elements that break the text: a space is left in their place.
  private static let block = words(
    """
    address article aside blockquote body br caption center col colgroup dd div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 head header hr html iframe img input label li link main meta nav
    object ol option p param pre script section select style table tbody td textarea tfoot th thead title
    tr ul
    """)

  /// Elements whose content is no text.
  private static let opaque: Set<String> = ["script", "style"]

  private let text: [UInt8]
  private var output: [UInt8] = []
  /// Ends that were looked for in vain: no second search.
  private var missing: Set<String> = []

  private init(_ text: [UInt8]) {
    self.text = text
    output.reserveCapacity(text.count)
  }

  /// Strips tags and comments.
  ///
  /// - Parameter text: UTF-8.
  /// - Returns: The text without them.
  /// - Complexity: O(*n*).
  static func stripped(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(0x3C) else { return text }
    var stripper = TagStripper(text)
    var index = 0
    while index < text.count {
      if text[index] == 0x3C, let end = stripper.strip(at: index) {
        index = end
      } else {
        stripper.output.append(text[index])
        index += 1
      }
    }
    return stripper.output
  }

  /// Strips the tag or comment at `index`.
  ///
  /// - Returns: Offset past it; nil when no tag is there.
  private mutating func strip(at index: Int) -> Int? {
    if matches("<!--", at: index) {
      guard let end = find("-->", from: index + 4) else { return nil }
      output.append(0x20)
      return end
    }
    guard let tag = tag(at: index) else { return nil }
    if !Self.inline.contains(tag.name) { output.append(0x20) }
    if !tag.closing, Self.opaque.contains(tag.name), let close = find("</" + tag.name, from: tag.end) {
      return close - tag.name.utf8.count - 2
    }
    return tag.end
  }

  /// Parses a tag of a known or prefixed (`o:p`) element.
  private func tag(at start: Int) -> (name: String, closing: Bool, end: Int)? {
    let limit = min(text.count, start + Self.longestTag)
    var index = start + 1
    let closing = index < limit && text[index] == 0x2F
    if closing { index += 1 }
    let nameStart = index
    var colon: Int?
    while index < limit {
      let byte = text[index]
      if byte == 0x3A, colon == nil, index > nameStart {
        colon = index
      } else if !Self.isNameByte(byte) {
        break
      }
      index += 1
    }
    if let colon, index == colon + 1 { return nil }
    let name = String(decoding: text[nameStart..<index].map { $0 | 0x20 }, as: UTF8.self)
    guard colon != nil || Self.inline.contains(name) || Self.block.contains(name) else { return nil }
    while index < limit {
      if text[index] == 0x3E { return (name, closing, index + 1) }
      let space = TextRepair.whiteSpaceLength(text, at: index)
      if space > 0 || text[index] == 0x2F {
        index += max(space, 1)
      } else {
        // What follows the name must be an attribute with a value: `a<b et c>d` is no tag.
        guard let end = attribute(at: index, limit: limit) else { return nil }
        index = end
      }
    }
    return nil
  }

  /// Parses `name=value`.
  private func attribute(at start: Int, limit: Int) -> Int? {
    var index = start
    while index < limit, Self.isNameByte(text[index]) || [0x2D, 0x3A, 0x5F].contains(text[index]) {
      index += 1
    }
    guard index > start, index < limit, text[index] == 0x3D, index + 1 < limit else { return nil }
    index += 1
    let quote = text[index]
    if quote == 0x22 || quote == 0x27 {
      guard let end = text[(index + 1)..<limit].firstIndex(of: quote) else { return nil }
      return end + 1
    }
    while index < limit, text[index] != 0x3E, TextRepair.whiteSpaceLength(text, at: index) == 0 {
      index += 1
    }
    return index
  }

  /// Offset past the first occurrence of an ASCII pattern, in any case.
  private mutating func find(_ pattern: String, from start: Int) -> Int? {
    guard !missing.contains(pattern) else { return nil }
    var index = start
    while index < text.count {
      if matches(pattern, at: index) { return index + pattern.utf8.count }
      index += 1
    }
    missing.insert(pattern)
    return nil
  }

  private func matches(_ pattern: String, at start: Int) -> Bool {
    var index = start
    for byte in pattern.utf8 {
      guard index < text.count else { return false }
      let found = text[index]
      guard found == byte || byte >= 0x61 && byte <= 0x7A && found | 0x20 == byte else { return false }
      index += 1
    }
    return true
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
  }

  private static func words(_ list: String) -> Set<String> {
    Set(list.split { $0 == " " || $0 == "\n" }.map(String.init))
  }
}
