/// Limits of approximate spelling.
///
/// The distance is optimal string alignment (restricted Damerau–Levenshtein): the least number of scalars
/// inserted, left out, replaced or swapped with their neighbour, no part of a word being edited twice.
/// Source: L. Boytsov, "Indexing methods for approximate dictionary searching", JEA 16 (2011).
package enum EditDistance {
  /// The greatest distance ``FuzzyWalk`` computes.
  package static let maximum = 2

  /// The greatest distance that still says something about a word: 0 below 3 scalars, 1 below 5, else 2.
  ///
  /// - Parameter pattern: UTF-8 of the word.
  /// - Returns: 0, 1 or 2.
  /// - Complexity: O(*n*).
  package static func allowedDistance(for pattern: [UInt8]) -> Int {
    var scalars = 0
    for byte in pattern where byte & 0xC0 != 0x80 { scalars += 1 }
    return scalars < 3 ? 0 : scalars < 5 ? 1 : maximum
  }
}

/// What ``FuzzyWalk/feed(term:sharedPrefix:)`` found.
package enum FuzzyStep: Sendable, Hashable {
  /// The term is at a distance from 0 to the one asked for.
  case match(distance: Int)
  /// The term is too far, but one that begins with it may not be.
  case noMatch
  /// No term that begins with the first `prefixLength` bytes of this one matches.
  case skip(prefixLength: Int)
}
