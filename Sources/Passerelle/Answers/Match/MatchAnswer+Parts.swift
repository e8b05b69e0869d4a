public import PasserelleCore
public import PasserelleMatching

/// Where the CPV codes of a need come from.
public enum CodeOrigin: String, Sendable, Hashable, CaseIterable {
  /// The need states them.
  case stated
  /// The request gave them in place of those stated.
  case given
  /// None was stated; the most probable suggestion was taken, as the answer says.
  case suggested
  /// None was stated, and no suggestion was probable enough to be taken.
  case unknown
}

/// A CPV group suggested for a need, with its labels and the awards that speak for it.
public struct SuggestedCode: Sendable {
  /// The suggestion.
  public let suggestion: CodeSuggestion
  /// The code with its label.
  public let label: String
  /// The titles of the awards most like the need that have a code of the group, nearest first.
  public let examples: [String]
}

/// What is known of a vendor for one requirement of the need.
public struct RequirementEvidence: Sendable {
  /// The requirement's name in the need, such as `F3`.
  public let requirement: String
  /// How far the evidence speaks of it, and which document does best.
  public let coverage: RequirementCoverage
  /// The title of that document, or the vendor's name for its own declaration.
  public let quote: String?
  /// The record that states it; nil for level `none`.
  public let source: Dossier.Source?
}

/// A flag that an answer shows beside a vendor; none of them enters the ranking.
public enum VendorFlag: String, Sendable, Hashable, CaseIterable {
  /// Declares itself a small or medium enterprise.
  case sme
  /// Has won nothing that is known: it stands in the answer by its declaration alone.
  case newcomer
  /// Known by one or two awards only.
  case fewAwards = "few_awards"
  /// Declares more than awards show: part of what is shown is declared, not observed.
  case declared

  /// The flag in words.
  public var label: LocalizedText {
    switch self {
    case .sme: LocalizedText(fr: "PME (déclaré)", en: "SME (declared)")
    case .newcomer: LocalizedText(fr: "nouvel entrant", en: "newcomer")
    case .fewAwards: LocalizedText(fr: "peu de marchés connus", en: "few known awards")
    case .declared: LocalizedText(fr: "profil déclaré", en: "declared profile")
    }
  }
}

/// A point to check in the officer's own text, before it is published.
public struct MatchCheck: Sendable, Hashable {
  /// What was looked for.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A brand, type or model without "or equivalent".
    case brand
    /// A named standard, label or certificate of which fewer than three vendors of the data show any trace.
    case narrow
    /// The procedure that the amount points to.
    case procedure
    /// A part of the document that could not be read, or was read by a guess.
    case document
  }

  /// What was looked for.
  public let kind: Kind
  /// The clause, such as `T3`; nil for the text as a whole.
  public let clause: String?
  /// The words that gave rise to it, as written.
  public let words: [String]
  /// What was found.
  public let message: LocalizedText
  /// What to do about it.
  public let remedy: LocalizedText
}
