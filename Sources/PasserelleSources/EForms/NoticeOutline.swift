public import PasserelleCore

/// What a procurement notice says, cleaned and checked: the call as its statements give it, for those who ask with
/// a notice that is not stored.
public struct NoticeOutline: Sendable, Hashable {
  /// What kind of announcement a notice is.
  public enum Form: String, Sendable, Hashable, CaseIterable {
    /// An intention to buy; nothing can be offered yet.
    case planning
    /// A consultation of the market before a purchase.
    case consultation
    /// An invitation to offer, or to ask to take part.
    case competition
    /// An intention to award without a call.
    case directAward = "dir-awa-pre"
    /// The result of a call.
    case result
    /// A change to a contract.
    case modification = "cont-modif"
    /// The end of a contract.
    case completion

    /// Whether it tells who won, so that nothing can be offered any more.
    var isOfResults: Bool { self == .result || self == .directAward }
    /// Whether it is about contracts that exist.
    var isAfterAward: Bool { self == .modification || self == .completion }
  }

  /// The identifier of the notice (BT-701), the same for all its versions.
  public var identifier: String
  /// The version as written (BT-757), such as `01`.
  public var version: String?
  /// The identifier of the procedure (BT-04), which several notices share.
  public var procedureIdentifier: String?
  /// What kind of announcement it is; nil for one that the product does not know.
  public var form: Form?
  /// The notice type (BT-02), such as `cn-standard`.
  public var type: String?
  /// The notice subtype (OPP-070), such as `16`.
  public var subtype: String?
  /// The BCP 47 language of the texts chosen: French, else English, else the notice's own.
  public var language: String
  /// The title (BT-21).
  public var title: NoticeText?
  /// The description (BT-24).
  public var description: NoticeText?
  /// Further information (BT-300).
  public var additionalInformation: NoticeText?
  /// The buyers in their order.
  public var buyers: [NoticeBuyer] = []
  /// The CPV codes of the whole, main code first.
  public var codes: [CPVCode] = []
  /// Works, supplies or services, by their eForms codes; the main category first.
  public var categories: [String] = []
  /// The procedure in the words of French award data, else the eForms code.
  public var procedure: String?
  /// Where it is to be performed; the places of the lots where the whole has none.
  public var places: [NoticePlace] = []
  /// The estimated value of the whole, tax excluded.
  public var amount: Money?
  /// The value of the lowest offer of a result that tells it of the whole.
  public var lowestOffer: Money?
  /// The value of the highest offer of a result that tells it of the whole.
  public var highestOffer: Money?
  /// When the notice was sent or published.
  public var published: PartialDate?
  /// The last day for offers, else for requests to take part: the latest of the lots.
  public var deadline: PartialDate?
  /// The lots, or planned parts, in their order; a contract that is not divided has one.
  public var lots: [NoticeLot] = []
  /// The groups of lots that may be awarded together.
  public var lotGroups: [NoticeLotGroup] = []
  /// The value of all contracts that the notice announces, tax excluded (BT-161).
  public var totalAmount: Money?
  /// The notice, with its version, that this one changes (BT-758).
  public var changedNotice: String?
  /// Whether the change is that the notice changed is cancelled.
  public var isCancelled = false
  /// Whether it is generated demonstration data.
  public var isDemonstration = false

  /// Makes an outline with an identifier and nothing else.
  public init(identifier: String, language: String) {
    self.identifier = identifier
    self.language = language
  }
}

/// A lot of a notice, or a part that may become one.
public struct NoticeLot: Sendable, Hashable {
  /// The identifier within the notice, such as `LOT-0001`.
  public var identifier: String
  /// The buyer's own number (BT-22).
  public var number: String?
  /// The title (BT-21).
  public var title: NoticeText?
  /// The description (BT-24).
  public var description: NoticeText?
  /// Further information (BT-300).
  public var additionalInformation: NoticeText?
  /// The CPV codes, main code first.
  public var codes: [CPVCode] = []
  /// Works, supplies or services, by their eForms codes; the main category first.
  public var categories: [String] = []
  /// Whether a framework agreement is to be concluded; nil where the notice does not say.
  public var isFramework: Bool?
  /// Where it is to be performed.
  public var places: [NoticePlace] = []
  /// The estimated value, tax excluded (BT-27).
  public var amount: Money?
  /// The greatest value of a framework agreement (BT-271).
  public var maximumAmount: Money?
  /// The duration in months, rounded up.
  public var durationMonths: Int?
  /// The last day for offers (BT-131), in the buyer's time.
  public var deadline: PartialDate?
  /// The moment at which offers close; nil where the notice gives no time or no zone.
  public var deadlineTime: Instant?
  /// The last day for requests to take part (BT-1311).
  public var participationDeadline: PartialDate?
  /// What offers are judged by and candidates admitted by, in their order.
  public var criteria: [NoticeCriterion] = []
  /// The BCP 47 languages in which offers may be written (BT-97).
  public var tenderLanguages: [String] = []
  /// Where the procurement documents are (BT-15, BT-615), each a URL.
  public var documents: [String] = []
  /// Whether the buyer calls the lot suitable for small and medium enterprises (BT-726).
  public var isSuitableForSMEs: Bool?
  /// What became of it, where the notice says so.
  public var result: NoticeLotResult?

  /// Makes a lot with an identifier and nothing else.
  public init(identifier: String) { self.identifier = identifier }
}

/// Lots that may be awarded together.
public struct NoticeLotGroup: Sendable, Hashable {
  /// What is said of the group, as of a lot.
  public var lot: NoticeLot
  /// The identifiers of its lots.
  public var members: [String]

  /// Makes a group.
  public init(_ lot: NoticeLot, members: [String]) {
    self.lot = lot
    self.members = members
  }
}

/// What became of a lot.
public struct NoticeLotResult: Sendable, Hashable {
  /// The eForms code: `selec-w`, `clos-nw` or `open-nw` (BT-142).
  public var status: String?
  /// The eForms code of why nobody won it (BT-144).
  public var reason: String?
  /// How many offers were received (BT-759).
  public var offersReceived: Int?
  /// The value of the lowest offer (BT-710).
  public var lowestOffer: Money?
  /// The value of the highest offer (BT-711).
  public var highestOffer: Money?

  /// Makes a result of which nothing is known.
  public init() {}
}

/// What offers are judged by, or candidates admitted by.
public struct NoticeCriterion: Sendable, Hashable {
  /// What a criterion serves for.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// By what offers are judged.
    case award
    /// By what candidates are admitted.
    case selection
  }

  /// In what a weight is told.
  public enum WeightUnit: String, Sendable, Hashable, CaseIterable {
    /// Percent.
    case percent
    /// A share of 1.
    case decimal
    /// Points, of a total that the criteria of the lot make up.
    case points
    /// The rank by importance, 1 the first.
    case order
  }

  /// What it serves for.
  public var kind: Kind
  /// The eForms code: `price`, `cost` or `quality`, or that of a selection criterion.
  public var code: String?
  /// The name; for a selection criterion without one, what its code means.
  public var name: NoticeText?
  /// The description.
  public var description: NoticeText?
  /// The weight as written.
  public var weight: DecimalNumber?
  /// In what it is told.
  public var unit: WeightUnit?
  /// The weight in percent, where one follows from what is written.
  public var percent: Int?

  /// Makes a criterion.
  public init(kind: Kind) { self.kind = kind }
}
