import Foundation
import PasserelleCore
import PasserelleGraph
import PasserelleRendering
import PasserelleTestSupport
import Testing

@testable import Passerelle
@testable import PasserellePipeline

/// What is erased is found nowhere in the workspace's folder, and nothing else is lost.
@Suite struct ErasureTests {
  let fixture: WorkspaceFixture
  static let name = "Zoé Vasselin"
  static let spellings = ["vasselin", "VASSELIN", "Vasselin"]

  init() throws { fixture = try WorkspaceFixture() }

  var inbox: String { fixture.folder.path("in") }

  /// A workspace in which a person is named in a notice, its later version, a specification, the quarantine, a watch, a
  /// recorded ranking and reports.
  func planted() throws -> Workspace {
    let rows = [
      AwardRow("A1", "Travaux de voirie, contact Zoé Vasselin"), AwardRow("A2", "Éclairage public du parc"),
      AwardRow("A3", "Signalisation, suivi par VASSELIN Zoe"), AwardRow("A4", "Capteurs de bruit du stade"),
    ]
    try fixture.write(
      "a.json", AwardRow.file(rows.map(\.json) + [#"{"id": " ", "objet": "Suivi Zo\u00e9 Vasselin"}"#]).utf8)
    try fixture.write("cahier.md", "# Voirie du port\n\nReprise des pavés, dossier de Zoé Vasselin.\n".utf8)
    var workspace = try fixture.open()
    var criteria = Watch.Criteria()
    criteria.query = "voirie"
    try workspace.addWatch("suivi Zoé Vasselin", criteria)
    try workspace.addWatch("voirie", criteria)
    _ = try workspace.nightly(inbox)
    try fixture.write("b.json", [AwardRow("A1", "Travaux de voirie rue Neuve, contact Zoé Vasselin")])
    workspace = try fixture.reopen(later: 1000)
    _ = try workspace.nightly(inbox)
    _ = try workspace.resolve()
    _ = try workspace.recordedMatch(
      document: MemoryByteSource("Voirie, par Zoé Vasselin".utf8), file: "besoin.md", language: .french,
      isRecorded: true)
    _ = try workspace.recordedMatch(
      document: MemoryByteSource("Éclairage public".utf8), file: "autre.md", language: .french,
      isRecorded: true)
    try NightFile.write(
      Data("<p>Contact : Zoé&nbsp;Vasselin, Zoé Vasselin</p>".utf8), to: fixture.path + "/reports/note.html")
    return workspace
  }

  /// The files that hold a text in any of its spellings.
  func holders(_ texts: [String] = ErasureTests.spellings) throws -> [String] {
    try fixture.files().filter { file in
      texts.contains { file.bytes.range(of: Data($0.utf8)) != nil || file.name.contains($0) }
    }.map(\.name)
  }

  func person(_ adjust: (inout ErasureRequest) -> Void = { _ in }) -> ErasureRequest {
    var request = ErasureRequest(.person([Self.name]))
    adjust(&request)
    return request
  }

  func awards(_ workspace: Workspace, _ words: String) throws -> [String] {
    try workspace.titles(words) { $0.filter.kinds = [.award] }
  }

  func lines(_ workspace: Workspace, without words: [String]) throws -> [String] {
    try workspace.dumped().filter { line in !words.contains { line.contains($0) } }
  }

  @Test func aLookChangesNothing() throws {
    let workspace = try planted()
    let (hash, before) = (try workspace.storeHash(), try holders())
    let answer = try workspace.previewErasure(person())
    #expect(answer.state == .found)
    let found = answer.texts.map(\.record.key)
    #expect(found.contains { $0.hasSuffix("A1") } && found.contains { $0.hasSuffix("A3") }, "\(found)")
    #expect(answer.texts.contains { $0.excerpt.contains("⟦VASSELIN Zoe⟧") })
    #expect(answer.watches == 1)
    #expect(answer.matchRuns >= 1, "those whose need or evidence names the person")
    #expect(answer.files.contains { $0.path == "quarantine/run-000001.ndjson" && $0.count == 1 })
    #expect(answer.inbox.files.count >= 2)
    #expect(try workspace.storeHash() == hash)
    #expect(try holders() == before)
  }

  @Test func aPersonIsNowhereAfterwards() throws {
    var workspace = try planted()
    let others = try lines(workspace, without: ["asselin", "ASSELIN"])
    #expect(try !holders().isEmpty)
    let answer = try workspace.erase(person { $0.reason = "demande de Zoé Vasselin" })
    #expect(answer.id == 1)
    #expect(answer.done?.redactedVersions == 4, "two versions of A1, A3, and the specification")
    let left = try holders()
    #expect(left.isEmpty, "\(left)")
    let kept = Set(try workspace.dumped())
    #expect(others.filter { !kept.contains($0) } == [], "no other statement is touched")
    #expect(try workspace.isSound())
    #expect(
      try awards(workspace, "voirie").allSatisfy { $0.contains("[effacé]") })
    #expect(try workspace.watches().map(\.watch.name) == ["voirie"])
    #expect(try workspace.matchRuns().count == 2 - answer.matchRuns)
    #expect(try workspace.erasureList().entries.map(\.reason) == ["demande de [effacé]"])
    workspace = try fixture.reopen(later: 2000)
    #expect(try workspace.erase(person()).isEmpty, "a second run finds nothing")
    #expect(try workspace.erasureList().entries.count == 1)
    #expect(try workspace.isSound())
  }

  @Test func itDoesNotComeBackUntilThatIsUndone() throws {
    let workspace = try planted()
    _ = try workspace.erase(person())
    let path = try fixture.write(
      "../c.json", [AwardRow("C1", "Pavage, Zoé Vasselin"), AwardRow("C2", "Bancs")])
    let again = try fixture.reopen(later: 2000)
    let report = try again.ingest([path]).report
    #expect(report.isBalanced)
    #expect(report.added == 2)
    #expect(report.diagnostics["erasure.redacted"] == 1)
    #expect(try awards(again, "pavage") == ["Pavage, [effacé]"])
    let left = try holders()
    #expect(left.isEmpty, "\(left)")
    try again.undoSuppression(1)
    #expect(code { try again.undoSuppression(1) } == .entityNotFound)
    let other = try fixture.write("../d.json", [AwardRow("D1", "Dallage, Zoé Vasselin")])
    _ = try again.ingest([other])
    #expect(try awards(again, "dallage") == ["Dallage, Zoé Vasselin"])
  }

  @Test func aNamesakeIsKept() throws {
    let workspace = try planted()
    let key = try #require(
      try workspace.previewErasure(person()).texts.map(\.record.key).first { $0.hasSuffix("A3") })
    let answer = try workspace.erase(
      person {
        $0.exceptions = [key]
        $0.suppresses = false
      })
    #expect(answer.texts.contains { $0.fate == .stays })
    #expect(try awards(workspace, "signalisation") == ["Signalisation, suivi par VASSELIN Zoe"])
    #expect(try awards(workspace, "neuve") == ["Travaux de voirie rue Neuve, contact [effacé]"])
    #expect(try workspace.isSound())
    #expect(
      code { _ = try workspace.previewErasure(person { $0.exceptions = ["nothing"] }) } == .entityNotFound)
  }

  @Test func aRecordGoesWithAllItsVersionsAndIsRefused() throws {
    var workspace = try planted()
    let key = try #require(
      try workspace.previewErasure(person()).texts.map(\.record.key).first { $0.hasSuffix("A1") })
    let others = try lines(workspace, without: [key])
    let answer = try workspace.erase(ErasureRequest(.record(key)))
    #expect(answer.done?.versions == 2)
    let left = try holders(["rue Neuve", key])
    #expect(left.isEmpty, "\(left)")
    #expect(try lines(workspace, without: [key]) == others)
    #expect(try workspace.isSound())
    workspace = try fixture.reopen(later: 2000)
    let report = try workspace.ingest([fixture.input("b.json")]).report
    #expect(report.refused == 1)
    #expect(report.isBalanced)
    #expect(report.diagnostics["erasure.suppressed"] == 1)
    #expect(try holders(["rue Neuve", key]) == [])
    #expect(try workspace.erase(ErasureRequest(.record(key))).isEmpty)
    try workspace.undoSuppression(1)
    #expect(try workspace.ingest([fixture.input("b.json")]).report.added == 1)
    #expect(try workspace.isSound())
  }

  @Test func aSourceGoesWhole() throws {
    let workspace = try planted()
    _ = try workspace.erase(ErasureRequest(.source("decp")))
    #expect(try awards(workspace, "éclairage") == [])
    #expect(try workspace.titles("pavés").count == 1, "other sources stay")
    #expect(try workspace.isSound())
    #expect(try workspace.ingest([fixture.input("a.json")]).report.stored == 0)
    #expect(try workspace.erase(ErasureRequest(.source("unknown"))).isEmpty)
  }

  @Test func wholeRecordsOfAPersonGo() throws {
    let workspace = try planted()
    let answer = try workspace.erase(person { $0.takesRecords = true })
    #expect(answer.done?.records == 3)
    let left = try holders()
    #expect(left.isEmpty, "\(left)")
    #expect(try workspace.isSound())
  }

  private func full() throws -> Workspace {
    _ = try planted()
    let workspace = try fixture.reopen(later: 2000)
    try fixture.write("../sdk/fields.json", ValidationTests.rules.utf8)
    try fixture.write(
      "../lists/communes.csv", "insee_com,commune,lat,lng\n38053,Bourgoin-Jallieu,45.5863,5.2739\n".utf8)
    _ = try workspace.importReferences([fixture.folder.path("sdk"), fixture.folder.path("lists")])
    try NightFile.write(Data("{}".utf8), to: fixture.path + "/models/vendors.txt")
    try NightFile.write(Data("{}".utf8), to: fixture.path + "/nightly/downloads.json")
    try fixture.write("broken.json", "not data".utf8)
    try fixture.write("voirie.json", [AwardRow("V9", "Voirie des quais")])
    try workspace.backUp(to: fixture.folder.path("copy.sqlite"))
    _ = try workspace.erase(person { $0.suppresses = false })
    let record = try workspace.store.read { reader in
      try reader.storedRecords { _, _ in true }.first { $0.source == "decp" && $0.key.hasSuffix("A4") }
    }
    var request = ErasureRequest(.record("decp/" + (record?.key ?? "")))
    request.willBegin = { if $0 == .store { throw Killed() } }
    #expect(throws: Killed.self) { try workspace.erase(request) }
    var options = NightlyOptions()
    options.willBegin = { if $0 == .report { throw Killed() } }
    #expect(throws: Killed.self) { try fixture.reopen(later: 3000).nightly(inbox, options: options) }
    return try fixture.reopen(later: 4000)
  }

  @Test func everyFileOfAWorkspaceHasItsPlace() throws {
    let workspace = try full()
    let names = try fixture.files().map(\.name)
    let unknown = names.filter { ErasurePlace.of($0) == nil }
    #expect(unknown.isEmpty, "say in ErasurePlace what an erasure does with \(unknown)")
    let known = Set(names.compactMap { ErasurePlace.of($0)?.name.english })
    let missing = ErasurePlace.all.map(\.name.english).filter { !known.contains($0) }
    #expect(missing.isEmpty, "the workspace of this test has no \(missing)")
    let finding = try #require(try workspace.examine().first { $0.key == "files" })
    #expect(finding.isSound && !finding.detail.english.contains("not known"))
    #expect(finding.detail.english.contains("rules of eForms notices"))
    let beside = workspace.besideStore().map(\.english)
    #expect(beside.contains("official lists") && beside.contains("erasures") && !beside.contains("store"))
    try NightFile.write(Data("?".utf8), to: fixture.path + "/notes.txt")
    try NightFile.write(Data("{".utf8), to: fixture.path + "/nightly/downloads.json")
    let told = try #require(try workspace.examine().first { $0.key == "files" })
    #expect(!told.isSound && told.detail.french.contains("inconnus : notes.txt"))
    #expect(told.detail.french.contains("illisibles : nightly/downloads.json"))
  }

  @Test func backupsAreNamed() throws {
    let workspace = try planted()
    let copy = fixture.folder.path("copy.sqlite")
    try workspace.backUp(to: copy)
    #expect(try workspace.previewErasure(person()).backups.map(\.path) == [copy])
    try FileManager.default.removeItem(atPath: copy)
    #expect(try workspace.previewErasure(person()).backups.isEmpty)
  }

  @Test func whatSaysNothingIsRefused() throws {
    let workspace = try planted()
    #expect(code { _ = try workspace.previewErasure(ErasureRequest(.person(["…"]))) } == .queryInvalid)
    #expect(try workspace.erase(ErasureRequest(.record("nothing"))).isEmpty)
    #expect(try workspace.erasureList().entries.isEmpty)
  }
}
