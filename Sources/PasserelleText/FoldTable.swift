import Foundation

/// Folded form of single scalars by table, and of whole texts by Unicode normalisation.
///
/// The table covers U+0080–U+052F (Latin, IPA, Greek, Cyrillic and their combining marks). There the
/// fold of a text is the concatenation of the folds of its scalars, because all marks that could
/// compose are dropped; elsewhere (Hangul, kana, Arabic…) composition matters and the whole text goes
/// through ``scalars(of:)``.
enum FoldTable {
  /// First scalar value past the table.
  static let limit: UInt32 = 0x530

  /// Folded bytes of all scalars of the table, one after the other.
  private static let entries: (bytes: [UInt8], offsets: [UInt16]) = {
    var bytes: [UInt8] = []
    var offsets: [UInt16] = [0]
    for value in UInt32(0x80)..<limit {
      if let scalar = Unicode.Scalar(value) {
        for folded in scalars(of: String(scalar)) { bytes.append(contentsOf: Array(String(folded).utf8)) }
      }
      offsets.append(UInt16(bytes.count))
    }
    return (bytes, offsets)
  }()

  /// Letters that Unicode does not decompose, but that readers write as one or two plain ones.
  private static let letters: [Unicode.Scalar: String] = [
    "œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ı": "i",
    "þ": "th", "ŋ": "n", "ŧ": "t", "ς": "σ",
  ]

  /// Appends the fold of UTF-8 bytes; what separates words becomes a space in it.
  ///
  /// - Parameters:
  ///   - text: UTF-8, possibly malformed.
  ///   - output: Receives valid UTF-8.
  ///   - keepingSpaces: Whether separators give one space between words (none at the ends); otherwise
  ///     they vanish.
  /// - Complexity: O(*n*).
  static func append(_ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8], keepingSpaces: Bool) {
    let start = output.count
    guard !appendByTable(text, to: &output, keepingSpaces: keepingSpaces) else { return }
    output.removeSubrange(start...)
    var writer = FoldWriter(keepingSpaces: keepingSpaces, start: start)
    for scalar in scalars(of: String(decoding: text, as: UTF8.self)) {
      if scalar == " " {
        writer.space(in: output)
      } else {
        writer.startWord(in: &output)
        output.append(contentsOf: Array(String(scalar).utf8))
      }
    }
  }

  /// Appends by table; false when a scalar outside the table occurs.
  private static func appendByTable(
    _ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8], keepingSpaces: Bool
  ) -> Bool {
    guard let bytes = text.baseAddress else { return true }
    let (folded, offsets) = entries
    let ascii = ScalarTables.ascii
    var writer = FoldWriter(keepingSpaces: keepingSpaces, start: output.count)
    var index = 0
    while index < text.count {
      let byte = bytes[index]
      if byte < 0x80 {
        index += 1
        let lower = ascii[Int(byte)]
        if lower == 0 {
          writer.space(in: output)
        } else {
          writer.startWord(in: &output)
          output.append(lower)
        }
        continue
      }
      let (scalar, length) = UTF8Decoding.decode(bytes, at: index, end: text.count)
      index += length
      if scalar.value < limit {
        let entry = Int(scalar.value) - 0x80
        for position in Int(offsets[entry])..<Int(offsets[entry + 1]) {
          if folded[position] == 0x20 {
            writer.space(in: output)
          } else {
            writer.startWord(in: &output)
            output.append(folded[position])
          }
        }
      } else {
        switch ScalarClass(scalar) {
        case .word: return false
        case .separator, .apostrophe: writer.space(in: output)
        case .ignorable, .replacement: break
        }
      }
    }
    return true
  }

  /// Folds a text by the Unicode database: the definition the table is built from.
  ///
  /// Order: separators to spaces, invisible characters and U+FFFD out, compatibility decomposition,
  /// lower case, combining diacritics out, letters without decomposition, canonical composition of
  /// what is left (Hangul, kana).
  ///
  /// - Parameter text: Any text.
  /// - Returns: Scalars of the folded text; separators are U+0020, not yet collapsed.
  /// - Complexity: O(*n*), with Foundation's normalisation: for rare scripts and for building the table.
  static func scalars(of text: String) -> [Unicode.Scalar] {
    var words = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch ScalarClass(scalar) {
      case .separator, .apostrophe: words.append(" ")
      case .ignorable, .replacement: break
      case .word: words.append(scalar)
      }
    }
    var folded = String.UnicodeScalarView()
    for scalar in String(words).decomposedStringWithCompatibilityMapping.unicodeScalars {
      for lower in scalar.properties.lowercaseMapping.unicodeScalars where !lower.isCombiningDiacritic {
        if let plain = letters[lower] {
          folded.append(contentsOf: plain.unicodeScalars)
        } else {
          folded.append(lower)
        }
      }
    }
    return String(folded).precomposedStringWithCanonicalMapping.unicodeScalars.map { scalar in
      switch ScalarClass(scalar) {
      case .word, .ignorable, .replacement: scalar
      case .separator, .apostrophe: " "
      }
    }
  }
}

/// Puts one space between words, none before the first and after the last.
private struct FoldWriter {
  let keepingSpaces: Bool
  let start: Int
  private var pending = false

  init(keepingSpaces: Bool, start: Int) {
    self.keepingSpaces = keepingSpaces
    self.start = start
  }

  mutating func space(in output: [UInt8]) {
    pending = keepingSpaces && output.count > start
  }

  mutating func startWord(in output: inout [UInt8]) {
    guard pending else { return }
    output.append(0x20)
    pending = false
  }
}
