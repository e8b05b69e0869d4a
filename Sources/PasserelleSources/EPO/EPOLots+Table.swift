/// How lots are told in ePO, by the paths of eForms SDK 1.9 under `cac:ProcurementProjectLot`.
enum EPOLots {
  /// What lots and groups of lots share.
  static let common: [EPORule] = [
    .value("ID", "adms:identifier", .identifier(segment: "identifier")),
    .value("ProcurementProject/ID", "epo:hasInternalIdentifier", .identifier(segment: "internal-identifier")),
    .text("ProcurementProject/Name", "dct:title"),
    .text("ProcurementProject/Description", "dct:description"),
    .text("ProcurementProject/Note", "epo:hasAdditionalInformation"),
    .value(
      "ProcurementProject/RequestedTenderTotal/EstimatedOverallContractAmount", "epo:hasEstimatedValue",
      .amount(segment: "estimated-value")),
    .each(
      "TenderingTerms/AwardingTerms/AwardingCriterion/SubordinateAwardingCriterion",
      "epo:specifiesProcurementCriterion", "epo:AwardCriterion", at: "award-criterion", awardCriterion),
  ]

  /// BT-157, BT-271.
  static let group: [EPORule] = [
    .value(
      "ProcurementProject/RequestedTenderTotal/EXT/FrameworkMaximumAmount",
      "epo:hasLaunchFrameworkAgreementMaximumValue", .amount(segment: "framework-maximum")),
    .value(
      "TenderingProcess/FrameworkAgreement/EstimatedMaximumValueAmount",
      "epo:hasLaunchFrameworkAgreementMaximumValue", .amount(segment: "framework-group-maximum")),
  ]

  static let lot: [EPORule] =
    common + [
      .indicator("TenderingProcess/GovernmentAgreementConstraintIndicator", "epo:isCoveredByGPA"),
      .value(
        "TenderingTerms/FundingProgramCode[@listName=eu-funded]", "epo:isUsingEUFunds",
        .flag(yes: "eu-funds", no: "no-eu-funds")),
      .indicator("ProcurementProject/SMESuitableIndicator", "epo:isSMESuitable"),
      .indicator("TenderingTerms/RecurringProcurementIndicator", "epo:isRecurrent"),
      .text("TenderingTerms/RecurringProcurementDescription", "epo:hasRecurrenceDescription"),
      .node("ProcurementProject", "epo:hasPurpose", "epo:Purpose", at: "purpose", EPOProjects.purpose),
      .node("", "epo:foreseesContractSpecificTerm", "epo:ContractTerm", at: "terms/contract", contractTerm),
      .node(
        "TenderingTerms/AllowedSubcontractTerms", "epo:foreseesContractSpecificTerm", "epo:SubcontractTerm",
        at: "terms/subcontracting",
        [
          .code(
            "SubcontractingConditionsCode[@listName=subcontracting-obligation]",
            "epo:hasSubcontractingObligation", "subcontracting-obligation")
        ]),
      .each(
        "TenderingTerms/EXT/Funding", "epo:isFundedBy", "epo:Fund", at: "fund", EPOProjects.fund),
      .node("TenderingProcess", "epo:usesChannel", "epo:AdHocChannel", at: "channel", channel),
    ] + techniques + terms + EPOLotCriteria.lot + EPOLotStrategy.lot

  static let channel: [EPORule] = [
    .value("AccessToolsURI", "epo:hasAddressURL", .address),
    .value("EXT/AccessToolName", "dct:description", .plain),
  ]

  static let techniques: [EPORule] = [
    .node(
      "TenderingProcess/ContractingSystem[ContractingSystemTypeCode@listName=dps-usage]", "epo:usesTechnique",
      "epo:DynamicPurchaseSystemTechnique", at: "technique/dynamic-purchasing-system",
      [.code("ContractingSystemTypeCode", "epo:hasDPSScope", "dps-usage")]),
    .node(
      "TenderingProcess/AuctionTerms", "epo:usesTechnique", "epo:EAuctionTechnique", at: "technique/auction",
      [
        .value("AuctionConstraintIndicator", "epo:hasUsage", .usage),
        .text("Description", "dct:description"),
      ]),
  ]

  static let contractTerm: [EPORule] =
    EPOProjects.contractTerm("ProcurementProject/") + [
      .text("ProcurementProject/ContractExtension/OptionsDescription", "epo:hasOptionsDescription"),
      .value(
        "ProcurementProject/ContractExtension/MaximumNumberNumeric", "epo:hasMaximumNumberOfRenewals",
        .integer),
      .text("ProcurementProject/ContractExtension/Renewal/Period/Description", "epo:hasRenewalDescription"),
      .value(
        "ProcurementProject/PlannedPeriod[DurationMeasure]/DurationMeasure", "epo:definesContractDuration",
        .duration(segment: "duration")),
      .node(
        "ProcurementProject/PlannedPeriod", "epo:definesContractPeriod", "epo:Period", at: "period",
        [
          .value("StartDate", "epo:hasBeginning", .date),
          .value("EndDate", "epo:hasEnd", .date),
        ]),
      .code(
        "TenderingTerms/ContractExecutionRequirement/ExecutionRequirementCode[@listName=einvoicing]",
        "epo:hasEInvoicingPermission", "permission"),
      .code(
        "TenderingTerms/ContractExecutionRequirement/ExecutionRequirementCode[@listName=reserved-execution]",
        "epo:hasReservedExecution", "applicability"),
      .text(
        "TenderingTerms/ContractExecutionRequirement[ExecutionRequirementCode@listName=conditions]/Description",
        "epo:hasPerformanceConditions"),
      .indicator("TenderingTerms/PostAwardProcess/ElectronicOrderUsageIndicator", "epo:hasEOrdering"),
      .indicator("TenderingTerms/PostAwardProcess/ElectronicPaymentUsageIndicator", "epo:hasEPayment"),
      .text("TenderingTerms/PaymentTerms/Note", "epo:hasPaymentArrangement"),
      .text(
        "TenderingTerms/TendererQualificationRequest[!SpecificTendererRequirement]/CompanyLegalForm",
        "epo:hasLegalFormRequirement"),
    ]

  static let awardCriterion: [EPORule] =
    [
      .code(
        "AwardingCriterionTypeCode", "epo:hasAwardCriterionType", "award-criterion-type"),
      .text("Name", "skos:prefLabel"),
      .text("Description", "dct:description"),
    ] + EPOLotCriteria.parameters("EXT/AwardCriterionParameter")
}
