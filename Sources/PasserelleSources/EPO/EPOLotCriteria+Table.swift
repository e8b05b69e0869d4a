/// What candidates are judged by.
enum EPOLotCriteria {
  static let lot: [EPORule] = [
    .each(
      "TenderingTerms/EXT/SelectionCriteria", criterion, "epo:SelectionCriterion", at: "selection-criterion",
      selection),
    // Grounds of exclusion are told once, for every lot.
    .each(
      "/TenderingTerms/TendererQualificationRequest/SpecificTendererRequirement", criterion,
      "epo:ExclusionGround", at: "exclusion-ground",
      [
        .code("TendererRequirementTypeCode[@listName=exclusion-ground]", "dct:type", "criterion"),
        .text("Description", "dct:description"),
      ]),
    .node(
      "TenderingTerms/TendererQualificationRequest/SpecificTendererRequirement"
        + "[TendererRequirementTypeCode@listName=reserved-procurement]", criterion,
      "epo:ParticipationCondition", at: "participation-condition",
      [.code("TendererRequirementTypeCode", "epo:hasReservedProcurement", "reserved-procurement")]),
    .node(
      "TenderingTerms", criterion, "epo:ProcurementCriterion", at: "staff-qualification",
      [
        .code(
          "RequiredCurriculaCode", "epo:hasPerformingStaffQualificationInformation", "requirement-stage")
      ]),
  ]

  private static let criterion = "epo:specifiesProcurementCriterion"

  private static let selection: [EPORule] =
    [
      .code(
        "CriterionTypeCode[@listName=selection-criterion]", "epo:hasSelectionCriterionType",
        "selection-criterion"),
      .code(
        "TendererRequirementTypeCode[@listName=selection-criterion]", "epo:hasSelectionCriterionType",
        "selection-criterion"),
      .code("CalculationExpressionCode[@listName=usage]", "epo:hasSelectionCriteriaUsage", "usage"),
      .text("Name", "skos:prefLabel"),
      .text("Description", "dct:description"),
      .indicator("SecondStageIndicator", "epo:isUsedForCandidateRestriction"),
    ] + parameters("EXT/CriterionParameter") + parameters("CriterionParameter")

  /// The weight and the thresholds of a criterion.
  ///
  /// - Parameter path: Where its parameters stand.
  /// - Returns: The rules.
  static func parameters(_ path: String) -> [EPORule] {
    [
      .value(path + "[ParameterCode@listName=number-weight]/ParameterNumeric", "m8g:weight", .decimal),
      .code(path + "/ParameterCode[@listName=number-weight]", "epo:hasWeightValueType", "number-weight"),
      .value(path + "[ParameterCode@listName=number-fixed]/ParameterNumeric", "epo:hasFixedValue", .decimal),
      .code(path + "/ParameterCode[@listName=number-fixed]", "epo:hasFixedValueType", "number-fixed"),
      .node(
        path + "[ParameterCode@listName=number-threshold]", "epo:hasConstraint", "m8g:Constraint",
        at: "threshold",
        [
          .value("ParameterNumeric", "epo:hasThresholdValue", .decimal),
          .code("ParameterCode", "epo:hasThresholdType", "number-threshold"),
        ]),
    ]
  }
}

/// The aims of a lot beside what is bought.
enum EPOLotStrategy {
  static let lot: [EPORule] =
    [
      ("environmental-impact", "epo:GreenProcurement", "green"),
      ("gpp-criteria", "epo:GreenProcurement", "green-criteria"),
      ("social-objective", "epo:SocialProcurement", "social"),
      ("innovative-acquisition", "epo:InnovativeProcurement", "innovation"),
    ].map { list, aim, segment in
      .node(
        "ProcurementProject/ProcurementAdditionalType[ProcurementTypeCode@listName=\(list)]", fulfills, aim,
        at: "aim/" + segment, [.code("ProcurementTypeCode", "epo:fulfillsRequirement", list)])
    } + [
      .node(
        "ProcurementProject", fulfills, "epo:StrategicProcurement", at: "aim/strategy",
        [
          .text(
            "ProcurementAdditionalType[ProcurementTypeCode@listName=strategic-procurement]/ProcurementType",
            "epo:hasStrategicProcurementDescription"),
          .code(
            "ProcurementAdditionalType/ProcurementTypeCode[@listName=accessibility]",
            "epo:includesAccessibilityCriterion", "accessibility"),
          .text(
            "ProcurementAdditionalType[ProcurementTypeCode@listName=accessibility]/ProcurementType",
            "epo:hasNonAccessibilityCriterionJustification"),
        ]),
      .each(
        "TenderingTerms/EXT/StrategicProcurement", fulfills, "epo:GreenProcurement", at: "aim/vehicles",
        [.indicator("ApplicableLegalBasis[@listName=cvd-scope]", "epo:usesCleanVehicleDirective")]),
    ]

  /// Where a lot's strategy on vehicles stands.
  static let vehiclePath = EPOPath("TenderingTerms/EXT/StrategicProcurement")

  private static let fulfills = "epo:fulfillsStrategicProcurement"

  /// What is told of vehicles (BT-715, BT-716, BT-723, BT-725, BT-735), under `StrategicProcurementInformation`.
  static let vehicles: [EPORule] = [
    .code(
      "ProcurementCategoryCode", "epo:specifiesCleanVehicleDirectiveContractType", "cvd-contract-type"),
    .code(
      "ProcurementDetails/AssetCategoryCode", "epo:specifiesCleanVehicleDirectiveVehicleCategory",
      "vehicle-category"),
    .value(statistics + "[StatisticsCode=vehicles]/StatisticsNumeric", "epo:hasTotalVehicles", .integer),
    .value(
      statistics + "[StatisticsCode=vehicles-zero-emission]/StatisticsNumeric", "epo:hasZeroEmissionVehicles",
      .integer),
    .value(
      statistics + "[StatisticsCode=vehicles-clean]/StatisticsNumeric", "epo:hasCleanVehicles", .integer),
  ]

  private static let statistics = "ProcurementDetails/StrategicProcurementStatistics"
}
