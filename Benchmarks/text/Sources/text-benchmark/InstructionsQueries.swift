import PasserelleIndex
import PasserelleText

/// Queries from a fixed seed, over words of the first texts of a corpus.
struct InstructionsQueries {
  private let corpus: InstructionsCorpus
  private let snapshot: PasserelleSnapshot
  private let analyzer = TextAnalyzer(language: .french)
  private var chance = InstructionsChance(seed: 1_792)

  /// Prepares for queries of an index of the corpus or of a longer one.
  init(_ corpus: InstructionsCorpus, _ snapshot: PasserelleSnapshot) {
    (self.corpus, self.snapshot) = (corpus, snapshot)
  }

  /// Makes the queries of a scenario; none for one that does not search.
  mutating func make(_ scenario: InstructionsScenario, count: Int) throws -> [IndexQuery] {
    var queries: [IndexQuery] = []
    while queries.count < count {
      let frequent = queries.count % 2 == 1
      switch scenario {
      case .any: queries.append(try snapshot.query(.any, words(frequent: frequent)))
      case .all: queries.append(try snapshot.query(.all, words(frequent: frequent)))
      case .phrase: queries.append(try snapshot.query(.phrase, phrase(frequent: frequent)))
      case .prefix: queries.append(.prefix(pattern(Array(term(atLeast: 4).prefix(3)))))
      case .fuzzy: queries.append(.fuzzy(pattern(misspelt()), distance: frequent ? 1 : 2))
      case .index, .open: return []
      }
    }
    return queries
  }

  private mutating func document() -> [Int] { corpus.documents[chance.below(corpus.documents.count)] }

  private func hasContent(_ word: Int) -> Bool { word >= InstructionsCorpus.functionWords.count }

  /// Two to four content words of one text: the first, or the most frequent, whose lists are long.
  private mutating func words(frequent: Bool) -> String {
    let wanted = 2 + chance.below(3)
    while true {
      var seen: Set<Int> = []
      var found = document().filter { hasContent($0) && seen.insert($0).inserted }
      if frequent { found.sort() }
      if found.count >= wanted {
        return found.prefix(wanted).map { corpus.vocabulary[$0] }.joined(separator: " ")
      }
    }
  }

  /// Two content words that follow each other in a text: its first, or those whose lists are longest.
  private mutating func phrase(frequent: Bool) -> String {
    while true {
      let words = document()
      var pairs = zip(words, words.dropFirst()).filter { hasContent($0) && hasContent($1) }
      if frequent { pairs.sort { max($0.0, $0.1) < max($1.0, $1.1) } }
      if let pair = pairs.first { return corpus.vocabulary[pair.0] + " " + corpus.vocabulary[pair.1] }
    }
  }

  /// An analysed content word of a text, in bytes.
  private mutating func term(atLeast length: Int) -> [UInt8] {
    while true {
      let words = document()
      let word = words[chance.below(words.count)]
      guard hasContent(word), let token = analyzer.tokens(of: corpus.vocabulary[word]).first else { continue }
      let term = Array(token.utf8)
      if term.count >= length { return term }
    }
  }

  /// A term with another letter in place of one.
  private mutating func misspelt() -> [UInt8] {
    var term = term(atLeast: 5)
    let place = chance.below(term.count)
    term[place] = term[place] == UInt8(ascii: "z") ? UInt8(ascii: "x") : UInt8(ascii: "z")
    return term
  }

  private func pattern(_ term: [UInt8]) -> PatternGroup { PatternGroup([FieldTerm(field: 0, term: term)]) }
}
