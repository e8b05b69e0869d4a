import Foundation
import PasserelleArchive
import PasserelleCore
import PasserelleOntology
import PasserelleTestSupport
import Testing

@testable import PasserellePipeline

/// Official lists as files of a workspace.
@Suite struct ReferenceImporterTests {
  let fixture: PipelineFixture

  init() throws { fixture = try PipelineFixture() }

  private var path: String { fixture.folder.path("reference") }

  private static let communes = """
    insee_com,commune,commune_type,lat,lng,population_2021
    38185,Grenoble,COM,45.18,5.72,158000
    01015,Arbignieu,COMD,45.7,5.6,667
    01015,Arboys en Bugey,COM,45.71,5.61,700
    01015,Arboys en Bugey,COM,45.71,5.61,700
    69123,Lyon,COM,45.75,4.85,
    97411,Saint-Denis,COM,-20.88,55.45,150000
    93066,Saint-Denis,COM,48.93,2.35,110000

    """

  private func run(
    _ files: [String: String], stopping: Bool = false, months: Int = 36, at instant: Int64 = 0,
    edition: String = ""
  ) throws -> ReferenceReport {
    var paths: [String] = []
    for (name, text) in files.sorted(by: { $0.key < $1.key }) {
      paths.append(try fixture.write("in/" + name, text))
    }
    let flag = StopFlag()
    if stopping { flag.stop() }
    var options = ReferenceImporter.Options()
    options.retentionMonths = months
    options.edition = edition
    let importer = ReferenceImporter(
      folder: try ReferenceFolder(path: path), options: options,
      context: StageContext(
        clock: { Instant(milliseconds: 1_700_000_000_000 + instant * 86_400_000) }, stopFlag: flag),
      quarantine: Quarantine(path: fixture.quarantinePath))
    return try importer.run(InputFiles.expand(paths) { _ in false })
  }

  private func library() throws -> ReferenceLibrary {
    try #require(try ReferenceFolder(path: path).library())
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }

  @Test func aListIsReadBackAsItWas() throws {
    let report = try run(["communes.csv": Self.communes])
    #expect(report.rowsIn == 7 && report.stored == 7 && report.isBalanced)
    #expect(report.lists.map(\.outcome) == ["added"] && report.lists.first?.codes == 5)
    let list = try #require(try library().list("communes"))
    #expect(list.isImported && list.parentList == "departements" && list.label.english == "French communes")
    #expect(list.entries.map(\.code) == ["01015", "38185", "69123", "93066", "97411"])
    let entry = try #require(list.entry(code: "01015"))
    #expect(entry.label.french == "Arboys en Bugey" && entry.alternatives == ["Arbignieu"])
    #expect(entry.population == 700 && entry.parent == "01")
    #expect(entry.point == GeographicPoint(latitude: 45.71, longitude: 5.61))
    #expect(list.entry(code: "69123")?.population == nil)
    #expect(list.label(ofCode: "38185")?.french == "Grenoble")
    #expect(list.point(ofCode: "38185")?.latitude == 45.18)
    for absent in ["", "0", "38184", "99999", "97412"] { #expect(list.entry(code: absent) == nil) }
    #expect(list.entry(writtenAs: "ARBIGNIEU")?.code == "01015")
    #expect(list.entries(writtenAs: "saint denis").map(\.code) == ["93066", "97411"])
    #expect(list.entries(writtenAs: "nulle part").isEmpty)
  }

  /// The look-up against a dictionary, over codes of every length.
  @Test func everyCodeIsFound() throws {
    var random = SystemRandomNumberGenerator()
    var names: [String: String] = [:]
    for number in 0..<800 {
      names[String(UInt64.random(in: 0..<100_000_000, using: &random), radix: 16)] = "Nom \(number % 90)"
    }
    let rows = names.map { "\($0.key),\($0.value),Name \($0.key)\n" }.joined()
    let report = try run(["other.csv": "code,fra_label,por_label\n" + rows])
    #expect(report.stored == names.count && report.refused == 0)
    let id = try #require(try library().ids.first)
    let list = try #require(try library().list(id))
    #expect(list.entries.count == names.count)
    let wrong = names.filter { list.label(ofCode: $0.key)?.french != $0.value }
    #expect(wrong.isEmpty)
    let codes = list.entries.map(\.code)
    #expect(codes == codes.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    let one = try #require(codes.first)
    #expect(list.entries.first?.alternatives == [])
    #expect(list.name(ofCode: one, language: "pt") == "Name " + one)
    #expect(list.name(ofCode: one, language: "sv") == nil)
    #expect(list.name(ofCode: one, language: "fr") == names[one])
  }

  @Test func aSecondImportChangesNothing() throws {
    _ = try run(["communes.csv": Self.communes])
    let before = try names()
    let again = try run(["communes.csv": Self.communes], at: 40)
    #expect(again.lists.map(\.outcome) == ["unchanged"] && !again.hasChanged)
    #expect(try names() == before)
    #expect(try library().rows.first?.imported == Instant(milliseconds: 1_700_000_000_000))
  }

  /// A former edition stays for the records that used it, and goes when they are gone.
  @Test func aFormerEditionIsKeptForItsTime() throws {
    _ = try run(["communes.csv": Self.communes])
    let former = try #require(try library().rows.first)
    let newer = Self.communes.replacing("Grenoble", with: "Grenoble-Ville")
    #expect(try run(["communes.csv": newer], months: 1, at: 1).lists.map(\.outcome) == ["changed"])
    #expect(try library().list("communes")?.label(ofCode: "38185")?.french == "Grenoble-Ville")
    let (old, missing) = try ReferenceFolder(path: path).library(of: ["communes": former.hash, "cpv": "00"])
    #expect(missing == ["cpv"])
    #expect(old.list("communes")?.label(ofCode: "38185")?.french == "Grenoble")
    _ = try run(["regions.csv": "insee_reg,region\n84,Auvergne\n"], months: 1, at: 60)
    #expect(try ReferenceFolder(path: path).library(of: ["communes": former.hash]).missing == ["communes"])
    #expect(try !names().contains { $0.hasPrefix("communes-" + former.hash.prefix(16)) })
    #expect(try library().ids == ["communes", "regions"])
  }

  @Test func removalLeavesTheOthers() throws {
    _ = try run(["communes.csv": Self.communes, "regions.csv": "insee_reg,region\n84,Auvergne\n"])
    try ReferenceFolder(path: path).remove(
      ["communes"], at: Instant(milliseconds: 1_700_000_000_000), keepingFormer: 1)
    #expect(try library().ids == ["regions"])
    #expect(try library().list("communes") == nil)
  }

  @Test func aStopLeavesTheListsBefore() throws {
    _ = try run(["communes.csv": Self.communes])
    let before = try names()
    let stopped = try run(["communes.csv": "insee_com,commune\n38185,Autre\n"], stopping: true)
    #expect(stopped.isInterrupted && stopped.lists.isEmpty)
    #expect(try names() == before)
  }

  /// Between the files and the manifest: what was written of the new lists goes again.
  @Test func aStopBeforeTheLastStepLeavesTheListsBefore() throws {
    _ = try run(["communes.csv": Self.communes])
    let before = try names()
    var change = ReferenceFolder.Change(
      instant: Instant(milliseconds: 1_700_000_000_001), keptSince: Instant(milliseconds: 0))
    let info = ReferenceListInfo(id: "x", label: LocalizedText(verbatim: "x"), source: "")
    let entry = CodeList.Entry(code: "1", label: LocalizedText(verbatim: "un"))
    change.lists = [(info, [ReferenceItem(entry: entry)], "")]
    var asked = 0
    let outcome = try ReferenceFolder(path: path).apply(change) {
      asked += 1
      return asked == 2
    }
    #expect(outcome == nil && asked == 2)
    #expect(try names() == before)
  }

  @Test func aDamagedListIsAsOneThatIsNotThere() throws {
    _ = try run(["communes.csv": Self.communes])
    let file = try #require(try names().first { $0.hasSuffix(".list") })
    var bytes = try #require(FileManager.default.contents(atPath: path + "/" + file))
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: URL(fileURLWithPath: path + "/" + file))
    let library = try library()
    #expect(library.list("communes") == nil && library.damaged == ["communes"] && library.used.isEmpty)
    #expect(throws: PasserelleError.self) { try library.verified(library.rows[0]) }
    #expect(try run(["communes.csv": Self.communes]).lists.map(\.outcome) == ["changed"])
    #expect(try self.library().list("communes")?.entries.count == 5)
  }

  @Test func rowsThatContradictEachOtherAreRefused() throws {
    let report = try run([
      "cpv.csv": "code,fra_label\n45000000,Travaux\n45000000,Autre chose\n45000000,Travaux\n,Rien\n"
    ])
    #expect(report.rowsIn == 4 && report.stored == 2 && report.refused == 2 && report.isBalanced)
    #expect(report.counts["reference.repeatedCode"] == 1 && report.counts["reference.noCode"] == 1)
    #expect(fixture.quarantined.count == 2)
    #expect(try library().list("cpv")?.label(ofCode: "45000000")?.french == "Travaux")
  }

  @Test func twoFilesOfOneListAreJoined() throws {
    let report = try run([
      "a.csv": "code,fra_label\nFR1,Île-de-France\n",
      "b.csv": "code,fra_label,ita_label\nFR1,Ile de France,Isola\nFR2,Bassin\n",
    ])
    #expect(report.refused == 1, "the last row lacks a field")
    #expect(report.counts["reference.conflict"] == 1)
    let list = try #require(try library().list("nuts"))
    #expect(list.label(ofCode: "FR1")?.french == "Île-de-France")
    #expect(list.entry(code: "FR1")?.alternatives == ["Ile de France"])
    #expect(list.name(ofCode: "FR1", language: "it") == "Isola")
  }

  @Test func filesThatAreNoListsArePassedOverOrTold() throws {
    try fixture.write("folder/notes.txt", "rien")
    try fixture.write("folder/empty.csv", "")
    try fixture.write("folder/regions.csv", "insee_reg,region\n84,Auvergne\n")
    var errors: [PasserelleError.Code] = []
    let importer = ReferenceImporter(
      folder: try ReferenceFolder(path: path), options: .init(), context: fixture.context,
      quarantine: Quarantine(path: fixture.quarantinePath))
    importer.onFileError = { errors.append($0.code) }
    let explicit = fixture.folder.path("folder/notes.txt")
    let report = try importer.run(
      InputFiles.expand([explicit, fixture.folder.path("folder")]) { _ in false })
    #expect(report.filesRead == 1 && report.filesPassed == 1 && report.filesFailed == 1)
    #expect(errors == [.inputUnknownFormat])
    #expect(report.counts == ["file.unreadable": 1, "reference.passedOver": 1])
  }

  @Test func listsAreReadOutOfArchives() throws {
    let bytes = try ZIPWriter.data([
      ArchiveEntry(path: "insee/communes.csv", bytes: Array(Self.communes.utf8)),
      ArchiveEntry(path: "insee/notes.txt", bytes: Array("rien".utf8)),
      ArchiveEntry(path: "__MACOSX/._communes.csv", bytes: [0]),
      ArchiveEntry(path: "regions.csv", bytes: Array("insee_reg,region\n84,Auvergne\n".utf8)),
    ])
    let path = fixture.folder.path("listes.zip")
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    try Data(bytes.dropLast(30)).write(to: URL(fileURLWithPath: fixture.folder.path("coupe.zip")))
    func importer() throws -> ReferenceImporter {
      ReferenceImporter(
        folder: try ReferenceFolder(path: self.path), options: .init(), context: fixture.context,
        quarantine: Quarantine(path: fixture.quarantinePath))
    }
    let report = try importer().run(InputFiles.expand([path]) { _ in false })
    #expect(report.lists.map(\.id) == ["communes", "regions"] && report.isBalanced)
    #expect(report.filesRead == 2 && report.filesPassed == 1 && report.filesFailed == 0)
    let cut = try importer().run(InputFiles.expand([fixture.folder.path("coupe.zip")]) { _ in false })
    #expect(cut.filesFailed == 1 && cut.counts["archive.truncated"] == 1)
    #expect(try library().ids == ["communes", "regions"])
  }

  /// Codes that come again are told once a list, with how often.
  @Test func repeatedCodesAreToldOnce() throws {
    let report = try run(["communes.csv": Self.communes])
    let told = report.diagnostics.filter { $0.code.name == "reference.repeated" }
    #expect(told.map(\.field) == ["communes"] && told.map(\.value) == ["1"])
  }

  @Test func nothingIsOpenedBeforeItIsAskedFor() throws {
    #expect(try ReferenceFolder(path: path).library() == nil)
    _ = try run(["communes.csv": Self.communes], edition: "2024")
    let library = try library()
    #expect(library.used.isEmpty && library.rows.map(\.edition) == ["2024"])
    _ = library.list("communes")
    #expect(library.used == ["communes": library.rows[0].hash])
  }
}

/// The full list of procurement codes, where the shared data are.
@Suite struct ReferenceSharedDataTests {
  static let file: String? = {
    let shared = ProcessInfo.processInfo.environment["PASSERELLE_SHARED"] ?? "../shared"
    let path = shared + "/data/vocab/cpv/cpv_2008_multilingual.csv"
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }()

  @Test(.enabled(if: file != nil, "no real data under PASSERELLE_SHARED"))
  func allCodesOfProcurementAreKept() throws {
    let folder = try TemporaryFolder()
    let importer = ReferenceImporter(
      folder: try ReferenceFolder(path: folder.path("reference")), options: .init(),
      context: StageContext(clock: { Instant(milliseconds: 0) }),
      quarantine: Quarantine(path: folder.path("quarantine.ndjson")))
    let report = try importer.run(InputFiles.expand([try #require(Self.file)]) { _ in false })
    #expect(report.rowsIn == 9454 && report.stored == 9454 && report.refused == 0)
    let list = try #require(try ReferenceFolder(path: folder.path("reference")).library()?.list("cpv"))
    #expect(list.entries.count == 9454)
    #expect(list.label(ofCode: "45316110")?.french == "Installation de matériel d'éclairage public")
    #expect(
      list.name(ofCode: "45316110", language: "pt")
        == "Instalação de dispositivos para iluminação de estradas")
    let without = list.entries.filter { $0.label.french.isEmpty || $0.label.english.isEmpty }
    #expect(without.isEmpty)
  }
}
