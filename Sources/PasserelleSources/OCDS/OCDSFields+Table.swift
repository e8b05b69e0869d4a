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

  private static let whole = OCDSKnownFields([:], isWhole: true)

  /// The texts that are read in several languages.
  static let translated: Set<String> = ["title", "description", "name", "legalName", "rationale"]

  private static func leaves(_ names: String, _ more: [String: OCDSKnownFields] = [:]) -> OCDSKnownFields {
    var children = more
    for name in names.split(separator: " ") { children[String(name)] = whole }
    return OCDSKnownFields(children)
  }

  private static let value = leaves("amount currency")
  private static let period = leaves("startDate endDate durationInDays")
  private static let identifier = leaves("scheme id legalName uri")
  private static let address = leaves(
    "streetAddress locality region postalCode country countryName description")
  private static let contactPoint = leaves("name email telephone faxNumber url")
  private static let organisation = leaves(
    "id name roles",
    [
      "identifier": identifier, "additionalIdentifiers": identifier, "address": address,
      "contactPoint": contactPoint, "details": leaves("scale"),
    ])
  private static let classification = leaves("scheme id description uri")
  private static let place = leaves("description", ["gazetteer": leaves("scheme identifiers")])
  private static let item = leaves(
    "id description relatedLot relatedLots",
    [
      "classification": classification, "additionalClassifications": classification,
      "deliveryAddress": address, "deliveryAddresses": address, "deliveryLocation": place,
      "deliveryLocations": place,
    ])
  private static let amendment = leaves("id date rationale description")
  private static let document = leaves("id url")
  private static let package = leaves("uri license publishedDate version publisher")

  /// The root of a release, without its awards and contracts.
  static let release = leaves(
    "ocid id date tag language initiationType version",
    [
      "packageInfo": package, "parties": organisation, "buyer": organisation, "awards": whole,
      "contracts": whole,
      "planning": leaves(
        "id rationale",
        ["budget": leaves("description project", ["amount": value]), "project": leaves("title description")]),
      "tender": leaves(
        "id title description status procurementMethod procurementMethodDetails mainProcurementCategory "
          + "additionalProcurementCategories awardCriteria awardCriteriaDetails eligibilityCriteria datePublished",
        [
          "procuringEntity": organisation, "items": item, "value": value, "minValue": value,
          "maximumValue": value, "tenderPeriod": period, "contractPeriod": period, "documents": document,
          "deliveryAddresses": address, "deliveryLocations": place,
          "lots": leaves("id title description status", ["value": value, "contractPeriod": period]),
        ]),
    ])

  /// An award.
  static let award = leaves(
    "id title description status date relatedLot relatedLots procurementMethodDetails",
    [
      "value": value, "suppliers": organisation, "items": item, "contractPeriod": period,
      "amendment": amendment, "amendments": amendment,
    ])

  /// A contract.
  static let contract = leaves(
    "id awardID title description status dateSigned relatedLots",
    [
      "value": value, "suppliers": organisation, "items": item, "period": period, "amendment": amendment,
      "amendments": amendment,
    ])
}
