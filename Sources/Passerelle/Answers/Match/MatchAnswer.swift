public import PasserelleCore
public import PasserelleMatching

/// A past award as evidence, with the record that states it.
public struct AwardEvidence: Sendable {
  /// The award's IRI.
  public let iri: String
  /// Its title.
  public let title: String
  /// The buyer's name.
  public let buyer: String?
  /// When it was notified.
  public let date: PartialDate?
  /// The amount.
  public let amount: Money?
  /// The CPV code.
  public let code: CPVCode?
  /// The CPV code with its label.
  public let cpv: String?
  /// The place.
  public let place: String?
  /// The statement that links the vendor to the award, as a sentence.
  public let statement: String?
  /// The record that states it.
  public let source: Dossier.Source
  /// The words that it shares with the need, as the need writes them, most telling first.
  public let sharedWords: [String]
  /// What makes it near.
  public let similarity: SimilarAward
}

/// A vendor in an answer, with its evidence.
public struct MatchedVendor: Sendable {
  /// Score, adequacy, band, contributions.
  public let ranked: RankedVendor
  /// The vendor's identifier for people, such as `SIREN 123456789`.
  public let identifier: String
  /// The past awards behind the rank.
  public let evidence: [AwardEvidence]
  /// What is known of it for each requirement of the need, in their order.
  public let coverage: [RequirementEvidence]
  /// What to know of it beside the rank.
  public let flags: [VendorFlag]
  /// What it declares; nil where it has declared nothing.
  public let profile: VendorProfile?
  /// What territories say of projects that it delivered, the latest first.
  public let evaluations: [ProfileAnswer.SourcedEvaluation]
  /// The record of its declaration; nil where it has declared nothing.
  public let declaration: Dossier.Source?
  /// Further entries that are one thing with it, and stand under it.
  public var merged: [MergedVendor] = []

  /// The requirements of which nothing is known, by name.
  public var gaps: [String] { coverage.filter { $0.coverage.level == .none }.map(\.requirement) }

  var hasDemonstration: Bool {
    evidence.contains(where: \.source.isDemonstration) || declaration?.isDemonstration ?? false
  }
}

/// The answer to "who can deliver this?".
public struct MatchAnswer: Sendable {
  /// The need as it was put to the matcher.
  public let need: Need
  /// The need's title as its document writes it.
  public let title: String
  /// The need taken apart: lots, clauses, amounts, dates.
  public let outline: SpecificationOutline
  /// The name of each tag of the clauses, by scheme and key, for people.
  public let tagLabels: [ClauseTag.Concept: LocalizedText]
  /// The lot that was asked about; nil for the whole.
  public let lot: SpecificationLot?
  /// Where the CPV codes come from.
  public let codeOrigin: CodeOrigin
  /// The need's CPV codes with their labels.
  public let codeLabels: [String]
  /// The groups suggested where the need states no code, most probable first.
  public let suggestions: [SuggestedCode]
  /// The need's place in words.
  public let placeLabel: String?
  /// The requirements that vendors were held to, in the order of the text.
  public let requirements: [SpecificationClause]
  /// How many further requirements the text has.
  public let requirementsLeftOut: Int
  /// The vendors, best first.
  public let vendors: [MatchedVendor]
  /// Vendors that have won nothing yet, in the place reserved to them, best first.
  public let newcomers: [MatchedVendor]
  /// What the filters removed.
  public let filters: [FilterCount]
  /// What to look at in the text before it is published.
  public let checks: [MatchCheck]
  /// What the need asks for that touches the rights of persons; none of it enters the ranking.
  public let warnings: [SubstanceWarning]
  /// Contracts comparable with the need, nearest first.
  public let comparables: [SimilarAnswer.Contract]
  /// Their prices, like with like.
  public let prices: [SimilarAnswer.Prices]
  /// Comparable contracts left out of the prices because their amount is in another currency and no rate of it is known.
  public let pricesWithoutRate: Int
  /// How many vendors had evidence.
  public let candidateCount: Int
  /// How many awards were compared.
  public let awardCount: Int
  /// Whether the ranking was neutral.
  public let isNeutral: Bool
  /// Whether evaluations entered the ranking.
  public let ranksByEvaluations: Bool
  /// The model's name.
  public let model: String
  /// Whether some of the evidence is demonstration data.
  public let hasDemonstration: Bool
  /// The language of its labels.
  public let language: MessageLanguage

  /// Where a clause stands in its document.
  ///
  /// - Parameter name: The clause's name, such as `T3`.
  /// - Returns: The place as people read it; nil where it is not known.
  public func anchor(ofClause name: String?) -> String? {
    outline.clauses.first { $0.id == name }?.anchor
  }
}
