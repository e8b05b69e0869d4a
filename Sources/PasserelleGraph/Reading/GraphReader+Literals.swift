public import PasserelleCore

extension GraphReader {
  /// The texts among the literals that came after a term, by ascending number: strings, with or without a language.
  ///
  /// Numbers and dates are left out. A literal is given whichever versions state it, open or not.
  ///
  /// - Parameters:
  ///   - term: The last term that is known; ``TermID/none`` to begin.
  ///   - limit: The most literals wanted.
  /// - Returns: The literals; none at the end.
  /// - Throws: ``PasserelleError`` when the store cannot be read.
  /// - Complexity: O(terms passed over + literals).
  public func literals(after term: TermID, limit: Int) throws -> [(id: TermID, text: String)] {
    try withStatement(
      "SELECT id, key FROM term WHERE id > ? AND substr(key, 1, 1) IN (x'02', x'03') ORDER BY id LIMIT ?"
    ) { statement in
      statement.bind(term.rawValue, at: 1)
      statement.bind(Int64(limit), at: 2)
      var result: [(id: TermID, text: String)] = []
      while try statement.step() {
        guard let text = statement.withBlob(1, { codec.term(of: $0) })?.lexicalForm else { continue }
        result.append((TermID(rawValue: statement.int64(0)), text))
      }
      return result
    }
  }

  /// The number of the last term; 0 for an empty store.
  ///
  /// - Throws: ``PasserelleError`` when the store cannot be read.
  public func lastTerm() throws -> TermID {
    try withStatement("SELECT coalesce(max(id), 0) FROM term") { statement in
      TermID(rawValue: try statement.step() ? statement.int64(0) : 0)
    }
  }
}
