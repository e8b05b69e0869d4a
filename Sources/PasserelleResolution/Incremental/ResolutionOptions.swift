/// How mentions are resolved.
package struct ResolutionOptions: Sendable {
  /// How candidates are found.
  package var blocking = BlockingOptions()
  /// How clusters are made.
  package var clusters = ClusterOptions()
  /// How many threads to use; the result is the same with any number.
  package var threads = 2

  /// Makes the usual options.
  package init() {}
}

/// Changes of mentions and judgements, made at one time.
package struct ResolutionChanges: Sendable {
  /// Mentions that are new, or that replace those of the same identifier.
  package var mentions: [PreparedMention] = []
  /// Identifiers of mentions that are gone.
  package var removals: [String] = []
  /// Decisions on pairs of identifiers; nil takes a decision back.
  package var judgements: [(left: String, right: String, judgement: PairJudgement?)] = []

  /// Makes changes.
  package init(
    mentions: [PreparedMention] = [], removals: [String] = [],
    judgements: [(left: String, right: String, judgement: PairJudgement?)] = []
  ) {
    self.mentions = mentions
    self.removals = removals
    self.judgements = judgements
  }
}

/// What changes did to the clusters.
package struct ResolutionUpdate: Sendable {
  /// Pairs that were compared.
  package var compared = 0
  /// Components that were solved anew.
  package var components = 0
  /// Clusters there were, that were looked at anew.
  package var touchedClusters = 0
  /// Clusters there are now that have other members than before, new single mentions left out.
  package var changedClusters = 0
  /// Slots whose cluster is another than before, ascending; removed ones included.
  package var changedSlots: [UInt32] = []

  /// Makes an empty update.
  package init() {}
}
