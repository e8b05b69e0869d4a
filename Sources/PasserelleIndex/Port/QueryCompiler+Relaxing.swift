public import PasserelleCore

extension QueryCompiler {
  /// Compiles a query so that any of its words is enough, and so are the concepts that its words name.
  ///
  /// Conditions stay as they are. A concept is worth a third of a word, so that texts with the words
  /// come first.
  ///
  /// - Parameters:
  ///   - query: What was asked.
  ///   - concepts: The concepts of some words, such as an annotator of the ontology gives them.
  /// - Returns: The wider question; nil for a query that has no words, excludes some, or says itself what is enough
  ///   (`OU`).
  /// - Throws: What the resolver throws.
  public func relaxed(_ query: ParsedQuery, concepts: (String) throws -> [WeightedConcept]) throws
    -> IndexQuery?
  {
    let parts: [QueryNode] =
      if case .all(let parts) = query.root.form { parts } else { [query.root] }
    var should: [IndexQuery] = []
    var rest: [QueryNode] = []
    var words: [String] = []
    for part in parts {
      if case .not = part.form { return nil }
      guard case .text(let text, nil) = part.form else {
        rest.append(part)
        continue
      }
      should.append(self.text(text, Self.searchedFields))
      switch text {
      case .word(let word), .fuzzy(let word, _): words.append(word)
      case .phrase(let phrase, _): words.append(phrase)
      case .prefix: break
      }
    }
    guard !should.isEmpty else { return nil }
    let named = try concepts(words.joined(separator: " "))
    let greatest = Float(max(1, named.map(\.weight).max() ?? 1))
    should += named.map { concept in
      .word(
        TermGroup(
          [FieldTerm(field: DocumentSchema.place(of: .concepts), term: Array(concept.term.utf8))],
          boost: Float(concept.weight) / greatest / 3))
    }
    guard should.count > 1 else { return nil }
    let wide = IndexQuery.boolean(must: [], should: should, mustNot: [])
    guard !rest.isEmpty else { return wide }
    let conditions = try compile(ParsedQuery(rest.count == 1 ? rest[0] : QueryNode(.all(rest))))
    return .boolean(must: [wide, .filter(conditions)], should: [], mustNot: [])
  }
}
