/// A typology that a vendor is attached to.
public struct VendorAttachment: Sendable, Hashable {
  /// The typology's place in the list of all.
  public let typology: Int
  /// The lower bound of the part of the vendor's evidence that speaks for it, 0 to 1; never 1.
  public let score: Double
  /// How sure the attachment is.
  public let band: EvidenceBand
  /// The evidence for it: places in the list given, and what each says, the plainest first.
  public let reasons: [Reason]
  /// How many pieces of evidence speak for any typology of the scheme.
  public let pieceCount: Int

  /// A piece of evidence that speaks for the typology.
  public struct Reason: Sendable, Hashable {
    /// The piece's place in the list given.
    public let piece: Int
    /// What it says of the typology.
    public let hit: TypologyEvidence.Hit
  }
}

/// Attaches a vendor to the typologies that its evidence speaks for.
///
/// The score is the lower bound of Wilson's interval (1927) for the part of its evidence that speaks for a typology:
/// a single piece gives a weak attachment, and many pieces give a surer one but never certainty. Nothing of fame, size
/// or origin enters. See Documentation/Methods/attachment.md.
public struct AttachmentRule: Sendable {
  /// The quantile of the normal distribution of the bound.
  static let quantile = 1.645
  /// The score from which an attachment is strong; it also takes three pieces.
  static let strong = 0.25
  /// The score from which there is some evidence; it also takes two pieces.
  static let some = 0.15
  /// The score below which nothing is attached.
  static let least = 0.08
  /// Pieces of evidence that speak for no typology count by this part.
  static let silent = 0.25

  private let schemes: [Typology.Scheme]

  /// Makes the rule for a list of typologies.
  public init(typologies: [Typology]) { schemes = typologies.map(\.scheme) }

  /// The typologies of a vendor.
  ///
  /// - Parameter evidence: What awards, profile and sheets say, a piece each.
  /// - Returns: Of each scheme the surest first, domains before use cases; ties in the order of the typologies.
  /// - Complexity: O(hits).
  public func attachments(of evidence: [TypologyEvidence]) -> [VendorAttachment] {
    var reasons: [Int: [VendorAttachment.Reason]] = [:]
    var telling: [Typology.Scheme: Int] = [:]
    for (piece, one) in evidence.enumerated() {
      for scheme in Set(one.hits.map { schemes[$0.typology] }) { telling[scheme, default: 0] += 1 }
      for hit in one.hits { reasons[hit.typology, default: []].append(.init(piece: piece, hit: hit)) }
    }
    let found = reasons.sorted { $0.key < $1.key }.compactMap { typology, reasons -> VendorAttachment? in
      let count = telling[schemes[typology]] ?? 0
      let total = Double(count) + Self.silent * Double(evidence.count - count)
      let score = Self.lowerBound(reasons.reduce(0) { $0 + $1.hit.strength }, of: total)
      guard score >= Self.least else { return nil }
      return VendorAttachment(
        typology: typology, score: score, band: Self.band(score, pieces: reasons.count),
        reasons: reasons.sorted { ($1.hit.strength, $0.piece) < ($0.hit.strength, $1.piece) },
        pieceCount: count)
    }
    let ranks = Dictionary(uniqueKeysWithValues: Typology.Scheme.allCases.enumerated().map { ($1, $0) })
    return found.sorted {
      (ranks[schemes[$0.typology]] ?? 0, $1.score, $0.typology)
        < (ranks[schemes[$1.typology]] ?? 0, $0.score, $1.typology)
    }
  }

  /// The lower bound of Wilson's interval for `part` of `total`, 0 to less than 1; 0 of nothing.
  static func lowerBound(_ part: Double, of total: Double) -> Double {
    guard total > 0 else { return 0 }
    let share = min(1, part / total)
    let square = quantile * quantile
    let spread = quantile * (share * (1 - share) / total + square / (4 * total * total)).squareRoot()
    return max(0, (share + square / (2 * total) - spread) / (1 + square / total))
  }

  private static func band(_ score: Double, pieces: Int) -> EvidenceBand {
    if score >= strong, pieces >= 3 { return .strong }
    return score >= some && pieces >= 2 ? .some : .weak
  }
}
