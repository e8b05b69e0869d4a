import Foundation
import Passerelle
import PasserelleCore
import PasserelleTestSupport
import Synchronization
import Testing

/// A night that ends as a kill would end it, at every step, and goes on.
@Suite struct NightlyResumptionTests {
  private struct Killed: Error {}

  /// The state of a night that nothing stopped.
  private static let uninterrupted = Result { try Self.wholeNight() }

  private static func fill(_ fixture: WorkspaceFixture) throws {
    try fixture.write("a/1.json", AwardRow.many(25))
    try fixture.write("a/2.json", AwardRow.many(15, prefix: "M"))
    // Other states of the same records, and a record that is refused.
    try fixture.write(
      "b.json", AwardRow.many(9).map { row in row.with { $0.title += " bis" } })
    try fixture.write("c.json", #"{"marches": [{"id": " ", "acheteur": {"id": "21690123100011"}}]}"#.utf8)
  }

  private static func watch(_ workspace: Workspace) throws {
    var criteria = Watch.Criteria()
    criteria.query = "voirie"
    try workspace.addWatch("Voirie / quais".replacingOccurrences(of: "/", with: "-"), criteria)
  }

  private static var small: NightlyOptions {
    var options = NightlyOptions()
    options.batchSize = 10
    return options
  }

  /// What must be the same: the store, the alerts, the register.
  private static func state(_ fixture: WorkspaceFixture) throws -> [String] {
    let workspace = try fixture.open()
    let alerts = try fixture.files().filter { $0.name.hasPrefix("alerts/") && $0.name.hasSuffix(".json") }
    let told = try alerts.map { file in
      "\((file.name as NSString).lastPathComponent) \(try object(file.bytes)["alertCount"] as? Int ?? -1)"
    }
    let positions = try workspace.watches().map { "\($0.position.sequence > 0)" }
    let records = try workspace.dumped().count
    return [try workspace.storeHash(), "\(records)", "\(try workspace.isSound())"] + told + positions
  }

  private static func wholeNight() throws -> [String] {
    let fixture = try WorkspaceFixture()
    try Self.fill(fixture)
    let workspace = try fixture.open()
    try Self.watch(workspace)
    _ = try workspace.nightly(fixture.folder.path("in"), options: Self.small)
    return try Self.state(fixture)
  }

  @Test(arguments: NightStage.allCases, [true, false])
  func aKillAtAStepLeadsToTheSameState(_ stage: NightStage, _ isBefore: Bool) throws {
    let expected = try Self.uninterrupted.get()
    let fixture = try WorkspaceFixture()
    try Self.fill(fixture)
    try Self.watch(try fixture.open())
    var options = Self.small
    let kill: @Sendable (NightStage) throws -> Void = { if $0 == stage { throw Killed() } }
    if isBefore { options.willBegin = kill } else { options.didEnd = kill }
    let stopped = try fixture.open()
    #expect(throws: Killed.self) { _ = try stopped.nightly(fixture.folder.path("in"), options: options) }
    let answer = try fixture.open().nightly(fixture.folder.path("in"), options: Self.small)
    #expect(try Self.state(fixture) == expected)
    #expect(try NightlyTests.document(answer)["attempts"] as? Int == 2)
    let alerts = try #require(try NightlyTests.document(answer)["alerts"] as? [String: Any])
    #expect(alerts["alertCount"] as? Int == 40)
  }

  /// The clock is looked at once a batch among others.
  @Test(arguments: [3, 4, 6, 8, 11])
  func aStopBetweenBatchesLeadsToTheSameState(_ looks: Int) throws {
    let expected = try Self.uninterrupted.get()
    let fixture = try WorkspaceFixture()
    try Self.fill(fixture)
    try Self.watch(try fixture.open())
    let flag = StopFlag()
    let clock = TickingClock(flag)
    let workspace = try fixture.open(flag: flag, clock: clock)
    clock.stop(after: looks)
    let found = code { _ = try workspace.nightly(fixture.folder.path("in"), options: Self.small) }
    #expect(found == .interrupted)
    _ = try fixture.open().nightly(fixture.folder.path("in"), options: Self.small)
    #expect(try Self.state(fixture) == expected)
  }

  @Test func alertsAreToldOnce() throws {
    let fixture = try WorkspaceFixture()
    let workspace = try fixture.open()
    try Self.watch(workspace)
    try fixture.write("a.json", AwardRow.many(3))
    _ = try workspace.nightly(fixture.folder.path("in"))
    _ = try fixture.reopen(later: 100).nightly(fixture.folder.path("in"))
    let names = try fixture.files().map(\.name).filter { $0.hasPrefix("alerts/") }
    #expect(names.count == 3, "one feed, one document, one mail: \(names)")
    let feed = try #require(try fixture.files().first { $0.name.hasSuffix("feed.atom") }?.bytes)
    let text = String(decoding: feed, as: UTF8.self)
    #expect(text.components(separatedBy: "<entry>").count == 4)
    #expect(text.contains("urn:uuid:"))
    #expect(text.hasSuffix("</entry>\n</feed>\n"))
    let mail = try #require(try fixture.files().first { $0.name.hasSuffix(".eml") }?.bytes)
    let head = String(decoding: mail, as: UTF8.self)
    #expect(head.hasPrefix("Date: Tue, 14 Nov 2023 22:13:"))
    #expect(!head.contains("To:"))
    #expect(head.contains("\r\n\r\n"))
  }
}
