import Foundation
import PasserelleCore
import PasserelleGraph
import PasserelleTestSupport
import Testing

@testable import Passerelle

/// The graphs of an RDF file follow the file.
@Suite struct FollowedFileTests {
  let fixture: WorkspaceFixture

  init() throws { fixture = try WorkspaceFixture() }

  private static func graphs(_ names: String...) -> String {
    names.map { "<urn:s> <urn:says> \"\($0)\" <urn:graph:\($0)> .\n" }.joined()
  }

  private func read(later seconds: Int64, _ names: String...) throws -> IngestionAnswer {
    let workspace = try fixture.reopen(later: seconds)
    return try workspace.ingest(names.map { fixture.input($0) })
  }

  private func held(_ workspace: Workspace) throws -> [String] {
    try workspace.dumped().compactMap { $0.split(separator: "\"").dropFirst().first.map(String.init) }
      .sorted()
  }

  @Test func aGraphThatVanishesIsClosedAndComesBack() throws {
    _ = try fixture.open()
    try fixture.write("a.nq", Self.graphs("one", "two", "three").utf8)
    #expect(try read(later: 0, "a.nq").report.added == 3)
    try fixture.write("a.nq", Self.graphs("one", "three", "four").utf8)
    let second = try read(later: 100, "a.nq")
    #expect(second.report.closed == 1 && second.report.isBalanced)
    #expect(second.report.recordsIn == 3 && second.report.added == 1 && second.report.unchanged == 2)
    #expect(second.report.sources["rdf"]?.closed == 1)
    #expect(second.report.diagnostics["record.withdrawn"] == 1)
    #expect(second.text(.french).contains { $0.contains("1 graphe clos") })
    let workspace = try fixture.reopen(later: 150)
    #expect(try held(workspace) == ["four", "one", "three"])
    #expect(try workspace.isSound())
    let before = try workspace.store.read { reader in
      try reader.openVersions(ofSource: "rdf")["urn:graph:two"]
    }
    #expect(before?.isEmpty == true, "its history stays")
    #expect(try read(later: 200, "a.nq").report.closed == 0, "closed once")
    try fixture.write("a.nq", Self.graphs("two").utf8)
    let third = try read(later: 300, "a.nq")
    #expect(third.report.closed == 3 && third.report.changed == 1)
    #expect(try held(fixture.reopen(later: 350)) == ["two"])
    let file = try fixture.write("load.nq", Self.graphs("one").utf8)
    let loaded = try fixture.reopen(later: 400).load([file])
    #expect(loaded.report.changed == 1, "a closed graph can be loaded")
    #expect(try held(fixture.reopen(later: 450)) == ["one", "two"])
  }

  @Test func aGraphOfAnotherFileStays() throws {
    _ = try fixture.open()
    try fixture.write("a.nq", Self.graphs("one", "two").utf8)
    try fixture.write("b.nq", Self.graphs("two", "three").utf8)
    _ = try read(later: 0, "a.nq", "b.nq")
    try fixture.write("a.nq", Self.graphs("one").utf8)
    #expect(try read(later: 100, "a.nq").report.closed == 0)
    try fixture.write("b.nq", Self.graphs("three").utf8)
    let answer = try read(later: 200, "b.nq")
    #expect(answer.report.closed == 1, "no file holds it any more")
    #expect(try held(fixture.reopen(later: 250)) == ["one", "three"])
  }

  @Test func whatCannotBeReadWholeClosesNothing() throws {
    _ = try fixture.open()
    try fixture.write("a.nq", Self.graphs("one", "two").utf8)
    _ = try read(later: 0, "a.nq")
    try fixture.write("a.nq", (Self.graphs("one") + "<urn:s> oops .\n").utf8)
    let broken = try read(later: 100, "a.nq")
    #expect(broken.report.refused == 1 && broken.report.closed == 0)
    let flag = StopFlag()
    flag.stop()
    try fixture.write("a.nq", Self.graphs("one").utf8)
    let stopped = try fixture.open(flag: flag)
    #expect(try stopped.ingest([fixture.input("a.nq")]).report.closed == 0)
    #expect(try read(later: 200, "a.nq").report.closed == 1)
  }

  @Test func aNightTellsOfIt() throws {
    _ = try fixture.open()
    try fixture.write("rdf/a.nq", Self.graphs("one", "two").utf8)
    _ = try fixture.reopen(later: 0).nightly(fixture.folder.path("in"))
    try fixture.write("rdf/a.nq", Self.graphs("one").utf8)
    let night = try fixture.reopen(later: 86_400).nightly(fixture.folder.path("in"))
    #expect(night.document["records"]["closed"].int == 1)
    #expect(night.text(width: 100).contains { $0.contains("1 graphe clos") })
    #expect(night.status == .done)
  }

  @Test func anErasedGraphIsForgotten() throws {
    let workspace = try fixture.open()
    let path = try fixture.write("a.nq", Self.graphs("one", "two").utf8)
    _ = try workspace.ingest([path])
    _ = try workspace.erase(ErasureRequest(.record("rdf/urn:graph:two")))
    try fixture.write("a.nq", Self.graphs("one").utf8)
    let answer = try read(later: 100, "a.nq")
    #expect(answer.report.closed == 0 && answer.report.isBalanced)
    #expect(try held(fixture.reopen(later: 150)) == ["one"])
  }
}
