/// What a resolution was made of: equal stamps, equal clusters.
package struct ResolutionStamp: Sendable, Hashable {
  /// The last version of the store that it has seen.
  package var sequence: Int64
  /// The last judgement that it has seen.
  package var judgement: Int64
  /// A hash of the models, the lexicon and the program's ways.
  package var epoch: UInt64
  /// The probability from which pairs are gathered; nil for that of the program.
  package var threshold: Double?

  /// The stamp as the fields of a line.
  var fields: [String] {
    [String(sequence), String(judgement), String(epoch), threshold.map { String($0) } ?? "-"]
  }

  /// Reads the fields of a line.
  init?(fields: [Substring]) {
    guard fields.count == 4, let sequence = Int64(fields[0]), let judgement = Int64(fields[1]),
      let epoch = UInt64(fields[2])
    else { return nil }
    self.init(sequence: sequence, judgement: judgement, epoch: epoch, threshold: Double(fields[3]))
  }

  init(sequence: Int64, judgement: Int64, epoch: UInt64, threshold: Double?) {
    self.sequence = sequence
    self.judgement = judgement
    self.epoch = epoch
    self.threshold = threshold
  }
}

/// A judgement that a resolution has taken in: the two things and whether they are one.
package struct AppliedDecision: Sendable, Hashable, Comparable {
  /// The one thing.
  package let left: String
  /// The other thing.
  package let right: String
  /// Whether they are one.
  package let isSame: Bool

  /// Orders by the two things, and what is one before what is not.
  package static func < (left: Self, right: Self) -> Bool {
    (left.left, left.right, left.isSame ? 0 : 1) < (right.left, right.right, right.isSame ? 0 : 1)
  }
}
