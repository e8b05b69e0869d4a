/// What is measured of a pair of mentions, in the order of the model's columns.
public enum NameFeature: Int, Sendable, Hashable, CaseIterable {
  case overlap, containment, rarest, raritySum, exactShare
  case rarestRestLess, rarestRestMore, restBoth, wordsRestLess, wordsRestMore
  case head, order, worst, nearMiss, shortened, acronym
  case placesBoth, placesOne, placesMatched, numbersBoth, numbersOne, numbersMatched
  case commonBoth, commonOne, branch, group, initials
  case legalSame, legalDifferent, bodySame, bodyDifferent, bodyOne
  case spelling, letterPairs, core, lengthShort, fewWords, firstSegment
  case clean, bodyClean, substitution

  /// The name in model files.
  public var name: String { "\(self)" }

  /// How many there are.
  public static let count = allCases.count

  /// Whether more of it can only make (1) or only unmake (-1) a match; 0 where both may be.
  public var direction: Int {
    switch self {
    case .overlap, .containment, .rarest, .raritySum, .exactShare, .head, .order, .worst, .nearMiss, .acronym,
      .placesMatched, .numbersMatched, .legalSame, .bodySame, .spelling, .letterPairs, .core, .firstSegment,
      .clean, .bodyClean:
      1
    case .rarestRestLess, .restBoth, .wordsRestLess, .placesBoth, .numbersBoth, .numbersOne, .commonBoth,
      .legalDifferent, .bodyDifferent, .rarestRestMore, .wordsRestMore, .substitution:
      -1
    default: 0
    }
  }
}
