/// Writes the regular expressions of XPath in terms of PCRE2.
enum RegularExpressionSyntax {
  /// Characters that begin and continue the names of XML, as the inside of a class.
  private static let nameStart = Array("_:\\p{L}".utf8)
  private static let name = Array("\\-.:_\\x{B7}\\p{L}\\p{M}\\p{Nd}".utf8)

  /// The pattern for PCRE2.
  ///
  /// - Parameters:
  ///   - pattern: The pattern as XPath has it.
  ///   - ignoresSpace: Flag `x`: white space outside classes is left out.
  ///   - isLiteral: Flag `q`: every character stands for itself.
  /// - Returns: Nil for a pattern that ends within a class or an escape.
  static func translated(_ pattern: String, ignoresSpace: Bool, isLiteral: Bool) -> [UInt8]? {
    let bytes = Array(pattern.utf8)
    if isLiteral { return literal(bytes) }
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\"):
        guard index + 1 < bytes.count else { return nil }
        result += escape(bytes[index + 1])
        index += 2
      case UInt8(ascii: "["):
        guard let piece = characterClass(bytes, &index) else { return nil }
        result += piece
      case 0x20, 0x09, 0x0A, 0x0D:
        if !ignoresSpace { result.append(bytes[index]) }
        index += 1
      default:
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }

  private static func literal(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for byte in bytes {
      if "\\^$.|?*+()[]{}-".utf8.contains(byte) { result.append(UInt8(ascii: "\\")) }
      result.append(byte)
    }
    return result
  }

  /// An escape outside a class.
  private static func escape(_ letter: UInt8) -> [UInt8] {
    switch letter {
    case UInt8(ascii: "i"): Array("[".utf8) + nameStart + Array("]".utf8)
    case UInt8(ascii: "I"): Array("[^".utf8) + nameStart + Array("]".utf8)
    case UInt8(ascii: "c"): Array("[".utf8) + name + Array("]".utf8)
    case UInt8(ascii: "C"): Array("[^".utf8) + name + Array("]".utf8)
    default: [UInt8(ascii: "\\"), letter]
    }
  }

  /// A class from its `[` to its `]`; what is subtracted becomes a look-ahead.
  private static func characterClass(_ bytes: [UInt8], _ index: inout Int) -> [UInt8]? {
    var inside: [UInt8] = [UInt8(ascii: "[")]
    index += 1
    if index < bytes.count, bytes[index] == UInt8(ascii: "^") {
      inside.append(bytes[index])
      index += 1
    }
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "]"):
        index += 1
        return inside + [byte]
      case UInt8(ascii: "\\"):
        guard index + 1 < bytes.count else { return nil }
        switch bytes[index + 1] {
        case UInt8(ascii: "i"): inside += nameStart
        case UInt8(ascii: "c"): inside += name
        default: inside += bytes[index...(index + 1)]
        }
        index += 2
      case UInt8(ascii: "-") where index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "["):
        index += 1
        guard let subtracted = characterClass(bytes, &index), index < bytes.count,
          bytes[index] == UInt8(ascii: "]")
        else { return nil }
        index += 1
        return Array("(?:(?!".utf8) + subtracted + Array(")".utf8) + inside + Array("])".utf8)
      case UInt8(ascii: "["):
        inside += [UInt8(ascii: "\\"), byte]
        index += 1
      default:
        inside.append(byte)
        index += 1
      }
    }
    return nil
  }
}
