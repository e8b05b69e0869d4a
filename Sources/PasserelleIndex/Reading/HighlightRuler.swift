/// Characters, words and sentences of a text, told from its bytes.
///
/// A character is a Unicode scalar; a run of white space (ASCII) counts as one, and none at the start of the text.
struct HighlightRuler {
  /// The text, valid UTF-8.
  let bytes: UnsafeBufferPointer<UInt8>

  /// Whether a byte is white space.
  @inline(__always)
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte >= 0x09 && byte <= 0x0D }

  /// Characters that start at a byte: 1 or 0.
  @inline(__always)
  private func weight(at index: Int) -> Int {
    let byte = bytes[index]
    if byte > 0x20 { return byte & 0xC0 == 0x80 ? 0 : 1 }
    if Self.isSpace(byte), index == 0 || Self.isSpace(bytes[index &- 1]) { return 0 }
    return 1
  }

  /// Number of characters that start in a range.
  ///
  /// - Complexity: O(*n*).
  func count(_ range: Range<Int>) -> Int {
    var count = 0
    for index in range { count &+= weight(at: index) }
    return count
  }

  /// The furthest byte that a number of characters after `start` reaches.
  func advance(_ start: Int, by characters: Int) -> Int {
    var left = characters
    var index = start
    while index < bytes.count {
      left -= weight(at: index)
      if left < 0 { return index }
      index += 1
    }
    return bytes.count
  }

  /// The byte where a number of characters before `end` start.
  func retreat(_ end: Int, by characters: Int) -> Int {
    var left = characters
    var index = end
    while index > 0, left > 0 {
      index -= 1
      left -= weight(at: index)
    }
    return index
  }

  /// Whether a word, or what is written to one without space, starts at a byte.
  func isWordStart(_ index: Int) -> Bool {
    index < bytes.count && !Self.isSpace(bytes[index]) && (index == 0 || Self.isSpace(bytes[index - 1]))
  }

  /// Whether a word, or what is written to one without space, ends before a byte.
  func isWordEnd(_ index: Int) -> Bool {
    index > 0 && !Self.isSpace(bytes[index - 1]) && (index == bytes.count || Self.isSpace(bytes[index]))
  }

  /// Whether a sentence starts at a byte: a capital, quote or dash after the end of another; also a digit
  /// at the start of a line.
  ///
  /// - Parameter index: Any byte.
  /// - Returns: False as well where no word starts.
  func isSentenceStart(_ index: Int) -> Bool {
    guard isWordStart(index) else { return false }
    var end = index
    var hasNewLine = false
    while end > 0, Self.isSpace(bytes[end - 1]) {
      end -= 1
      hasNewLine = hasNewLine || bytes[end] == 0x0A
    }
    if end == 0 { return true }
    guard opensSentence(index, afterLine: hasNewLine) else { return false }
    return hasNewLine || closesSentence(end)
  }

  /// Whether a sentence ends before a byte where a word ends.
  func isSentenceEnd(_ index: Int) -> Bool {
    guard isWordEnd(index) else { return false }
    var next = index
    while next < bytes.count, Self.isSpace(bytes[next]) { next += 1 }
    return next == bytes.count || isSentenceStart(next)
  }

  private func opensSentence(_ index: Int, afterLine: Bool) -> Bool {
    let byte = bytes[index]
    if byte < 0x80 {
      if byte >= 0x30 && byte <= 0x39 { return afterLine }
      return byte >= 0x41 && byte <= 0x5A || [0x22, 0x28, 0x2D].contains(byte)
    }
    let scalar = String(decoding: bytes[index..<min(index + 4, bytes.count)], as: UTF8.self).unicodeScalars
      .first
    return scalar.map { $0.properties.isUppercase || "«“–—•".unicodeScalars.contains($0) } ?? false
  }

  /// Whether a full stop, or the like, ends before a byte; `M.` and `art. L.` end none.
  private func closesSentence(_ end: Int) -> Bool {
    var last = end - 1
    while last > 0, [0x22, 0x29].contains(bytes[last]) { last -= 1 }
    switch bytes[last] {
    case 0x21, 0x3F: return true
    case 0x2E:
      var start = last
      while start > 0, !Self.isSpace(bytes[start - 1]) { start -= 1 }
      return count(start..<last) > 2
    case 0xA6: return last >= 2 && bytes[last - 1] == 0x80 && bytes[last - 2] == 0xE2  // …
    case 0xBB: return last >= 1 && bytes[last - 1] == 0xC2  // »
    default: return false
    }
  }

  /// The border between two characters as people see them that is nearest to a byte.
  ///
  /// - Parameters:
  ///   - index: The byte.
  ///   - forward: Whether to look for it at or after the byte, else at or before it.
  /// - Returns: A byte where a character starts, or the end of the text.
  /// - Complexity: O(1); of the text only 64 bytes before are read, which a run of marks may pass.
  func characterBorder(_ index: Int, forward: Bool) -> Int {
    var start = max(0, index - 64)
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    var end = min(bytes.count, index + 64)
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    var border = start
    for character in String(decoding: bytes[start..<end], as: UTF8.self) {
      let next = border + character.utf8.count
      if border == index || next > index && !forward { return border }
      border = next
      if border >= index, forward { return border }
    }
    return border
  }
}
