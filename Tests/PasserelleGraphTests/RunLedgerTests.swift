import PasserelleCore
import PasserelleGraph
import PasserelleTestSupport
import Testing

@Suite struct RunLedgerTests {
  private let text = LocalizedText(verbatim: "x")

  @Test func runsOpenAndClose() throws {
    let fixture = try GraphFixture()
    let store = try fixture.open()
    let first = try store.beginRun(verb: "ingest", at: Instant(milliseconds: 10))
    let open = try #require(try store.runs().first)
    #expect(open.id == first && open.verb == "ingest" && open.started == Instant(milliseconds: 10))
    #expect(open.finished == nil && open.status == .running && open.report == nil)
    try store.finishRun(first, .quarantined, report: "{}", at: Instant(milliseconds: 20))
    let second = try store.beginRun(verb: "index", at: Instant(milliseconds: 30))
    let runs = try store.runs()
    #expect(runs.map(\.id) == [second, first])
    #expect(
      runs[1].status == .quarantined && runs[1].finished == Instant(milliseconds: 20)
        && runs[1].report == "{}")
    #expect(try store.runs(limit: 1).map(\.id) == [second])
  }

  @Test func aRunLeftOpenBecomesInterrupted() throws {
    let fixture = try GraphFixture()
    let store = try fixture.open()
    let killed = try store.beginRun(verb: "ingest", at: Instant(milliseconds: 10))
    let next = try store.beginRun(verb: "ingest", at: Instant(milliseconds: 20))
    #expect(try store.runs().map(\.status) == [.running, .interrupted])
    #expect(try store.runs().map(\.id) == [next, killed])
  }

  @Test func diagnosticsComeBackInOrder() throws {
    let fixture = try GraphFixture()
    let store = try fixture.open()
    let run = try store.beginRun(verb: "ingest", at: Instant(milliseconds: 10))
    let codes = [
      DiagnosticCode("test.note", .note, reason: text, remedy: text),
      DiagnosticCode("test.error", .error, reason: text, remedy: text),
    ]
    let all = (1...7).map { number in
      Diagnostic(
        codes[number % 2],
        at: SourceLocation(
          file: "f.json", record: number, line: number == 3 ? nil : number * 2, byteOffset: number * 100),
        field: "field\(number)", value: number == 4 ? nil : "é\(number)", replacement: number == 5 ? "r" : nil
      )
    }
    try store.add(Array(all[..<3]), to: run, from: 1)
    try store.add(Array(all[3...]), to: run, from: 4)
    let kept = try store.diagnostics(of: run)
    #expect(kept.map(\.code) == all.map(\.code.name))
    #expect(kept.map(\.severity) == all.map(\.code.severity))
    #expect(kept.map(\.location) == all.map(\.location))
    #expect(kept.map(\.field) == all.map(\.field) && kept.map(\.value) == all.map(\.value))
    #expect(kept.map(\.replacement) == all.map(\.replacement))
    #expect(try store.diagnostics(of: run, code: "test.note").compactMap(\.location.record) == [2, 4, 6])
    #expect(try store.diagnostics(of: run, limit: 2).count == 2)
    #expect(try store.diagnostics(of: RunID(rawValue: 99)) == [])
  }

  @Test func diagnosticsOfNoRunAreRefused() throws {
    let fixture = try GraphFixture()
    let store = try fixture.open()
    let one = Diagnostic(
      DiagnosticCode("x.y", .note, reason: text, remedy: text), at: SourceLocation(file: "-"))
    #expect(code { try store.add([one], to: RunID(rawValue: 5), from: 1) } == .graphUnavailable)
  }
}
