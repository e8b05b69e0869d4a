/// The fields of a release that are read; what else one holds is told of once.
final class OCDSKnownFields: Sendable {
  /// Fields by name; nil beneath a field that is read whole.
  let children: [String: OCDSKnownFields]
  /// Whether everything beneath is read or known to say nothing more.
  let isWhole: Bool

  private init(_ children: [String: OCDSKnownFields], isWhole: Bool = false) {
    self.children = children
    self.isWhole = isWhole
  }

  /// Whether a key is that of a known text in another language.
  func isTranslation(_ key: String) -> Bool {
    guard let mark = key.firstIndex(of: "_") else { return false }
    let base = String(key[..<mark])
    return Self.translated.contains(base) && children[base] != nil
      && OCDSFieldReader.languageSuffix(of: key, after: base) != nil
  }

  private static let whole = OCDSKnownFields([:], isWhole: true)

  /// The texts that are read in several languages.
  static let translated: Set<String> = ["title", "description", "name", "legalName", "project", "notes"]

  /// The fields that a form reads, and some more.
  private static func parts(
    _ form: OCDSPartForm, _ more: [String: OCDSKnownFields] = [:]
  ) -> OCDSKnownFields {
    var children = more
    children["id"] = whole
    for field in form.fields {
      let inner: OCDSKnownFields
      switch field.kind {
      case .money: inner = value
      case .parties: inner = reference
      default: inner = whole
      }
      if field.path.count == 2 {
        var beneath = children[field.path[0]]?.children ?? [:]
        beneath[field.path[1]] = inner
        children[field.path[0]] = OCDSKnownFields(beneath)
      } else if let key = field.path.first {
        children[key] = inner
      }
    }
    return OCDSKnownFields(children)
  }

  private static func leaves(_ names: String, _ more: [String: OCDSKnownFields] = [:]) -> OCDSKnownFields {
    var children = more
    for name in names.split(separator: " ") { children[String(name)] = whole }
    return OCDSKnownFields(children)
  }

  private static let value = leaves("amount currency")
  private static let period = leaves("startDate endDate")
  private static let identifier = leaves("scheme id")
  // The street is not kept: that of a sole trader is a personal datum.
  private static let address = leaves("country countryName streetAddress")
  private static let contactPoint = leaves("name email telephone faxNumber")
  /// An organisation that a field refers to.
  private static let reference = organisation("id name")
  private static let party = organisation("id name")
  private static func organisation(_ names: String) -> OCDSKnownFields {
    leaves(
      names,
      [
        "identifier": identifier, "additionalIdentifiers": identifier, "address": address,
        "contactPoint": contactPoint,
      ])
  }
  private static let code = leaves("scheme id")
  private static let place = leaves("", ["gazetteer": leaves("scheme identifiers")])
  private static let delivery = leaves("country countryName locality postalCode streetAddress")
  private static let item = parts(
    .items,
    [
      "classification": code, "additionalClassifications": code, "deliveryAddress": delivery,
      "deliveryAddresses": delivery, "deliveryLocation": place, "deliveryLocations": place,
    ])
  private static let amendment = leaves("id date rationale description")
  private static let package = leaves("uri license publishedDate version publisher")
  private static let documents = parts(.documents)
  private static let milestones = parts(.milestones)

  /// The root of a release, without its awards and contracts.
  static let release = leaves(
    "ocid id date tag language initiationType version",
    [
      "packageInfo": package, "parties": party, "buyer": reference, "awards": whole,
      "contracts": whole, "relatedProcesses": parts(.relatedProcesses),
      "bids": leaves("", ["details": parts(.bids), "statistics": parts(.bidStatistics)]),
      "planning": leaves(
        "", ["budget": parts(.budget), "documents": documents, "milestones": milestones]),
      "tender": leaves(
        "id title description status procurementMethod procurementMethodDetails mainProcurementCategory "
          + "additionalProcurementCategories awardCriteria awardCriteriaDetails eligibilityCriteria datePublished "
          + "numberOfTenderers",
        [
          "procuringEntity": reference, "tenderers": reference, "items": item, "value": value,
          "maximumValue": value, "tenderPeriod": leaves("endDate"), "contractPeriod": period,
          "documents": documents, "milestones": milestones, "deliveryAddresses": delivery,
          "deliveryLocations": place,
          "lots": leaves(
            "id title description status mainProcurementCategory additionalProcurementCategories",
            [
              "value": value, "contractPeriod": period, "suitability": leaves("sme"),
              "awardCriteria": leaves("", ["criteria": parts(.awardCriteria)]),
              "selectionCriteria": leaves("", ["criteria": parts(.selectionCriteria)]),
            ]),
        ]),
    ])

  /// The root of a release whose planning is the call itself.
  static let plan = OCDSKnownFields(
    release.children.merging([
      "planning": OCDSKnownFields(
        (release.children["planning"]?.children ?? [:]).merging([
          "rationale": whole, "project": leaves("title description"),
        ]) { _, new in new })
    ]) { _, new in new })

  /// An award.
  static let award = leaves(
    "id title description status date relatedLot relatedLots procurementMethodDetails",
    [
      "value": value, "suppliers": reference, "items": item, "contractPeriod": period,
      "amendment": amendment, "amendments": amendment, "documents": documents, "milestones": milestones,
    ])

  /// A contract.
  static let contract = leaves(
    "id awardID title description status dateSigned",
    [
      "value": value, "suppliers": reference, "items": item, "period": period, "amendment": amendment,
      "amendments": amendment, "documents": documents, "milestones": milestones,
      "relatedProcesses": parts(.relatedProcesses),
      "implementation": leaves(
        "",
        [
          "transactions": parts(.transactions), "documents": documents, "milestones": milestones,
        ]),
    ])
}
