extension EPOLots {
  /// The terms of a lot: how offers are made, what documents there are, how the procedure goes on.
  static let terms: [EPORule] = [
    .node("", lotTerm, "epo:SubmissionTerm", at: "terms/submission", submission),
    .each(
      "TenderingTerms/CallForTendersDocumentReference[DocumentType=non-restricted-document]", lotTerm,
      "epo:AccessTerm", at: "terms/documents",
      documents + [.value(address, "epo:hasPublicAccessURL", .address)]),
    .each(
      "TenderingTerms/CallForTendersDocumentReference[DocumentType=restricted-document]", lotTerm,
      "epo:AccessTerm", at: "terms/restricted-documents",
      documents + [.value(address, "epo:hasRestrictedAccessURL", .address)]),
    .node(
      "TenderingProcess/AdditionalInformationRequestPeriod", lotTerm, "epo:AccessTerm",
      at: "terms/information",
      [.value("", "epo:hasAdditionalInformationDeadline", .moment(day: "EndDate", time: "EndTime"))]),
    .node(
      "TenderingTerms/AwardingTerms", lotTerm, "epo:DesignContestRegimeTerm", at: "terms/contest", contest),
    .node(
      "TenderingTerms/AwardingTerms/AwardingCriterion", lotTerm, "epo:AwardEvaluationTerm",
      at: "terms/evaluation",
      [.text("CalculationExpression", "epo:hasAwardCriteriaEvaluationFormula")]),
    .node("TenderingProcess", lotTerm, "epo:FrameworkAgreementTerm", at: "terms/framework", framework),
    .node("", lotTerm, "epo:MultipleStageProcedureTerm", at: "terms/stages", stages),
    .node(
      "TenderingTerms/ContractExecutionRequirement[ExecutionRequirementCode@listName=nda]", lotTerm,
      "epo:NonDisclosureAgreementTerm", at: "terms/non-disclosure",
      [
        .indicator("ExecutionRequirementCode", "epo:isNonDisclosureAgreementRequired"),
        .text("Description", "dct:description"),
      ]),
    .node(
      "TenderingProcess/OpenTenderEvent", lotTerm, "epo:OpeningTerm", at: "terms/opening",
      [
        .value("", "epo:hasOpeningDateTime", .moment(day: "OccurrenceDate", time: "OccurrenceTime")),
        .text("Description", "epo:hasOpeningDescription"),
        .node(
          "OccurenceLocation", "epo:definesOpeningPlace", "locn:Address", at: "place",
          [.text("Description", "locn:fullAddress")]),
      ]),
    .node(
      "TenderingTerms/AppealTerms/PresentationPeriod", lotTerm, "epo:ReviewTerm", at: "terms/review-period",
      [.text("Description", "epo:hasReviewDeadlineInformation")]),
    .node("TenderingTerms", lotTerm, "epo:SecurityClearanceTerm", at: "terms/security", security),
  ]

  private static let address = "Attachment/ExternalReference/URI"
  private static let lotTerm = "epo:isSubjectToLotSpecificTerm"

  private static let submission: [EPORule] = [
    .value("TenderingProcess/AuctionTerms/AuctionURI", "epo:hasEAuctionURL", .address),
    .code(
      "TenderingTerms/ContractExecutionRequirement/ExecutionRequirementCode[@listName=ecatalog-submission]",
      "epo:hasECataloguePermission", "permission"),
    .code(
      "TenderingProcess/SubmissionMethodCode[@listName=esubmission]", "epo:hasESubmissionPermission",
      "permission"),
    .code("TenderingTerms/VariantConstraintCode", "epo:hasVariantPermission", "permission"),
    .value("TenderingTerms/TenderRecipientParty/EndpointID", "epo:hasSubmissionURL", .address),
    .code("TenderingTerms/Language/ID", "epo:hasLanguage", "language"),
    .value(
      "TenderingProcess/TenderSubmissionDeadlinePeriod", "epo:hasReceiptTenderDeadline",
      .moment(day: "EndDate", time: "EndTime")),
    .value(
      "TenderingProcess/ParticipationRequestReceptionPeriod", "epo:hasReceiptParticipationRequestDeadline",
      .moment(day: "EndDate", time: "EndTime")),
    .value(
      "TenderingProcess/EXT/InterestExpressionReceptionPeriod", "epo:hasReceiptExpressionDeadline",
      .moment(day: "EndDate", time: "EndTime")),
    .code(
      "TenderingProcess/ProcessJustification/ProcessReasonCode[@listName=no-esubmission-justification]",
      "epo:hasNonElectronicSubmissionJustification", "communication-justification"),
    .text(
      "TenderingProcess/ProcessJustification/Description", "epo:hasNonElectronicSubmissionDescription"),
    .indicator(
      "TenderingTerms/ContractExecutionRequirement/ExecutionRequirementCode[@listName=esignature-submission]",
      "epo:isAdvancedElectronicSignatureRequired"),
    .indicator(
      "TenderingTerms/RequiredFinancialGuarantee/GuaranteeTypeCode[@listName=tender-guarantee-required]",
      "epo:isGuaranteeRequired"),
    .text("TenderingTerms/RequiredFinancialGuarantee/Description", "epo:hasGuaranteeDescription"),
    .value(
      "TenderingTerms/MultipleTendersCode", "epo:isMultipleTenderSubmissionAllowed",
      .flag(yes: "allowed", no: "not-allowed")),
    .code(
      "TenderingTerms/EXT/TenderSubcontractingRequirements/TenderSubcontractingRequirementsCode",
      "epo:hasTenderSubcontractingInformation", "subcontracting-indication"),
    .code(
      "TenderingTerms/TendererQualificationRequest/SpecificTendererRequirement/TendererRequirementTypeCode"
        + "[@listName=missing-info-submission]", "epo:hasLateSubmissionPermission", "missing-info-submission"),
    .text(
      "TenderingTerms/TendererQualificationRequest/SpecificTendererRequirement"
        + "[TendererRequirementTypeCode@listName=missing-info-submission]/Description",
      "epo:hasLateSubmissionInformationDescription"),
    .value(
      "TenderingTerms/TenderValidityPeriod/DurationMeasure", "epo:hasTenderValidityDuration",
      .duration(segment: "validity")),
  ]

  private static let documents: [EPORule] = [
    .value(
      "DocumentType", "epo:isProcurementDocumentRestricted",
      .flag(yes: "restricted-document", no: "non-restricted-document")),
    .code("DocumentTypeCode", "epo:hasDocumentRestrictionJustification", "communication-justification"),
    .node(
      "", "epo:involvesProcurementDocument", "epo:ProcurementDocument", at: "document",
      [
        .code("EXT/OfficialLanguages/Language/ID", "epo:hasOfficialLanguage", "language"),
        .code("EXT/NonOfficialLanguages/Language/ID", "epo:hasUnofficialLanguage", "language"),
      ]),
  ]

  private static let contest: [EPORule] = [
    .indicator("FollowupContractIndicator", "epo:hasFollowupContract"),
    .indicator("BindingOnBuyerIndicator", "epo:isJuryDecisionBinding"),
    .each(
      "Prize", "epo:definesPrize", "epo:Prize", at: "prize",
      [
        .value("RankCode", "epo:hasPrizeRank", .integer),
        .value("ValueAmount", "epo:hasPrizeValue", .amount(segment: "value")),
      ]),
  ]

  private static let framework: [EPORule] = [
    .code(
      "ContractingSystem/ContractingSystemTypeCode[@listName=framework-agreement]",
      "epo:hasFrameworkAgreementType", "framework-agreement"),
    .value("FrameworkAgreement/MaximumOperatorQuantity", "epo:hasMaximumParticipantsNumber", .integer),
    .text(
      "FrameworkAgreement/SubsequentProcessTenderRequirement[Name=buyer-categories]/Description",
      "epo:hasBuyerCategoryDescription"),
  ]

  private static let stages: [EPORule] = [
    .value(
      "TenderingProcess/InvitationSubmissionPeriod/StartDate", "epo:hasEstimatedInvitationToTenderDate", .date
    ),
    .value(
      "TenderingProcess/EconomicOperatorShortList/MinimumQuantity", "epo:hasMinimumNumberOfCandidates",
      .integer),
    .value(
      "TenderingProcess/EconomicOperatorShortList/MaximumQuantity", "epo:hasMaximumNumberOfCandidates",
      .integer),
    .indicator("TenderingProcess/CandidateReductionConstraintIndicator", "epo:hasSuccessiveReduction"),
    .indicator("TenderingTerms/AwardingTerms/NoFurtherNegotiationIndicator", "epo:hasNoNegotiationNecessary"),
  ]

  private static let security: [EPORule] = [
    .indicator("SecurityClearanceTerm/Code", "epo:isSecurityClearanceRequired"),
    .text("SecurityClearanceTerm/Description", "dct:description"),
    .value("LatestSecurityClearanceDate", "epo:hasDeadline", .date),
  ]
}
