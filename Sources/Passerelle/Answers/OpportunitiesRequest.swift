public import PasserelleCore

/// What is asked beside the vendor: the day, and conditions on the calls.
public struct OpportunitiesRequest: Sendable {
  /// The day on which the calls must be open; nil for today in UTC.
  public var day: PartialDate?
  /// The most opportunities given.
  public var limit = 10
  /// Departments where the work is done, any of them; a call whose place is unknown stays.
  public var places: [String] = []
  /// CPV prefixes, 2 to 8 digits, any of them; a call without code stays.
  public var cpvPrefixes: [String] = []
  /// The calls to look at, by record number; nil for all.
  var records: Set<Int64>?
  /// Whether calls that say to be published later are looked at too.
  var includesUnpublished = false
  /// How many calls, and how many calls and lots, are put to the matcher at most.
  var comparedLimit = OpportunitiesFinder.limit

  /// Makes the standard request.
  public init() {}

  /// Refuses conditions that have no such shape.
  ///
  /// - Throws: ``PasserelleError`` with code `query.invalid`.
  func check() throws {
    for prefix in cpvPrefixes
    where !(2...8).contains(prefix.utf8.count) || !prefix.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }) {
      throw PasserelleError(
        .queryInvalid,
        LocalizedText(
          fr: "Préfixe CPV « \(prefix) » : donnez de 2 à 8 chiffres, comme 45 ou 4531.",
          en: "CPV prefix '\(prefix)': give 2 to 8 digits, such as 45 or 4531."))
    }
    for place in places where !PlaceCode.isDepartment(place) {
      throw PasserelleError(
        .queryInvalid,
        LocalizedText(
          fr: "Lieu inconnu « \(place) » : donnez un code de département, comme 69.",
          en: "Unknown place '\(place)': give a department code, such as 69."))
    }
  }
}
