public import PasserelleCore
public import PasserelleMatching

/// A pattern over past awards that someone may want to look into.
public struct AuditPattern: Sendable, Hashable {
  /// What kind of pattern.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// One vendor won a large part of the awards.
    case firstWinner = "first_winner"
    /// One vendor won many in a row.
    case streak
    /// Several amounts lie just under a threshold.
    case nearThreshold = "near_threshold"
    /// Most of a vendor's awards come from one buyer.
    case dependence
  }

  /// The kind.
  public let kind: Kind
  /// What was counted, and that it is to be checked.
  public let text: LocalizedText
  /// The records behind it.
  public let records: [String]
}

/// The awards of a buyer in a CPV division, with what is worth a look.
public struct ConcentrationRow: Sendable, Hashable {
  /// The buyer's IRI.
  public let buyer: String
  /// The buyer's name.
  public let buyerName: String
  /// The CPV division, two digits.
  public let division: String
  /// The division with its label.
  public let divisionLabel: String
  /// The IRI of the vendor that won most often.
  public let first: String
  /// Its name.
  public let firstName: String
  /// The figures.
  public let figures: BuyerConcentration
  /// What is worth a look; often nothing.
  public let patterns: [AuditPattern]
}

/// A vendor most of whose awards come from one buyer.
public struct DependenceRow: Sendable, Hashable {
  /// The vendor's IRI.
  public let vendor: String
  /// Its name.
  public let vendorName: String
  /// The buyer's IRI.
  public let buyer: String
  /// The buyer's name.
  public let buyerName: String
  /// The figures.
  public let figures: VendorDependence
  /// The pattern in words, with its records.
  public let pattern: AuditPattern
}

/// Concentration and dependence over past awards.
public struct ConcentrationAnswer: Sendable, Hashable {
  /// The buyers and divisions.
  public let rows: [ConcentrationRow]
  /// The vendors that depend on one buyer.
  public let dependences: [DependenceRow]
  /// How many awards were looked at.
  public let awards: Int
  /// How many of them have no winner or no CPV code.
  public let leftOut: Int
  /// How many groups were too small to be told.
  public let smallGroups: Int
  /// How many amounts were converted into euros.
  public let converted: Int
  /// How many amounts are in another currency of which no rate is known, and were left out of sums and thresholds.
  public let withoutRate: Int
  /// How many thresholds were known.
  public let thresholds: Int
  /// From when on figures are told.
  public let limits: ConcentrationLimits
  /// Whether demonstration data were counted.
  public let hasDemonstration: Bool

  /// What a reader must know.
  public static let caution = LocalizedText(
    fr:
      "Ces lignes sont des motifs à vérifier, jamais des constats ni des reproches : un segment étroit, un allotissement, la continuité d’un équipement ou un montant négocié les expliquent souvent. Elles ne portent que sur les marchés chargés ici. La décision et l’appréciation reviennent à des personnes.",
    en:
      "These lines are patterns to check, never findings nor blame: a narrow market, lots, the continuity of an installation or a negotiated amount often explain them. They cover only the awards loaded here. To judge and to decide is for people."
  )
}
