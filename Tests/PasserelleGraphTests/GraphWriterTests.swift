import Foundation
import GRDB
import PasserelleCore
import PasserelleTestSupport
import Testing

@testable import PasserelleGraph

@Suite struct GraphWriterTests {
  @Test func writingTheSameRecordsAgainChangesNothing() throws {
    let fixture = try GraphFixture()
    let store = try fixture.open()
    let drafts = records(50, seed: 9)
    #expect(try fixture.writer(store).write(drafts).allSatisfy { $0 == .added })
    let (hash, counts) = (try store.hash(), try store.read { try $0.counts() })
    let again = fixture.writer(store)
    #expect(try again.write(drafts).allSatisfy { $0 == .unchanged })
    #expect(again.statementCount == 0)
    #expect(try store.hash() == hash)
    #expect(try store.read { try $0.counts() } == counts)
    let prints = drafts.map {
      RecordFingerprint(key: $0.key, contentHash: $0.contentHash, mappingVersion: $0.mappingVersion)
    }
    #expect(try again.unchanged(source: "test", prints).allSatisfy { $0 })
    #expect(try again.unchanged(source: "other", prints).allSatisfy { !$0 })
  }

  @Test func aChangedRecordClosesTheVersionBefore() throws {
    let fixture = try GraphFixture()
    let store = try fixture.open()
    let writer = fixture.writer(store)
    #expect(try writer.write([record("a", "old"), record("b", "same")]) == [.added, .added])
    let before = fixture.clock.now
    #expect(try writer.write([record("a", "new"), record("b", "same")]) == [.changed, .unchanged])
    let after = fixture.clock.now
    #expect(try store.texts() == ["new", "same"])
    #expect(try store.texts(.ingested(asOf: before)) == ["old", "same"])
    #expect(try store.texts(.ingested(asOf: after)) == ["new", "same"])
    #expect(
      try store.texts(.ingested(asOf: Instant(milliseconds: after.milliseconds - 1))) == ["old", "same"])
    #expect(try store.texts(.ingested(asOf: Instant(milliseconds: before.milliseconds - 1))) == [])
    #expect(try store.texts(.all) == ["new", "old", "same"])
  }

  @Test func aNewMappingMakesAVersionOfTheSameBytes() throws {
    let fixture = try GraphFixture()
    let writer = fixture.writer(try fixture.open())
    #expect(try writer.write([record("a", "x", mapping: 1)]) == [.added])
    #expect(try writer.write([record("a", "x", mapping: 2)]) == [.changed])
    #expect(try writer.write([record("a", "x", mapping: 2)]) == [.unchanged])
  }

  @Test func aRecordTwiceInOneBatchKeepsTheLast() throws {
    let fixture = try GraphFixture()
    let store = try fixture.open()
    #expect(
      try fixture.writer(store).write([record("a", "1"), record("a", "2"), record("a", "2")]) == [
        .added, .changed, .unchanged,
      ])
    #expect(try store.texts() == ["2"])
    #expect(try store.texts(.ingested(asOf: fixture.clock.now)) == ["2"])
  }

  @Test func aRecordMayComeBackToItsFirstState() throws {
    let fixture = try GraphFixture()
    let store = try fixture.open()
    let writer = fixture.writer(store)
    for text in ["1", "2", "1"] { _ = try writer.write([record("a", text)]) }
    #expect(try store.texts() == ["1"])
    #expect(try store.read { try $0.counts().versions } == 3)
  }

  @Test func statementsSaidTwiceAreStoredOnce() throws {
    let fixture = try GraphFixture()
    let store = try fixture.open()
    var draft = try record("a", "x")
    draft.statements.add("urn:subject:a", "urn:says", .string("x"))
    let writer = fixture.writer(store)
    _ = try writer.write([draft])
    #expect(writer.statementCount == 1)
    #expect(try store.read { try $0.counts().quads } == 1)
  }

  @Test func aRecordWithoutStatementsHasAVersion() throws {
    let fixture = try GraphFixture()
    let store = try fixture.open()
    var draft = try record("a", "x")
    draft.statements = StatementBuffer()
    #expect(try fixture.writer(store).write([draft]) == [.added])
    #expect(try fixture.writer(store).write([draft]) == [.unchanged])
    #expect(try fixture.writer(store).write([]) == [])
    #expect(try store.read { try $0.counts().versions } == 1)
  }

  /// SQLite's text functions stop at a NUL unless they are told the length.
  @Test func keysWithNULsStayApart() throws {
    let fixture = try GraphFixture()
    let store = try fixture.open()
    let writer = fixture.writer(store)
    let drafts = [try record("a\0b", "x"), try record("a\0c", "y"), try record("a", "z")]
    #expect(try writer.write(drafts) == [.added, .added, .added])
    #expect(try writer.write(drafts) == [.unchanged, .unchanged, .unchanged])
    let print = RecordFingerprint(key: "a\0b", contentHash: drafts[0].contentHash, mappingVersion: 1)
    #expect(try writer.unchanged(source: "test", [print]) == [true])
    var keys: [String] = []
    try store.read {
      try $0.openVersions(after: 0) {
        keys.append($0.key)
        return true
      }
    }
    #expect(keys == ["a\0b", "a\0c", "a"])
  }

  @Test func canonicallyEquivalentKeysAndTextsStayApart() throws {
    let fixture = try GraphFixture()
    let store = try fixture.open()
    let drafts = [try record("caf\u{E9}", "caf\u{E9}"), try record("cafe\u{301}", "cafe\u{301}")]
    #expect(try fixture.writer(store).write(drafts) == [.added, .added])
    #expect(Set(try store.texts().map { Array($0.utf8) }).count == 2)
  }

  @Test func theStoreHashDoesNotDependOnTheOrderOfIngestion() throws {
    var drafts = records(80, seed: 21)
    drafts += [try record("caf\u{E9}", "caf\u{E9}"), try record("cafe\u{301}", "cafe\u{301}")]
    var random = SeededGenerator(seed: 4)
    var hashes: Set<ContentHash> = []
    for round in 0..<4 {
      let fixture = try GraphFixture()
      let store = try fixture.open(segments: round % 2 == 0)
      let writer = fixture.writer(store)
      var rest = drafts.shuffled(using: &random)[...]
      while !rest.isEmpty {
        let batch = rest.prefix(random.number(1...40))
        _ = try writer.write(Array(batch))
        rest = rest.dropFirst(batch.count)
      }
      hashes.insert(try store.hash())
    }
    #expect(hashes.count == 1)
  }

  @Test func aFailedBatchLeavesNothingAndPoisonsNothing() throws {
    let fixture = try GraphFixture()
    let store = try fixture.open()
    let writer = fixture.writer(store)
    _ = try writer.write([record("first", "first")])
    let (hash, counts) = (try store.hash(), try store.read { try $0.counts() })
    try store.writeRaw {
      try $0.execute(
        sql: """
          CREATE TRIGGER fail BEFORE INSERT ON version WHEN new.mapping = 99
          BEGIN SELECT RAISE(ABORT, 'injected'); END
          """)
    }
    let batch = records(30, seed: 13) + [try record("bad", "bad", mapping: 99)]
    #expect(code { _ = try writer.write(batch) } == .graphUnavailable)
    #expect(writer.statementCount == 1)
    #expect(try store.read { try $0.counts() } == counts)
    #expect(try store.hash() == hash)
    // Another writer takes the identifiers that the failed batch had given out.
    _ = try fixture.writer(store).write(records(30, seed: 14, prefix: "other"))
    #expect(try writer.write(Array(batch.dropLast())).allSatisfy { $0 == .added })

    let fresh = try GraphFixture()
    let twin = try fresh.open()
    _ = try fresh.writer(twin).write(
      [record("first", "first")] + records(30, seed: 14, prefix: "other") + records(30, seed: 13))
    #expect(try store.lines() == twin.lines())
  }

  @Test func writersMayTakeTurns() throws {
    let fixture = try GraphFixture()
    let store = try fixture.open()
    let (one, two) = (fixture.writer(store), fixture.writer(store))
    for round in 0..<4 {
      _ = try one.write([record("one\(round)", "one\(round)")])
      _ = try two.write([record("two\(round)", "two\(round)")])
    }
    #expect(try store.texts() == (0..<4).map { "one\($0)" } + (0..<4).map { "two\($0)" })
  }

  @Test func anUnknownRunIsRefusedWhole() throws {
    let fixture = try GraphFixture()
    let store = try fixture.open()
    #expect(
      code { _ = try fixture.writer(store, run: RunID(rawValue: 7)).write([record("a", "x")]) }
        == .graphUnavailable)
    #expect(try store.read { try $0.counts() } == (0, 0, 0, 0))
  }

  @Test func aFullDiskStopsTheBatchAndNothingElse() throws {
    let fixture = try GraphFixture()
    let store = try fixture.open()
    let writer = fixture.writer(store)
    _ = try writer.write(records(10, seed: 17))
    let hash = try store.hash()
    // The writer's connection may not make the file longer, as on a full disk.
    func limitPages(_ limit: Int) throws {
      try store.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = \(limit)") }
    }
    try limitPages(1)
    let batch = try (0..<200).map {
      try record("long\($0)", String(repeating: "long ", count: 2000) + String($0))
    }
    #expect(code { _ = try writer.write(batch) } == .graphDiskFull)
    #expect(try store.hash() == hash)
    #expect(try store.integrityFindings() == [])
    try limitPages(1_000_000)
    #expect(try writer.write(batch).allSatisfy { $0 == .added })
    #expect(try store.texts().filter { $0.hasPrefix("long ") }.count == 200)
  }

  @Test func anotherWriterIsReportedAsALock() throws {
    let fixture = try GraphFixture()
    let (one, two) = (try fixture.open(), try fixture.open())
    try one.writeRaw { db in
      try db.execute(sql: "INSERT INTO source (name) VALUES ('held')")
      #expect(code { _ = try fixture.writer(two).write([record("a", "x")]) } == .workspaceLocked)
    }
    #expect(try fixture.writer(two).write([record("a", "x")]) == [.added])
  }
}
