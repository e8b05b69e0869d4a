import PasserelleCore
import PasserelleText

extension QueryCompiler {
  /// What another name of a notion is worth, of a word: texts with the words asked for come first.
  private static let otherNameBoost: Float = 0.3

  /// The notions that words next to one another name, by the rank of their first word.
  ///
  /// Words in quotes, in a field or after a sign mean themselves alone.
  func notions(of parts: [QueryNode]) throws -> [Int: QueryNotion] {
    var found: [Int: QueryNotion] = [:]
    var start = 0
    while start < parts.count {
      let words = parts[start...].prefix { $0.plainWord != nil }.compactMap(\.plainWord)
      for notion in try words.isEmpty ? [] : resolver.notions(in: words, language: language) {
        var notion = notion
        notion.words = start + notion.words.lowerBound..<start + notion.words.upperBound
        found[notion.words.lowerBound] = notion
      }
      start += words.count + 1
    }
    return found
  }

  /// Words that name a notion, or any other name of it.
  func widened(_ words: [IndexQuery], by notion: QueryNotion) -> IndexQuery {
    let exact = words.count == 1 ? words[0] : IndexQuery.boolean(must: words, should: [], mustNot: [])
    let field = DocumentSchema.place(of: .concepts)
    let term = Array(notion.term.utf8)
    guard snapshot.documentFrequency(of: term, field: field) > 0 else { return exact }
    let other = IndexQuery.word(
      TermGroup([FieldTerm(field: field, term: term)], boost: Self.otherNameBoost))
    return .boolean(must: [], should: [exact, other], mustNot: [])
  }

  /// The other names, in a language, of the notions that a query names; none where they cannot be read.
  func otherNames(of query: ParsedQuery, language: TextLanguage) -> [String] {
    let parts: [QueryNode] =
      if case .all(let parts) = query.root.form { parts } else { [query.root] }
    let notions = (try? notions(of: parts)) ?? [:]
    return notions.sorted { $0.key < $1.key }.flatMap { _, notion in
      notion.names.filter { language == .neutral || $0.language == language.rawValue }.map(\.text)
    }
  }
}

extension QueryNode {
  /// The word, where it is one without a field.
  fileprivate var plainWord: String? {
    if case .text(.word(let word), nil) = form { return word }
    return nil
  }
}
