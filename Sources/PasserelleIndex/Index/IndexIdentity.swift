import Foundation
import PasserelleCore
import PasserelleSegments

/// What decides whether an index fits: its schema and the versions of all that makes terms.
///
/// Both are kept in the manifest's metadata under reserved keys, beside what the committer writes there.
struct IndexIdentity: Sendable {
  private static let schemaKey = "schema"
  private static let prefix = "analysis."

  private let schema: IndexSchema
  private let reserved: [String: String]

  /// Takes a schema and versions.
  ///
  /// - Throws: ``PasserelleError`` with code `.indexInvalid` when the schema holds a number that is not finite.
  init(schema: IndexSchema, versions: [String: String]) throws {
    self.schema = schema
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var reserved: [String: String] = [:]
    do {
      reserved[Self.schemaKey] = String(decoding: try encoder.encode(schema), as: UTF8.self)
    } catch {
      throw PasserelleError(
        .indexInvalid,
        LocalizedText(
          fr: "Le schéma de l’index contient un nombre qui n’est pas fini : corrigez k1 et b.",
          en: "The index schema holds a number that is not finite: correct k1 and b."), cause: error)
    }
    for (name, version) in versions { reserved[Self.prefix + name] = version }
    self.reserved = reserved
  }

  /// The metadata of a manifest.
  ///
  /// - Precondition: The committer's keys are none of the reserved ones.
  func metadata(_ own: [String: String]) -> [String: String] {
    own.merging(reserved) { _, _ in preconditionFailure("IndexWriter: a reserved key of the metadata") }
  }

  /// What the committer wrote.
  static func own(_ metadata: [String: String]) -> [String: String] {
    metadata.filter { !isReserved($0.key) }
  }

  /// Whether a key is not the committer's to use.
  private static func isReserved(_ key: String) -> Bool { key == schemaKey || key.hasPrefix(prefix) }

  /// Refuses a manifest of another schema or another analysis.
  ///
  /// - Throws: ``PasserelleError`` with code `.indexInvalid`.
  func check(_ manifest: SegmentManifest, path: String) throws {
    let found = manifest.metadata.filter { Self.isReserved($0.key) }
    if found == reserved { return }
    let text = found[Self.schemaKey] ?? ""
    guard let other = try? JSONDecoder().decode(IndexSchema.self, from: Data(text.utf8)), other == schema
    else { throw IndexFailure.otherSchema(path) }
    let versions = { (all: [String: String]) in all.filter { $0.key != Self.schemaKey } }
    guard versions(found) == versions(reserved) else { throw IndexFailure.otherAnalysis(path) }
  }
}
