/// Which words of two names stand for each other, and how much of each name is left over.
struct TokenAlignment {
  /// What is left over of a name, by kind.
  struct Rest {
    var words: Float = 0
    var rarestWord: Float = 0
    var numbers: Float = 0
    var places: Float = 0
    var common: Float = 0
    var branch: Float = 0
    var group: Float = 0
    var bodies: Float = 0
    var initials: Float = 0
    var wordCount: Float = 0
    var total: Float = 0
  }

  /// Weight of what matches, each by its likeness.
  var matched: Float = 0
  /// Weight of what matches exactly.
  var exact: Float = 0
  /// The greatest rarity of a match, by its likeness.
  var rarest: Float = 0
  /// The sum of the rarities of matching words.
  var raritySum: Float = 0
  /// Matched distinctive words.
  var matches: Float = 0
  /// The least likeness of two words that stand for each other.
  var worst: Float = 1
  /// Pairs of matches in the same order, less those in another, over all pairs.
  var order: Float = 1
  /// The rarity of an acronym that stands for the words of the other name.
  var acronym: Float = 0
  /// Matches by word cut short.
  var shortened: Float = 0
  /// The likeness of the first distinctive words.
  var head: Float = 0
  /// The greatest likeness of words left over on both sides.
  var nearMiss: Float = 0
  /// The share of matching numbers.
  var numbersMatched: Float = 0
  /// The share of matching places.
  var placesMatched: Float = 0
  var left = Rest()
  var right = Rest()

  /// Aligns two names: equal words first, then the most alike, then words written apart, then acronyms.
  ///
  /// - Complexity: O(*n* · *m*) in the words.
  init(_ first: PreparedName, _ second: PreparedName) {
    first.bytes.withUnsafeBufferPointer { leftBytes in
      second.bytes.withUnsafeBufferPointer { rightBytes in
        first.tokens.withUnsafeBufferPointer { left in
          second.tokens.withUnsafeBufferPointer { right in
            var work = AlignmentWork(left, leftBytes, right, rightBytes)
            work.alignEqual(&self)
            work.alignJoined(&self, mostDistance: 0)
            work.alignAcronyms(&self)
            work.alignAlike(&self)
            work.alignJoined(&self, mostDistance: 1)
            work.finish(&self)
          }
        }
      }
    }
  }
}
