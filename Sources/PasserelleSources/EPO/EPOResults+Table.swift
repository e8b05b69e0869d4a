/// How the results of a procedure are told in ePO, under `efac:NoticeResult`.
enum EPOResults {
  /// BT-118, BT-161, BT-1118.
  static let notice: [EPORule] = [
    .value("TotalAmount", "epo:hasTotalAwardedValue", .amount(segment: "total")),
    .value(
      "OverallMaximumFrameworkContractsAmount", "epo:hasMaximumFrameworkAgreementAwardedValue",
      .amount(segment: "framework-maximum")),
    .value(
      "OverallApproximateFrameworkContractsAmount", "epo:hasApproximateFrameworkAgreementValue",
      .amount(segment: "framework-estimate")),
  ]

  /// Of a lot, under `LotResult`.
  static let outcome: [EPORule] = [
    .code("TenderResultCode", "epo:hasAwardStatus", "winner-selection-status"),
    .code("DecisionReason/DecisionReasonCode", "epo:hasNonAwardJustification", "non-award-justification"),
    .value(
      "FrameworkAgreementValues/MaximumValueAmount", "epo:hasFrameworkAgreementMaximumValue",
      .amount(segment: "framework-maximum")),
    .value(
      "FrameworkAgreementValues/ReestimatedValueAmount", "epo:hasApproximateFrameworkAgreementValue",
      .amount(segment: "framework-estimate")),
    .value(
      "FrameworkAgreementValues/EstimatedMaximumValueAmount", "epo:hasFrameworkAgreementMaximumValue",
      .amount(segment: "framework-estimated-maximum")),
  ]

  /// Of the offers for a lot, under `LotResult`.
  static let statistics: [EPORule] =
    [
      .value("LowerTenderAmount", "epo:hasLowestReceivedTenderValue", .amount(segment: "lowest")),
      .value("HigherTenderAmount", "epo:hasHighestReceivedTenderValue", .amount(segment: "highest")),
    ]
    + [
      ("tenders", "epo:hasReceivedTenders"), ("t-sme", "epo:hasSMEReceivedTenders"),
      ("t-micro", "epo:hasReceivedMicroTenders"), ("t-small", "epo:hasReceivedSmallTenders"),
      ("t-med", "epo:hasMediumTenderPerLots"), ("t-oth-eea", "epo:hasEEAReceivedTenders"),
      ("t-no-eea", "epo:hasNonEEAReceivedTenders"), ("t-esubm", "epo:hasElectronicTenders"),
      ("t-verif-inad", "epo:hasInadmissibleTenders"), ("t-no-verif", "epo:hasUnverifiedTenders"),
      ("t-verif-inad-low", "epo:hasAbnormallyLowTenders"),
      ("part-req", "epo:hasReceivedParticipationRequests"),
    ].map { code, relation in
      .value(
        "ReceivedSubmissionsStatistics[StatisticsCode=\(code)]/StatisticsNumeric", relation, .integer)
    }

  /// Of requests for review, under `LotResult`.
  static let reviews: [EPORule] = [
    .value(
      "AppealRequestsStatistics[StatisticsCode@listName=review-type]/StatisticsNumeric",
      "epo:hasTotalNumberOfComplainants", .integer),
    .node(
      "AppealRequestsStatistics[StatisticsCode@listName=irregularity-type]",
      "epo:hasReviewIrregularitySummary", "epo:ReviewIrregularitySummary", at: "irregularity",
      [
        .code("StatisticsCode", "epo:hasIrregularityType", "irregularity-type"),
        .value("StatisticsNumeric", "epo:hasReviewIrregularityCount", .integer),
      ]),
  ]

  /// Of an offer, under `LotTender`.
  static let tender: [EPORule] = [
    .value("TenderReference/ID", "adms:identifier", .identifier(segment: "identifier")),
    .value("LegalMonetaryTotal/PayableAmount", "epo:hasFinancialOfferValue", .amount(segment: "value")),
    .indicator("TenderVariantIndicator", "epo:isVariant"),
    .code(subcontracting + "/TermCode", "epo:hasSubcontracting", "applicability"),
    .node(
      subcontracting, "epo:foreseesSubcontracting", "epo:SubcontractingEstimate", at: "subcontracting",
      [
        .value("TermAmount", "epo:hasSubcontractingEstimatedValue", .amount(segment: "value")),
        .text("TermDescription", "dct:description"),
        .value("TermPercent", "epo:hasEstimatedPercentage", .decimal),
      ]),
  ]

  private static let subcontracting = "SubcontractingTerm[TermCode@listName=applicability]"

  /// Of a contract, under `SettledContract`.
  static let contract: [EPORule] = [
    .value("ContractReference/ID", "adms:identifier", .identifier(segment: "identifier")),
    .text("Title", "dct:title"),
    .value("URI", "epo:hasAccessURL", .address),
    .value("IssueDate", "epo:hasContractConclusionDate", .date),
    .value("LotTender/ID", "epo:includesTender", .reference(.tender)),
    .each("Funding", "epo:isFundedBy", "epo:Fund", at: "fund", EPOProjects.fund),
  ]
}
