/// A role that an organisation plays in lots.
struct EPORole: Sendable {
  /// Where the organisation is named, under the lot.
  let path: EPOPath
  let type: String
  /// What the IRI of the role adds to that of the notice.
  let segment: String
  /// The term that defines the role, its class and what its IRI adds to that of the lot, or of the procedure.
  let term: (type: String, segment: String)
  let definedBy: String
  /// Whether the term is one of the procedure.
  let isOfProcedure: Bool

  init(
    _ path: String, _ type: String, at segment: String, by relation: String, of term: String,
    _ termSegment: String, isOfProcedure: Bool = false
  ) {
    self.path = EPOPath(path + "/PartyIdentification/ID")
    self.type = EPOName.iri(type)
    self.segment = segment
    self.term = (EPOName.iri(term), termSegment)
    definedBy = EPOName.iri(relation)
    self.isOfProcedure = isOfProcedure
  }
}

/// The roles that lots name (OPT-301).
enum EPORoles {
  static let all: [EPORole] = [
    EPORole(
      "TenderingTerms/AdditionalInformationParty", "epo:ProcurementProcedureInformationProvider",
      at: "information-provider", by: "epo:definesProcurementProcedureInformationProvider",
      of: "epo:AccessTerm",
      "terms/access"),
    EPORole(
      "TenderingTerms/DocumentProviderParty", "epo:OfflineAccessProvider", at: "document-provider",
      by: "epo:definesOfflineAccessProvider", of: "epo:AccessTerm", "terms/access"),
    EPORole(
      "TenderingTerms/TenderRecipientParty", "epo:TenderReceiver", at: "tender-receiver",
      by: "epo:definesTenderReceiver", of: "epo:SubmissionTerm", "terms/submission"),
    EPORole(
      "TenderingTerms/TenderEvaluationParty", "epo:TenderProcessor", at: "tender-processor",
      by: "epo:definesTenderProcessor", of: "epo:SubmissionTerm", "terms/submission"),
    EPORole(
      "TenderingTerms/AppealTerms/AppealReceiverParty", "epo:Reviewer", at: "reviewer",
      by: "epo:definesReviewer", of: "epo:ReviewTerm", "terms/review"),
    EPORole(
      "TenderingTerms/AppealTerms/AppealInformationParty", "epo:ReviewProcedureInformationProvider",
      at: "review-information-provider", by: "epo:definesReviewProcedureInformationProvider",
      of: "epo:ReviewTerm", "terms/review"),
    EPORole(
      "TenderingTerms/AppealTerms/MediationParty", "epo:Mediator", at: "mediator", by: "epo:definesMediator",
      of: "epo:ProcedureTerm", "terms", isOfProcedure: true),
    EPORole(
      "TenderingTerms/FiscalLegislationDocumentReference/IssuerParty", "epo:TaxInformationProvider",
      at: "tax-information-provider", by: "epo:definesInformationProvider", of: "epo:ProcedureTerm", "terms",
      isOfProcedure: true),
    EPORole(
      "TenderingTerms/EnvironmentalLegislationDocumentReference/IssuerParty",
      "epo:EnvironmentalProtectionInformationProvider", at: "environment-information-provider",
      by: "epo:definesInformationProvider", of: "epo:ProcedureTerm", "terms", isOfProcedure: true),
    EPORole(
      "TenderingTerms/EmploymentLegislationDocumentReference/IssuerParty",
      "epo:EmploymentInformationProvider",
      at: "employment-information-provider", by: "epo:definesInformationProvider", of: "epo:ProcedureTerm",
      "terms", isOfProcedure: true),
  ]

  /// What an organisation says of itself beside `ContractingParty` (OPP-050, OPP-051, OPP-052).
  static let indicators: [(element: String, type: String, segment: String)] = [
    ("GroupLeadIndicator", "epo:LeadBuyer", "lead-buyer"),
    ("AwardingCPBIndicator", "epo:AwardingCentralPurchasingBody", "awarding-purchasing-body"),
    ("AcquiringCPBIndicator", "epo:AcquiringCentralPurchasingBody", "acquiring-purchasing-body"),
  ]
}

/// How organisations are told in ePO.
enum EPOOrganisations {
  /// Of what performs the contract: BT-165, BT-746, under `Organization`.
  static let business: [EPORule] = [
    .code("Company/CompanySizeCode", "epo:hasBusinessSize", "economic-operator-size"),
    .indicator("ListedOnRegulatedMarketIndicator", "epo:isListedCompany"),
  ]

  /// Of the buyer as an organisation, under `ContractingParty`.
  static let buyer: [EPORule] = [
    .code(
      "ContractingPartyType/PartyTypeCode[@listName=buyer-legal-type]", "epo:hasBuyerLegalType",
      "buyer-legal-type"),
    .code(
      "ContractingActivity/ActivityTypeCode[@listName=authority-activity]", "epo:hasMainActivity",
      "main-activity"),
    .code(
      "ContractingActivity/ActivityTypeCode[@listName=entity-activity]", "epo:hasMainActivity",
      "main-activity"),
  ]

  /// Of the buyer as a role, under `ContractingParty`.
  static let buyerRole: [EPORule] = [
    .value("BuyerProfileURI", "epo:hasBuyerProfile", .address),
    .value(
      "ContractingPartyType/PartyTypeCode[@listName=buyer-contracting-type]", "epo:isContractingEntity",
      .flag(yes: "cont-ent", no: "not-cont-ent")),
  ]
}
