internal import PasserelleCore

/// A pattern that is answered by a search instead of statements: `pas:matches` and `pas:shortestPath`.
enum AccessPattern: Sendable, Hashable {
  case text(TextPattern)
  case paths(PathsPattern)

  /// The predicates that stand for searches.
  static let matches = Vocabulary.pas + "matches"
  static let shortestPath = Vocabulary.pas + "shortestPath"

  /// The nodes that must have values before the search.
  var inputs: [PatternNode] {
    switch self {
    case .text: []
    case .paths(let paths): [paths.start, paths.end]
    }
  }

  /// The nodes that the search gives values to, in the order of its answers.
  var outputs: [PatternNode?] {
    switch self {
    case .text(let text): [text.node, text.score, text.snippet]
    case .paths(let paths): [paths.rank, paths.position, paths.node, paths.length]
    }
  }
}

/// `?thing pas:matches ("words" ?score ?snippet)`, or `?thing pas:matches "words"`.
struct TextPattern: Sendable, Hashable {
  /// The thing or literal whose text matches.
  let node: PatternNode
  /// A query in the language of searches.
  let query: String
  /// Gets the score, a double.
  let score: PatternNode?
  /// Gets a few words of the text.
  let snippet: PatternNode?
}

/// `?from pas:shortestPath (?to "path" maximumLength count ?rank ?position ?node ?length)`.
struct PathsPattern: Sendable, Hashable {
  /// Where the paths begin and end.
  let start, end: PatternNode
  /// One step of a path.
  let step: PropertyPath
  /// The most steps of a path.
  let maximumLength: Int
  /// How many paths are wanted.
  let count: Int
  /// Get the rank of the path from 1, the position on it from 0, the node there, and the steps of the path.
  let rank, position, node, length: PatternNode?

  /// The most steps and paths that can be asked for.
  static let lengthLimit = 20
  static let countLimit = 100
}
