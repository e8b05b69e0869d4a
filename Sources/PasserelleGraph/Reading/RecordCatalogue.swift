import GRDB
public import PasserelleCore

/// A record and one of its versions, without the statements.
public struct RecordVersion: Sendable, Hashable {
  /// The record's number in the store.
  public let record: Int64
  /// The source's short name.
  public let source: String
  /// The record's key within its source.
  public let key: String
  /// What kind of document it is.
  public let kind: DocumentKind
  /// Whether it is demonstration data.
  public let isDemonstration: Bool
  /// The thing it is about.
  public let subject: TermID
  /// The record's IRI, which names its graph.
  public let graph: TermID
  /// The version.
  public let version: VersionID
  /// The version's rank within the record, from 1.
  public let number: Int
  /// The SHA-256 of the record's bytes.
  public let contentHash: ContentHash?
  /// When the source published it.
  public let published: PartialDate?
  /// When it was ingested.
  public let ingested: Instant
  /// When a later version closed it; nil while it is open, as the reader's scope sees it.
  public let superseded: Instant?

  /// The same version, not closed yet.
  fileprivate var open: Self {
    Self(
      record: record, source: source, key: key, kind: kind, isDemonstration: isDemonstration,
      subject: subject,
      graph: graph, version: version, number: number, contentHash: contentHash, published: published,
      ingested: ingested, superseded: nil)
  }
}

extension GraphReader {
  private static let columns = """
    SELECT r.id, n.name, r.key, r.kind, r.demonstration, r.subject, r.graph, v.id, v.number, v.hash,
      v.published, v.ingested, v.superseded
    FROM version AS v JOIN record AS r ON r.id = v.record JOIN source AS n ON n.id = r.source
    """

  /// Gives the open versions that were written after a sequence, in the order written.
  ///
  /// The sequence of a version is its number, so an index that remembers the last one it has seen catches up
  /// by asking for what came after.
  ///
  /// - Parameters:
  ///   - sequence: The last version that is known.
  ///   - source: A source whose records are left out; then those of ``conversionSource`` are too, which are computed.
  ///   - body: Gets each version; returns false to stop.
  /// - Throws: What the body throws, or ``PasserelleError``.
  public func openVersions(
    after sequence: Int64, excludingSource source: String? = nil, _ body: (RecordVersion) throws -> Bool
  ) throws {
    let statement = try RawStatement(
      db,
      Self.columns
        + """
         WHERE v.id > ?1 AND v.superseded IS NULL
          AND (?2 IS NULL OR r.source NOT IN (SELECT id FROM source WHERE name IN (?2, ?3))) ORDER BY v.id
        """)
    statement.bind(sequence, at: 1)
    if let source { statement.bind(text: source, at: 2) } else { statement.bindNull(at: 2) }
    statement.bind(text: Self.conversionSource, at: 3)
    while try statement.step() {
      if let version = try version(statement), try !body(version) { return }
    }
  }

  /// Gives every version that the reader sees, in the order written.
  public func openGraphs(_ body: (RecordVersion) throws -> Bool) throws {
    let statement = try RawStatement(db, Self.columns + " ORDER BY v.id")
    while try statement.step() {
      guard try isVisible(VersionID(rawValue: statement.int64(7))) else { continue }
      if let version = try version(statement), try !body(version) { return }
    }
  }

  /// The records of a kind whose versions the reader sees: version to record number.
  public func recordNumbers(of kind: DocumentKind) throws -> [VersionID: Int64] {
    let statement = try RawStatement(
      db, "SELECT v.id, v.record FROM version AS v JOIN record AS r ON r.id = v.record WHERE r.kind = ?")
    statement.bind(text: kind.rawValue, at: 1)
    var result: [VersionID: Int64] = [:]
    while try statement.step() {
      let version = VersionID(rawValue: statement.int64(0))
      if try isVisible(version) { result[version] = statement.int64(1) }
    }
    return result
  }

  /// The versions of the records about a thing, or of the record that an IRI names, oldest first.
  ///
  /// Those that were closed are given too; those that came after the reader's moment are not.
  public func versions(about thing: TermID) throws -> [RecordVersion] {
    let statement = try RawStatement(
      db, Self.columns + " WHERE r.subject = ?1 OR r.graph = ?1 ORDER BY n.name, r.key, v.number")
    statement.bind(thing.rawValue, at: 1)
    var result: [RecordVersion] = []
    while try statement.step() {
      if let version = try version(statement) { result.append(version) }
    }
    return result
  }

  /// The versions of some graphs, in the order asked; nil for one that is unknown at the reader's moment.
  public func versions(of graphs: [VersionID]) throws -> [RecordVersion?] {
    try withStatement(Self.columns + " WHERE v.id = ?") { statement in
      var result: [RecordVersion?] = []
      for graph in graphs {
        statement.reset()
        statement.bind(graph.rawValue, at: 1)
        result.append(try statement.step() ? version(statement) : nil)
      }
      return result
    }
  }

  /// The version of a record that the reader sees; nil where there is none.
  public func openVersion(ofRecord record: Int64) throws -> RecordVersion? {
    try withStatement(Self.columns + " WHERE v.record = ? ORDER BY v.number DESC") { statement in
      statement.bind(record, at: 1)
      while try statement.step() {
        if try isVisible(VersionID(rawValue: statement.int64(7))) { return try version(statement) }
      }
      return nil
    }
  }

  /// The version of a record that the reader sees, by its source and key; nil where there is none.
  public func openVersion(source: String, key: String) throws -> RecordVersion? {
    try withStatement(Self.columns + " WHERE n.name = ? AND r.key = ? ORDER BY v.number DESC") { statement in
      statement.bind(text: source, at: 1)
      statement.bind(text: key, at: 2)
      while try statement.step() {
        if try isVisible(VersionID(rawValue: statement.int64(7))) { return try version(statement) }
      }
      return nil
    }
  }

  /// The objects that superseded versions of a record state for a predicate, each once.
  ///
  /// What depended on them, such as a company's document, is no longer right when the record changes.
  public func formerObjects(ofRecord record: Int64, predicate: TermID) throws -> [TermID] {
    try withStatement(
      """
      SELECT v.id, b.quads FROM version AS v JOIN statement_block AS b ON b.version = v.id
      WHERE v.record = ? AND v.superseded IS NOT NULL
      """
    ) { statement in
      statement.bind(record, at: 1)
      var result: Set<TermID> = []
      while try statement.step() {
        let isSound = statement.withBlob(1) { bytes in
          StatementBlock.read(bytes) { if $0.predicate == predicate { result.insert($0.object) } }
        }
        guard isSound else { throw StatementBlock.damaged(statement.int64(0)) }
      }
      return result.sorted()
    }
  }

  /// The number of the last version written up to the reader's moment, 0 for an empty store.
  public func lastSequence() throws -> Int64 {
    let last = "SELECT coalesce(max(id), 0) FROM version"
    switch scope {
    case .current, .all: return try Int64.fetchOne(db, sql: last) ?? 0
    case .sequence(let sequence):
      return try Int64.fetchOne(db, sql: last + " WHERE id <= ?", arguments: [sequence]) ?? 0
    case .ingested(let moment):
      return try Int64.fetchOne(db, sql: last + " WHERE ingested <= ?", arguments: [moment.milliseconds]) ?? 0
    }
  }

  /// How many rows the store's main tables hold.
  public func counts() throws -> (records: Int, versions: Int, quads: Int, terms: Int) {
    func count(_ what: String, _ table: String) throws -> Int {
      try Int.fetchOne(db, sql: "SELECT coalesce(\(what), 0) FROM \(table)") ?? 0
    }
    return (
      try count("count(*)", "record"), try count("count(*)", "version"),
      try count("sum(count)", "statement_block"), try count("sum(count)", "term_block")
    )
  }

  /// The version of a row as the reader's scope sees it: nil for one that came after its moment, and open where what
  /// closed it came after.
  private func version(_ row: borrowing RawStatement) throws -> RecordVersion? {
    let version = Self.version(row)
    switch scope {
    case .current, .all: return version
    case .ingested(let moment): if version.ingested > moment { return nil }
    case .sequence(let sequence): if version.version.rawValue > sequence { return nil }
    }
    return try isVisible(version.version) ? version.open : version
  }

  private static func version(_ row: borrowing RawStatement) -> RecordVersion {
    RecordVersion(
      record: row.int64(0), source: row.text(1), key: row.text(2),
      kind: DocumentKind(rawValue: row.text(3)) ?? .thing, isDemonstration: row.int64(4) != 0,
      subject: TermID(rawValue: row.int64(5)), graph: TermID(rawValue: row.int64(6)),
      version: VersionID(rawValue: row.int64(7)), number: Int(row.int64(8)),
      contentHash: row.withBlob(9) { ContentHash(bytes: Array($0)) },
      published: PartialDate(iso: row.text(10)), ingested: Instant(milliseconds: row.int64(11)),
      superseded: row.isNull(12) ? nil : Instant(milliseconds: row.int64(12)))
  }
}
