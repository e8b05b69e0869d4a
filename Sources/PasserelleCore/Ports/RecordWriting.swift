/// A source record ready to be stored: its key, its fingerprint and its statements.
public struct RecordDraft: Sendable {
  /// The source's short name, such as `decp`.
  public var source: String
  /// The record's key, unique and stable within the source.
  public var key: String
  /// The SHA-256 of the record's bytes.
  public var contentHash: ContentHash
  /// The version of the mapping from fields to statements.
  public var mappingVersion: Int
  /// When the source published this state of the record.
  public var published: PartialDate?
  /// The thing that the record is about, by IRI.
  public var subject: String
  /// What kind of document the record is in searches.
  public var kind: DocumentKind
  /// Whether the record is generated demonstration data.
  public var isDemonstration: Bool
  /// The statements.
  public var statements: StatementBuffer

  /// Makes a record.
  public init(
    source: String, key: String, contentHash: ContentHash, mappingVersion: Int, published: PartialDate?,
    subject: String, kind: DocumentKind, isDemonstration: Bool, statements: StatementBuffer
  ) {
    self.source = source
    self.key = key
    self.contentHash = contentHash
    self.mappingVersion = mappingVersion
    self.published = published
    self.subject = subject
    self.kind = kind
    self.isDemonstration = isDemonstration
    self.statements = statements
  }
}

/// What became of a record that was offered to a store.
public enum RecordOutcome: Sendable, Hashable {
  /// A first version was stored.
  case added
  /// A further version was stored and the one before it closed.
  case changed
  /// The bytes and the mapping version are those of the open version; nothing was written.
  case unchanged
}

/// What a store needs in order to know whether a record changed.
public struct RecordFingerprint: Hashable, Sendable {
  /// The record's key within its source.
  public let key: String
  /// The SHA-256 of its bytes.
  public let contentHash: ContentHash
  /// The version of the mapping.
  public let mappingVersion: Int

  /// Makes a fingerprint.
  public init(key: String, contentHash: ContentHash, mappingVersion: Int) {
    self.key = key
    self.contentHash = contentHash
    self.mappingVersion = mappingVersion
  }
}

/// Writes records into a store, a batch at a time.
public protocol RecordWriting {
  /// Says which records of a source are already stored as they are.
  ///
  /// - Returns: One answer for each fingerprint, in order.
  func unchanged(source: String, _ fingerprints: [RecordFingerprint]) throws -> [Bool]

  /// Stores a batch in one transaction: all of it, or nothing.
  ///
  /// - Returns: What became of each record, in order.
  func write(_ records: [RecordDraft]) throws -> [RecordOutcome]
}
