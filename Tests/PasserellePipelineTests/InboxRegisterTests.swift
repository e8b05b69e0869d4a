import Foundation
import PasserelleCore
import PasserellePipeline
import PasserelleTestSupport
import Testing

@Suite struct InboxRegisterTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func write(_ name: String, _ text: String) throws {
    let path = folder.path("in/" + name)
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  @Test func onlyNewAndChangedFilesAreUnread() throws {
    try write("a b\nc.json", "1")
    try write("é/d.json", "2")
    let register = InboxRegister(path: folder.path("register"))
    let first = try InboxScanner.scan(folder.path("in")).files
    #expect(first.count == 2)
    #expect(register.unread(first).count == 2)
    let changed = try register.add(first)
    #expect(changed.isEmpty)
    #expect(register.unread(first).isEmpty)
    #expect(register.read().map(\.file.path).sorted() == first.map(\.file.path).sorted())
    try write("é/d.json", "22")
    let second = try InboxScanner.scan(folder.path("in")).files
    #expect(register.unread(second).map { ($0.file.path as NSString).lastPathComponent } == ["d.json"])
  }

  @Test func aFileThatChangesWhileItIsReadIsReadAgain() throws {
    try write("a.json", "1")
    let register = InboxRegister(path: folder.path("register"))
    let files = try InboxScanner.scan(folder.path("in")).files
    try write("a.json", "12")
    let changed = try register.add(files)
    #expect(changed == files)
    #expect(register.unread(try InboxScanner.scan(folder.path("in")).files).count == 1)
  }

  @Test func aChangedMappingMakesItsTableUnread() throws {
    try write("a.csv", "1")
    let register = InboxRegister(path: folder.path("register"))
    _ = try register.add(try InboxScanner.scan(folder.path("in")).files)
    try write("a.mapping.yaml", "x: y")
    #expect(register.unread(try InboxScanner.scan(folder.path("in")).files).count == 1)
  }

  @Test func aDamagedRegisterCountsAsEmpty() throws {
    try write("a.json", "1")
    let register = InboxRegister(path: folder.path("register"))
    try Data([0xFF, 0xFE, 0, 1]).write(to: URL(fileURLWithPath: register.path))
    #expect(register.unread(try InboxScanner.scan(folder.path("in")).files).count == 1)
  }
}
