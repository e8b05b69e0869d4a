import Foundation
import PasserelleCore
import PasserelleGraph
import PasserelleMatching
import PasserelleOntology
import PasserelleRendering
import PasserelleTestSupport
import Testing

@testable import Passerelle

/// A workspace with official lists, and without.
@Suite struct ReferenceTests {
  let fixture: WorkspaceFixture

  init() throws { fixture = try WorkspaceFixture() }

  private static let cpv = """
    code,fra_label,eng_label,parent
    45310000,Travaux d'équipement électrique,Electrical installation work,45300000
    45316110,Installation de matériel d'éclairage public,Installation of road lighting equipment,45316100

    """
  private static let communes = """
    insee_com,commune,lat,lng
    38053,Bourgoin-Jallieu,45.5863,5.2739
    69123,Lyon,45.758,4.835
    97411,Saint-Denis,-20.88,55.45
    93066,Saint-Denis,48.93,2.35

    """

  @discardableResult
  private func importLists(_ workspace: Workspace? = nil) throws -> ReferenceImportAnswer {
    try (workspace ?? fixture.open()).importReferences([
      try fixture.write("lists/cpv.csv", Self.cpv.utf8),
      try fixture.write("lists/communes.csv", Self.communes.utf8),
    ])
  }

  private func open(_ notice: ReferenceNotice) throws -> Workspace {
    _ = try fixture.open()
    let clock = TickingClock(StopFlag())
    var configuration = Workspace.Configuration(
      path: fixture.path, executableDirectory: fixture.folder.path("nowhere"),
      context: StageContext(clock: { clock.tick() }))
    configuration.notice = notice
    return try Workspace(configuration)
  }

  private func award(_ id: String, place: String = "38053") -> AwardRow {
    AwardRow(id, "Éclairage public").with {
      $0.cpv = "45316110"
      $0.place = place
    }
  }

  private func match(
    _ workspace: Workspace, _ text: String, place: String? = nil
  ) throws -> RecordedAnswer {
    var request = MatchRequest()
    request.place = place
    request.codes = [try #require(CPVCode(digits: "45316110"))]
    return try workspace.recordedMatch(
      document: MemoryByteSource(text.utf8), file: "besoin.md", request: request, language: .french)
  }

  @Test func theImportIsBalancedInTheLedgerAndIdempotent() throws {
    let answer = try importLists()
    #expect(answer.rows == (6, 6, 0) && answer.lists.map(\.id) == ["communes", "cpv"])
    #expect(answer.lists.map(\.outcome) == ["added", "added"])
    let again = try importLists()
    #expect(again.lists.map(\.outcome) == ["unchanged", "unchanged"])
    let workspace = try fixture.open()
    #expect(try workspace.runs().map(\.verb) == ["reference import", "reference import"])
    let lists = try workspace.referenceLists()
    #expect(lists.map(\.id) == ["communes", "cpv"] && lists.map(\.codes) == [4, 2])
    #expect(lists.allSatisfy { $0.isSound && $0.hash.utf8.count == 64 })
    #expect(try workspace.isSound())
    let detail = try #require(try workspace.examine().first { $0.key == "references" }).detail
    #expect(detail.english == "2 lists: communes (4), cpv (2)")
  }

  @Test func evidenceIsNamedByTheImportedLists() throws {
    _ = try fixture.open().ingest([try fixture.write("a.json", [award("L1")])])
    let before = ReferenceNotice()
    let approximate = try match(open(before), "# Éclairage public\n\nLanternes.\n").answer
    let vague = try #require(approximate.vendors.first?.evidence.first)
    #expect(vague.cpv?.contains("≈") == true && vague.place == "Isère (38)")
    let told = try #require(before.text)
    #expect(told.french.contains("≈") && told.french.contains("communes sans nom"))
    #expect(told.english.contains("reference import") && told.english.contains("without a name"))
    try importLists()
    let after = ReferenceNotice()
    let exact = try match(open(after), "# Éclairage public\n\nLanternes.\n").answer
    let evidence = try #require(exact.vendors.first?.evidence.first)
    #expect(evidence.cpv == "45316110 Installation de matériel d'éclairage public")
    #expect(evidence.place == "Bourgoin-Jallieu, Isère (38)")
    #expect(after.text == nil)
    try fixture.open().removeReferences(["communes", "cpv"])
    let back = try match(fixture.open(), "# Éclairage public\n\nLanternes.\n").answer
    #expect(JSONRenderer.data(back.structured) == JSONRenderer.data(approximate.structured))
  }

  /// A commune that the product does not have is placed by its own point, so that distances are its own.
  @Test func distancesAreThoseOfTheCommune() throws {
    let notice = ReferenceNotice()
    _ = try fixture.open().ingest([try fixture.write("a.json", [award("L1")])])
    let without = try match(open(notice), "# Éclairage\n", place: "38053").answer
    #expect(notice.text?.english.contains("distances from the department") == true)
    try importLists()
    let ontology = try fixture.open().ontology
    let position = ontology.places.position(of: .init(coarse: "38", fine: "38053"))
    #expect(position?.latitude == 45.5863)
    #expect(ontology.places.position(of: .init(coarse: "38", fine: "38999")) != nil)
    #expect(ontology.places.position(of: .init(coarse: "Portugal, Lisboa")) == nil)
    #expect(
      try match(fixture.open(), "# Éclairage\n", place: "38053").answer.vendors.count == without.vendors.count
    )
  }

  @Test(arguments: [
    ("Ville de Bourgoin-Jallieu", "38053"), ("Lieu d’exécution : Bourgoin Jallieu (Isère)", "38053"),
    ("Commune de Saint-Denis", nil), ("Commune de Nulle-Part", nil), ("Éclairage", nil),
  ])
  func aNeedThatNamesItsCommuneIsPlaced(line: String, code: String?) throws {
    try importLists()
    let workspace = try fixture.open()
    let text = "# Éclairage public\n\n\(line).\n"
    var stated = try NeedDocument(iris: IRISpace()).need(Array(text.utf8), file: "b.md")
    #expect(stated.need.place == nil)
    NeedPlace(workspace.ontology).complete(&stated, MatchRequest())
    #expect(stated.need.place?.fine == code)
    // In a department that is known, its own commune is meant.
    if line.contains("Saint-Denis") {
      stated.need.place = .init(coarse: "974")
      NeedPlace(workspace.ontology).complete(&stated, MatchRequest())
      #expect(stated.need.place?.fine == "97411")
    }
  }

  /// Lists name and place; documents and the catalogue are made of the product's own, so that none is made anew.
  @Test func listsChangeNoDerivedFile() throws {
    _ = try fixture.open().ingest([
      try fixture.write("a.json", [award("L1"), award("L2", place: "69123")]),
      Repository.pipelineCase("modalities.jsonl"),
    ])
    let before = try fixture.files().filter { $0.name.hasPrefix("segments/") }
    try importLists()
    _ = try match(fixture.open(), "# Éclairage public\n")
    #expect(try fixture.open().titles("éclairage").count { $0 == "Éclairage public" } == 2)
    let after = try fixture.files().filter { $0.name.hasPrefix("segments/") }
    #expect(before.map(\.name) == after.map(\.name) && before.map(\.bytes) == after.map(\.bytes))
    #expect(try fixture.open().index() == 0)
  }

  /// A record is computed again with the lists that it used, whatever is in place now.
  @Test func aRecordReplaysWithItsLists() throws {
    let rows = (0..<6).map { award("L\($0)", place: $0 % 2 == 0 ? "38053" : "69123") }
    _ = try fixture.open().ingest([try fixture.write("a.json", rows)])
    let need = "# Éclairage public\n\nVille de Bourgoin-Jallieu.\n"
    _ = try match(fixture.open(), need)
    try importLists()
    _ = try match(fixture.open(), need)
    #expect(try fixture.open().matchRunDetail("M2").parameters.contains("\"references\":{\"communes\":"))
    #expect(try !fixture.open().matchRunDetail("M1").parameters.contains("references"))
    for number in ["M1", "M2"] { #expect(try fixture.open().replay(number).isIdentical) }
    let other = Self.communes.replacing("Bourgoin-Jallieu", with: "Bourgoin").replacing(
      "45.5863", with: "44.9")
    _ = try fixture.open().importReferences([try fixture.write("lists/communes.csv", other.utf8)])
    for number in ["M1", "M2"] { #expect(try fixture.open().replay(number).isIdentical) }
    try fixture.open().removeReferences(["communes", "cpv"])
    for number in ["M1", "M2"] { #expect(try fixture.open().replay(number).isIdentical) }
    // Where the files are gone the replay says so.
    for file in try FileManager.default.contentsOfDirectory(atPath: fixture.path + "/reference") {
      try FileManager.default.removeItem(atPath: fixture.path + "/reference/" + file)
    }
    let replay = try fixture.open().replay("M2")
    #expect(!replay.isIdentical && replay.missingLists == ["communes", "cpv"])
    #expect(replay.text(.english).contains { $0.contains("communes, cpv") })
  }

  @Test func damagedListsLeaveTheOwnOnesAndAreTold() throws {
    try importLists()
    let folder = fixture.path + "/reference/"
    for file in try FileManager.default.contentsOfDirectory(atPath: folder) where file.hasSuffix(".list") {
      try Data("rien".utf8).write(to: URL(fileURLWithPath: folder + file))
    }
    let workspace = try fixture.open()
    #expect(workspace.ontology.label(ofCode: "69123", in: "communes")?.french == "Lyon")
    #expect(try !workspace.isSound())
    #expect(try workspace.referenceLists().allSatisfy { !$0.isSound })
    try Data("rien".utf8).write(to: URL(fileURLWithPath: folder + "manifest.json"))
    let worse = try fixture.open()
    #expect(worse.ontology.label(ofCode: "69123", in: "communes")?.french == "Lyon")
    #expect(try !worse.isSound())
    #expect(throws: PasserelleError.self) { try worse.referenceLists() }
  }

  @Test func anUnknownListIsNotRemoved() throws {
    try importLists()
    #expect(code { try fixture.open().removeReferences(["communes", "nothing"]) } == .entityNotFound)
    #expect(try fixture.open().referenceLists().count == 2)
  }

  @Test func anotherWriterIsWaitedFor() throws {
    let workspace = try fixture.open()
    let lock = try WorkspaceLock(path: fixture.path + "/lock")
    #expect(code { try importLists(workspace) } == .workspaceLocked)
    withExtendedLifetime(lock) {}
  }
}
