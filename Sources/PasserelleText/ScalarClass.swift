/// What a Unicode scalar does to the word it stands in.
enum ScalarClass: UInt8 {
  /// Ends a word.
  case separator
  /// Letter, mark or digit: part of a word.
  case word
  /// Soft hyphen, zero-width and other invisible characters: skipped.
  case ignorable
  /// Apostrophe of any make: cuts an elision or joins two letters.
  case apostrophe
  /// U+FFFD, and broken bytes: a letter inside a word, a separator at its edge; the fold removes it.
  case replacement

  /// Class of a scalar.
  ///
  /// The switch answers for what real texts hold; the Unicode database answers for the rest.
  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x27, 0x60, 0xB4, 0x2BC, 0x2018, 0x2019, 0x201B, 0xFF07: self = .apostrophe
    case 0xFFFD: self = .replacement
    // Vulgar fractions: their compatibility form 1⁄2 would read as 12.
    case 0xBC...0xBE, 0x2150...0x215F, 0x2189: self = .separator
    // Squared units such as ㎡, whose compatibility form is a word.
    case 0x3371...0x33DF, 0x33FF: self = .word
    case 0x2010...0x2017, 0x201A, 0x201C...0x2029, 0x202F...0x205F, 0x20A0...0x20C0: self = .separator
    case 0x00..<0x80: self = Self.ascii(UInt8(truncatingIfNeeded: scalar.value))
    default: self = Self.unicode(scalar)
    }
  }

  private static func ascii(_ byte: UInt8) -> ScalarClass {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: .word
    default: .separator
    }
  }

  private static func unicode(_ scalar: Unicode.Scalar) -> ScalarClass {
    let properties = scalar.properties
    if properties.isDefaultIgnorableCodePoint { return .ignorable }
    switch properties.generalCategory {
    case .format: return .ignorable
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
      return .word
    default: return properties.isAlphabetic ? .word : .separator
    }
  }
}

extension Unicode.Scalar {
  /// Whether the scalar is a digit, a letter number or another number (4, Ⅳ, ²), but no ideograph.
  var isNumber: Bool {
    if value < 0x80 { return value >= 0x30 && value <= 0x39 }
    switch properties.generalCategory {
    case .decimalNumber, .letterNumber, .otherNumber: return true
    default: return false
    }
  }

  /// Whether the scalar is a mark that sits on the letter before it.
  var isMark: Bool {
    guard value >= 0x300 else { return false }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return true
    default: return false
    }
  }

  /// Whether the scalar belongs to the blocks of combining diacritics, which the fold strips.
  ///
  /// Marks of other scripts (Indic vowels, Arabic and Hebrew points) carry more than an accent
  /// and stay.
  var isCombiningDiacritic: Bool {
    switch value {
    case 0x300...0x36F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F: true
    default: false
    }
  }
}
