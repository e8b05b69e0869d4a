import Foundation
import Passerelle
import PasserelleCore
import Testing

@Suite struct ExportFileTests {
  private struct Broken: Error {}

  private static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  /// The unfinished files that are left.
  private static func leftovers(_ fixture: WorkspaceFixture) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: fixture.input("")).filter { $0.hasSuffix(".part") }
  }

  @Test func aCompressedFileOpensToTheBytesOfThePlainOne() throws {
    let fixture = try WorkspaceFixture()
    let workspace = try fixture.open()
    let source = try fixture.write("a.json", AwardRow.many(30))
    _ = try workspace.ingest([source])
    let (plain, packed) = (fixture.input("out.ndjson"), fixture.input("out.ndjson.gz"))
    for path in [plain, packed] {
      let balance = try DocumentFile.write(to: path, stopFlag: StopFlag()) { body in
        try workspace.export(ExportRequest(.ndjson), language: .english, body)
      }
      #expect(balance.written == 30)
    }
    #expect(try Self.bytes(packed).starts(with: [0x1F, 0x8B]))
    #expect(try Self.bytes(packed).count < Self.bytes(plain).count / 2)
    let opened = Process()
    opened.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    opened.arguments = ["gzip", "-dc", packed]
    let output = Pipe()
    opened.standardOutput = output
    try opened.run()
    let unpacked = try output.fileHandleForReading.readToEnd() ?? Data()
    opened.waitUntilExit()
    #expect(opened.terminationStatus == 0)
    #expect(try Array(unpacked) == Self.bytes(plain))
    let converted = fixture.input("out.jsonld.gz")
    try DocumentFile.write(to: converted, stopFlag: StopFlag()) { body in
      _ = try Conversion().convert(source, to: .jsonld, told: { _ in }, body)
    }
    // Read back, compressed, by the program itself.
    let other = try WorkspaceFixture()
    #expect(try other.open().load([converted]).report.added == 30)
  }

  @Test(arguments: ["kept.json", "kept.json.gz"]) func halfAFileNeverTakesTheName(_ name: String) throws {
    let fixture = try WorkspaceFixture()
    let path = try fixture.write(name, "before".utf8)
    let piece = [UInt8](repeating: 0x61, count: 100_000)
    #expect(throws: Broken.self) {
      try DocumentFile.write(to: path, stopFlag: StopFlag()) { body in
        _ = try body(piece)
        throw Broken()
      }
    }
    let flag = StopFlag()
    var goesOn: [Bool] = []
    try DocumentFile.write(to: path, stopFlag: flag) { body in
      goesOn.append(try body(piece))
      flag.stop()
      goesOn.append(try body(piece))
    }
    #expect(goesOn == [true, false])
    #expect(try Self.bytes(path) == Array("before".utf8))
    #expect(try Self.leftovers(fixture).isEmpty)
  }

  @Test func aFullDiskIsToldOf() throws {
    var codes: [PasserelleError.Code] = []
    do {
      try DocumentFile.write(to: "/dev/full", stopFlag: StopFlag()) { body in
        _ = try body([UInt8](repeating: 0x61, count: 100_000))
      }
    } catch let error as PasserelleError {
      codes.append(error.code)
    }
    #expect(codes == [.outputUnwritable])
    #expect(FileManager.default.fileExists(atPath: "/dev/full"), "a device is no file to replace")
  }

  @Test(arguments: ["a.json", "a.json.gz"]) func theNameGivenIsTheOneToldOf(_ name: String) throws {
    let fixture = try WorkspaceFixture()
    let path = fixture.input("missing/" + name)
    var errors: [PasserelleError] = []
    do {
      try DocumentFile.write(to: path, stopFlag: StopFlag()) { _ = try $0([0x61]) }
    } catch let error as PasserelleError {
      errors.append(error)
    }
    #expect(errors.map(\.code) == [.outputUnwritable])
    #expect(errors.first?.location?.file == path)
    #expect(errors.first?.message.english.contains(".part") == false)
  }

  @Test func aLinkKeepsPointing() throws {
    let fixture = try WorkspaceFixture()
    let target = try fixture.write("target.json", "before".utf8)
    let link = fixture.input("link.json")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
    try DocumentFile.write(to: link, stopFlag: StopFlag()) { _ = try $0(Array("after".utf8)) }
    #expect(try Self.bytes(target) == Array("after".utf8))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == target)
  }
}
