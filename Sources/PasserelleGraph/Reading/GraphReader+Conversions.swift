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
}
