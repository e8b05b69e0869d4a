internal import PasserelleXML

/// Looks at the first bytes of a file.
enum Sniffer {
  /// The first bytes as if they were ASCII: marks and the zero bytes of UTF-16 left out, white space trimmed.
  static func text(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    let plain = bytes.contains(where: isMark) ? bytes.filter { !isMark($0) } : bytes
    return plain.drop { $0 <= 0x20 }
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte == 0 || byte == 0xEF || byte == 0xBB || byte == 0xBF || byte == 0xFE || byte == 0xFF
  }

  /// The bytes before the first line break.
  static func firstLine(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    text.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
  }

  static func holdsKey(_ key: String, _ text: ArraySlice<UInt8>) -> Bool {
    let wanted = Array("\"\(key)\"".utf8)
    var rest = text
    while let quote = rest.firstIndex(of: UInt8(ascii: "\"")) {
      rest = rest[quote...]
      if rest.starts(with: wanted) { return true }
      rest = rest.dropFirst()
    }
    return false
  }

  /// Whether the first line is an object whose `type` is one of the facts.
  static func startsAsFacts(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.first == UInt8(ascii: "{") else { return false }
    let line = text.prefix { $0 != UInt8(ascii: "\n") }.filter { $0 > 0x20 }
    return ["thing", "claim", "document"].contains { type in
      let wanted = Array("\"type\":\"\(type)\"".utf8)
      return line.indices.contains { line[$0...].starts(with: wanted) }
    }
  }

  /// The name of the root element of an XML document, without prefix; empty for what is none.
  static func rootName(_ text: ArraySlice<UInt8>) -> String {
    guard text.first == UInt8(ascii: "<") else { return "" }
    return String(decoding: XMLRoots.localName(ofTag: rootTag(text)), as: UTF8.self)
  }

  /// The first tag of an element, comments and processing instructions before it left out.
  static func rootTag(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = text
    let comment = Array("<!--".utf8)
    while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[open...]
      if rest.starts(with: comment) {
        guard let end = ByteSearch.firstRange(of: "-->", in: rest) else { return [] }
        rest = rest[end.upperBound...]
      } else if rest.dropFirst().first == UInt8(ascii: "?") || rest.dropFirst().first == UInt8(ascii: "!") {
        guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return [] }
        rest = rest[(end + 1)...]
      } else {
        return rest.prefix { $0 != UInt8(ascii: ">") }
      }
    }
    return []
  }
}
