/// Cuts an EFX expression into its words.
struct EFXTokens {
  enum Token: Hashable, Sendable {
    /// A word of the language, a function or the name of a list.
    case word(String)
    /// The name of a field or of a node.
    case name(String)
    case text(String)
    case number(String)
    case duration(String)
    case variable(String)
    case sign(String)
  }

  /// The words, in their order; nil where a character is none of the language's.
  static func tokens(_ text: Substring, isName: (String) -> Bool) -> [Token]? {
    var result: [Token] = []
    let bytes = Array(text.utf8)
    var place = 0
    func run(_ from: Int, _ isPart: (UInt8) -> Bool) -> Int {
      var end = from
      while end < bytes.count, isPart(bytes[end]) { end += 1 }
      return end
    }
    func string(_ from: Int, _ to: Int) -> String { String(decoding: bytes[from..<to], as: UTF8.self) }
    while place < bytes.count {
      let byte = bytes[place]
      let start = place
      switch byte {
      case 0...0x20:
        place += 1
      case UInt8(ascii: "'"), UInt8(ascii: "\""):
        guard let end = bytes[(place + 1)...].firstIndex(of: byte) else { return nil }
        result.append(.text(string(place + 1, end)))
        place = end + 1
      case UInt8(ascii: "$"):
        place = run(start + 1, isLetterOrDigit)
        guard place > start + 1 else { return nil }
        result.append(.variable(string(start + 1, place)))
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        place = run(start) { isDigit($0) || $0 == UInt8(ascii: ".") }
        result.append(.number(string(start, place)))
      case _ where isLetter(byte):
        if let end = nameEnd(bytes, start, isName) {
          result.append(.name(string(start, end)))
          place = end
          continue
        }
        place = run(start) { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
        let word = string(start, place)
        result.append(isDuration(word) ? .duration(word) : .word(word))
      default:
        let pair = string(start, min(start + 2, bytes.count))
        if ["==", "!=", "<=", ">=", "::"].contains(pair) {
          result.append(.sign(pair))
          place += 2
        } else {
          let sign = string(start, start + 1)
          guard "()[],<>+-*/%@:".contains(sign) else { return nil }
          result.append(.sign(sign))
          place += 1
        }
      }
    }
    return result
  }

  /// The end of the longest name of a field or node that starts at a place, such as `BT-195(BT-09)-Procedure`.
  private static func nameEnd(_ bytes: [UInt8], _ start: Int, _ isName: (String) -> Bool) -> Int? {
    guard bytes[start] >= UInt8(ascii: "A"), bytes[start] <= UInt8(ascii: "Z") else { return nil }
    var end = start
    while end < bytes.count,
      isLetterOrDigit(bytes[end])
        || [UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "_")].contains(bytes[end])
    { end += 1 }
    while end > start + 2 {
      if isName(String(decoding: bytes[start..<end], as: UTF8.self)) { return end }
      end -= 1
    }
    return nil
  }

  private static func isDuration(_ word: String) -> Bool {
    let bytes = Array(word.utf8)
    guard bytes.count >= 3, bytes[0] == UInt8(ascii: "P") else { return false }
    return bytes[1...].allSatisfy { isDigit($0) || "YMWD".utf8.contains($0) } && isDigit(bytes[1])
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
      || byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
  }
  private static func isLetterOrDigit(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }
}
