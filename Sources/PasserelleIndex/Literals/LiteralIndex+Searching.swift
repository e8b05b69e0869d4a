import PasserelleCore

/// Finding literals.
extension LiteralIndex {
  /// The trigrams of which candidates must hold all, at most: the rarest.
  private static let trigramLimit = 8
  /// Literals fetched at once, at first and at most.
  private static let batches = 64...4096
  /// About how many bytes of literals are fetched at once.
  private static let batchBytes = 4 << 20

  /// The literals that may contain a text, in whatever case.
  ///
  /// - Parameter needle: The text.
  /// - Returns: Some of the literals, or all for a text of fewer than 3 bytes in lower case.
  /// - Throws: ``PasserelleError`` with code `.indexInvalid`.
  /// - Complexity: O(literals that hold the rarest trigram), and at most some thousand seeks for each of the others.
  public func candidates(containing needle: String) throws -> LiteralCandidates {
    try candidates(needle, mode: .containing)
  }

  /// The literals in which a text may stand somewhere, in whatever case.
  ///
  /// - Parameters:
  ///   - needle: The text.
  ///   - mode: Where it must stand.
  /// - Returns: Some of the literals, or all for a text too short: of fewer than 3 bytes in lower case, at a beginning
  ///   or an end fewer than 2. Whole literals may have any length.
  /// - Throws: ``PasserelleError`` with code `.indexInvalid`.
  public func candidates(_ needle: String, mode: LiteralMode) throws -> LiteralCandidates {
    Self.candidates(needle, mode, in: try index.snapshot())
  }

  /// The literals in which a text stands, case by case or in whatever case.
  ///
  /// Candidates are fetched in batches and compared byte by byte; where the text is too short for candidates, all
  /// literals are.
  ///
  /// - Parameters:
  ///   - needle: The text.
  ///   - mode: Where it must stand.
  ///   - ignoringCase: Whether both are compared in lower case, scalar by scalar.
  ///   - limit: The most literals wanted: those with the lowest numbers; nil for all.
  ///   - fetch: Gives literals by number, one for each in the same order; nil for one that is no more, which is left
  ///     out.
  /// - Returns: Their numbers, ascending.
  /// - Throws: ``PasserelleError`` with code `.indexInvalid`; what `fetch` throws.
  /// - Complexity: O(bytes of the candidates).
  public func matches(
    _ needle: String, mode: LiteralMode, ignoringCase: Bool, limit: Int? = nil,
    fetch: ([Int64]) throws -> [String?]
  ) throws -> [Int64] {
    let wanted = limit ?? .max
    guard wanted > 0 else { return [] }
    let snapshot = try index.snapshot()
    let ids =
      switch Self.candidates(needle, mode, in: snapshot) {
      case .ids(let ids): ids
      case .all: snapshot.matches(.everything).ids
      }
    var matcher = LiteralMatcher(needle, mode, ignoringCase: ignoringCase)
    var found: [Int64] = []
    var place = 0
    var size = Self.batches.lowerBound
    while place < ids.count {
      let batch = Array(ids[place..<min(place + size, ids.count)])
      let texts = try fetch(batch)
      precondition(texts.count == batch.count, "LiteralIndex: fetch gives one literal for each number")
      var bytes = 0
      for (id, text) in zip(batch, texts) {
        guard let text else { continue }
        bytes += text.utf8.count
        guard matcher.matches(text) else { continue }
        found.append(id)
        if found.count == wanted { return found }
      }
      place += batch.count
      // Twice as many each time, fewer where literals are long.
      let fitting = Self.batchBytes / max(1, bytes / batch.count)
      size = max(16, min(2 * size, fitting, Self.batches.upperBound))
    }
    return found
  }

  private static func candidates(
    _ needle: String, _ mode: LiteralMode, in snapshot: IndexSnapshot
  ) -> LiteralCandidates {
    let terms = LiteralTrigrams.terms(of: needle, mode)
    guard !terms.isEmpty else { return .all }
    guard let rarest = rarest(terms, in: snapshot) else { return .ids([]) }
    let words = rarest.map { IndexQuery.word(TermGroup([FieldTerm(field: 0, term: $0)])) }
    return .ids(snapshot.matches(.boolean(must: words, should: [], mustNot: [])).ids)
  }

  /// The trigrams that fewest literals hold, rarest first; nil when one is in none.
  private static func rarest(_ terms: [[UInt8]], in snapshot: IndexSnapshot) -> [[UInt8]]? {
    var counted: [(literals: Int, place: Int)] = []
    for (place, term) in terms.enumerated() {
      let literals = snapshot.documentFrequency(of: term, field: 0)
      if literals == 0 { return nil }
      counted.append((literals, place))
    }
    return counted.sorted { $0 < $1 }.prefix(trigramLimit).map { terms[$0.place] }
  }
}
