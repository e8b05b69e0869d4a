import Foundation
import PasserelleCore
import PasserelleGraph
import PasserelleTestSupport
import Testing

/// A clock that moves a second with each look.
final class ManualClock {
  private(set) var now = Instant(milliseconds: 1_700_000_000_000)

  func tick() -> Instant {
    now = Instant(milliseconds: now.milliseconds + 1000)
    return now
  }
}

/// A store file of its own in a temporary folder.
struct GraphFixture {
  let folder: TemporaryFolder
  let clock = ManualClock()

  init() throws { folder = try TemporaryFolder() }

  var path: String { folder.path("store.sqlite") }

  var root: String { folder.url.path }

  var segments: String { folder.path("segments") }

  /// Opens the store, with mapped files or without.
  func open(segments: Bool = false, at path: String? = nil, base: String? = nil) throws -> GraphStore {
    var options = GraphStore.Options()
    if segments { options.segments = self.segments }
    options.busyTimeout = 0.05
    if let base { options.iris = IRISpace(base: base) }
    return try GraphStore(path: path ?? self.path, options: options)
  }

  func writer(_ store: GraphStore, run: RunID? = nil) -> GraphWriter {
    GraphWriter(store: store, run: run) { clock.tick() }
  }

  /// The names of the files of a folder.
  func names(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  /// Flips a bit in the middle of a file.
  func damage(_ path: String) throws {
    var data = try Data(contentsOf: URL(fileURLWithPath: path))
    data[data.count / 2] ^= 4
    try data.write(to: URL(fileURLWithPath: path))
  }

  func bytes() throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path)) }
}

/// The code of the error that a body throws; nil when it throws none, or another one.
func code(_ body: () throws -> Void) -> PasserelleError.Code? {
  do {
    try body()
    return nil
  } catch {
    return (error as? PasserelleError)?.code
  }
}

/// Some records with different keys and random contents.
func records(_ count: Int, seed: UInt64, prefix: String = "k") -> [RecordDraft] {
  var make = RandomStatements(seed: seed)
  return (0..<count).map { make.record(key: prefix + String($0)) }
}

/// A record with one statement about a text.
func record(_ key: String, _ text: String, mapping: Int = 1) throws -> RecordDraft {
  var statements = StatementBuffer()
  statements.add("urn:subject:" + key, "urn:says", .string(text))
  var bytes = [UInt8](repeating: 0, count: 32)
  for (index, byte) in (key + "|" + text).utf8.enumerated() {
    bytes[index % 32] = bytes[index % 32] &* 31 &+ byte
  }
  return RecordDraft(
    source: "test", key: key, contentHash: try #require(ContentHash(bytes: bytes)), mappingVersion: mapping,
    published: PartialDate(year: 2024, month: 5), subject: "urn:subject:" + key, kind: .award,
    isDemonstration: false, statements: statements)
}

extension GraphStore {
  /// The lines of the canonical dump in a scope.
  func lines(_ scope: VersionScope = .current) throws -> [String] {
    try read(scope) { reader in
      var lines: [String] = []
      try reader.canonicalLines {
        lines.append($0)
        return true
      }
      return lines
    }
  }

  /// The texts that records say in a scope, sorted.
  func texts(_ scope: VersionScope = .current) throws -> [String] {
    try read(scope) { reader in
      let quads = try reader.quads(QuadPattern())
      return try reader.terms(of: quads.map(\.object)).compactMap { $0?.lexicalForm }.sorted()
    }
  }

  func hash() throws -> ContentHash { try read { try $0.storeHash() } }
}
