/// The elements of notices whose content is read, or serves to find others.
enum NoticeElements {
  /// Names without prefix; an element of such a name elsewhere in the notice counts as read.
  static let read: Set<String> = Set(
    """
    ID UBLVersionID CustomizationID ProfileExecutionID VersionID ContractFolderID IssueDate IssueTime RegulatoryDomain
    NoticeTypeCode NoticeLanguageCode SubTypeCode NoticePublicationID GazetteID PublicationDate PlannedDate
    ChangedNoticeIdentifier ReasonCode FieldIdentifierCode
    Name Description Note Title Text CompanyID IdentificationCode CountrySubentityCode PostalZone CityName
    ElectronicMail Telephone Telefax NaturalPersonIndicator GroupLeadIndicator CompanySizeCode FamilyName FirstName
    ProcurementTypeCode ItemClassificationCode EstimatedOverallContractAmount FrameworkMaximumAmount SMESuitableIndicator
    DurationMeasure StartDate EndDate EndTime ProcedureCode ContractingSystemTypeCode URI
    AwardingCriterionTypeCode ParameterCode ParameterNumeric TendererRequirementTypeCode CriterionTypeCode
    CalculationExpressionCode LotsGroupID DocumentType SubmissionMethodCode
    TotalAmount TenderResultCode DecisionReasonCode StatisticsCode StatisticsNumeric MaximumValueAmount
    ReestimatedValueAmount RankCode PayableAmount PaidAmount TermCode AwardDate ContractFrameworkIndicator
    PartyTypeCode ActivityTypeCode LowerTenderAmount HigherTenderAmount
    ModifiedContractIdentifier ChangeDescription ReasonDescription
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
}
