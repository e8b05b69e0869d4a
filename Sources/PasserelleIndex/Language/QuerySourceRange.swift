/// A part of the text of a query, counted in characters (what a reader sees) and in bytes of UTF-8.
public struct QuerySourceRange: Sendable, Hashable {
  /// The characters, from 0.
  public var characters: Range<Int>
  /// The bytes of UTF-8, from 0.
  public var utf8: Range<Int>

  /// Makes a range; by default, the empty one at the beginning.
  public init(characters: Range<Int> = 0..<0, utf8: Range<Int> = 0..<0) {
    self.characters = characters
    self.utf8 = utf8
  }

  /// The range from the beginning of this one to the end of another that does not begin before it.
  func through(_ last: Self) -> Self {
    Self(
      characters: characters.lowerBound..<max(characters.lowerBound, last.characters.upperBound),
      utf8: utf8.lowerBound..<max(utf8.lowerBound, last.utf8.upperBound))
  }
}
