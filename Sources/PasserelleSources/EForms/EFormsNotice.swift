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
  private let extensions: [XMLElement]

  init?(_ tree: XMLTree) {
    root = tree.root
    guard let document = Document(root: root) else { return nil }
    self.document = document
    extensions = root.eformsExtensions
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

  // Its parts

  /// The whole.
  var project: XMLElement? { root.first("ProcurementProject") }
  /// The procedure.
  var process: XMLElement? { root.first("TenderingProcess") }
  /// Lots and planned parts, in their order.
  var lots: [XMLElement] {
    root.all("ProcurementProjectLot").filter { $0.first("ID")?.attribute("schemeName") != "LotsGroup" }
  }
  /// How many groups of lots there are.
  var lotGroupCount: Int { root.all("ProcurementProjectLot").count - lots.count }

  /// The buyers' organisations, each once, in their order.
  var buyers: [XMLElement] {
    let organisations = extensions.flatMap { $0.all(path: ["Organizations", "Organization"]) }
    var found: [XMLElement] = []
    var seen: Set<String> = []
    for party in root.all(path: ["ContractingParty", "Party"]) {
      guard let identifier = party.first(path: ["PartyIdentification", "ID"])?.content,
        let company = organisations.lazy.compactMap({ Self.company(of: $0, named: identifier) }).first,
        seen.insert(identifier).inserted
      else { continue }
      found.append(company)
    }
    return found
  }

  /// The organisation of an identifier, also that of one of its contact points.
  private static func company(of organisation: XMLElement, named identifier: String) -> XMLElement? {
    let points = [organisation.first("Company"), organisation.first("TouchPoint")].compactMap { $0 }
    let isNamed = points.contains { $0.first(path: ["PartyIdentification", "ID"])?.content == identifier }
    return isNamed ? organisation.first("Company") : nil
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
