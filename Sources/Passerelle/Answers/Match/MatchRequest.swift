public import PasserelleCore
public import PasserelleMatching

/// What a match is asked with, beside the need itself.
public struct MatchRequest: Sendable, Hashable {
  /// CPV codes that replace those of the need.
  public var codes: [CPVCode] = []
  /// A place that replaces that of the need: a department or commune code.
  public var place: String?
  /// The number of the one lot that is asked about; nil for the whole need.
  public var lot: String?
  /// The most vendors given.
  public var limit = 10
  /// The most newcomers given in the place reserved to them.
  public var newcomerLimit = 3
  /// Whether buyer history, vendor name, distance and experience are left out.
  public var isNeutral = false
  /// Whether evaluations by territories enter the ranking; they are shown in any case.
  public var ranksByEvaluations = false
  /// Conditions on vendors; what they remove is counted in the answer.
  public var filter = VendorFilter()

  /// Makes the standard request.
  public init() {}
}
