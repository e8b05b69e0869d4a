import Foundation
import GRDB
import Glibc
import Passerelle
import PasserelleCore
import PasserelleTestSupport
import Testing

@Suite struct WorkspaceTests {
  let fixture: WorkspaceFixture

  init() throws { fixture = try WorkspaceFixture() }

  @Test func aSecondWriterIsToldThatTheWorkspaceIsLocked() throws {
    let workspace = try fixture.open()
    let path = try fixture.write("a.json", AwardRow.many(1))
    let descriptor = open(fixture.path + "/lock", O_RDWR | O_CREAT, 0o644)
    #expect(descriptor >= 0)
    #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
    #expect(code { _ = try workspace.ingest([path]) } == .workspaceLocked)
    #expect(code { _ = try workspace.index() } == .workspaceLocked)
    #expect(try workspace.runs().isEmpty)
    #expect(try workspace.titles("voirie").isEmpty, "reading goes on beside a writer")
    close(descriptor)
    #expect(try workspace.ingest([path]).report.added == 1)
  }

  @Test func aRunThatWasKilledIsInterruptedWhereNobodyWrites() throws {
    let workspace = try fixture.open()
    _ = try workspace.ingest([try fixture.write("a.json", AwardRow.many(1))])
    let queue = try DatabaseQueue(path: fixture.path + "/store.sqlite")
    try queue.write { try $0.execute(sql: "UPDATE run SET status = 'running', finished = NULL") }
    try queue.close()
    #expect(try workspace.runs().map(\.status) == ["interrupted"])
    let descriptor = open(fixture.path + "/lock", O_RDWR | O_CREAT, 0o644)
    #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0, "looking leaves the lock free")
    #expect(try workspace.runs().map(\.status) == ["running"])
    close(descriptor)
    #expect(try workspace.runs().map(\.status) == ["interrupted"])
  }

  @Test func theLockIsFreeAgainAfterAFailure() throws {
    let workspace = try fixture.open()
    #expect(code { _ = try workspace.ingest([fixture.input("absent")]) } == .inputNotFound)
    _ = try workspace.index()
    _ = try workspace.index()
  }

  @Test func aNewerStoreIsRefusedAndLeftAsItIs() throws {
    _ = try fixture.open().ingest([try fixture.write("a.json", AwardRow.many(1))])
    let store = fixture.path + "/store.sqlite"
    let queue = try DatabaseQueue(path: store)
    try queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('9999 from the future')") }
    try queue.close()
    let before = try Data(contentsOf: URL(fileURLWithPath: store))
    #expect(code { _ = try fixture.open() } == .graphTooNew)
    #expect(try Data(contentsOf: URL(fileURLWithPath: store)) == before)
  }

  @Test func aStoreThatIsNoStoreIsRefused() throws {
    _ = try fixture.open()
    let store = fixture.path + "/store.sqlite"
    for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: store + suffix) }
    try Data("Ceci n'est pas une base, mais un texte assez long pour ne pas passer pour vide.".utf8)
      .write(to: URL(fileURLWithPath: store))
    #expect(code { _ = try fixture.open() } == .graphCorrupt)
  }

  @Test func aFolderThatHoldsSomethingElseIsRefused() throws {
    try FileManager.default.createDirectory(atPath: fixture.path, withIntermediateDirectories: true)
    try Data("x".utf8).write(to: URL(fileURLWithPath: fixture.path + "/photo.jpg"))
    #expect(code { _ = try fixture.open() } == .workspaceInvalid)
    #expect(try FileManager.default.contentsOfDirectory(atPath: fixture.path) == ["photo.jpg"])
  }

  @Test func aMissingWorkspaceIsToldAsMissing() throws {
    let configuration = Workspace.Configuration(
      path: fixture.folder.path("rien"), executableDirectory: "/nowhere",
      context: StageContext(clock: { Instant(milliseconds: 0) }))
    #expect(code { _ = try Workspace(configuration) } == .workspaceMissing)
    #expect(!FileManager.default.fileExists(atPath: fixture.folder.path("rien")))
  }

  @Test(
    arguments: [
      ("colour: red", "colour"), ("language: de", "language"),
      ("provisionalOrders: maybe", "provisionalOrders"),
      ("base: nowhere", "base"), ("format: passerelle-settings/9", "format"), ("[1, 2", ""),
      ("just text", ""),
    ])
  func wrongSettingsAreRefusedByName(_ text: String, _ name: String) throws {
    _ = try fixture.open()
    try Data((text + "\n").utf8).write(to: URL(fileURLWithPath: fixture.path + "/settings.yaml"))
    do {
      _ = try fixture.open()
      Issue.record("the settings were accepted")
    } catch let error as PasserelleError {
      #expect(error.code == .settingsInvalid)
      #expect(name.isEmpty || error.message.french.contains(name))
      #expect(name.isEmpty || error.message.english.contains(name))
      #expect(error.location?.file == fixture.path + "/settings.yaml")
    }
  }

  @Test func theBaseIsFixedAtCreation() throws {
    _ = try fixture.open().ingest([try fixture.write("a.json", AwardRow.many(1))])
    let path = fixture.path + "/settings.yaml"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try Data(text.replacing("https://passerelle.example/", with: "https://ailleurs.example/").utf8)
      .write(to: URL(fileURLWithPath: path))
    #expect(code { _ = try fixture.open() } == .settingsInvalid)
  }

  @Test func aBackupOpensAsAWorkspace() throws {
    let workspace = try fixture.open()
    _ = try workspace.ingest([try fixture.write("a.json", AwardRow.many(12))])
    let copy = try WorkspaceFixture()
    _ = try copy.open()
    for suffix in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: copy.path + "/store.sqlite" + suffix)
    }
    try workspace.backUp(to: copy.path + "/store.sqlite")
    let restored = try copy.open()
    #expect(try restored.index(rebuild: true) > 0)
    #expect(try restored.isSound())
    #expect(try restored.storeHash() == workspace.storeHash())
    #expect(try restored.titles("voirie") == workspace.titles("voirie"))
    #expect(try restored.ingest([fixture.input("a.json")]).report.unchanged == 12)
  }
}
