/// Phrases of folded words with what each stands for; a word that ends in `*` stands for all its endings.
struct PhraseLexicon<Value: Sendable>: Sendable {
  /// One phrase.
  struct Entry: Sendable {
    /// The phrase as the table writes it, without its asterisk.
    let phrase: String
    /// What it stands for.
    let value: Value
    fileprivate let words: [[UInt8]]
    fileprivate let isStem: [Bool]
  }

  /// A phrase found in a text.
  struct Match {
    /// The phrase's rank in ``PhraseLexicon/entries``.
    let entry: Int
    /// The words of the text that it covers.
    let words: Range<Int>
  }

  private(set) var entries: [Entry] = []
  /// Entries by the first three bytes of their first word, longest phrases first.
  private var byStart: [UInt32: [Int]] = [:]

  /// Makes a lexicon.
  ///
  /// - Parameter rows: Phrases divided by `;`, each group with its value; accents and case are folded away.
  init(_ rows: [(phrases: String, value: Value)]) {
    for row in rows {
      for phrase in row.phrases.split(whereSeparator: { $0 == ";" || $0 == "\n" }) {
        add(String(phrase), row.value)
      }
    }
    for key in byStart.keys {
      byStart[key]?.sort { (entries[$1].words.count, $0) < (entries[$0].words.count, $1) }
    }
  }

  private mutating func add(_ phrase: String, _ value: Value) {
    var words: [[UInt8]] = []
    var isStem: [Bool] = []
    for part in phrase.split(separator: " ") {
      let folded = FoldedWords(String(part.filter { $0 != "*" }))
      for (rank, word) in folded.words.enumerated() {
        words.append(Array(folded.bytes[word]))
        isStem.append(part.last == "*" && rank == folded.words.count - 1)
      }
    }
    guard let first = words.first else { return }
    let written = phrase.filter { $0 != "*" }.split(separator: " ").joined(separator: " ")
    byStart[Self.key(first[...]), default: []].append(entries.count)
    entries.append(Entry(phrase: written, value: value, words: words, isStem: isStem))
  }

  private static func key(_ word: ArraySlice<UInt8>) -> UInt32 {
    word.prefix(3).reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// The phrases of a text in order; of those that begin at one word only the longest, and none within another.
  func matches(in text: FoldedWords) -> [Match] {
    var found: [Match] = []
    var place = 0
    while place < text.words.count {
      if let match = match(at: place, in: text) {
        found.append(match)
        place = match.words.upperBound
      } else {
        place += 1
      }
    }
    return found
  }

  /// The longest phrase that begins at a word.
  func match(at place: Int, in text: FoldedWords) -> Match? {
    let first = text.bytes[text.words[place]]
    // A stem of fewer than three letters would need a key of its own: tables hold none.
    guard let ranks = byStart[Self.key(first)] else { return nil }
    for rank in ranks where matches(entries[rank], at: place, in: text) {
      return Match(entry: rank, words: place..<(place + entries[rank].words.count))
    }
    return nil
  }

  /// All phrases that begin at a word, longest first.
  func allMatches(at place: Int, in text: FoldedWords) -> [Match] {
    guard let ranks = byStart[Self.key(text.bytes[text.words[place]])] else { return [] }
    return ranks.filter { matches(entries[$0], at: place, in: text) }.map {
      Match(entry: $0, words: place..<(place + entries[$0].words.count))
    }
  }

  private func matches(_ entry: Entry, at place: Int, in text: FoldedWords) -> Bool {
    guard place + entry.words.count <= text.words.count else { return false }
    for (offset, word) in entry.words.enumerated() {
      let own = text.bytes[text.words[place + offset]]
      let fits = entry.isStem[offset] ? own.starts(with: word) : own.elementsEqual(word)
      if !fits { return false }
    }
    return true
  }
}
