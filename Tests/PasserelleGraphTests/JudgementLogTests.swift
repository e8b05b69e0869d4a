import PasserelleCore
import PasserelleTestSupport
import Testing

@testable import PasserelleGraph

/// A log of judgements: numbered, never rewritten, read in order.
@Suite struct JudgementLogTests {
  private func judgement(_ number: Int64, _ kind: Judgement.Kind, target: Int64? = nil) -> Judgement {
    Judgement(
      number: number, kind: kind, left: "a:\(number % 2)", right: "b:1", target: target,
      instant: Instant(milliseconds: number), who: "T", score: nil, reason: "")
  }

  private func store(_ folder: TemporaryFolder) throws -> GraphStore {
    try GraphStore(path: folder.path("store.sqlite"))
  }

  @Test func anUndoneJudgementHoldsNoMore() {
    let log = JudgementLog([judgement(1, .same), judgement(2, .undo, target: 1)])
    #expect(log.holds == [false, true])
    #expect(log.decisions.isEmpty)
  }

  @Test func anUndoneUndoBringsTheJudgementBack() {
    let log = JudgementLog([
      judgement(1, .same), judgement(2, .undo, target: 1), judgement(3, .undo, target: 2),
    ])
    #expect(log.holds == [true, false, true])
    #expect(log.decisions.map(\.number) == [1])
  }

  @Test func theLatestDecisionOnAPairCounts() {
    let log = JudgementLog([judgement(1, .same), judgement(3, .different)])
    #expect(log.decisions.map(\.kind) == [.different])
    let undone = JudgementLog([judgement(1, .same), judgement(3, .different), judgement(4, .undo, target: 3)])
    #expect(undone.decisions.map(\.kind) == [.same])
  }

  @Test func judgementsAreNumberedAndReadAsOfAMoment() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    let first = try store.append(
      [JudgementDraft(.same("x:1", "x:2"), who: "DPT", score: 0.91234, reason: "même numéro")],
      at: Instant(milliseconds: 1000))
    _ = try store.append([JudgementDraft(.undo(1), who: "DPT")], at: Instant(milliseconds: 2000))
    #expect(first.map(\.number) == [1])
    #expect(first[0].score == 9123)
    let now = try store.read { try $0.judgements() }
    let before = try store.read(.ingested(asOf: Instant(milliseconds: 1500))) { try $0.judgements() }
    #expect(now.judgements.count == 2)
    #expect(now.judgements[1].left == "x:1")
    #expect(now.decisions.isEmpty)
    #expect(before.decisions.map(\.number) == [1])
  }

  @Test func timesOfTheLogNeverGoBack() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    _ = try store.append([JudgementDraft(.same("x:1", "x:2"), who: "T")], at: Instant(milliseconds: 5000))
    let later = try store.append(
      [JudgementDraft(.same("x:1", "x:3"), who: "T")], at: Instant(milliseconds: 10))
    #expect(later[0].instant == Instant(milliseconds: 5000))
  }

  @Test func whatCannotBeUndoneIsRefusedAndNothingIsKept() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    _ = try store.append([JudgementDraft(.same("x:1", "x:2"), who: "T")], at: Instant(milliseconds: 1))
    _ = try store.append([JudgementDraft(.undo(1), who: "T")], at: Instant(milliseconds: 2))
    let wrong: [JudgementDraft.Decision] = [.undo(1), .undo(9), .same("x:1", "x:1")]
    for decision in wrong {
      var isRefused = false
      do {
        _ = try store.append(
          [JudgementDraft(.same("y:1", "y:2"), who: "T"), JudgementDraft(decision, who: "T")],
          at: Instant(milliseconds: 3))
      } catch is PasserelleError {
        isRefused = true
      }
      #expect(isRefused)
    }
    #expect(try store.read { try $0.judgements().judgements.count } == 2)
  }

  @Test func theHashOfTheStoreHoldsTheJudgements() throws {
    let folder = try TemporaryFolder()
    let store = try store(folder)
    let empty = try store.read { try $0.judgementBytes() }
    #expect(empty.isEmpty)
    _ = try store.append(
      [JudgementDraft(.same("x:1", "x:2"), who: "T", reason: "a\tb\nc")], at: Instant(milliseconds: 1))
    let line = try store.read { String(decoding: try $0.judgementBytes(), as: UTF8.self) }
    #expect(line == "1\tsame\tx:1\tx:2\t\t1970-01-01T00:00:00.001Z\tT\t\ta\\tb\\nc\n")
  }
}
