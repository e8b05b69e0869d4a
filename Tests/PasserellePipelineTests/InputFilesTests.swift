import Foundation
import Glibc
import PasserelleCore
import PasserellePipeline
import PasserelleTestSupport
import Testing

@Suite struct InputFilesTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for name in ["d/b.json", "d/a.json", "d/é.json", "d/B.json", "d/sub/c.json", "d/.hidden", "d/skip.me"] {
      let path = folder.path(name)
      try FileManager.default.createDirectory(
        atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try Data(name.utf8).write(to: URL(fileURLWithPath: path))
    }
  }

  private func names(_ paths: [String]) throws -> [String] {
    try InputFiles.expand(paths) { $0 == "skip.me" }.map { file in
      file.path.hasPrefix(folder.path("")) ? String(file.path.dropFirst(folder.path("").count)) : file.path
    }
  }

  @Test func foldersAreWalkedInTheOrderOfBytes() throws {
    let names = try names([folder.path("d")]).map { $0.split(separator: "/").last.map(String.init) ?? "" }
    #expect(names == ["B.json", "a.json", "b.json", "c.json", "é.json"])
  }

  @Test func aNamedFileIsReadWhateverItsNameAndOnce() throws {
    let files = try InputFiles.expand(
      [
        folder.path("d/skip.me"), folder.path("d/b.json"), folder.path("d"), folder.path("d/b.json"), "-",
        "-",
      ]
    ) { $0 == "skip.me" }
    #expect(files.map(\.isExplicit) == [true, true, false, false, false, false, true])
    #expect(files.map(\.path).prefix(2) == [folder.path("d/skip.me"), folder.path("d/b.json")])
    #expect(files.last?.isStandardInput == true)
    #expect(files.last?.size == nil)
    #expect(files.first?.size == 9)
  }

  @Test func aTrailingSlashChangesNothing() throws {
    let plain = try InputFiles.expand([folder.path("d")]) { _ in false }
    let slashed = try InputFiles.expand([folder.path("d") + "/"]) { _ in false }
    #expect(plain.count == 6)
    #expect(plain.map(\.size) == slashed.map(\.size))
    #expect(slashed.allSatisfy { !$0.path.contains("//") })
  }

  @Test func aMissingPathIsRefused() {
    #expect(code { _ = try InputFiles.expand([folder.path("absent")]) { _ in false } } == .inputNotFound)
  }

  /// Links that lead back to a folder above would be walked up to forty times, or without end where two do.
  @Test(.timeLimit(.minutes(1))) func linksToFoldersAboveAreWalkedOnce() throws {
    for name in ["loop", "other"] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.path("d/sub/" + name), withDestinationPath: folder.path("d"))
    }
    #expect(try names([folder.path("d")]).count == 5)
  }

  /// What a folder lists and cannot be read must be told of, not passed over.
  @Test func aDanglingLinkAndANameThatIsNoUTF8AreKeptToBeToldOf() throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("d/perdu.json"), withDestinationPath: folder.path("nulle-part"))
    let latin = Array(folder.path("d/caf").utf8) + [0xE9, 0x2E, 0x6A, 0x73, 0x6F, 0x6E, 0]
    let descriptor = latin.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        open($0.baseAddress.unsafelyUnwrapped, O_CREAT | O_WRONLY, 0o644)
      }
    }
    #expect(descriptor >= 0)
    close(descriptor)
    let files = try names([folder.path("d")])
    #expect(files.count == 7)
    #expect(files.contains { $0.hasSuffix("perdu.json") })
    #expect(files.contains { $0.contains("caf\u{FFFD}") })
  }
}
