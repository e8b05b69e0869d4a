import Foundation
import GRDB
import PasserelleCore
import PasserelleDigest
import PasserelleGraph
import PasserelleTestSupport
import Testing

@Suite struct MatchRunTests {
  private func run(
    _ need: String, at instant: Int64 = 1000, expires: Int64 = 9000, model: String = "a 1\n"
  ) -> MatchRun {
    MatchRun(
      verb: "match", instant: Instant(milliseconds: instant), need: Array(need.utf8) + [0, 0xFF],
      parameters: #"{"limit":10}"#,
      corpus: CorpusState(sequence: 7, instant: Instant(milliseconds: 900)),
      model: RecordedModel(name: "formula/1", text: Array(model.utf8)), program: "0.1.0",
      expires: Instant(milliseconds: expires), answer: Array("{}".utf8), tape: [1, 2, 3])
  }

  @Test func aRunComesBackAsItWasRecorded() throws {
    let fixture = try GraphFixture()
    let store = try fixture.open()
    let made = run("Éclairage du quai")
    let id = try store.record(made)
    let kept = try #require(try store.matchRun(id))
    #expect(kept.run == made && kept.id.description == "M1")
    #expect(kept.answerHash == SHA256Digest.hash(made.answer))
    #expect(kept.modelHash == SHA256Digest.hash(made.model.text))
    let entry = try #require(try store.matchRuns().first)
    #expect(entry.id == id && entry.verb == "match" && entry.sequence == 7 && entry.model == "formula/1")
    #expect(entry.beginning.hasPrefix("Éclairage du quai") && entry.size == made.need.count + 5)
    #expect(try store.matchRun(MatchRunID(rawValue: 2)) == nil)
  }

  @Test func anEmptyCorpusAndEmptyBytesAreKept() throws {
    let fixture = try GraphFixture()
    let store = try fixture.open()
    var made = run("")
    made.corpus = try store.read { try $0.corpusState() }
    (made.need, made.answer, made.tape) = ([], [], [])
    #expect(made.corpus == CorpusState(sequence: 0, instant: nil))
    #expect(try store.matchRun(store.record(made))?.run == made)
  }

  @Test func numbersGrowAndAreNotUsedAgain() throws {
    let fixture = try GraphFixture()
    let store = try fixture.open()
    let ids = try (0..<3).map { _ in try store.record(run("x")) }
    #expect(ids.map(\.rawValue) == [1, 2, 3])
    #expect(try store.deleteMatchRun(ids[2]))
    #expect(try !store.deleteMatchRun(ids[2]))
    #expect(try store.record(run("x")).rawValue == 4)
    #expect(try store.matchRuns(limit: 2).map(\.id.rawValue) == [4, 2])
  }

  @Test func aModelIsKeptOnceAndGoesWithItsLastRun() throws {
    let fixture = try GraphFixture()
    let store = try fixture.open()
    let first = try store.record(run("x"))
    let second = try store.record(run("y"))
    let other = try store.record(run("z", model: "b 2\n"))
    func models() throws -> Int? {
      try DatabaseQueue(path: fixture.path).read {
        try Int.fetchOne($0, sql: "SELECT count(*) FROM match_model")
      }
    }
    #expect(try models() == 2)
    _ = try store.deleteMatchRun(first)
    #expect(try models() == 2)
    #expect(try store.matchRun(second)?.run.model.text == Array("a 1\n".utf8))
    _ = try store.deleteMatchRun(second)
    #expect(try models() == 1)
    #expect(try store.matchRun(other) != nil)
  }

  @Test func expiredRunsGoAtTheNextRecordAndWhenAsked() throws {
    let fixture = try GraphFixture()
    let store = try fixture.open()
    _ = try store.record(run("old", expires: 2000))
    let kept = try store.record(run("kept", expires: 5000))
    let new = try store.record(run("new", at: 2000))
    #expect(try store.matchRuns().map(\.id) == [new, kept])
    #expect(try store.deleteExpiredMatchRuns(at: Instant(milliseconds: 4999)) == 0)
    #expect(try store.deleteExpiredMatchRuns(at: Instant(milliseconds: 5000)) == 1)
    #expect(try store.matchRuns().map(\.id) == [new])
  }

  @Test func aDeletedRunLeavesNoBytes() throws {
    let fixture = try GraphFixture()
    let store = try fixture.open()
    let secret = "Besoin-confidentiel-4711 " + String(repeating: "texte ", count: 3000)
    let id = try store.record(run(secret))
    try store.checkpoint()
    let word = Data("confidentiel-4711".utf8)
    #expect(try fixture.bytes().range(of: word) != nil, "the test must be able to find it")
    _ = try store.deleteMatchRun(id)
    #expect(try fixture.bytes().range(of: word) == nil)
    let log = (try? Data(contentsOf: URL(fileURLWithPath: fixture.path + "-wal"))) ?? Data()
    #expect(log.range(of: word) == nil)
  }

  @Test func dumpAndHashLeaveRunsOut() throws {
    let fixture = try GraphFixture()
    let store = try fixture.open()
    _ = try GraphWriter(store: store, run: nil) { Instant(milliseconds: 1) }.write(records(5, seed: 3))
    let before = (
      lines: try store.lines(), hash: try store.hash(), counts: try store.read { try $0.counts() }
    )
    _ = try store.record(run("need"))
    #expect(try store.lines() == before.lines)
    #expect(try store.lines(.all).allSatisfy { !$0.contains("need") })
    #expect(try store.hash() == before.hash)
    #expect(try store.read { try $0.counts() } == before.counts)
  }

  @Test func aStoreOfTheFirstSchemaIsMigratedAndKeepsItsContent() throws {
    let fixture = try GraphFixture()
    var store = try fixture.open()
    _ = try fixture.writer(store).write(records(4, seed: 9))
    let hash = try store.hash()
    try store.close()
    try DatabaseQueue(path: fixture.path).write { db in
      try db.execute(
        sql: """
          DROP TABLE match_run; DROP TABLE match_model;
          DELETE FROM grdb_migrations WHERE identifier = '2 match runs';
          """)
    }
    store = try fixture.open()
    #expect(try store.hash() == hash)
    #expect(try store.record(run("x")).rawValue == 1)
  }

  @Test func aStoreHeldByAnotherWriterRefusesAndIsLeftAsItIs() throws {
    let fixture = try GraphFixture()
    let store = try fixture.open()
    try DatabaseQueue(path: fixture.path).inDatabase { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      let refused = code { _ = try store.record(run("x")) }
      try db.execute(sql: "ROLLBACK")
      #expect(refused == .workspaceLocked)
    }
    #expect(try store.matchRuns() == [])
  }

  @Test(arguments: [
    ("M12", 12), ("m1", 1), ("12", 12), ("M", nil), ("", nil), ("M0", nil), ("-1", nil), ("M1.5", nil),
    ("MM1", nil), ("99999999999999999999", nil),
  ]) func numbersAreReadAsPeopleWriteThem(_ text: String, _ number: Int64?) {
    #expect(MatchRunID(text)?.rawValue == number)
  }
}
