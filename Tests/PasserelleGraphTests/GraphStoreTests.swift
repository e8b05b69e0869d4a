import Foundation
import GRDB
import PasserelleCore
import PasserelleTestSupport
import Testing

@testable import PasserelleGraph

@Suite struct GraphStoreTests {
  @Test func reopensWhatItWrote() throws {
    let fixture = try GraphFixture()
    let store = try fixture.open()
    _ = try fixture.writer(store).write(records(40, seed: 2))
    let lines = try store.lines()
    try store.checkpoint()
    try store.close()
    let again = try fixture.open()
    #expect(try again.lines() == lines)
    #expect(try again.integrityFindings() == [])
    let empty = try GraphFixture()
    #expect(try empty.open().lines() == [])
  }

  @Test func refusesAFileOfANewerVersionUntouched() throws {
    let fixture = try GraphFixture()
    try fixture.open().close()
    let queue = try DatabaseQueue(path: fixture.path)
    try queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('9999 from the future')") }
    try queue.close()
    let before = try fixture.bytes()
    #expect(code { _ = try fixture.open() } == .graphTooNew)
    #expect(try fixture.bytes() == before)
  }

  @Test(arguments: ["DELETE", "WAL"])
  func refusesAForeignFileUntouched(journal: String) throws {
    let fixture = try GraphFixture()
    let queue = try DatabaseQueue(path: fixture.path)
    try queue.writeWithoutTransaction {
      try $0.execute(
        sql: "PRAGMA journal_mode = \(journal); CREATE TABLE mine (x); INSERT INTO mine VALUES (1)")
    }
    try queue.close()
    let before = try fixture.bytes()
    #expect(code { _ = try fixture.open() } == .graphCorrupt)
    #expect(try fixture.bytes() == before)
  }

  @Test(arguments: [2, 5, 100, 5000])
  func refusesATextFileUntouched(length: Int) throws {
    let fixture = try GraphFixture()
    let text = Data(String(repeating: "Bonjour. ", count: length).utf8.prefix(length))
    try text.write(to: URL(fileURLWithPath: fixture.path))
    #expect(code { _ = try fixture.open() } == .graphCorrupt)
    #expect(try fixture.bytes() == text)
  }

  @Test func refusesAnotherBase() throws {
    let fixture = try GraphFixture()
    try fixture.open(base: "https://ville.example/").close()
    #expect(code { _ = try fixture.open(base: "https://autre.example/") } == .settingsInvalid)
    #expect(code { _ = try fixture.open() } == .settingsInvalid)
    #expect(try fixture.open(base: "https://ville.example").iris.base == "https://ville.example/")
  }

  @Test func aMissingFolderIsReported() throws {
    let fixture = try GraphFixture()
    #expect(code { _ = try fixture.open(at: fixture.folder.path("none/store.sqlite")) } == .graphUnavailable)
    #expect(code { _ = try fixture.open(at: fixture.folder.url.path) } == .graphUnavailable)
  }

  @Test func anEmptyFileBecomesAStore() throws {
    let fixture = try GraphFixture()
    try Data().write(to: URL(fileURLWithPath: fixture.path))
    #expect(try fixture.open().lines() == [])
  }

  /// A process killed while it makes a store leaves one of these; the next one has to go on.
  @Test(arguments: ["", "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)"])
  func aHalfMadeStoreIsFinished(sql: String) throws {
    let fixture = try GraphFixture()
    let queue = try DatabaseQueue(path: fixture.path)
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL; " + sql) }
    try queue.close()
    #expect(try !fixture.bytes().isEmpty)
    let store = try fixture.open()
    #expect(try fixture.writer(store).write([record("a", "x")]) == [.added])
  }

  /// What a kill in the middle of a write leaves: the file and a log with pages of an unfinished transaction.
  @Test func aKilledWriteLeavesTheStateBefore() throws {
    let fixture = try GraphFixture()
    let store = try fixture.open()
    _ = try fixture.writer(store).write(records(40, seed: 33))
    let lines = try store.lines()
    let copy = fixture.folder.path("killed.sqlite")
    func size(_ path: String) throws -> Int { try Data(contentsOf: URL(fileURLWithPath: path)).count }
    let log = try size(fixture.path + "-wal")
    try store.pool.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA cache_size = 5; BEGIN IMMEDIATE")
      for number in 0..<3000 {
        try db.execute(
          sql: "INSERT INTO term_block (first, count, keys) VALUES (?, ?, ?)",
          arguments: [1_000_000 + number, 1, Data(repeating: UInt8(number % 256), count: 300)])
      }
      try FileManager.default.copyItem(atPath: fixture.path, toPath: copy)
      try FileManager.default.copyItem(atPath: fixture.path + "-wal", toPath: copy + "-wal")
      try db.execute(sql: "ROLLBACK")
    }
    // The unfinished transaction did reach the log, or the test would show nothing.
    #expect(try size(copy + "-wal") > log + 100_000)
    let killed = try fixture.open(at: copy)
    #expect(try killed.lines() == lines)
    #expect(try killed.integrityFindings() == [])
    #expect(
      try fixture.writer(killed).write(records(60, seed: 33)).prefix(40).allSatisfy { $0 == .unchanged })
  }
}
