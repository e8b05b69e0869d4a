public import PasserelleCore
import PasserelleNetwork
import PasserelleOntology

/// What statistics of cooperation are asked for: a table by name, or rows, columns and filters.
public struct StatsRequest: Sendable, Hashable {
  /// The name of a table; nil for rows of one's own.
  public var table: String?
  /// What the rows are, one of ``dimensions``.
  public var rows = "country"
  /// What the columns are, one of ``dimensions``; nil for none.
  public var columns: String?
  /// A theme or sub-theme, by code or name.
  public var theme: String?
  /// A country, by code or name.
  public var country: String?
  /// A continent or a part of one, by code or name.
  public var area: String?
  /// A kind of French authority: `commune`, `intercommunality`, `departement`, `region`.
  public var authority: String?
  /// The form: `twinning`, `cooperation`, `agreement`, `project`.
  public var kind: String?
  /// The cooperation mode, by code or name.
  public var mode: String?
  /// The year in which cooperations held.
  public var year: Int?
  /// Whether generated demonstration data count.
  public var includesDemonstration = false
  /// The moment whose state is asked; nil for now.
  public var asOf: Instant?

  /// Asks for nothing in particular: cooperations by country.
  public init() {}

  /// What rows and columns can be.
  public static var dimensions: [String] { CooperationDimension.allCases.map(\.rawValue) }

  /// A dimension by its name.
  ///
  /// - Throws: ``PasserelleError`` with code `query.invalid`, with the nearest name.
  static func dimension(_ name: String) throws -> CooperationDimension {
    if let found = CooperationDimension(rawValue: name) { return found }
    let near = NearestName.of(name, in: dimensions)
    let list = dimensions.joined(separator: ", ")
    throw PasserelleError(
      .queryInvalid,
      LocalizedText(
        fr: "On ne compte pas par « \(name) »."
          + (near.map { " Vouliez-vous dire « \($0) » ?" } ?? " On compte par : \(list)."),
        en: "Nothing is counted by '\(name)'."
          + (near.map { " Did you mean '\($0)'?" } ?? " Things are counted by: \(list).")))
  }
}
