import Foundation
import Passerelle
import PasserelleCore
import PasserelleRendering
import PasserelleTestSupport
import Testing

@Suite struct WatchTests {
  private let fixture: WorkspaceFixture
  private let workspace: Workspace
  private let clock: TickingClock

  init() throws {
    fixture = try WorkspaceFixture()
    clock = TickingClock(StopFlag())
    workspace = try fixture.open(clock: clock)
    try ingest(["L1": "Éclairage des quais"])
  }

  private func ingest(_ titles: [String: String]) throws {
    let rows = titles.sorted { $0.key < $1.key }.map { id, title in
      AwardRow(id, title).with { $0.winnerName = "Lumières SAS" }
    }
    _ = try workspace.ingest([try fixture.write("a.json", rows)])
  }

  private func lighting() -> Watch.Criteria {
    var criteria = Watch.Criteria()
    criteria.query = "éclairage"
    return criteria
  }

  private func alerts(_ answer: WatchAnswer) -> [String] {
    answer.results.flatMap(\.alerts).map { $0.change.rawValue + " " + $0.title }
  }

  private func run(_ name: String? = nil, since: String? = nil, on day: String? = nil) throws -> WatchAnswer {
    try workspace.runWatches(
      name, since: since.flatMap { PartialDate(iso: $0) }, on: day.flatMap { PartialDate(iso: $0) },
      language: .french)
  }

  private var statePath: String { fixture.path + "/watch-state.yaml" }

  @Test func whatWasToldIsNotToldAgain() throws {
    try workspace.addWatch("lumière", lighting())
    #expect(alerts(try run()).isEmpty, "what was there before is not told of")
    try ingest(["L2": "Éclairage des ponts", "L3": "Voirie des ponts"])
    let answer = try run()
    #expect(alerts(answer) == ["new Éclairage des ponts"])
    try workspace.advanceWatches(answer)
    #expect(alerts(try run()).isEmpty)
  }

  @Test func aStopBeforeTheAnswerIsWrittenLosesNothing() throws {
    try workspace.addWatch("lumière", lighting())
    try ingest(["L2": "Éclairage des ponts"])
    _ = try run()
    let again = try fixture.open().runWatches(language: .english)
    #expect(alerts(again) == ["new Éclairage des ponts"])
  }

  @Test func aChangedRecordIsTold() throws {
    try workspace.addWatch("lumière", lighting())
    try ingest(["L1": "Éclairage des quais et des ponts"])
    let answer = try run()
    #expect(alerts(answer) == ["changed Éclairage des quais et des ponts"])
    try workspace.advanceWatches(answer)
    try ingest(["L2": "Éclairage A"])
    try ingest(["L2": "Éclairage B"])
    #expect(alerts(try run()) == ["new Éclairage B"], "its first version was not told of")
  }

  @Test func eachWatchHasItsOwnPosition() throws {
    try workspace.addWatch("a", lighting())
    try ingest(["L2": "Éclairage des ponts"])
    try workspace.addWatch("b", lighting())
    try ingest(["L3": "Éclairage des rues"])
    try workspace.advanceWatches(try run("a"))
    let answer = try run()
    #expect(answer.results.map(\.watch.name) == ["a", "b"])
    #expect(answer.results.map(\.alerts.count) == [0, 1])
  }

  @Test func codesAndPlacesMustHold() throws {
    var criteria = Watch.Criteria()
    criteria.cpvPrefixes = ["45"]
    criteria.places = ["69"]
    try workspace.addWatch("ici", criteria)
    criteria.places = ["75"]
    try workspace.addWatch("là", criteria)
    try ingest(["L2": "Éclairage des ponts"])
    #expect(try run().results.map(\.alerts.count) == [1, 0])
  }

  @Test func sinceTellsAgainAndSkipsNothing() throws {
    try workspace.addWatch("lumière", lighting())
    try ingest(["L2": "Éclairage des ponts"])
    #expect(alerts(try run(since: "2023-11-01")).count == 2, "from before the watch too")
    let later = try run(since: "2023-12-01")
    #expect(alerts(later).isEmpty)
    try workspace.advanceWatches(later)
    #expect(alerts(try run()) == ["new Éclairage des ponts"], "a look at less moves nothing on")
  }

  @Test func aLostStateRepeatsAndNeverSkips() throws {
    try workspace.addWatch("lumière", lighting())
    try ingest(["L2": "Éclairage des ponts"])
    try workspace.advanceWatches(try run())
    try FileManager.default.removeItem(atPath: statePath)
    #expect(alerts(try run()) == ["new Éclairage des ponts"])
  }

  @Test(arguments: ["watches.yaml", "watch-state.yaml"]) func aDamagedFileIsAnErrorAndStays(_ name: String)
    throws
  {
    try workspace.addWatch("lumière", lighting())
    let path = fixture.path + "/" + name
    let sound = try String(contentsOfFile: path, encoding: .utf8)
    for broken in [
      "", "{", "format: autre/1\n", sound.replacing("watches:", with: "veilles:"),
      sound + "  - name: \"x\"\n    inconnu: 1\n", sound.replacing(": 1\n", with: ": un\n"),
      String(sound.prefix(sound.count / 2)),
    ] {
      try Data(broken.utf8).write(to: URL(fileURLWithPath: path))
      #expect(code { _ = try run() } == .settingsInvalid, "\(broken)")
      #expect(code { try workspace.addWatch("autre", lighting()) } == .settingsInvalid, "\(broken)")
      #expect(try String(contentsOfFile: path, encoding: .utf8) == broken)
    }
  }

  @Test func anotherStoreIsTakenUpByDate() throws {
    try workspace.addWatch("lumière", lighting())
    let state = try String(contentsOfFile: statePath, encoding: .utf8)
    // As if the watch had been told of 40 versions of a store that was then put back from an older copy.
    try Data(state.replacing("sequence: 1\n", with: "sequence: 40\n").utf8)
      .write(to: URL(fileURLWithPath: statePath))
    try ingest(["L2": "Éclairage des ponts"])
    let answer = try run()
    #expect(answer.results.map(\.isRepositioned) == [true])
    #expect(alerts(answer) == ["new Éclairage des ponts"])
    try workspace.advanceWatches(answer)
    #expect(try run().results.map(\.isRepositioned) == [false])
  }

  @Test func theFaultOfOneWatchLeavesTheOthers() throws {
    try workspace.addWatch("a", lighting())
    try workspace.addWatch("b", lighting())
    let path = fixture.path + "/watches.yaml"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let broken = text.replacing("query: \"éclairage\"", with: "query: \"titre:(\"", maxReplacements: 1)
    try Data(broken.utf8).write(to: URL(fileURLWithPath: path))
    try ingest(["L2": "Éclairage des ponts"])
    let answer = try run()
    #expect(answer.results.map { $0.problem?.code } == [.queryInvalid, nil])
    #expect(answer.results.map(\.alerts.count) == [0, 1])
    try workspace.advanceWatches(answer)
    #expect(try workspace.watches().map(\.position.sequence) == [1, 2])
  }

  @Test func aVendorIsFollowedByItsOpportunities() throws {
    var criteria = Watch.Criteria()
    criteria.vendor = "Lumières SAS"
    let watch = try workspace.addWatch("appels", criteria)
    #expect(watch.criteria.vendor?.hasPrefix("https://") == true)
    _ = try workspace.ingest([try fixture.write("call.xml", CallFile.lighting.utf8)])
    let look = try run(on: "2022-03-01")
    let found = look.results.flatMap(\.alerts)
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0.kind == .call && $0.change == .new && $0.opportunity != nil })
    try workspace.advanceWatches(look)
    #expect(try run(on: "2022-03-01").alertCount == found.count, "a look moves nothing on")
    let closed = try run()
    #expect(closed.alertCount == 0, "closed long ago by the clock")
    try workspace.advanceWatches(closed)
    #expect(try run(on: "2022-03-01").alertCount == 0)
  }

  @Test func whatIsWrittenIsReadBack() throws {
    var criteria = Watch.Criteria()
    criteria.query = "\"eau: potable\" -bœuf titre:#1 c\\d"
    criteria.cpvPrefixes = ["03", "4531"]
    criteria.places = ["01", "2A"]
    criteria.kinds = [.call, .award]
    let made = try workspace.addWatch("a.b-c d", criteria)
    #expect(try fixture.open().watches().map(\.watch) == [made])
    let json = try object(Data(JSONRenderer.data(Watch.structured(try workspace.watches()), pretty: true)))
    #expect(json["format"] as? String == "passerelle-watch/1")
    try workspace.removeWatch("a.b-c d")
    #expect(try workspace.watches().isEmpty)
    #expect(try run().text(width: 80).count == 1)
  }

  @Test func aNameOrCriteriaThatSayNothingAreRefused() throws {
    for name in ["", "-x", " a", "a@b", String(repeating: "a", count: 65), "a\nb"] {
      #expect(code { try workspace.addWatch(name, lighting()) } == .queryInvalid, "\(name)")
    }
    #expect(code { try workspace.addWatch("a", Watch.Criteria()) } == .queryInvalid)
    var both = lighting()
    both.vendor = "Lumières SAS"
    #expect(code { try workspace.addWatch("a", both) } == .queryInvalid)
    var query = Watch.Criteria()
    query.query = "titre:("
    #expect(code { try workspace.addWatch("a", query) } == .queryInvalid)
    var vendor = Watch.Criteria()
    vendor.vendor = "Personne SARL"
    #expect(code { try workspace.addWatch("a", vendor) } == .entityNotFound)
    #expect(code { try workspace.removeWatch("a") } == .entityNotFound)
    #expect(code { _ = try run("a") } == .entityNotFound)
    try workspace.addWatch("a", lighting())
    #expect(code { try workspace.addWatch("a", lighting()) } == .queryInvalid)
  }

  @Test func theJSONAndTheTableHoldTheAlerts() throws {
    try workspace.addWatch("lumière", lighting())
    try ingest(["L2": "Éclairage des ponts"])
    let answer = try run()
    let json = try object(Data(JSONRenderer.data(answer.structured, pretty: true)))
    #expect(json["alertCount"] as? Int == 1)
    let watch = try #require((json["watches"] as? [[String: Any]])?.first)
    let alert = try #require((watch["alerts"] as? [[String: Any]])?.first)
    #expect(alert["change"] as? String == "new")
    #expect(alert["sequence"] as? Int == 2)
    #expect(answer.table.rows.count == 1)
    #expect(answer.table.rows[0].count == answer.table.columns.count)
    #expect(answer.text(width: 80).contains { $0.contains("nouveau · marché · Éclairage des ponts") })
  }
}
