import Foundation
import PasserelleCore
import PasserelleGraph
import PasserelleTestSupport
import Testing

@Suite struct GraphStoreBackupTests {
  @Test func aBackupWhileWritingHoldsOneState() throws {
    let fixture = try GraphFixture()
    let store = try fixture.open()
    let writer = fixture.writer(store)
    let long = String(repeating: "texte ", count: 700)
    _ = try writer.write((0..<2300).map { try record("k\($0)", String($0) + long) })
    let before = try store.hash()
    let copy = fixture.folder.path("copy.sqlite")
    var steps = 0
    var failure: (any Error)?
    try store.backUp(to: copy) { done, all in
      #expect(done <= all)
      steps += 1
      do { _ = try writer.write([record("k\(steps)", "changed"), record("new\(steps)", "new")]) } catch {
        failure = error
      }
    }
    #expect(failure == nil)
    #expect(steps >= 2, "the store has to be larger than one step")
    #expect(try store.hash() != before)
    let backup = try fixture.open(at: copy)
    #expect(try backup.integrityFindings() == [])
    #expect(try backup.hash() == before)
    #expect(try fixture.writer(backup).write([record("k1", "changed")]) == [.changed])
  }

  @Test func aBackupReplacesAnOlderOne() throws {
    let fixture = try GraphFixture()
    let store = try fixture.open()
    let writer = fixture.writer(store)
    let copy = fixture.folder.path("copy.sqlite")
    for round in 0..<3 {
      _ = try writer.write(records(20, seed: UInt64(round), prefix: "round\(round)-"))
      try store.backUp(to: copy)
      let backup = try fixture.open(at: copy)
      #expect(try backup.hash() == store.hash())
      try backup.close()
    }
  }

  @Test func aBackupIntoAMissingFolderIsReported() throws {
    let fixture = try GraphFixture()
    let store = try fixture.open()
    #expect(code { try store.backUp(to: fixture.folder.path("none/copy.sqlite")) } == .graphUnavailable)
  }
}
