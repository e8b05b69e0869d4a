internal import PasserelleCore
internal import PasserelleText

/// Cleans texts of what does not belong to them: control characters, markup, personal contact details.
struct TextCleaner {
  /// A text after cleaning.
  struct Result {
    /// The text, white space collapsed and trimmed; empty when it was nothing but a contact detail.
    var text: String
    /// What was done, in the order done.
    var findings: [Finding] = []
  }

  /// One thing that was done to a text.
  enum Finding: Equatable {
    /// Control characters were removed, or replaced by the letters they stood for.
    case control
    /// Personal contact details were removed; nothing of the original may be quoted.
    case contact
    /// Markup was removed from this text.
    case markup(original: String)
    /// So many characters had been lost at the source.
    case lost(Int)
  }

  /// Cleans a text.
  ///
  /// - Returns: Nil for a text without anything but white space and control characters.
  static func clean(_ raw: String) -> Result? {
    isClean(raw) ? Result(text: raw) : cleanedThoroughly(raw)
  }

  /// Cleans a text that may need it.
  static func cleanedThoroughly(_ raw: String) -> Result? {
    var result = Result(text: raw)
    if mayHoldControls(raw), raw.unicodeScalars.contains(where: isControl) {
      result.text = String(
        String.UnicodeScalarView(raw.unicodeScalars.map { isControl($0) ? plain($0) : $0 }))
      result.findings.append(.control)
    }
    if let without = ContactDetails.removed(from: result.text) {
      result.text = without
      result.findings.append(.contact)
    }
    let hadMarkup = result.text.utf8.contains { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }
    let before = result.text
    if let cleaned = TextRepair.cleaned(before) {
      result.text = cleaned
      if hadMarkup, cleaned != collapsed(before) {
        result.findings.append(.markup(original: before.trimmed))
        // Markup may have hidden an address: &#64;
        if let without = ContactDetails.removed(from: cleaned) {
          result.text = without
          result.findings.append(.contact)
        }
      }
    }
    guard !result.text.isEmpty else { return nil }
    if result.text == ContactDetails.mark { result.text = "" }
    let lost = TextRepair.replacementCharacterCount(in: result.text)
    if lost > 0 { result.findings.append(.lost(lost)) }
    return result
  }

  /// Whether a text is clean as it is, by one look at its bytes: most are.
  ///
  /// False may still mean that there is nothing to do.
  private static func isClean(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      guard let first = bytes.first, let last = bytes.last, first > 0x20, last > 0x20 else { return false }
      // As short as the mark of what was taken out, it may be that.
      if first == UInt8(ascii: "["), bytes.count == ContactDetails.mark.utf8.count { return false }
      var digits = 0
      var before: UInt8 = 0
      for place in bytes.indices {
        let byte = bytes[place]
        switch byte {
        case 0x20: if before == 0x20 { return false }
        case 0..<0x20, 0x7F, UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "@"): return false
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
        // What may begin a control character, white space, or what stands for a lost character.
        case 0xC2, 0xE1, 0xE3, 0xEF: return false
        case 0xE2:
          // Of U+2000–U+207F the quotation marks and dashes are no white space.
          guard place + 2 < bytes.count, bytes[place + 1] != 0x81 else { return false }
          let third = bytes[place + 2]
          if bytes[place + 1] == 0x80, third < 0x8B || third == 0xA8 || third == 0xA9 || third == 0xAF {
            return false
          }
        default: break
        }
        before = byte
      }
      // Fewer digits are no telephone number.
      return digits < 9
    }
  }

  /// The text with single blanks, to tell whether cleaning did more than that.
  private static func collapsed(_ text: String) -> String {
    text.unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }.joined(separator: " ")
  }

  /// What a control character stands for: U+0080–U+009F are Windows-1252 read as ISO 8859-1 (`’`, `œ`, `–`), any
  /// other may be all that parts two words.
  private static func plain(_ scalar: UnicodeScalar) -> UnicodeScalar {
    guard (0x80..<0xA0).contains(scalar.value) else { return " " }
    let meant = WindowsEncoding.scalars[Int(scalar.value)]
    return meant == 0xFFFD ? " " : UnicodeScalar(meant) ?? " "
  }

  /// Whether a byte of the text can belong to a control character.
  private static func mayHoldControls(_ text: String) -> Bool {
    text.utf8.contains { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 || $0 == 0xEF }
  }

  private static func isControl(_ scalar: UnicodeScalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85: false
    case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF, 0xFFF9...0xFFFB: true
    default: false
    }
  }
}

extension TextCleaner.Result {
  /// What is to be told of one thing that was done.
  struct Telling {
    let code: DiagnosticCode
    var value: String?
    /// The text before it, which may be kept; nil where it held somebody's contact details.
    var original: String?
  }

  /// What is to be told, in the order done.
  var tellings: [Telling] {
    let isPersonal = findings.contains(.contact)
    return findings.map { finding in
      switch finding {
      case .control: Telling(code: .textControl)
      case .contact: Telling(code: .privacyContact)
      case .markup(let original): Telling(code: .textMarkup, original: isPersonal ? nil : original)
      case .lost(let count): Telling(code: .textReplacementCharacters(count), value: text)
      }
    }
  }
}

extension AwardMapper {
  /// Cleans a text field and tells what was done.
  mutating func text(_ field: AwardRecord.Field?) -> String? {
    guard let field, let result = TextCleaner.clean(field.value) else { return nil }
    tell(result, field.name)
    return result.text.isEmpty ? nil : result.text
  }

  /// Tells what was done to a text.
  mutating func tell(_ result: TextCleaner.Result, _ field: String) {
    for told in result.tellings {
      if let original = told.original {
        amend(told.code, AwardRecord.Field(name: field, value: original), replacement: result.text)
      } else {
        report(told.code, field, told.value)
      }
    }
  }
}
