/// A text found in a graph, with its score; higher is better.
public struct GraphTextHit: Sendable, Hashable {
  /// The IRI of the thing whose texts match.
  public let thing: String
  /// The score, above 0.
  public let score: Double

  /// Makes a hit.
  public init(thing: String, score: Double) {
    self.thing = thing
    self.score = score
  }
}

/// Where a text stands in a literal.
public enum LiteralPlace: Sendable, Hashable, CaseIterable {
  /// Anywhere, as in `CONTAINS` of SPARQL.
  case anywhere
  /// At its beginning, as in `STRSTARTS`.
  case beginning
  /// At its end, as in `STRENDS`.
  case end
}

/// The string literals that an index of literals knows.
public struct IndexedLiterals: Sendable {
  /// The last dictionary number that was looked at; a later one may be a string that the index does not know.
  public let last: TermID
  /// The strings up to it, with or without a language.
  public let strings: TermBitmap

  /// Makes the table.
  public init(last: TermID, strings: TermBitmap) {
    self.last = last
    self.strings = strings
  }
}

/// Finds texts in a graph; the port between query engines and text indexes.
///
/// Words are analysed by the language of each text, as searches do; what it finds is the same in every run.
public protocol GraphTextAccess: Sendable {
  /// The things whose texts match, best first, ties by IRI.
  ///
  /// - Parameters:
  ///   - query: A query in the language of searches.
  ///   - limit: The most things wanted; nil for all.
  /// - Returns: The things and their scores.
  /// - Throws: ``PasserelleError`` with code `query.invalid`, or where the index cannot be read.
  func things(matching query: String, limit: Int?) throws -> [GraphTextHit]

  /// About how many things match.
  func estimatedThings(matching query: String) throws -> Int

  /// What a thing says about a query, in a few words.
  func snippet(of thing: String, for query: String) throws -> String?

  /// How well a literal matches: all the words of the query must stand in it.
  ///
  /// - Returns: The score; nil where it does not match.
  func score(of literal: Literal, for query: String) throws -> Double?

  /// The string literals that may hold a text, in whatever case; none that holds it is missing.
  ///
  /// - Returns: Dictionary numbers, ascending; nil where the index cannot choose.
  func literals(holding text: String, at place: LiteralPlace) throws -> [TermID]?

  /// The string literals among which ``literals(holding:at:)`` chooses; nil where there is no index.
  func indexedLiterals() throws -> IndexedLiterals?
}

extension GraphTextAccess {
  /// None: every literal is looked at.
  public func indexedLiterals() throws -> IndexedLiterals? { nil }
}
