import GRDB
public import PasserelleCore

/// The open version of a record of one source, without what it says.
public struct SourceVersion: Sendable, Hashable {
  /// The version.
  public let version: VersionID
  /// The version of the mapping that made it.
  public let mapping: Int
  /// Whether it holds no statements: what the record said no longer holds.
  public let isEmpty: Bool
}

extension GraphReader {
  /// The source of what is computed from other records; it holds no documents.
  public static let conversionSource = "conversion"

  /// How many records of a source have an open version.
  public func recordCount(ofSource source: String) throws -> Int {
    try Int.fetchOne(
      db,
      sql: """
        SELECT count(*) FROM source AS n JOIN record AS r ON r.source = n.id
        WHERE n.name = ? AND r.version IS NOT NULL
        """, arguments: [source]) ?? 0
  }

  /// The open versions of the records of a source, by key.
  ///
  /// - Complexity: O(*n*) for *n* records of the source.
  public func openVersions(ofSource source: String) throws -> [String: SourceVersion] {
    let rows = try RawStatement(
      db,
      """
      SELECT r.key, v.id, v.mapping, coalesce(b.count, 0) FROM source AS n JOIN record AS r ON r.source = n.id
      JOIN version AS v ON v.id = r.version LEFT JOIN statement_block AS b ON b.version = v.id WHERE n.name = ?
      """)
    rows.bind(text: source, at: 1)
    var result: [String: SourceVersion] = [:]
    while try rows.step() {
      result[rows.text(0)] = SourceVersion(
        version: VersionID(rawValue: rows.int64(1)), mapping: Int(rows.int64(2)), isEmpty: rows.int64(3) == 0)
    }
    return result
  }

  /// The statements of the conversion of a record, as the reader sees it; none where nothing of it was converted.
  ///
  /// - Complexity: One look-up.
  public func conversion(of record: RecordVersion) throws -> [Quad] {
    try withStatement(
      """
      SELECT v.id, b.quads FROM source AS n JOIN record AS r ON r.source = n.id
      JOIN version AS v ON v.record = r.id JOIN statement_block AS b ON b.version = v.id
      WHERE n.name = ? AND r.key = ? ORDER BY v.number DESC
      """
    ) { statement in
      statement.bind(text: Self.conversionSource, at: 1)
      statement.bind(text: Self.conversionKey(of: record), at: 2)
      while try statement.step() {
        let version = VersionID(rawValue: statement.int64(0))
        guard try isVisible(version) else { continue }
        guard let triples = statement.withBlob(1, { StatementBlock.triples($0) }) else {
          throw StatementBlock.damaged(version.rawValue)
        }
        return triples.map {
          Quad(graph: version, subject: $0.subject, predicate: $0.predicate, object: $0.object)
        }
      }
      return []
    }
  }

  /// The records whose conversions have an open version that was written after a sequence, in the order written.
  public func recordsConverted(after sequence: Int64) throws -> [RecordVersion] {
    let rows = try RawStatement(
      db,
      """
      SELECT r.key FROM version AS v JOIN record AS r ON r.id = v.record JOIN source AS n ON n.id = r.source
      WHERE v.id > ? AND v.superseded IS NULL AND n.name = ? ORDER BY v.id
      """)
    rows.bind(sequence, at: 1)
    rows.bind(text: Self.conversionSource, at: 2)
    var keys: [String] = []
    while try rows.step() { keys.append(rows.text(0)) }
    return try keys.compactMap { key in
      guard let slash = key.firstIndex(of: "/") else { return nil }
      return try openVersion(source: String(key[..<slash]), key: String(key[key.index(after: slash)...]))
    }
  }

  /// The key of the conversion of a record, among those of ``conversionSource``.
  public static func conversionKey(of record: RecordVersion) -> String { record.source + "/" + record.key }
}
