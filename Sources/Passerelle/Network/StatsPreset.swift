import PasserelleCore
import PasserelleNetwork
import PasserelleOntology

/// A table of statistics that can be asked for by name.
struct StatsPreset: Sendable {
  /// What is counted beside the published values.
  enum Held: Sendable, Hashable {
    /// Nothing: what is published cannot be counted from the records.
    case nothing
    /// Cooperations of these kinds.
    case cooperations(Set<CooperationItem.Kind>)
    /// French authorities that cooperate; of one kind, or all.
    case authorities(NodeKind?)
    /// Territories abroad with which they cooperate.
    case partners
    /// Countries in which these are.
    case countries
    /// Those that take part in or are members of a thing, by its local identifier.
    case participants(String)
  }

  /// A row that the table names itself.
  struct Line: Sendable {
    /// The key.
    let key: String
    /// The name.
    let label: LocalizedText
    /// The ends of the IRIs of the claims that publish values, the first one first.
    let claims: [String]
    /// What is counted beside them.
    let held: Held
  }

  /// What the rows are.
  enum Rows: Sendable {
    /// A dimension of cooperations, in the themes given; nil for all themes.
    case dimension(CooperationDimension, themes: Set<String>?)
    /// Rows that the table names.
    case lines([Line])
    /// The dated values of one statistic, by its local identifier.
    case dates(of: String)
    /// The values of one statistic by country, beside its participants.
    case countries(of: String)
  }

  /// A check of whether rows add up to a published total.
  struct Addition: Sendable {
    /// The keys of the rows; nil for all.
    let keys: [String]?
    /// The end of the IRI of the claim that publishes the total.
    let total: String
    /// Why they do not, or what follows where they do.
    let remark: LocalizedText?
  }

  /// The name.
  let id: String
  /// What it shows.
  let title: LocalizedText
  /// The rows.
  let rows: Rows
  /// What the rows are called.
  let rowLabel: LocalizedText
  /// What one must know to read it.
  let remarks: [LocalizedText]
  /// The sum that is checked.
  let addition: Addition?
  /// Ends of IRIs of further claims that stand under the table.
  let further: [String]

  init(
    _ id: String, _ title: LocalizedText, rows: Rows, label: LocalizedText, remarks: [LocalizedText] = [],
    addition: Addition? = nil, further: [String] = []
  ) {
    self.id = id
    self.title = title
    self.rows = rows
    rowLabel = label
    self.remarks = remarks
    self.addition = addition
    self.further = further
  }

  /// The table of a name.
  ///
  /// - Throws: ``PasserelleError`` with code `query.invalid`, with the nearest name.
  static func named(_ name: String) throws -> StatsPreset {
    if let found = all.first(where: { $0.id == name }) { return found }
    let names = all.map(\.id)
    let near = NearestName.of(name, in: names)
    let list = names.joined(separator: ", ")
    throw PasserelleError(
      .queryInvalid,
      LocalizedText(
        fr: "« \(name) » n’est pas un tableau."
          + (near.map { " Vouliez-vous dire « \($0) » ?" } ?? " Les tableaux : \(list)."),
        en: "'\(name)' is no table." + (near.map { " Did you mean '\($0)'?" } ?? " The tables: \(list).")))
  }
}
