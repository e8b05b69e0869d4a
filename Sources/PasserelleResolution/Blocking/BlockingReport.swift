/// What blocking did: how many pairs it proposed, by which families, and how much of a known truth it met.
package struct BlockingReport: Sendable {
  /// One family's part.
  package struct Family: Sendable {
    /// The family.
    package let family: BlockingFamily
    /// Blocks of two members or more within the cap.
    package var blocks = 0
    /// Blocks past the cap, which are silent.
    package var silentBlocks = 0
    /// Compared pairs that share a block of the family.
    package var pairs = 0
    /// True pairs that share a speaking block of the family; nil where no truth is known.
    package var truePairs: Int?
    /// True pairs that no other family meets; nil where no truth is known.
    package var onlyTruePairs: Int?
  }

  /// How many mentions there were.
  package var mentions = 0
  /// How many (key, mention) entries there were.
  package var entries = 0
  /// Pairs that were compared.
  package var pairs = 0
  /// The families, in their order.
  package var families: [Family] = BlockingFamily.allCases.map { Family(family: $0) }
  /// Pairs that are known to be one thing.
  package var knownPairs: Int?
  /// Known pairs that were proposed.
  package var metPairs: Int?

  /// Makes an empty report.
  package init() {}

  /// Compared pairs by mention.
  package var pairsPerMention: Double { mentions > 0 ? Double(pairs) / Double(mentions) : 0 }

  /// The part of the known pairs that was proposed; nil where no truth is known.
  package var recall: Double? {
    guard let knownPairs, let metPairs, knownPairs > 0 else { return nil }
    return Double(metPairs) / Double(knownPairs)
  }
}
