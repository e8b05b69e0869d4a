/// Where the text that is looked for stands in a literal.
public enum LiteralMode: Sendable, Hashable, CaseIterable {
  /// Anywhere, as in `CONTAINS` of SPARQL.
  case containing
  /// At its beginning, as in `STRSTARTS`.
  case startingWith
  /// At its end, as in `STRENDS`.
  case endingWith
  /// It is the whole literal.
  case equal
}

/// The literals that may hold a text; none that holds it is missing.
public enum LiteralCandidates: Sendable, Hashable {
  /// Some, by number, ascending.
  case ids([Int64])
  /// All of them: the text is too short to choose.
  case all
}
