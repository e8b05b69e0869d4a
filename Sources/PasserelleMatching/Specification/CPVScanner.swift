import PasserelleCore
import PasserelleText

/// Finds CPV codes: eight digits, with or without their check digit.
enum CPVScanner {
  /// The codes of a text that is known to hold some.
  static func codes(in text: String) -> [CPVCode] {
    let bytes = Array(text.utf8)
    var found: [CPVCode] = []
    var index = 0
    while index < bytes.count {
      guard (48...57).contains(bytes[index]) else {
        index += 1
        continue
      }
      var end = index
      while end < bytes.count, (48...57).contains(bytes[end]) { end += 1 }
      if end - index == 8, let code = CPVCode(digits: String(decoding: bytes[index..<end], as: UTF8.self)),
        !found.contains(code)
      {
        found.append(code)
      }
      index = end
    }
    return found
  }

  /// The codes that stand within a few words of the letters CPV.
  static func quotedCodes(in text: String) -> [CPVCode] {
    let folded = TextFolding.fold(text)
    guard let mention = folded.firstRange(of: "cpv") ?? folded.firstRange(of: "c p v") else { return [] }
    return codes(in: String(folded[mention.upperBound...].prefix(300)))
  }
}
