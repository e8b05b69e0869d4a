internal import PasserelleCore

/// Terms for the parts of a contracting process: documents, milestones, items, bids, payments, what led to it.
enum ProcessVocabulary {
  private static let pas = Vocabulary.pas

  // Classes

  /// What was signed to carry out an award.
  static let signedContract = pas + "SignedContract"
  /// A document of a process, by its address.
  static let procurementDocument = pas + "ProcurementDocument"
  /// A point in time that was agreed.
  static let milestone = pas + "Milestone"
  /// Goods, works or services of one kind, with their quantity.
  static let item = pas + "ProcurementItem"
  /// What was paid on a contract.
  static let payment = pas + "Payment"
  /// What a candidate offers.
  static let tender = Vocabulary.epo + "Tender"
  /// A number about the bids of a process.
  static let statistic = pas + "Statistic"
  /// What is set aside for a purchase.
  static let budget = pas + "Budget"
  /// Another process that this one has to do with.
  static let relatedProcess = pas + "RelatedProcess"
  /// An organisation, whatever its part.
  static let organisation = pas + "Organisation"

  // What leads to the parts

  /// Call, award or contract → document.
  static let hasDocument = pas + "hasProcurementDocument"
  /// Call, award or contract → milestone.
  static let hasMilestone = pas + "hasMilestone"
  /// Call, award or contract → item.
  static let hasItem = pas + "hasItem"
  /// Award or contract → payment.
  static let hasPayment = pas + "hasPayment"
  /// Call → bid.
  static let hasBid = pas + "hasBid"
  /// Call → number about its bids.
  static let hasBidStatistic = pas + "hasBidStatistic"
  /// Call → budget.
  static let hasBudget = pas + "hasBudget"
  /// Call or contract → other process.
  static let hasRelatedProcess = pas + "hasRelatedProcess"
  /// Call or award → the fields of its source that have no relation of their own, as JSON.
  static let sourceFields = pas + "sourceFields"
  /// Call or award → such a field where each is a thing: while states are laid together, and in stores of before.
  static let hasSourceField = pas + "hasSourceField"

  // Organisations

  /// Call or bid → who bids.
  static let hasTenderer = pas + "hasTenderer"
  /// Call → who runs the procedure, where it is not the buyer.
  static let hasProcuringEntity = pas + "hasProcuringEntity"
  /// Call or award → organisation that is named among those of the process with no relation of its own.
  static let involves = pas + "involves"
  /// Payment → who pays.
  static let payer = pas + "payer"
  /// Payment → who is paid.
  static let payee = pas + "payee"
  /// Organisation → further number, `scheme:number`.
  static let otherIdentifier = pas + "otherIdentifier"

  // Values

  /// Part → stage of the process that it is of: `planning`, `tender`, `award`, `contract`, `implementation`.
  static let stage = pas + "processStage"
  /// Part → its kind, by a code of its source.
  static let kind = pas + "partKind"
  /// Part → its status, by a code of its source.
  static let status = pas + "partStatus"
  /// Part → code.
  static let code = pas + "partCode"
  /// Part → address on the Web.
  static let address = pas + "webAddress"
  /// Part → day or moment that it bears.
  static let date = Vocabulary.dct + "date"
  /// Document or milestone → when it was last changed.
  static let modified = Vocabulary.dct + "modified"
  /// Document → media type.
  static let format = Vocabulary.dct + "format"
  /// Milestone → when it is due.
  static let dueDate = pas + "dueDate"
  /// Milestone → when it was reached.
  static let dateMet = pas + "dateMet"
  /// Item → how many units.
  static let quantity = pas + "itemQuantity"
  /// Item → unit in words.
  static let unitName = pas + "unitName"
  /// Item → code of its unit.
  static let unitCode = pas + "unitCode"
  /// Item → price of a unit.
  static let unitAmount = pas + "unitAmount"
  /// Bid statistic → number.
  static let measured = pas + "measuredValue"
  /// Bid statistic → what is counted.
  static let measure = pas + "measure"
  /// Related process → its identifier.
  static let relatedIdentifier = pas + "relatedIdentifier"
  /// Contract → its status, by a code of its source.
  static let contractStatus = pas + "contractStatus"
  /// Field that is a thing → its path or name.
  static let path = pas + "sourcePath"
  /// Field that is a thing → what the release says there, as JSON.
  static let json = pas + "sourceJSON"

  /// The relations whose objects are told apart by their identifiers: a later release adds to them.
  static let lists: Set<String> = [
    hasDocument, hasMilestone, hasItem, hasPayment, hasBid, hasBidStatistic, hasRelatedProcess,
    hasSourceField,
    hasTenderer, involves,
  ]
}
