/// What a format adapter finds in a file: a record, or bytes that it refuses.
public enum SourceItem: Sendable {
  /// A record whose key is known and whose statements can be made.
  case record(any SourceRecord)
  /// A record that cannot be stored, with the reasons.
  case refused(RefusedRecord)
}

/// A record that was refused: its bytes as read go to quarantine, so that nothing is lost.
public struct RefusedRecord: Sendable {
  /// The bytes as they stand in the file.
  public let bytes: [UInt8]
  /// Why, at least one diagnostic of severity `error`.
  public let diagnostics: [Diagnostic]

  /// Makes a refusal.
  public init(bytes: [UInt8], diagnostics: [Diagnostic]) {
    self.bytes = bytes
    self.diagnostics = diagnostics
  }
}

/// A record as parsed: its identity first, its statements on demand.
///
/// The pipeline asks for the statements only of records that are new or changed.
public protocol SourceRecord: Sendable {
  /// The source's short name.
  var source: String { get }
  /// The key, stable within the source, unique but for repeated records.
  var key: String { get }
  /// The version of the mapping to statements.
  var mappingVersion: Int { get }
  /// The bytes as they stand in the file.
  var bytes: [UInt8] { get }
  /// Where the record stands.
  var location: SourceLocation { get }
  /// How the record completes what is stored under its key; nil when it takes its place.
  var amendment: RecordAmendment? { get }

  /// Makes the statements.
  ///
  /// - Parameters:
  ///   - key: The key to use: ``key``, or one that tells repeated records apart.
  ///   - iris: The IRI space of the workspace.
  /// - Returns: The statements, and what was repaired or dropped.
  func mapped(key: String, in iris: IRISpace) -> MappedRecord
}

extension SourceRecord {
  /// Most records take the place of what is stored under their key.
  public var amendment: RecordAmendment? { nil }
}

/// The statements of a record with all that had to be repaired or dropped.
public struct MappedRecord: Sendable {
  /// The IRI of the thing that the record is about.
  public var subject: String
  /// What kind of document it is in searches.
  public var kind: DocumentKind
  /// When the source published it.
  public var published: PartialDate?
  /// Whether it is generated demonstration data.
  public var isDemonstration: Bool
  /// The statements.
  public var statements: StatementBuffer
  /// What an amendment takes back of earlier states; empty for a record that stands alone.
  public var removals: [StatementRemoval] = []
  /// The relations, by IRI, of which an amendment adds objects and takes none away.
  public var additiveRelations: Set<String> = []
  /// What was repaired, dropped or noticed; one of severity `error` refuses the record.
  public var diagnostics: [Diagnostic]

  /// Makes a mapped record.
  public init(
    subject: String, kind: DocumentKind, published: PartialDate?, isDemonstration: Bool,
    statements: StatementBuffer, diagnostics: [Diagnostic]
  ) {
    self.subject = subject
    self.kind = kind
    self.published = published
    self.isDemonstration = isDemonstration
    self.statements = statements
    self.diagnostics = diagnostics
  }
}

/// Reads one format: bytes in, records out, in the order of the file.
public protocol SourceReading: Sendable {
  /// The format's name, as `--source` takes it.
  var formatName: String { get }

  /// Reads a stream to its end.
  ///
  /// Problems of one record are refusals; the stream goes on after them where the format allows it. When it
  /// does not (JSON broken in the middle), what is left of the file is one refused record.
  ///
  /// - Parameters:
  ///   - input: The bytes.
  ///   - file: The name for diagnostics.
  ///   - body: Gets each item; returns false to stop early.
  /// - Throws: ``PasserelleError`` when the stream as a whole cannot be read.
  func read(_ input: inout any ByteSource, file: String, _ body: (SourceItem) throws -> Bool) throws
}
