internal import PasserelleCore

/// How a list of objects of OCDS becomes things of the graph, and how it is written again.
struct OCDSPartForm: Sendable {
  /// How a value is read and written.
  enum Kind: Sendable {
    /// A text, with its translations.
    case text
    /// A code or an identifier.
    case code
    /// A list of codes.
    case codes
    /// A day, or a moment with its zone.
    case moment
    /// A number.
    case number
    /// An address on the Web.
    case address
    /// An amount with its currency.
    case money
    /// A reference to an organisation, or a list of them.
    case parties(isList: Bool)
  }

  /// A field of the object.
  struct Field: Sendable {
    /// The keys that lead to it.
    let path: [String]
    let relation: String
    let kind: Kind

    init(_ path: String, _ relation: String, _ kind: Kind) {
      self.path = path.split(separator: ".").map(String.init)
      self.relation = relation
      self.kind = kind
    }
  }

  /// The key of the list, or of the only object.
  let key: String
  /// What leads to its elements.
  let relation: String
  /// Their class.
  let type: String
  /// What stands in their IRIs.
  let name: String
  /// Whether there is one object, not a list.
  var isSingle = false
  /// What each of them is besides: a relation and its value, by which they are told from others of the same relation.
  var mark: (relation: String, value: String)?
  let fields: [Field]
}

extension OCDSPartForm {
  private static func criteria(_ name: String, kind: String) -> OCDSPartForm {
    OCDSPartForm(
      key: "criteria", relation: Vocabulary.hasCriterion, type: Vocabulary.callCriterion, name: name,
      mark: (Vocabulary.criterionKind, kind),
      fields: [
        Field("type", Vocabulary.criterionCode, .code), Field("name", Vocabulary.title, .text),
        Field("description", Vocabulary.description, .text),
      ])
  }

  static let awardCriteria = criteria("criterion/award", kind: "attribution")
  static let selectionCriteria = criteria("criterion/selection", kind: "sélection")

  static let documents = OCDSPartForm(
    key: "documents", relation: ProcessVocabulary.hasDocument, type: ProcessVocabulary.procurementDocument,
    name: "document",
    fields: [
      Field("documentType", ProcessVocabulary.kind, .code), Field("title", Vocabulary.title, .text),
      Field("description", Vocabulary.description, .text), Field("url", ProcessVocabulary.address, .address),
      Field("datePublished", Vocabulary.published, .moment),
      Field("dateModified", ProcessVocabulary.modified, .moment),
      Field("format", ProcessVocabulary.format, .code), Field("language", Vocabulary.language, .code),
    ])

  static let milestones = OCDSPartForm(
    key: "milestones", relation: ProcessVocabulary.hasMilestone, type: ProcessVocabulary.milestone,
    name: "milestone",
    fields: [
      Field("title", Vocabulary.title, .text), Field("type", ProcessVocabulary.kind, .code),
      Field("description", Vocabulary.description, .text), Field("code", ProcessVocabulary.code, .code),
      Field("dueDate", ProcessVocabulary.dueDate, .moment),
      Field("dateMet", ProcessVocabulary.dateMet, .moment),
      Field("dateModified", ProcessVocabulary.modified, .moment),
      Field("status", ProcessVocabulary.status, .code),
    ])

  static let transactions = OCDSPartForm(
    key: "transactions", relation: ProcessVocabulary.hasPayment, type: ProcessVocabulary.payment,
    name: "payment",
    fields: [
      Field("source", Vocabulary.source, .address), Field("date", ProcessVocabulary.date, .moment),
      Field("value", Vocabulary.amount, .money),
      Field("payer", ProcessVocabulary.payer, .parties(isList: false)),
      Field("payee", ProcessVocabulary.payee, .parties(isList: false)),
      Field("uri", ProcessVocabulary.address, .address),
    ])

  static let items = OCDSPartForm(
    key: "items", relation: ProcessVocabulary.hasItem, type: ProcessVocabulary.item, name: "item",
    fields: [
      Field("description", Vocabulary.description, .text),
      Field("quantity", ProcessVocabulary.quantity, .number),
      Field("unit.name", ProcessVocabulary.unitName, .text),
      Field("unit.id", ProcessVocabulary.unitCode, .code),
      Field("unit.value", ProcessVocabulary.unitAmount, .money),
      Field("relatedLot", Vocabulary.lotIdentifier, .code),
    ])

  static let bids = OCDSPartForm(
    key: "details", relation: ProcessVocabulary.hasBid, type: ProcessVocabulary.tender, name: "bid",
    fields: [
      Field("date", ProcessVocabulary.date, .moment), Field("status", ProcessVocabulary.status, .code),
      Field("tenderers", ProcessVocabulary.hasTenderer, .parties(isList: true)),
      Field("value", Vocabulary.amount, .money), Field("relatedLots", Vocabulary.lotIdentifier, .codes),
    ])

  static let bidStatistics = OCDSPartForm(
    key: "statistics", relation: ProcessVocabulary.hasBidStatistic, type: ProcessVocabulary.statistic,
    name: "statistic",
    fields: [
      Field("measure", ProcessVocabulary.measure, .code),
      Field("date", ProcessVocabulary.date, .moment), Field("value", ProcessVocabulary.measured, .number),
      Field("notes", Vocabulary.description, .text), Field("relatedLot", Vocabulary.lotIdentifier, .code),
    ])

  static let relatedProcesses = OCDSPartForm(
    key: "relatedProcesses", relation: ProcessVocabulary.hasRelatedProcess,
    type: ProcessVocabulary.relatedProcess, name: "process",
    fields: [
      Field("relationship", ProcessVocabulary.kind, .codes), Field("title", Vocabulary.title, .text),
      Field("scheme", ProcessVocabulary.code, .code),
      Field("identifier", ProcessVocabulary.relatedIdentifier, .code),
      Field("uri", ProcessVocabulary.address, .address),
    ])

  static let budget = OCDSPartForm(
    key: "budget", relation: ProcessVocabulary.hasBudget, type: ProcessVocabulary.budget, name: "budget",
    isSingle: true,
    fields: [
      Field("description", Vocabulary.description, .text), Field("project", Vocabulary.title, .text),
      Field("projectID", ProcessVocabulary.code, .code), Field("amount", Vocabulary.amount, .money),
      Field("uri", ProcessVocabulary.address, .address), Field("source", Vocabulary.source, .address),
    ])
}
