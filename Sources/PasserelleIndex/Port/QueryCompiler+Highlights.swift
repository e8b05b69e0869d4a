public import PasserelleText

extension QueryCompiler {
  /// Finds a query's words in texts as they are written, for highlights and snippets.
  ///
  /// - Parameters:
  ///   - query: What was asked; excluded parts are not marked.
  ///   - language: The language of the texts.
  /// - Returns: One for texts of that language.
  public func highlighter(of query: ParsedQuery, language: TextLanguage) -> Highlighter {
    var marks = Marks(analyzer: TextAnalyzer(language: language))
    marks.collect(query.root)
    marks.phrases += otherNames(of: query, language: language).map { marks.terms(of: $0) }
    return Highlighter(
      language: language, words: marks.words, prefixes: marks.prefixes, phrases: marks.phrases)
  }

  /// What is to be marked.
  private struct Marks {
    let analyzer: TextAnalyzer
    var words: [[UInt8]] = []
    var prefixes: [[UInt8]] = []
    var phrases: [[[UInt8]]] = []

    init(analyzer: TextAnalyzer) { self.analyzer = analyzer }

    func terms(of text: String) -> [[UInt8]] { analyzer.tokens(of: text).map { Array($0.utf8) } }

    mutating func collect(_ node: QueryNode) {
      switch node.form {
      case .text(.word(let word), _): add(word)
      case .text(.fuzzy(let word, _), _): add(word)
      case .text(.prefix(let start), _): prefixes.append(Array(TextFolding.fold(start).utf8))
      case .text(.phrase(let text, let slop), _):
        let terms = analyzer.tokens(of: text).map { Array($0.utf8) }
        if slop == 0, terms.count > 1 { phrases.append(terms) } else { words += terms }
      case .all(let parts), .any(let parts): for part in parts { collect(part) }
      case .condition, .not: break
      }
    }

    private mutating func add(_ word: String) {
      guard !StopWords.contains(TextFolding.fold(word), language: analyzer.language) else { return }
      words += analyzer.tokens(of: word).map { Array($0.utf8) }
    }
  }
}
