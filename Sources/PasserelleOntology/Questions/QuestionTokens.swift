/// Where a query names its parameters and prefixes, outside of its strings, IRIs and comments.
///
/// The grammar is that of SPARQL 1.1, section 19.8: `IRIREF`, `STRING_LITERAL…`, `VAR2`, `PNAME_NS` and comments.
public struct QuestionTokens: Sendable {
  /// A part of a query.
  public enum Part: Sendable, Hashable {
    /// Text to keep as it is.
    case text(String)
    /// The place of a parameter, by its name.
    case parameter(String)
  }

  /// The query's parts in their order.
  public private(set) var parts: [Part] = []
  /// The prefixes of its names, each once, in order of appearance.
  public private(set) var prefixes: [String] = []
  /// The prefixes that it declares itself.
  public private(set) var declared: Set<String> = []

  /// The names of its parameters, each once, in order of appearance.
  public var parameters: [String] {
    var names: [String] = []
    for case .parameter(let name) in parts where !names.contains(name) { names.append(name) }
    return names
  }

  /// Cuts a query.
  ///
  /// - Complexity: O(*n*) in its length.
  public init(_ query: String) {
    let bytes = Array(query.utf8)
    var index = 0
    var start = 0
    var isDeclaration = false
    func take(_ end: Int) -> String { String(decoding: bytes[start..<end], as: UTF8.self) }
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "#"):
        while index < bytes.count, bytes[index] != 0x0A { index += 1 }
      case UInt8(ascii: "<"): index = Self.endOfIRI(bytes, index) ?? index + 1
      case UInt8(ascii: "\""), UInt8(ascii: "'"): index = Self.endOfString(bytes, index)
      case UInt8(ascii: "$"), UInt8(ascii: "?"):
        var end = index + 1
        while end < bytes.count, Self.isWord(bytes[end]) { end += 1 }
        if byte == UInt8(ascii: "$"), end > index + 1 {
          parts.append(.text(take(index)))
          parts.append(.parameter(String(decoding: bytes[(index + 1)..<end], as: UTF8.self)))
          start = end
        }
        index = end
      case _ where Self.isWord(byte):
        var end = index + 1
        while end < bytes.count, Self.isWord(bytes[end]) || bytes[end] == UInt8(ascii: "-") { end += 1 }
        let word = String(decoding: bytes[index..<end], as: UTF8.self)
        if end < bytes.count, bytes[end] == UInt8(ascii: ":") {
          if isDeclaration { declared.insert(word) }
          if word != "_", !prefixes.contains(word) { prefixes.append(word) }
          // What follows is the local name, which may hold colons of its own.
          while end < bytes.count, Self.isWord(bytes[end]) || [0x3A, 0x2D, 0x25].contains(bytes[end]) {
            end += 1
          }
        }
        isDeclaration = word.uppercased() == "PREFIX"
        index = end
      default: index += 1
      }
    }
    parts.append(.text(take(bytes.count)))
  }

  /// The place after an IRI; nil for a `<` that compares.
  private static func endOfIRI(_ bytes: [UInt8], _ start: Int) -> Int? {
    var end = start + 1
    while end < bytes.count, bytes[end] != UInt8(ascii: ">") {
      if bytes[end] <= 0x20 || "<\"{}|^`\\".utf8.contains(bytes[end]) { return nil }
      end += 1
    }
    return end < bytes.count ? end + 1 : nil
  }

  /// The place after a string, short or long; the end of the query for one that is not closed.
  private static func endOfString(_ bytes: [UInt8], _ start: Int) -> Int {
    let quote = bytes[start]
    func isThree(_ place: Int) -> Bool {
      place + 2 < bytes.count && bytes[place] == quote && bytes[place + 1] == quote
        && bytes[place + 2] == quote
    }
    let isLong = isThree(start)
    var index = start + (isLong ? 3 : 1)
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\\") {
        index += 2
      } else if bytes[index] == quote, !isLong || isThree(index) {
        return index + (isLong ? 3 : 1)
      } else {
        index += 1
      }
    }
    return bytes.count
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...0xFF:
      true
    default: false
    }
  }
}
