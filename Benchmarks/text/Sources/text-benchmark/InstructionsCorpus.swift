/// Short pseudo-French texts and their words, made with whole numbers alone: every machine has the same.
struct InstructionsCorpus {
  /// The words of the language, the most frequent first.
  let vocabulary: [String]
  /// The words of each text, by their places in the vocabulary.
  let documents: [[Int]]

  /// Words of the language that carry no meaning; they come first.
  static let functionWords = [
    "le", "de", "la", "et", "les", "des", "du", "en", "un", "une", "pour", "dans", "par", "sur", "au", "est",
    "avec", "ne", "qui", "que", "aux", "ou", "ce", "son", "pas", "plus", "sont", "cette", "sans", "leur",
  ]
  private static let onsets = [
    "b", "c", "ch", "d", "f", "g", "l", "m", "n", "p", "pr", "qu", "r", "s", "t", "tr", "v", "gr", "bl", "cl",
  ]
  private static let vowels = ["a", "e", "i", "o", "u", "ou", "é", "è", "ai", "on", "an", "in", "eau", "oi"]
  private static let endings = [
    "", "", "", "e", "s", "es", "ment", "tion", "tions", "eur", "eurs", "ité", "ique", "age", "er", "ée",
  ]
  private static let seed: UInt64 = 20_261_122
  private static let wordCount = 20_000

  /// Makes the first so many texts.
  init(count: Int) {
    var chance = InstructionsChance(seed: Self.seed)
    vocabulary = Self.words(&chance)
    // Zipf's law, scaled to whole numbers: the word of rank r is drawn in proportion to 1 / (r + 2.7).
    var sums: [UInt64] = []
    var total: UInt64 = 0
    for rank in 0..<Self.wordCount {
      total += (1 << 40) / UInt64(10 * rank + 27)
      sums.append(total)
    }
    documents = (0..<count).map { _ in
      (0..<8 + chance.below(25)).map { _ in Self.rank(of: UInt64(chance.below(Int(total))), in: sums) }
    }
  }

  /// A text, in sentences.
  func text(_ document: Int) -> String {
    var text = ""
    for (place, index) in documents[document].enumerated() {
      let word = vocabulary[index]
      if place % 12 == 0 {
        text += (place == 0 ? "" : ". ") + word.prefix(1).uppercased() + word.dropFirst()
      } else {
        text += " " + word
      }
    }
    return text + "."
  }

  private static func words(_ chance: inout InstructionsChance) -> [String] {
    var words = functionWords
    var seen = Set(words)
    while words.count < wordCount {
      var word = ""
      for _ in 0...chance.below(3) {
        word += onsets[chance.below(onsets.count)] + vowels[chance.below(vowels.count)]
      }
      word += endings[chance.below(endings.count)]
      if seen.insert(word).inserted { words.append(word) }
    }
    return words
  }

  /// The first place whose sum lies above a number.
  private static func rank(of number: UInt64, in sums: [UInt64]) -> Int {
    var (low, high) = (0, sums.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] > number { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// A random sequence (SplitMix64) that depends on its seed alone.
struct InstructionsChance {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A whole number from 0 to below a bound above 0.
  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    mixed ^= mixed >> 31
    return Int(mixed.multipliedFullWidth(by: UInt64(bound)).high)
  }
}
