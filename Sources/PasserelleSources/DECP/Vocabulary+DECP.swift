internal import PasserelleCore

/// What the French essential procurement data of 2022 say beside the fields that every award has.
extension Vocabulary {
  /// Contract → number of the framework agreement that it comes under.
  static let frameworkIdentifier = pas + "frameworkIdentifier"
  /// Contract → whether it is an innovative purchase.
  static let isInnovative = pas + "isInnovative"
  /// Contract → general conditions of contract (CCAG) that it refers to.
  static let generalConditions = pas + "generalConditions"
  /// Contract → whether an advance is paid.
  static let hasAdvancePayment = pas + "hasAdvancePayment"
  /// Contract → share of the amount that is paid in advance, 0 to 1.
  static let advanceRate = pas + "advanceRate"
  /// Contract → form of the group of winners.
  static let groupingType = pas + "groupingType"
  /// Contract → whether subcontracting was declared.
  static let isSubcontractingDeclared = pas + "isSubcontractingDeclared"
  /// Contract → purchasing technique.
  static let technique = pas + "technique"
  /// Contract → how it is carried out: in stages, by orders.
  static let executionModality = pas + "executionModality"
  /// Contract → type of price.
  static let priceType = pas + "priceType"
  /// Contract → social consideration.
  static let socialConsideration = pas + "socialConsideration"
  /// Contract → environmental consideration.
  static let environmentalConsideration = pas + "environmentalConsideration"
  /// Contract → share of supplies from the European Union, 0 to 1.
  static let europeanShare = pas + "europeanShare"
  /// Contract → share of supplies from France, 0 to 1.
  static let frenchShare = pas + "frenchShare"
  /// Concession → first day of its execution.
  static let executionStart = pas + "executionStart"
  /// Concession → public subsidy, tax excluded.
  static let publicSubsidy = pas + "publicSubsidy"
  /// Contract → act that declares a subcontractor.
  static let hasSubcontract = pas + "hasSubcontract"
  /// An act that declares a subcontractor.
  static let subcontract = pas + "Subcontract"
  /// Subcontract → how its price varies.
  static let priceVariation = pas + "priceVariation"
  /// Concession → what was reported of a year of its execution.
  static let hasExecutionYear = pas + "hasExecutionYear"
  /// What is reported of a year of a concession.
  static let executionYear = pas + "ExecutionYear"
  /// Year of a concession → money invested in it.
  static let investment = pas + "investment"
  /// Year of a concession → price that users pay.
  static let hasTariff = pas + "hasTariff"
  /// A price that users of a concession pay.
  static let tariff = pas + "Tariff"
}
