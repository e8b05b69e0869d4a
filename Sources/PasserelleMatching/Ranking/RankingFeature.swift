/// A number that describes a vendor for a need; what ranking models score.
///
/// People read ``reason``, which gathers the numbers that say the same thing. None of them is fame, size, turnover,
/// label or origin; the number of past awards only ever multiplies a similarity.
public enum RankingFeature: Int, CaseIterable, Sendable {
  // Sums of the nearest awards over the greatest sum, and 1 / (5 + rank) of the vendor by it.
  case mixSum, mixRank, mixBest, mixBestRank
  case wordSum, wordRank
  case gramSum, gramRank, gramBest
  case expandedSum, expandedRank
  case wordCoverage, gramCoverage
  case voteSum, voteRank, voteBest
  case bagSum, bagRank
  case codeSum, codeRank
  // Everything the vendor is known for.
  case codeDepth, divisionShare, groupShare, codeMean, guessedCode, guessedCodeBest
  case profile, profileRank
  case partners
  // Left out of a neutral ranking from here on.
  case geoSum, geoRank, fieldSum, fieldRank, fieldBest
  case near, nearMean
  case localShare, localCount, localCodeCount
  case elsewhereOnly
  case name, kinName
  case walkSum, walkRank, buyerNameSum, buyerNameRank, buyerKind, fieldKind, fieldKindMean
  case buyerHistory, buyerSum, clientSum, clientRank
  case experience

  /// The name that model files use.
  public var name: String { Self.entry(self).name }

  /// The reason that people read.
  public var reason: MatchFeature { Self.entry(self).reason }

  /// Whether a neutral ranking leaves it out.
  public var isLeftOutByNeutral: Bool { reason.isLeftOutByNeutral }

  /// Whether the value is 1 / (5 + rank).
  var isRank: Bool {
    switch self {
    case .mixRank, .mixBestRank, .voteRank, .wordRank, .gramRank, .expandedRank, .bagRank, .codeRank,
      .profileRank,
      .geoRank,
      .fieldRank, .walkRank, .buyerNameRank, .clientRank:
      true
    default: false
    }
  }

  /// The names of all features, in the order of the values of a row.
  public static let names = allCases.map(\.name)
}
