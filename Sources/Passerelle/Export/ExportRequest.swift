public import PasserelleCore
import PasserelleSources

/// The format that records are exported in.
public enum ExportForm: String, Sendable, Hashable, CaseIterable {
  /// A record package of OCDS 1.1.
  case ocds
  /// The French essential procurement data of 2022.
  case decp
  /// A table, one row an award and winner.
  case csv
  /// JSON lines, `passerelle-export/1`.
  case ndjson
  /// RDF in N-Triples: the statements of the records.
  case ntriples
  /// RDF in N-Quads, each record a graph.
  case nquads
  /// RDF in Turtle.
  case turtle
  /// RDF in expanded JSON-LD, a list of one graph object a record.
  case jsonld
}

/// The layouts of the French essential procurement data.
public enum DECPEdition: String, Sendable, Hashable, CaseIterable {
  /// That of 2022, the one in force.
  case year2022 = "2022"
  /// That of 2019, for contracts that tell what it asks and no more.
  case year2019 = "2019"
}

/// What a package of exported data says of itself.
public struct ExportPackage: Sendable, Hashable {
  /// Whether releases are given rather than records.
  public var isOfReleases = false
  /// The layout of the French data.
  public var edition = DECPEdition.year2022
  /// The prefix of the ocids of processes that come from elsewhere than OCDS.
  public var prefix: String
  /// The address of the package; nil for the base of the workspace.
  public var uri: String?
  /// Who publishes it; nil for the base of the workspace.
  public var publisher: String?
  /// The address of the licence; nil for that of the records where they have one only.
  public var license: String?
  /// The address of the publication policy.
  public var publicationPolicy: String?

  /// A prefix that nobody has, for trials.
  public static let placeholderPrefix = ProcessIdentity.placeholderPrefix

  /// Says nothing of itself.
  public init() { prefix = Self.placeholderPrefix }

  /// The format of processes: the French data, else OCDS.
  func format(isFrench: Bool) -> ProcedureWriter.Format {
    if isFrench { return edition == .year2019 ? .decp2019 : .decp }
    return isOfReleases ? .ocdsReleases : .ocdsRecords
  }

  func written(base: String, license known: String?) -> ProcedureWriter.Package {
    ProcedureWriter.Package(
      uri: uri ?? base, publisher: publisher ?? base, license: license ?? known,
      publicationPolicy: publicationPolicy)
  }
}

/// What is exported.
public struct ExportRequest: Sendable, Hashable {
  /// The format.
  public var form: ExportForm
  /// The first date, of notification, else of publication.
  public var from: PartialDate?
  /// The last date, included.
  public var to: PartialDate?
  /// A buyer, by name or as `show` takes it.
  public var buyer: String?
  /// A CPV prefix.
  public var cpv: String?
  /// A code of a department or commune.
  public var place: String?
  /// The source's short name.
  public var source: String?
  /// Whether generated demonstration data are given too.
  public var includesDemonstration = false
  /// Whether a table is for a French spreadsheet.
  public var isSpreadsheet = false
  /// What a package says of itself.
  public var package = ExportPackage()

  /// Asks for everything in a format.
  public init(_ form: ExportForm) { self.form = form }
}
