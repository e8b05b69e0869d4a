/// How pairs are gathered into clusters.
package struct ClusterOptions: Sendable {
  /// The probability from which a pair is kept as a link.
  package var linkProbability: Float = 0.3
  /// The mean evidence, in log odds, from which two clusters merge.
  package var mergeEvidence: Float = -0.8
  /// The largest component that is solved with all of its pairs.
  package var denseLimit = 96
  /// Pairs looked at, at most, before two clusters of a larger component merge.
  package var sampleLimit = 48

  /// Makes the usual options.
  package init() {}

  /// ``linkProbability`` as evidence.
  var linkSteps: Int32 { Evidence(probability: linkProbability).steps }

  /// ``mergeEvidence`` in steps.
  var mergeSteps: Int64 { Int64((mergeEvidence * 1024).rounded()) }
}

/// Two clusters that became one, with the evidence: what `why` prints.
package struct MergeStep: Sendable, Hashable {
  /// The first member, in the order of identifiers, of the one cluster.
  package let left: UInt32
  /// The first member of the other cluster.
  package let right: UInt32
  /// How many members each of the two had.
  package let sizes: [Int]
  /// The mean evidence of the pairs looked at, as a probability.
  package let meanProbability: Float
  /// The pair that speaks most for the merge, and its evidence.
  package let best: Link
  /// The pair that speaks least for the merge, and its evidence.
  package let worst: Link
  /// Whether a judgement ordered the merge.
  package let isJudged: Bool
}

/// A scored pair of slots.
package struct Link: Sendable, Hashable {
  /// The slot that comes first.
  package let left: UInt32
  /// The other slot.
  package let right: UInt32
  /// The evidence.
  package let evidence: Evidence

  /// Makes a link.
  package init(_ left: UInt32, _ right: UInt32, _ evidence: Evidence) {
    self.left = left
    self.right = right
    self.evidence = evidence
  }
}

/// What people have decided of a pair.
package enum PairJudgement: UInt8, Sendable, Hashable {
  /// One thing.
  case same
  /// Two things.
  case different
}
