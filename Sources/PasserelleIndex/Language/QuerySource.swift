/// The text of a query, by Unicode scalars.
///
/// Signs are told apart by scalars: a combining mark behind a quote does not change what the quote is.
/// Places are told to people in characters.
struct QuerySource {
  let text: String
  /// The scalars, as many as the limit let in.
  let scalars: [Unicode.Scalar]
  /// Whether scalars were left out.
  let isCut: Bool
  let characterCount: Int
  private let utf8Offsets: [Int]
  private let characterIndices: [Int]

  init(_ text: String, limit: Int) {
    var scalars: [Unicode.Scalar] = []
    var utf8Offsets = [0]
    var characterIndices: [Int] = []
    var count = 0
    var isCut = false
    reading: for character in text {
      for scalar in character.unicodeScalars {
        guard scalars.count < limit else {
          isCut = true
          break reading
        }
        scalars.append(scalar)
        utf8Offsets.append((utf8Offsets.last ?? 0) + UTF8.width(scalar))
        characterIndices.append(count)
      }
      count += 1
    }
    self.text = text
    self.scalars = scalars
    self.isCut = isCut
    self.characterCount = count
    self.utf8Offsets = utf8Offsets
    self.characterIndices = characterIndices
  }

  /// The place of some scalars in the text.
  func range(_ range: Range<Int>) -> QuerySourceRange {
    let first = range.lowerBound < scalars.count ? characterIndices[range.lowerBound] : characterCount
    let end = range.isEmpty ? first : characterIndices[range.upperBound - 1] + 1
    return QuerySourceRange(
      characters: first..<end, utf8: utf8Offsets[range.lowerBound]..<utf8Offsets[range.upperBound])
  }

  /// The first scalar of a character, or the end.
  func index(ofCharacter character: Int) -> Int {
    characterIndices.firstIndex { $0 >= character } ?? scalars.count
  }

  /// Some scalars as text.
  func string(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }

  /// The scalar at an index, or nil at the end.
  func scalar(at index: Int) -> Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  /// Whether a word or value ends before an index: the end, a blank, `)` or `|`.
  func isBoundary(at index: Int) -> Bool {
    guard let scalar = scalar(at: index) else { return true }
    return Self.isBlank(scalar) || Self.isClosingParenthesis(scalar) || Self.isBar(scalar)
  }

  /// Whether some scalars hold a letter or digit.
  func holdsWord(_ range: Range<Int>) -> Bool { scalars[range].contains(where: Self.isWordScalar) }
}

extension QuerySource {
  /// Blanks, no-break ones too, controls, and marks of no width between words.
  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x20, 0x7F...0xA0, 0x200B, 0xFEFF: true
    case 0x21...0x7E: false
    default: scalar.properties.isWhitespace
    }
  }

  static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar >= "0" && scalar <= "9" }
  static func isColon(_ scalar: Unicode.Scalar) -> Bool { scalar == ":" || scalar == "\u{FF1A}" }
  static func isBar(_ scalar: Unicode.Scalar) -> Bool { scalar == "|" || scalar == "\u{FF5C}" }
  static func isSign(_ scalar: Unicode.Scalar) -> Bool { scalar == "-" || scalar == "+" }

  static func isOpeningParenthesis(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "(" || scalar == "\u{FF08}"
  }

  static func isClosingParenthesis(_ scalar: Unicode.Scalar) -> Bool {
    scalar == ")" || scalar == "\u{FF09}"
  }

  static func isComparison(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "<", ">", "=", "≤", "≥": true
    default: false
    }
  }

  /// Any of the double quotes, which open and close alike, as keyboards mix them up.
  static func isDoubleQuote(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "“", "”", "„", "‟", "\u{FF02}": true
    default: false
    }
  }

  static func isOpeningQuote(_ scalar: Unicode.Scalar) -> Bool { isDoubleQuote(scalar) || scalar == "«" }

  static func isClosingGuillemet(_ scalar: Unicode.Scalar) -> Bool { scalar == "»" }

  /// Whether a scalar ends a word by being something else.
  static func isDelimiter(_ scalar: Unicode.Scalar) -> Bool {
    isBlank(scalar) || isBar(scalar) || isOpeningParenthesis(scalar) || isClosingParenthesis(scalar)
      || isOpeningQuote(scalar) || isClosingGuillemet(scalar)
  }
}
