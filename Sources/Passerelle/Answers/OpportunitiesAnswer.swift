public import PasserelleCore
public import PasserelleMatching

/// The open calls that a vendor may answer, with the reasons, and what its profile lacks to come closer.
public struct OpportunitiesAnswer: Sendable {
  /// The vendor's IRI.
  public let vendor: String
  /// What to call it.
  public let name: String
  /// Its identifier for people, such as `SIREN 999723430`.
  public let identifier: String
  /// How many awards name it.
  public let awardCount: Int
  /// Whether it declares a profile.
  public let hasProfile: Bool
  /// The day on which the calls are open.
  public let day: PartialDate
  /// How many calls are open on that day.
  public let openCount: Int
  /// How many calls and lots of calls were put to the matcher.
  public let comparedCount: Int
  /// How many of these have too little in common with the vendor to be given.
  public let distantCount: Int
  /// What each condition removed, in the order place, CPV.
  public let filters: [Removal]
  /// The opportunities: strongest evidence first, then the nearest to the profile, then the first to close.
  public let opportunities: [Opportunity]
  /// Whether some of it is generated demonstration data.
  public let hasDemonstration: Bool
  /// The language of its labels.
  public let language: MessageLanguage

  /// What one condition did.
  public struct Removal: Sendable, Hashable {
    /// The condition.
    public let criterion: VendorFilter.Criterion
    /// What was asked, as people write it.
    public let value: String
    /// How many calls and lots it removed.
    public let removed: Int
    /// How many stayed although nothing tells whether they meet it.
    public let unknown: Int
  }
}

/// A call, or one lot of a call, for one vendor.
public struct Opportunity: Sendable {
  /// The lot of a call that is divided.
  public struct Lot: Sendable, Hashable {
    /// Its IRI.
    public let iri: String
    /// Its identifier in the call, such as `LOT-0002`.
    public let identifier: String
    /// Its title.
    public let title: String
  }

  /// What closes at the deadline.
  public enum DeadlineKind: String, Sendable, Hashable, CaseIterable {
    /// Offers.
    case offers
    /// Requests to take part.
    case participation
  }

  /// One clause or criterion of the call, with what is known of the vendor for it.
  public struct Requirement: Sendable, Hashable {
    /// What the clause is about.
    public let kind: SpecificationClause.Kind
    /// The clause as written.
    public let text: String
    /// How far anything known of the vendor speaks of it.
    public let level: CoverageLevel
    /// The weight of the telling words found, 0 to 1.
    public let share: Double
    /// What speaks of it: the title of an award, or the vendor's own profile.
    public let quote: String?
    /// The record of that award; nil for the profile.
    public let source: Dossier.Source?
  }

  /// The call's IRI.
  public let call: String
  /// The call's title.
  public let title: String
  /// The lot, for a call that is divided.
  public let lot: Lot?
  /// The buyer's name.
  public let buyer: String?
  /// When it was published.
  public let published: PartialDate?
  /// The last day.
  public let deadline: PartialDate
  /// What closes then.
  public let deadlineKind: DeadlineKind
  /// The moment at which offers close, where the call tells it.
  public let closes: Instant?
  /// Days from the day asked about to the last day; 0 when it is the same.
  public let daysLeft: Int
  /// The estimated amount excluding tax, else the ceiling.
  public let amount: Money?
  /// Whether the amount is the ceiling of a framework agreement.
  public let isCeiling: Bool
  /// The CPV codes, main code first.
  public let codes: [CPVCode]
  /// Each code with its label.
  public let codeLabels: [String]
  /// Where it is to be performed, in words.
  public let placeLabels: [String]
  /// Where the procurement documents are.
  public let documents: [String]
  /// How strong the evidence for the vendor is.
  public let band: EvidenceBand
  /// How much of the call the vendor's profile covers by words, codes and place, 0 to 100.
  public let likeness: Double
  /// The words of the call that the profile has too, most telling first.
  public let sharedWords: [String]
  /// How many leading CPV digits the profile shares with the call: 0 or 2 to 8.
  public let sharedDigits: Int
  /// The vendor's rank for the call; nil where the matcher has no evidence for it.
  public let rank: Int?
  /// How many vendors have evidence for the call.
  public let candidateCount: Int
  /// Score, adequacy and contributions as in the answer to the call's buyer; nil without rank.
  public let ranked: RankedVendor?
  /// The past awards behind the rank.
  public let evidence: [AwardEvidence]
  /// The requirements of the call, in their order.
  public let requirements: [Requirement]
  /// What the profile lacks to come closer.
  public let gaps: [OpportunityGap]
  /// The version of the record that states the call.
  public let source: Dossier.Source
}

/// Something that a call asks for and of which nothing is known for the vendor.
///
/// A gap of the data, which need not be one of the vendor: each says what to add if it is offered.
public struct OpportunityGap: Sendable, Hashable {
  /// What is missing.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A CPV code.
    case cpv
    /// A place.
    case place
    /// A label or certificate.
    case label
    /// Evidence for a requirement.
    case requirement
  }

  /// What is missing.
  public let kind: Kind
  /// The code, department, label or clause.
  public let value: String
  /// The same for people.
  public let label: String
  /// The nearest CPV code that the vendor is known for; nil for none in the division, and for other kinds.
  public let nearest: CPVCode?
  /// What to do about it.
  public let help: LocalizedText
}
