import Foundation
import PasserelleCore
import PasserelleTestSupport
import Testing

@testable import PasserelleSegments

@Suite struct FolderStorageTests {
  private let folder: TemporaryFolder
  private let storage: FolderStorage

  init() throws {
    folder = try TemporaryFolder()
    storage = try FolderStorage(path: folder.path("a/b/index"))
  }

  private func make(_ name: String, _ bytes: [UInt8]) throws {
    let output = try storage.create(name)
    try bytes.withUnsafeBytes { try output.write($0) }
    try output.finish()
  }

  @Test func writtenBytesAreMapped() throws {
    let output = try storage.create("x.seg")
    var random = SeededGenerator(seed: 51)
    var expected: [UInt8] = []
    for size in [1, 0, 700_000, 500_000, 1 << 20, 3, (1 << 20) + 1, 2_500_000, 9] {
      let piece = [UInt8](repeating: UInt8(random.number(0...255)), count: size)
      expected += piece
      try piece.withUnsafeBytes { try output.write($0) }
    }
    try output.finish()
    let isSame = try storage.map("x.seg").contents() == expected
    #expect(isSame)
  }

  @Test func emptyFilesAreMapped() throws {
    try make("empty", [])
    #expect(try storage.map("empty").contents() == [])
    #expect(try storage.read("empty") == [])
  }

  @Test func readersKeepWhatIsReplacedOrRemoved() throws {
    try make("x", [1, 2, 3])
    let first = try storage.map("x")
    try make("x", [9])
    let second = try storage.map("x")
    try storage.remove("x")
    try storage.remove("x")
    let held = [first.contents(), second.contents()]
    #expect(held == [[1, 2, 3], [9]])
    #expect(try storage.read("x") == nil)
  }

  @Test func replacingLeavesNoOtherFile() throws {
    try storage.replace("manifest.json", with: [1])
    try storage.replace("manifest.json", with: [2, 3])
    #expect(try storage.read("manifest.json") == [2, 3])
    #expect(try storage.names() == ["manifest.json"])
  }

  @Test func unfinishedFilesDisappear() throws {
    try storage.create("gone").abandon()
    _ = try storage.create("forgotten")
    #expect(try storage.names() == [])
  }

  @Test func namesAscendBytewise() throws {
    for name in ["é", "b", "B", "a10", "a9"] { try make(name, []) }
    #expect(try storage.names() == ["B", "a10", "a9", "b", "é"])
  }

  @Test(arguments: ["", ".", "..", "../x", "a/b", "a\0b"]) func badNamesAreRefused(_ name: String) {
    let errors = [
      productError { _ = try storage.create(name) }, productError { try storage.remove(name) },
      productError { _ = try storage.map(name) }, productError { try storage.replace(name, with: []) },
    ]
    #expect(errors.map { $0?.code } == [.indexInvalid, .indexInvalid, .indexInvalid, .indexInvalid])
  }

  @Test func missingFoldersReadAsEmpty() throws {
    let storage = try FolderStorage(path: folder.path("none"), creating: false)
    #expect(try storage.names() == [])
    #expect(try storage.read("x") == nil)
    let error = productError { _ = try storage.map("x.seg") }
    #expect(error?.code == .indexInvalid)
    #expect(error?.message.french.contains("none/x.seg") == true)
    #expect(error?.message.french.contains("passerelle index") == true)
  }

  @Test func aFileInTheWayOfTheFolderIsNamed() throws {
    try storage.replace("file", with: [1])
    let error = productError { _ = try FolderStorage(path: storage.path(of: "file")) }
    #expect(error?.message.english.contains("index/file") == true)
  }

  @Test func lockHasOneHolder() throws {
    var first = try storage.lock("lock")
    #expect(first != nil)
    #expect(try storage.lock("lock") == nil)
    #expect(storage.holder(of: "lock") == Int(ProcessInfo.processInfo.processIdentifier))
    first = nil
    #expect(storage.holder(of: "lock") == nil)
    #expect(try storage.lock("lock") != nil)
  }

  @Test func fullDisksAreSaidSo() {
    for number in [ENOSPC, EDQUOT] {
      let error = StorageFailure.error(.write, "x/t1.seg", number)
      #expect(error.code == .graphDiskFull)
      #expect(error.message.french.contains("x/t1.seg"))
    }
    let other = StorageFailure.error(.write, "x/t1.seg", EACCES)
    #expect(other.code == .indexInvalid)
    #expect(other.message.french.contains("x/t1.seg"))
  }
}
