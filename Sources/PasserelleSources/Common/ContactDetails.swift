/// Takes e-mail addresses of persons and telephone numbers out of texts.
///
/// Mailboxes of a role (`contact@`, `marches@`) stay: they belong to an organisation.
enum ContactDetails {
  /// What stands where a detail was.
  static let mark = "[…]"

  /// Removes the details.
  ///
  /// - Returns: The text without them, or nil when there were none.
  static func removed(from text: String) -> String? {
    let hasAt = text.utf8.contains(UInt8(ascii: "@"))
    let digits = text.utf8.count { $0 >= 48 && $0 <= 57 }
    guard hasAt || digits >= 9 else { return nil }
    var result = Array(text.unicodeScalars)
    var ranges: [Range<Int>] = hasAt ? personalAddresses(result) : []
    if digits >= 9 { ranges += telephoneNumbers(result) }
    guard !ranges.isEmpty else { return nil }
    for range in merged(ranges).reversed() {
      result.replaceSubrange(range, with: mark.unicodeScalars)
    }
    return String(String.UnicodeScalarView(result))
  }

  /// The ranges in their order, those that touch made one: `a@b.fr@c.fr`, a number inside an address.
  private static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = result.last, range.lowerBound <= last.upperBound {
        result[result.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    return result
  }

  private static func personalAddresses(_ text: [UnicodeScalar]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for at in text.indices where text[at] == "@" {
      var start = at
      while start > 0, isLocal(text[start - 1]) { start -= 1 }
      var end = at + 1
      while end < text.count, isDomain(text[end]) { end += 1 }
      while end > at + 1, text[end - 1] == "." || text[end - 1] == "-" { end -= 1 }
      let domain = text[(at + 1)..<end]
      guard start < at, domain.contains(".") else { continue }
      let local = String(String.UnicodeScalarView(text[start..<at])).lowercased()
      if !isRole(local) { ranges.append(start..<end) }
    }
    return ranges
  }

  private static func isLocal(_ scalar: UnicodeScalar) -> Bool {
    scalar.isLetter || scalar.isDigit || "._%+-".unicodeScalars.contains(scalar)
  }

  private static func isDomain(_ scalar: UnicodeScalar) -> Bool {
    scalar.isLetter || scalar.isDigit || scalar == "." || scalar == "-"
  }

  /// French numbers of ten digits in pairs, and international numbers; plain runs of digits only after a word
  /// such as “tél”, because contract numbers look the same.
  private static func telephoneNumbers(_ text: [UnicodeScalar]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var index = 0
    while index < text.count {
      let isBoundary = index == 0 || !(text[index - 1].isDigit || text[index - 1].isLetter)
      guard isBoundary, text[index].isDigit || text[index] == "+", let end = telephoneEnd(text, from: index)
      else {
        index += 1
        continue
      }
      ranges.append(index..<end)
      index = end
    }
    return ranges
  }

  private static func telephoneEnd(_ text: [UnicodeScalar], from start: Int) -> Int? {
    var digits: [UnicodeScalar] = []
    var groups = [0]
    var end = start
    let isInternational = text[start] == "+" || text[start...].starts(with: "0033".unicodeScalars)
    let most = isInternational ? 15 : 10
    var index = text[start] == "+" ? start + 1 : start
    scanning: while index < text.count, digits.count < most {
      let scalar = text[index]
      if scalar.isDigit {
        digits.append(scalar)
        groups[groups.count - 1] += 1
        end = index + 1
      } else if " .-/\u{A0}\u{202F}()".unicodeScalars.contains(scalar), index + 1 < text.count,
        text[index + 1].isDigit || text[index + 1] == "(" || text[index + 1] == ")" || scalar == ")"
          || text[index + 1] == " "
      {
        if groups.last != 0 { groups.append(0) }
      } else {
        break scanning
      }
      index += 1
    }
    if groups.last == 0 { groups.removeLast() }
    if end < text.count, text[end].isLetter || text[end].isDigit { return nil }
    let number = String(String.UnicodeScalarView(digits))
    if isInternational { return digits.count >= 10 ? end : nil }
    guard digits.count == 10, number.first == "0", number.dropFirst().first != "0" else { return nil }
    if groups == [2, 2, 2, 2, 2] || groups == [4, 2, 2, 2] || groups == [2, 4, 4] || groups == [4, 3, 3] {
      return end
    }
    return groups == [10] && follows(telephoneWord: text, start) ? end : nil
  }

  private static func follows(telephoneWord text: [UnicodeScalar], _ start: Int) -> Bool {
    let before = String(String.UnicodeScalarView(text[max(0, start - 16)..<start])).lowercased()
    return ["tel", "tél", "phone", "fax", "portable", "mobile", "joindre", "appeler"].contains {
      before.contains($0)
    }
  }
}

extension UnicodeScalar {
  /// Whether the scalar is one of the ten ASCII digits.
  var isDigit: Bool { ("0"..."9").contains(self) }

  /// Whether the scalar is a letter; ASCII without a look at the Unicode tables.
  var isLetter: Bool {
    value < 0x80 ? (65...90).contains(value & ~0x20) : properties.isAlphabetic
  }
}
