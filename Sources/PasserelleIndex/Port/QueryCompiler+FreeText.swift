public import PasserelleCore
import PasserelleText

extension QueryCompiler {
  /// A question by a text that is no query, such as a title or a sentence: any of its words is enough.
  ///
  /// Function words are left out, unless there is nothing else; a word counts as often as it stands there.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - fields: Where the words are looked for, of those that hold words of the language.
  /// - Returns: The query; `.nothing` for a text without words.
  public func anyWord(of text: String, in fields: [TextField] = [.title, .body]) -> IndexQuery {
    var counted: [(term: [UInt8], count: Int)] = []
    var places: [[UInt8]: Int] = [:]
    for term in tellingTerms(of: text) {
      if let place = places[term] {
        counted[place].count += 1
      } else {
        places[term] = counted.count
        counted.append((term, 1))
      }
    }
    guard !counted.isEmpty else { return .nothing }
    let words = counted.map { term, count in
      IndexQuery.word(TermGroup(fields.map { form($0, term) }, boost: Float(count)))
    }
    return .boolean(must: [], should: words, mustNot: [])
  }

  private func tellingTerms(of text: String) -> [[UInt8]] {
    var buffer = TokenBuffer()
    chain.analyze(text, into: &buffer)
    let source = Array(text.utf8)
    var all: [[UInt8]] = []
    var telling: [[UInt8]] = []
    for index in 0..<buffer.count {
      let term = buffer.withBytes(at: index) { Array($0) }
      all.append(term)
      let written = String(decoding: source[buffer.byteRange(at: index)], as: UTF8.self)
      if !StopWords.contains(TextFolding.fold(written), language: language) { telling.append(term) }
    }
    return telling.isEmpty ? all : telling
  }
}
