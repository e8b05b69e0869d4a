public import PasserelleCore

/// What the columns of a table of any things or ties mean: the content of a mapping file `passerelle-table-mapping/1`.
///
/// A row gives one record or several. A record states some of the row's *things* and the *ties* between them; records
/// of one key are gathered where the mapping says so, so that a city named in a hundred rows is one record.
public struct TableMapping: Sendable {
  /// The name and version that the file declares.
  public static let format = "passerelle-table-mapping/1"

  /// How rows are written.
  public enum Layout: String, Sendable, Hashable, CaseIterable {
    /// Rows of columns, the first with the headings.
    case csv
    /// The elements of JSON arrays; a column is the path of a key, such as `author.title`.
    case json
    /// One JSON object a line.
    case lines
    /// The nodes and edges of a GEXF graph; a column is an attribute or the title of an attribute value.
    case gexf
  }

  /// The name of the data set, in lower case letters, digits and dashes.
  public internal(set) var source: String
  /// What the data set is, for people.
  public internal(set) var title: LocalizedText
  /// How rows are written.
  public internal(set) var layout = Layout.csv
  /// The paths of the arrays of a JSON file.
  var arrays: [[String]] = [[]]
  /// The headings by which a file of the kind is known; empty for a mapping that must be named.
  var recognised: [String] = []
  /// Headings that a file of the kind does not have.
  var foreign: [String] = []
  /// The encoding; UTF-8 when nil.
  var encoding: InputEncoding?
  /// The character between columns; found out from the headings when nil.
  var separator: UInt8?
  /// The decimal sign of numbers.
  var decimal: Character = "."
  /// How dates are written.
  var dates = CSVMapping.DateStyle.iso
  /// Whether the rows are generated demonstration data.
  var isDemonstration = false
  /// Whether texts that were read as Mac OS Roman before are restored.
  var restoresMacRoman = false
  /// The columns left out on purpose.
  var ignored: Set<String> = []
  /// The columns that hold what concerns persons, never taken.
  var persons: Set<String> = []
  /// The columns that are read, by number.
  var columns: [String] = []
  /// The things of a row.
  var things: [TableThing] = []
  /// What stands for the values of some columns, by what the file writes, folded.
  var translations: [(column: TableColumn, codes: [String: String])] = []
  /// The records of a row.
  var records: [TableRecordRule] = []
  /// A sum of the mapping file, in which any change counts.
  var sum: UInt32 = 0

  /// The version of the mapping to statements; a change makes every record be mapped again.
  static let version = 1
}

/// A column's number in ``TableMapping/columns``.
typealias TableColumn = Int

/// A test on the cells of a row.
struct TableCondition: Sendable, Hashable {
  let column: TableColumn
  /// The values; nil for any that is not blank, empty for blank.
  let values: Set<String>?
  /// Whether the test is turned round.
  let isNegated: Bool
}

/// Something that a row is about.
struct TableThing: Sendable {
  let name: String
  /// Where its IRI comes from: the first that the row gives.
  let identities: [TableIdentity]
  /// Its classes, by IRI.
  let classes: [String]
  /// Classes by the values of columns; the first column that gives one is believed.
  let classTables: [(column: TableColumn, classes: [String: String])]
  let conditions: [TableCondition]
  /// Parallel lists: each place of the list is a thing of its own.
  let each: TableEach?
  /// The columns with its name, where it may be a natural person's.
  let personColumns: [TableColumn]
  let point: TablePoint?
  let statements: [TableStatement]
}

/// Parallel lists in several columns.
struct TableEach: Sendable, Hashable {
  let columns: [TableColumn]
  let separator: Character
}

/// Where the IRI of a thing comes from.
enum TableIdentity: Sendable {
  /// An identifier of a scheme.
  case scheme(IdentifierScheme, TableTemplate)
  /// Below another thing of the row.
  case below(Int, TableTemplate)
}

/// Where coordinates stand.
enum TablePoint: Sendable {
  /// `Point(longitude latitude)`, of WKT.
  case wellKnownText(TableColumn)
  case columns(latitude: TableColumn, longitude: TableColumn)
}

/// A statement about a thing.
struct TableStatement: Sendable {
  /// What stands at the other end.
  enum Object: Sendable {
    case text(TableTemplate)
    case thing(Int)
    case identifier(TableIdentity)
  }

  /// What a text is read as.
  enum Kind: String, Sendable, CaseIterable {
    case text, integer, decimal, date, year, boolean, code
  }

  /// Which of several values of a gathered record is taken.
  enum Choice: String, Sendable, CaseIterable {
    case all, first, greatest
  }

  let relation: String
  let object: Object
  let kind: Kind
  let language: String?
  let splitAt: Character?
  let codes: [String: String]?
  /// Whether a value that the table of codes lacks is kept as written.
  let keepsUnknown: Bool
  let choice: Choice
  let conditions: [TableCondition]
  /// Whether it names the thing, so that a person's is dropped.
  let isName: Bool
  let quantity: TableQuantity?
}

/// What a number of a statement counts, where it is a node of its own.
struct TableQuantity: Sendable {
  let unit: String?
  let currency: String?
  let date: TableTemplate?
}

/// A tie between two things of a row, stated plainly and as a claim.
struct TableTie: Sendable {
  let from: Int
  let relation: String
  let to: Int
  let isSymmetric: Bool
  let conditions: [TableCondition]
  /// The relation and value of what is said about the tie.
  let attributes: [TableStatement]
}

/// A record that each row gives.
struct TableRecordRule: Sendable {
  let key: [TableTemplate]
  /// Whether the parts of the key are put in order, since the tie has no direction.
  let isSorted: Bool
  /// The thing that the record is about; nil for a tie.
  let subject: Int?
  let things: [Int]
  let ties: [TableTie]
  /// Whether rows of one key make one record.
  let isGathered: Bool
  /// Whether rows that lack the key give no such record, without a refusal.
  let isOptional: Bool
  let conditions: [TableCondition]
  /// The columns that the record reads, ascending.
  let used: [TableColumn]
  /// The readings of a row: each takes some cells from other columns; the first of most mappings takes none.
  let readings: [[TableColumn: TableColumn]]
}

extension TableMapping {
  /// The relations that its rows state, by IRI.
  package var relationIRIs: Set<String> {
    var result: Set<String> = []
    for thing in things {
      result.formUnion(thing.statements.map(\.relation))
      if thing.point != nil { result.formUnion([Vocabulary.latitude, Vocabulary.longitude]) }
    }
    for record in records {
      for tie in record.ties { result.formUnion([tie.relation] + tie.attributes.map(\.relation)) }
    }
    return result
  }

  /// The classes that its rows state, by IRI.
  package var classIRIs: Set<String> {
    Set(things.flatMap { $0.classes + $0.classTables.flatMap { Array($0.classes.values) } })
  }
}
