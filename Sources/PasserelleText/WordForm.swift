import Foundation

/// From one lower-cased word to its analysed form: the part of the chain that runs once per distinct
/// word.
///
/// Order: NFKC → apostrophes → ligatures → own French exceptions → Snowball (accents kept) → fold.
struct WordForm {
  /// Longest analysed form, in bytes; also the longest word that is stemmed.
  static let maximumLength = 255

  let language: TextLanguage
  let stemmer: SnowballStemmer?
  /// The French words by bytes; nil for other languages.
  let french: FrenchWordBytes?
  let buffers = WordBuffers()
  let folds = LetterFolds.table

  /// Creates the chain of a language.
  ///
  /// - Parameter language: The language.
  init(language: TextLanguage) {
    self.language = language
    stemmer = SnowballStemmer(language: language)
    french = language == .french ? FrenchWordBytes.shared : nil
  }

  /// Analysed form of a word.
  ///
  /// - Parameter raw: Valid UTF-8 of a lower-cased word, apostrophes as U+0027, U+FFFD for broken bytes.
  /// - Returns: 0 to ``maximumLength`` bytes of valid UTF-8; empty when only marks were there.
  /// - Complexity: O(*n*) with Foundation's normalisation for rare characters.
  func form(of raw: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    formByBytes(of: raw) ?? formByStrings(of: raw)
  }

  /// Analysed form of any word: the definition that the way by bytes follows.
  ///
  /// - Parameter raw: As for ``form(of:)``.
  /// - Returns: The form.
  /// - Complexity: O(*n*) with Foundation's normalisation for rare characters.
  func formByStrings(of raw: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let word = normalised(String(decoding: raw, as: UTF8.self))
    if word.utf8.count > Self.maximumLength || word.unicodeScalars.contains(where: \.isNumber) {
      return folded(word)
    }
    if language == .french {
      if let exception = FrenchWords.exceptions[String(decoding: folded(word), as: UTF8.self)] {
        return Array(exception.utf8)
      }
      return folded(stem(FrenchWords.restoringAccents(word)))
    }
    return folded(stem(word))
  }

  private func stem(_ word: String) -> String {
    stemmer?.stem(word) ?? word
  }

  /// NFKC, lower case again (mathematical and full-width letters), apostrophes, ligatures.
  private func normalised(_ raw: String) -> String {
    var word = raw
    if word.unicodeScalars.contains(where: Self.mayChange) {
      word = word.precomposedStringWithCompatibilityMapping.lowercased()
    }
    guard word.utf8.contains(where: { $0 == 0x27 || $0 >= 0x80 }) else { return word }
    if language == .dutch, word.hasSuffix("'s") { word.removeLast(2) }
    var output = String.UnicodeScalarView()
    for scalar in word.unicodeScalars {
      switch scalar {
      // Snowball's English cuts 's by itself; elsewhere an apostrophe inside a word only joins.
      case "'": if language == .english { output.append(scalar) }
      // Snowball does not know œ and æ as vowels.
      case "œ": output.append(contentsOf: "oe".unicodeScalars)
      case "æ": output.append(contentsOf: "ae".unicodeScalars)
      default: output.append(scalar)
      }
    }
    return String(output)
  }

  /// Whether a scalar may take part in a normalisation.
  ///
  /// Precomposed Latin letters up to U+024F are in NFKC except the listed ones.
  static func mayChange(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0xAA: false
    case 0xAA, 0xB2, 0xB3, 0xB5, 0xB9, 0xBA: true
    case 0x132, 0x133, 0x13F, 0x140, 0x149, 0x17F, 0x1C4...0x1CC, 0x1F1...0x1F3: true
    case 0xFFFD: false
    default: scalar.value >= 0x250
    }
  }

  /// Folded bytes without separators, cut at the last whole scalar within the longest form.
  private func folded(_ word: String) -> [UInt8] {
    var word = word
    var output = word.withUTF8 { bytes in
      var output: [UInt8] = []
      output.reserveCapacity(bytes.count)
      FoldTable.append(bytes, to: &output, keepingSpaces: false)
      return output
    }
    if output.count > Self.maximumLength {
      var end = Self.maximumLength
      while end > 0, output[end] & 0xC0 == 0x80 { end -= 1 }
      output.removeSubrange(end...)
    }
    return output
  }
}
