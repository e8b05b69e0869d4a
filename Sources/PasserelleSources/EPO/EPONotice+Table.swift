/// How the notice, its procedure and its changes are told in ePO.
enum EPONoticeRules {
  static let notice: [EPORule] = [
    .value("ID", "adms:identifier", .identifier(segment: "identifier")),
    .value("VersionID", "epo:hasVersion", .plain),
    .code("NoticeTypeCode", "epo:hasNoticeType", "notice-type"),
    .code("NoticeTypeCode/@listName", "epo:hasFormType", "form-type"),
    .code("NoticeLanguageCode", "epo:hasOfficialLanguage", "language"),
    .code("AdditionalNoticeLanguage/ID", "epo:hasOfficialLanguage", "language"),
    .value("", "epo:hasESenderDispatchDate", .moment(day: "IssueDate", time: "IssueTime")),
    .value("EXT/Publication/NoticePublicationID", "epo:hasNoticePublicationNumber", .plain),
    .value("EXT/Publication/GazetteID", "epo:hasOJSIssueNumber", .plain),
    .value("EXT/Publication/PublicationDate", "epo:hasPublicationDate", .date),
  ]

  static let procedure: [EPORule] = [
    .value("ContractFolderID", "adms:identifier", .identifier(segment: "identifier")),
    .value(
      "ProcurementProject/ID", "epo:hasInternalIdentifier", .identifier(segment: "internal-identifier")),
    .code("RegulatoryDomain", "epo:hasLegalBasis", "legal-basis"),
    .text("ProcurementProject/Name", "dct:title"),
    .text("ProcurementProject/Description", "dct:description"),
    .text("ProcurementProject/Note", "epo:hasAdditionalInformation"),
    .code("TenderingProcess/ProcedureCode", "epo:hasProcedureType", "procurement-procedure-type"),
    .text("TenderingProcess/Description", "epo:hasMainFeature"),
    .indicator(
      "TenderingProcess/ProcessJustification/ProcessReasonCode[@listName=accelerated-procedure]",
      "epo:isAccelerated"),
    .text(
      "TenderingProcess/ProcessJustification[ProcessReasonCode@listName=accelerated-procedure]/ProcessReason",
      "epo:hasAcceleratedProcedureJustification"),
    .value(
      "ProcurementProject/RequestedTenderTotal/EstimatedOverallContractAmount", "epo:hasEstimatedValue",
      .amount(segment: "estimated-value")),
    .value(
      "ProcurementProject/RequestedTenderTotal/EXT/FrameworkMaximumAmount",
      "epo:hasLaunchFrameworkAgreementMaximumValue", .amount(segment: "framework-maximum")),
    .node("ProcurementProject", "epo:hasPurpose", "epo:Purpose", at: "purpose", EPOProjects.purpose),
    .node(
      "ProcurementProject", "epo:foreseesContractSpecificTerm", "epo:ContractTerm", at: "terms/contract",
      EPOProjects.contractTerm("")),
    .node("", procedureTerm, "epo:ProcedureTerm", at: "terms", terms),
  ]

  private static let procedureTerm = "epo:isSubjectToProcedureSpecificTerm"

  private static let terms: [EPORule] = [
    .text(
      "TenderingTerms/ProcurementLegislationDocumentReference[ID=CrossBorderLaw]/DocumentDescription",
      "epo:hasCrossBorderLaw"),
    .value(
      "TenderingTerms/LotDistribution/MaximumLotsSubmittedNumeric", "epo:hasMaximumLotSubmissionAllowed",
      .integer),
    .value(
      "TenderingTerms/LotDistribution/MaximumLotsAwardedNumeric", "epo:hasMaximumNumberOfLotsToBeAwarded",
      .integer),
    .value(
      "TenderingProcess/PartPresentationCode", "epo:isSubmissionForAllLotsRequired",
      .flag(yes: "all", no: nil)),
  ]

  /// BT-135, BT-136, under the justification of a direct award.
  static let directAward: [EPORule] = [
    .code("ProcessReasonCode", "epo:hasDirectAwardJustification", "direct-award-justification"),
    .text("ProcessReason", "epo:hasJustification"),
  ]

  /// BT-140, BT-141, BT-718, BT-719, BT-762, under `Changes`.
  static let changes: [EPORule] = [
    .code("ChangeReason/ReasonCode", "epo:hasChangeJustification", "change-corrig-justification"),
    .text("ChangeReason/ReasonDescription", "epo:hasChangeReasonDescription"),
    .text("Change/ChangeDescription", "epo:hasChangeDescription"),
    .indicator("Change/ProcurementDocumentsChangeIndicator", "epo:isProcurementDocumentChanged"),
    .value("Change/ProcurementDocumentsChangeDate", "epo:hasProcurementDocumentChangeDate", .date),
    .value(
      "Change/ChangedSection/ChangedSectionIdentifier", "epo:relatesToEFormSectionIdentifier",
      .identifier(segment: "section")),
  ]
}

/// What the procedure and its lots are told by alike.
enum EPOProjects {
  static let purpose: [EPORule] = [
    .value(
      "MainCommodityClassification/ItemClassificationCode[@listName=cpv]", "epo:hasMainClassification",
      .classification),
    .value(
      "AdditionalCommodityClassification/ItemClassificationCode[@listName=cpv]",
      "epo:hasAdditionalClassification", .classification),
    .node(
      "EstimatedOverallContractQuantity", "epo:hasTotalQuantity", "epo:Quantity", at: "quantity",
      [
        .value("", "epo:hasQuantityValue", .decimal),
        .code("@unitCode", "epo:hasUnitCode", "measurement-unit"),
      ]),
  ]

  /// What a contract shall be for, and where.
  ///
  /// - Parameter prefix: The path to the project, with a final `/`.
  /// - Returns: The rules.
  static func contractTerm(_ prefix: String) -> [EPORule] {
    [
      .code(
        prefix + "ProcurementTypeCode[@listName=contract-nature]", "epo:hasContractNatureType",
        "contract-nature"),
      .code(
        prefix + "ProcurementAdditionalType/ProcurementTypeCode[@listName=contract-nature]",
        "epo:hasAdditionalContractNature", "contract-nature"),
      .node(
        prefix + "RealizedLocation/Address", "epo:definesSpecificPlaceOfPerformance", "dct:Location",
        at: "place",
        [
          .code("Country/IdentificationCode", "epo:hasCountryCode", "country"),
          .value("CountrySubentityCode", "epo:hasNutsCode", .territory),
          .value("", "locn:address", .postalAddress(segment: "address")),
        ]),
      .code(
        prefix + "RealizedLocation/Address/Region", "epo:hasBroadPlaceOfPerformance", "other-place-service"),
      .text(prefix + "RealizedLocation/Description", "epo:hasPlaceOfPerformanceAdditionalInformation"),
    ]
  }

  static let fund: [EPORule] = [
    .value("FinancingIdentifier", "adms:identifier", .identifier(segment: "identifier")),
    .code("FundingProgramCode", "epo:hasFundProgramme", "eu-programme"),
    .text("Description", "dct:description"),
  ]
}
