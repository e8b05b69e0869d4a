internal import PasserelleCore
internal import PasserelleXML

/// Where the fields of an eForms notice stand: the UBL 2.3 schemas with the extensions of the Publications Office.
///
/// Elements are found by their local names; the namespace of the root tells the format.
struct EFormsNotice: Sendable {
  /// The documents that the format knows.
  enum Document: String, CaseIterable {
    case contract = "ContractNotice"
    case priorInformation = "PriorInformationNotice"
    case contractAward = "ContractAwardNotice"
    case registration = "BusinessRegistrationInformationNotice"

    private static let ubl = "urn:oasis:names:specification:ubl:schema:xsd:"
    private static let publicationsOffice =
      "http://data.europa.eu/p27/eforms-business-registration-information-notice/"

    /// What the first tag of such a document holds.
    var namespaceMark: String { self == .registration ? Self.publicationsOffice : Self.ubl + rawValue + "-2" }

    /// Reads the root of a document; nil for one that is no eForms notice.
    init?(root: XMLElement) {
      guard let document = Self(rawValue: root.name) else { return nil }
      let isKnown =
        root.namespace == Self.ubl + document.rawValue + "-2"
        || (document == .registration && root.namespace.hasPrefix(Self.publicationsOffice))
      guard isKnown else { return nil }
      self = document
    }
  }

  let root: XMLElement
  let document: Document
  let extensions: [XMLElement]
  /// The organisations that it names.
  let organisations: NoticeOrganisations

  init?(_ tree: XMLTree) {
    root = tree.root
    guard let document = Document(root: root) else { return nil }
    self.document = document
    extensions = root.eformsExtensions
    organisations = NoticeOrganisations(extensions)
  }

  // The notice

  /// BT-701.
  var identifier: String? {
    let all = root.all("ID")
    return (all.first { $0.attribute("schemeName") == "notice-id" } ?? all.first)?.content
  }
  /// BT-757.
  var version: String? { root.first("VersionID")?.content }
  /// BT-04.
  var procedureIdentifier: String? { root.first("ContractFolderID")?.content }
  /// BT-03.
  var form: String? { root.first("NoticeTypeCode")?.attribute("listName") }
  /// What it announces; of a document of results that does not say, a result.
  var announcement: NoticeOutline.Form? {
    form.flatMap { NoticeOutline.Form(rawValue: $0) } ?? (document == .contractAward ? .result : nil)
  }
  /// BT-02.
  var type: String? { root.first("NoticeTypeCode")?.content }
  /// OPP-070.
  var subtype: String? {
    extensions.lazy.compactMap { $0.first(path: ["NoticeSubType", "SubTypeCode"])?.content }.first
  }
  /// BT-702.
  var language: String? { root.first("NoticeLanguageCode")?.content }
  /// The day of publication (OPP-012), else of dispatch (BT-05).
  var published: XMLElement? {
    extensions.lazy.compactMap { $0.first(path: ["Publication", "PublicationDate"]) }.first
      ?? root.first("IssueDate")
  }
  /// The moment of dispatch (BT-05), else its day.
  var dispatched: Instant? {
    guard let day = root.first("IssueDate")?.content?.prefix(10), day.utf8.count == 10 else { return nil }
    let time = root.first("IssueTime")?.content ?? ""
    return Instant(iso: "\(day)T\(time)") ?? Instant(iso: "\(day)T00:00:00Z")
  }
  /// BT-01: the legal act that it is published under.
  var legalBasis: String? { root.first("RegulatoryDomain")?.content }
  /// Says `demonstration` in notices that were made up.
  var profile: String? { root.first("ProfileExecutionID")?.content }
  /// BT-758.
  var changedNotice: String? {
    extensions.lazy.compactMap { $0.first(path: ["Changes", "ChangedNoticeIdentifier"])?.content }.first
  }
  /// BT-140.
  var changeReasons: [String] {
    extensions.flatMap { $0.all(path: ["Changes", "ChangeReason", "ReasonCode"]) }.compactMap(\.content)
  }

  /// The earlier notices of the procedure (OPP-090), by identifier without version.
  var previousNotices: [String] {
    (process?.all(path: ["NoticeDocumentReference", "ID"]) ?? []).compactMap(Self.noticeIdentifier)
  }

  /// The identifier of a notice that an element refers to; nil for a number of the Official Journal, which tells
  /// nothing of the notice's identifier.
  static func noticeIdentifier(_ reference: XMLElement) -> String? {
    guard let written = reference.content?.lowercased(), written.utf8.count >= 36 else { return nil }
    let identifier = written.prefix(36)
    let isShaped = identifier.enumerated().allSatisfy { offset, character in
      [8, 13, 18, 23].contains(offset) ? character == "-" : character.isHexDigit
    }
    let version = written.dropFirst(36)
    return isShaped && (version.isEmpty || version.hasPrefix("-")) ? String(identifier) : nil
  }

  // Its parts

  /// The whole.
  var project: XMLElement? { root.first("ProcurementProject") }
  /// The procedure.
  var process: XMLElement? { root.first("TenderingProcess") }
  /// Lots and planned parts, in their order.
  var lots: [XMLElement] { root.all("ProcurementProjectLot").filter { !Self.isGroup($0) } }
  /// Groups of lots, in their order.
  var lotGroups: [XMLElement] { root.all("ProcurementProjectLot").filter(Self.isGroup) }
  /// The lots of each group (BT-330, BT-1375), by the group's identifier, in their order.
  var lotGroupMembers: [(group: String, lots: [String])] {
    root.all(path: ["TenderingTerms", "LotDistribution", "LotsGroup"]).compactMap { element in
      guard let group = element.first("LotsGroupID")?.content else { return nil }
      return (group, element.all(path: ["ProcurementProjectLotReference", "ID"]).compactMap(\.content))
    }
  }

  private static func isGroup(_ lot: XMLElement) -> Bool {
    lot.first("ID")?.attribute("schemeName") == "LotsGroup"
  }

  /// The identifiers of the buyers' organisations, each once, in their order.
  var buyerIdentifiers: [String] {
    var found: [String] = []
    for identifier in root.all(path: ["ContractingParty", "Party", "PartyIdentification", "ID"])
      .compactMap(\.content) where !found.contains(identifier)
    {
      found.append(identifier)
    }
    return found
  }
}

extension XMLElement {
  /// The text without white space at its ends; nil when there is none.
  var content: String? {
    let text = text.trimmed
    return text.isEmpty ? nil : text
  }

  /// What the Publications Office adds to this element.
  var eformsExtensions: [XMLElement] {
    all(path: ["UBLExtensions", "UBLExtension", "ExtensionContent", "EformsExtension"])
  }
}
