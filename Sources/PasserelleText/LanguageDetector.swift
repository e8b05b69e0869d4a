/// Guesses the language of a text among those of ``TextLanguage``.
///
/// Three kinds of evidence are added up, all as penalties in half-nats (twice the natural logarithm of
/// a likelihood ratio) against the languages that do not fit: function words, accented letters, and
/// the character grams of all other words. Grams make titles without any function word decidable.
public enum LanguageDetector {
  /// Bytes read from the start of a text: more would not change the answer.
  private static let window = 4096
  /// Penalty of a function word for a language that does not have it.
  private static let wordPenalty = 8
  /// Penalty of an accented letter for a language that does not use it.
  private static let letterPenalty = 7
  /// Letters below which a text says nothing: acronyms, codes.
  private static let leastLetters = 8
  /// Lead over the second language, in half-nats, below which the evidence is thin.
  private static let leastLead = 10
  /// Mean penalty of a gram in the best language past which the text is in none of them.
  private static let greatestStrangeness = 2.0

  /// The languages in the order of the penalties in the gram table.
  static let languages: [TextLanguage] = [
    .french, .english, .portuguese, .german, .spanish, .italian, .dutch,
  ]

  /// Guesses the language of a text.
  ///
  /// - Parameter text: Any text; its first 4 KiB are read.
  /// - Returns: The language; ``TextLanguage/neutral`` when the evidence is thin, when two languages are
  ///   about equally likely, or when the text is in another language or script.
  /// - Complexity: O(1): bounded by the part read.
  public static func detect(_ text: String) -> TextLanguage {
    let evidence = Evidence(text)
    let order = languages.indices.sorted {
      (evidence.penalties[$0], $0) < (evidence.penalties[$1], $1)
    }
    guard evidence.letters >= leastLetters else { return .neutral }
    let lead = evidence.penalties[order[1]] - evidence.penalties[order[0]]
    guard lead >= leastLead, evidence.foreignLetters * 40 <= evidence.letters else { return .neutral }
    if evidence.grams >= 8,
      Double(evidence.gramPenalties[order[0]]) > greatestStrangeness * Double(evidence.grams)
    {
      return .neutral
    }
    return languages[order[0]]
  }

  /// What a text shows.
  struct Evidence {
    /// Penalty of each of ``LanguageDetector/languages``, in half-nats.
    private(set) var penalties = [Int](repeating: 0, count: 7)
    /// The part of ``penalties`` that comes from grams.
    private(set) var gramPenalties = [Int](repeating: 0, count: 7)
    /// Grams found in the table.
    private(set) var grams = 0
    /// Letters in all, and those that none of the languages uses.
    private(set) var letters = 0
    private(set) var foreignLetters = 0

    /// Reads a text.
    ///
    /// - Parameter text: Any text.
    init(_ text: String) {
      let head = String(decoding: text.utf8.prefix(window), as: UTF8.self)
      readLetters(head)
      for word in TextFolding.foldedBytes(head).split(separator: 0x20) { readWord(word) }
    }

    private mutating func readLetters(_ text: String) {
      for scalar in text.unicodeScalars {
        if scalar.value < 0x80 {
          if scalar.properties.isAlphabetic { letters += 1 }
          continue
        }
        let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
        if let users = accentedLetters[lower] {
          letters += 1
          for index in languages.indices where !users.contains(languages[index]) {
            penalties[index] += letterPenalty
          }
        } else if scalar.properties.isAlphabetic {
          letters += 1
          foreignLetters += 1
        }
      }
    }

    private mutating func readWord(_ word: ArraySlice<UInt8>) {
      if let users = functionWords[Array(word)] {
        for index in languages.indices where users & 1 << index == 0 { penalties[index] += wordPenalty }
        return
      }
      guard word.count >= 3, word.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) else { return }
      let padded = [0x5F] + word + [0x5F]
      for start in 0..<(padded.count - 2) {
        let key = gramKey(padded[start], padded[start + 1], padded[start + 2])
        guard let gram = gramTable[key] else { continue }
        grams += 1
        for index in languages.indices {
          penalties[index] += Int(gram[index])
          gramPenalties[index] += Int(gram[index])
        }
      }
    }
  }

  private static func gramKey(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> UInt32 {
    UInt32(a) << 16 | UInt32(b) << 8 | UInt32(c)
  }

  /// Penalties of each gram.
  private static let gramTable: [UInt32: [UInt8]] = {
    var table: [UInt32: [UInt8]] = [:]
    for entry in LanguageGramTable.entries.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
      let bytes = Array(entry)
      guard bytes.count == 3 + languages.count else { continue }
      table[gramKey(bytes[0], bytes[1], bytes[2])] = bytes.dropFirst(3).map { $0 - 0x30 }
    }
    return table
  }()

  /// For each function word, one bit per language that has it.
  private static let functionWords: [[UInt8]: UInt8] = {
    var table: [[UInt8]: UInt8] = [:]
    for (index, language) in languages.enumerated() {
      for word in StopWords.words(of: language) { table[Array(word.utf8), default: 0] |= 1 << index }
    }
    return table
  }()

  /// Languages that use an accented letter in their own words.
  private static let accentedLetters: [Unicode.Scalar: Set<TextLanguage>] = [
    "à": [.french, .italian, .portuguese], "â": [.french, .portuguese], "ç": [.french, .portuguese],
    "é": [.french, .spanish, .portuguese, .italian, .dutch], "è": [.french, .italian],
    "ê": [.french, .portuguese], "ë": [.french, .dutch], "î": [.french], "ï": [.french, .dutch],
    "ô": [.french, .portuguese], "œ": [.french], "ù": [.french, .italian], "û": [.french],
    "á": [.spanish, .portuguese], "í": [.spanish, .portuguese], "ó": [.spanish, .portuguese],
    "ú": [.spanish, .portuguese], "ñ": [.spanish], "ã": [.portuguese], "õ": [.portuguese],
    "ì": [.italian], "ò": [.italian], "ä": [.german], "ö": [.german, .dutch], "ü": [.german, .spanish],
    "ß": [.german], "ª": [.spanish, .portuguese, .italian], "º": [.spanish, .portuguese, .italian],
  ]
}
