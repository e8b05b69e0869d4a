import Foundation
import GRDB
import PasserelleCore
import PasserelleGraph
import PasserelleTestSupport
import Testing

/// A store that cannot be written is read all the same, and nothing near it changes.
@Suite struct GraphStoreReadOnlyTests {
  private func options() -> GraphStore.Options {
    var options = GraphStore.Options()
    options.isReadOnly = true
    return options
  }

  private func names(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  private func run() -> MatchRun {
    MatchRun(
      verb: "match", instant: Instant(milliseconds: 5), need: [65], parameters: "{}",
      corpus: CorpusState(sequence: 0, instant: nil), model: RecordedModel(name: "m", text: [66]),
      program: "0", expires: Instant(milliseconds: 9), answer: [67], tape: [68])
  }

  /// With an accent, a space, and what means something in URIs.
  @Test func itReadsAndRefusesToWrite() throws {
    let fixture = try GraphFixture()
    let folder = fixture.folder.path("à lire?x=1#50%25")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let path = folder + "/store.sqlite"
    var store = try fixture.open(at: path)
    _ = try fixture.writer(store).write([record("a", "a1"), record("b", "b1")])
    _ = try store.record(run())
    let hash = try store.hash()
    #expect(!store.isReadOnly)
    try store.checkpoint()
    try store.close()
    for suffix in ["-shm", "-wal"] { try? FileManager.default.removeItem(atPath: path + suffix) }
    let (bytes, before) = (try Data(contentsOf: URL(fileURLWithPath: path)), try names(folder))
    #expect(before == ["store.sqlite"])
    store = try GraphStore(path: path, options: options())
    #expect(store.isReadOnly && store.path == path)
    #expect(try store.hash() == hash && store.texts() == ["a1", "b1"])
    #expect(try store.matchRuns().count == 1)
    #expect(code { _ = try store.record(run()) } == .graphUnavailable)
    #expect(code { _ = try fixture.writer(store).write([record("c", "c1")]) } == .graphUnavailable)
    #expect(try names(folder) == before)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
  }

  /// Beside a process that writes, its log is read too.
  @Test func itReadsWhatAWriterHasCommitted() throws {
    let fixture = try GraphFixture()
    let writer = try fixture.open()
    _ = try fixture.writer(writer).write([record("a", "a1")])
    let reader = try GraphStore(path: fixture.path, options: options())
    #expect(try reader.texts() == ["a1"])
    _ = try fixture.writer(writer).write([record("a", "a2")])
    #expect(try reader.texts() == ["a2"])
  }

  @Test func whatMustBeUpgradedOrIsMissingIsSaid() throws {
    let fixture = try GraphFixture()
    try fixture.open().close()
    var other = options()
    other.iris = IRISpace(base: "https://autre.example/")
    #expect(code { _ = try GraphStore(path: fixture.path, options: other) } == .settingsInvalid)
    try DatabaseQueue(path: fixture.path).write {
      try $0.execute(sql: "DELETE FROM grdb_migrations WHERE identifier = '3 blocks of terms and statements'")
    }
    #expect(code { _ = try GraphStore(path: fixture.path, options: options()) } == .graphUnavailable)
    // A file that is not there yet is made, whatever the wish: there is nothing to keep.
    #expect(try !GraphStore(path: fixture.folder.path("new.sqlite"), options: options()).isReadOnly)
  }
}
