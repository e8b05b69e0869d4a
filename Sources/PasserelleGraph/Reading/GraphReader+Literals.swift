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
    let (reader, last) = (try termReader(), try lastTerm())
    var result: [(id: TermID, text: String)] = []
    var id = term.rawValue + 1
    while id <= last.rawValue, result.count < limit {
      _ = reader.withKey(of: id) { key in
        guard key.first == 2 || key.first == 3, let (_, start) = TermCodec.shape(of: key) else { return }
        let text = String(decoding: UnsafeRawBufferPointer(rebasing: key[start...]), as: UTF8.self)
        result.append((TermID(rawValue: id), text))
      }
      id += 1
    }
    return result
  }

  /// The number of the last term; 0 for an empty store.
  ///
  /// - Throws: ``PasserelleError`` when the store cannot be read.
  public func lastTerm() throws -> TermID { TermID(rawValue: try TermRows.last(db)) }
}
