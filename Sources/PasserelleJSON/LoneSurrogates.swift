/// Finds `\uD800`–`\uDFFF` escapes without their other half, which RFC 8259 leaves undefined.
enum LoneSurrogates {
  /// Replaces lone halves by `\uFFFD`.
  ///
  /// - Returns: The bytes changed, or nil when there is no lone half.
  static func repaired(_ bytes: [UInt8]) -> [UInt8]? {
    let places = bytes.withUnsafeBufferPointer(lonePlaces)
    guard !places.isEmpty else { return nil }
    var result = bytes
    for place in places { result.replaceSubrange((place + 2)..<(place + 6), with: "FFFD".utf8) }
    return result
  }

  private static func lonePlaces(_ bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
    var places: [Int] = []
    var index = 0
    while index + 1 < bytes.count {
      guard bytes[index] == UInt8(ascii: "\\") else {
        index += 1
        continue
      }
      guard let unit = codeUnit(bytes, at: index) else {
        index += 2
        continue
      }
      switch unit {
      case 0xD800..<0xDC00:
        if let next = codeUnit(bytes, at: index + 6), (0xDC00..<0xE000).contains(next) {
          index += 12
        } else {
          places.append(index)
          index += 6
        }
      case 0xDC00..<0xE000:
        places.append(index)
        index += 6
      default:
        index += 6
      }
    }
    return places
  }

  /// The code unit of a `\uXXXX` escape at an offset; nil when none stands there.
  private static func codeUnit(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt32? {
    guard index + 6 <= bytes.count, bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u")
    else { return nil }
    var unit: UInt32 = 0
    for byte in bytes[(index + 2)..<(index + 6)] {
      switch byte {
      case 48...57: unit = unit << 4 | UInt32(byte - 48)
      case 65...70: unit = unit << 4 | UInt32(byte - 55)
      case 97...102: unit = unit << 4 | UInt32(byte - 87)
      default: return nil
      }
    }
    return unit
  }
}
