import Foundation
import Passerelle
import PasserelleCore
import Testing

@Suite struct ConversionFaultsTests {
  private static func convert(
    _ path: String, _ form: ConversionForm = .json, stopFlag: StopFlag = StopFlag()
  ) throws -> (text: String, balance: ExportBalance, told: [Diagnostic]) {
    var bytes: [UInt8] = []
    var told: [Diagnostic] = []
    let balance = try Conversion().convert(path, to: form, stopFlag: stopFlag, told: { told.append($0) }) {
      bytes += $0
      return true
    }
    return (String(decoding: bytes, as: UTF8.self), balance, told)
  }

  /// A folder of a table without mapping between two files of awards.
  private static func folder(_ fixture: WorkspaceFixture) throws -> String {
    _ = try fixture.write("mixed/a.json", AwardRow.many(2))
    _ = try fixture.write("mixed/b.csv", "numéro;objet\n1;voirie\n".utf8)
    _ = try fixture.write("mixed/c.json", [AwardRow("last", "dernier")])
    return fixture.input("mixed")
  }

  @Test(arguments: [ConversionForm.json, .turtle, .jsonld])
  func theOtherFilesOfAFolderAreTurned(_ form: ConversionForm) throws {
    let fixture = try WorkspaceFixture()
    let (text, balance, told) = try Self.convert(try Self.folder(fixture), form)
    #expect(balance.records == 3 && balance.written == 3 && balance.leftOut == 0)
    #expect(balance.unreadable == 1)
    #expect(text.contains("dernier"))
    let faults = told.filter { $0.code.name == "export.unreadable" }
    #expect(faults.count == 1 && faults.first?.location.file.hasSuffix("/b.csv") == true)
    #expect(balance.lines(.english).contains("Files that cannot be read: 1."))
  }

  @Test func aFileCutShortGivesWhatStandsBefore() throws {
    let fixture = try WorkspaceFixture()
    let path = try Self.folder(fixture)
    let packed = path + "/d.json.gz"
    try DocumentFile.write(to: packed, stopFlag: StopFlag()) {
      _ = try $0(Array(AwardRow.file(AwardRow.many(900)).utf8))
    }
    let whole = try Data(contentsOf: URL(fileURLWithPath: packed))
    try whole.prefix(whole.count - 64).write(to: URL(fileURLWithPath: packed))
    let (_, balance, told) = try Self.convert(path)
    #expect(balance.unreadable == 2)
    #expect(balance.written > 3)
    #expect(told.contains { $0.location.file.contains("/d.json.gz") && $0.code.name == "export.unreadable" })
  }

  @Test func theOnlyFileIsAFailure() throws {
    let fixture = try WorkspaceFixture()
    let path = try Self.folder(fixture)
    for name in [path + "/b.csv", path] {
      if name == path {
        for other in ["a.json", "c.json"] { try FileManager.default.removeItem(atPath: path + "/" + other) }
      }
      var code: PasserelleError.Code?
      do {
        _ = try Self.convert(name)
      } catch let error as PasserelleError {
        code = error.code
      }
      #expect(code == .mappingInvalid, "\(name)")
    }
  }

  @Test func anArrestIsNoFailure() throws {
    let fixture = try WorkspaceFixture()
    let flag = StopFlag()
    flag.stop()
    let (_, balance, told) = try Self.convert(try Self.folder(fixture), stopFlag: flag)
    #expect(balance.written == 0 && told.isEmpty)
  }
}
