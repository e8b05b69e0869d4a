import Foundation
import Passerelle
import PasserelleCore
import Testing

@Suite struct IngestionTests {
  let fixture: WorkspaceFixture

  init() throws { fixture = try WorkspaceFixture() }

  @Test func theReportBalancesAndIsKeptInLedgerAndFile() throws {
    let workspace = try fixture.open()
    let answer = try workspace.ingest([Repository.root + "/Corpus/Cases/decp/refused.json"])
    #expect(answer.report.recordsIn == 6)
    #expect(answer.report.added == 2)
    #expect(answer.report.refused == 4)
    #expect(answer.report.isBalanced)
    let run = try #require(try workspace.runs().first)
    #expect(run.id == answer.run)
    #expect(run.verb == "ingest")
    #expect(run.status == "quarantined")
    #expect(try #require(run.finished) > run.started)
    let written = try #require(FileManager.default.contents(atPath: answer.reportPath))
    let report = try object(written)
    #expect(report["format"] as? String == "passerelle-run/1")
    #expect(report["status"] as? String == "quarantined")
    let records = try #require(report["records"] as? [String: Any])
    #expect(records["in"] as? Int == 6)
    #expect(records["refused"] as? Int == 4)
    #expect(records["balanced"] as? Bool == true)
    #expect(report["quarantine"] as? String == answer.quarantinePath)
    #expect(try workspace.diagnostics(ofRun: answer.run, code: "award.noBuyer").count == 2)
    let told = try #require(report["diagnostics"] as? [String: Int])
    #expect(try workspace.diagnostics(ofRun: answer.run).count == told.values.reduce(0, +))
  }

  @Test func aSecondRunStoresNothing() throws {
    let path = try fixture.write("a.json", AwardRow.many(30))
    let first = try fixture.open().ingest([path])
    #expect(first.report.added == 30)
    let hash = try fixture.open().storeHash()
    let workspace = try fixture.open()
    let second = try workspace.ingest([path])
    #expect(second.report.unchanged == 30)
    #expect(second.report.stored == 0)
    #expect(second.report.statements == 0)
    #expect(second.documentsIndexed == 0)
    #expect(try workspace.storeHash() == hash)
    #expect(try workspace.runs().map(\.status) == ["done", "done"])
  }

  @Test func aChangedRecordAddsAVersion() throws {
    let row = AwardRow("A1", "Réfection du pont")
    _ = try fixture.open().ingest([try fixture.write("a.json", [row])])
    let before = try fixture.reopen(later: 100)
    let answer = try before.ingest([try fixture.write("a.json", [row.with { $0.amount = 25_000 }])])
    #expect(answer.report.changed == 1)
    #expect(answer.report.added == 0)
    let workspace = try fixture.reopen(later: 200)
    let name = "essai/21690123100011/A1"
    let now = try workspace.dossier(of: name, language: .french)
    #expect(now.values(Vocabulary.amount) == ["25000"])
    #expect(now.versions.map(\.version) == [1, 2])
    let first = try #require(now.versions.first)
    let second = try #require(now.versions.last)
    #expect(first.superseded == second.ingested)
    #expect(second.superseded == nil)
    let past = Instant(milliseconds: second.ingested.milliseconds - 1)
    let then = try workspace.dossier(of: name, asOf: past, language: .french)
    #expect(then.values(Vocabulary.amount) == ["10000"])
    #expect(then.versions.map(\.version) == [1])
    let exact = try workspace.dossier(of: name, asOf: second.ingested, language: .french)
    #expect(exact.values(Vocabulary.amount) == ["25000"])
    let early = Instant(milliseconds: first.ingested.milliseconds - 1)
    #expect(code { _ = try workspace.dossier(of: name, asOf: early, language: .french) } == .entityNotFound)
  }

  @Test func theOrderOfFilesDoesNotMatterToTheStoreHash() throws {
    let rows = AwardRow.many(20)
    _ = try fixture.open().ingest([
      try fixture.write("a.json", Array(rows[..<12])), try fixture.write("b.json", Array(rows[12...])),
      Repository.pipelineCase("modalities.jsonl"),
    ])
    let other = try WorkspaceFixture()
    _ = try other.open().ingest([
      Repository.pipelineCase("modalities.jsonl"), try other.write("1.json", Array(rows[12...].reversed())),
      try other.write("2.json", Array(rows[..<12].reversed())),
    ])
    let hash = try fixture.open().storeHash()
    #expect(try other.open().storeHash() == hash)
    _ = try other.open().ingest([try other.write("3.json", [AwardRow("N0", "Autre chose")])])
    #expect(try other.open().storeHash() != hash)
  }

  @Test func refusedRecordsAreKeptByteForByte() throws {
    let file = Repository.root + "/Corpus/Cases/decp/refused.json"
    let latin = Repository.pipelineCase("latin-record.json")
    let answer = try fixture.open().ingest([file, latin])
    let path = try #require(answer.quarantinePath)
    let written = try #require(FileManager.default.contents(atPath: path))
    let kept = try String(decoding: written, as: UTF8.self)
      .split(separator: "\n").map { try object(Data($0.utf8)) }
    #expect(kept.count == answer.report.refused)
    #expect(kept.count == 5)
    for line in kept {
      let file = try #require(line["file"] as? String)
      let source = try #require(FileManager.default.contents(atPath: file))
      let bytes: Data
      if let text = line["content"] as? String {
        bytes = Data(text.utf8)
      } else {
        let base64 = try #require(line["contentBase64"] as? String)
        bytes = try #require(Data(base64Encoded: base64))
      }
      let range = try #require(source.range(of: bytes), "the bytes do not stand in the file")
      let offset = try #require(line["byteOffset"] as? Int)
      #expect(range.contains(offset), "the place told is in the record")
      #expect(try #require(line["codes"] as? [String]).isEmpty == false)
    }
    #expect(kept.last?["contentBase64"] != nil, "bytes that are not UTF-8 are kept as base64")
  }

  @Test func repeatedKeysAreToldApart() throws {
    let path = Repository.pipelineCase("repeated-keys.json")
    let answer = try fixture.open().ingest([path])
    #expect(answer.report.recordsIn == 4)
    #expect(answer.report.added == 3)
    #expect(answer.report.unchanged == 1)
    #expect(answer.report.diagnostics["record.repeated"] == 1)
    #expect(answer.report.diagnostics["record.sameKey"] == 1)
    let workspace = try fixture.open()
    let title = try workspace.dossier(of: "cas/21690123100011/K1", language: .french)
    #expect(title.values(Vocabulary.title) == ["Lot 1 : vannes"])
    let other = try workspace.dossier(of: "cas/21690123100011/K1~2", language: .french)
    #expect(other.values(Vocabulary.title) == ["Lot 2 : pompes"])
    let hash = try workspace.storeHash()
    let second = try fixture.open().ingest([path])
    #expect(second.report.stored == 0)
    #expect(second.report.unchanged == 4)
    #expect(try fixture.open().storeHash() == hash)
  }

  @Test func brokenJSONKeepsTheRecordsBefore() throws {
    let answer = try fixture.open().ingest([Repository.pipelineCase("broken-middle.json")])
    #expect(answer.report.added == 2)
    #expect(answer.report.refused == 1)
    #expect(answer.report.diagnostics["json.malformed"] == 1)
    #expect(answer.report.isBalanced)
    #expect(try fixture.open().titles("cassure").count == 2)
    #expect(try fixture.open().isSound())
  }

  @Test func invalidUTF8RefusesItsRecordOnly() throws {
    let answer = try fixture.open().ingest([Repository.pipelineCase("latin-record.json")])
    #expect(answer.report.added == 1)
    #expect(answer.report.refused == 1)
    #expect(answer.report.diagnostics["json.invalidUTF8"] == 1)
    #expect(try fixture.open().titles("réseau") == ["Réseau en UTF-8"])
    var options = IngestionOptions()
    options.encoding = "windows-1252"
    let latin = try fixture.write(
      "latin.json", AwardRow.file([AwardRow("L1", "Réseau ancien")]).unicodeScalars.map { UInt8($0.value) })
    #expect(try fixture.open().ingest([latin], options: options).report.added == 1)
    #expect(try fixture.open().titles("réseau ancien") { $0.filter.kinds = [.award] } == ["Réseau ancien"])
  }

  @Test(arguments: ["vide.json", "vide.jsonl", "vide.bin"])
  func anEmptyFileIsToldAsEmpty(_ name: String) throws {
    let answer = try fixture.open().ingest([
      try fixture.write(name, [UInt8]()), try fixture.write("a.json", AwardRow.many(1)),
    ])
    #expect(answer.fileErrors.map(\.code) == [.inputEmpty])
    #expect(answer.report.filesFailed == 1)
    #expect(answer.report.filesRead == 1)
    #expect(answer.report.added == 1)
  }

  @Test func aMissingPathStopsBeforeAnythingIsRecorded() throws {
    let workspace = try fixture.open()
    let path = try fixture.write("a.json", AwardRow.many(1))
    #expect(code { _ = try workspace.ingest([path, fixture.input("absent.json")]) } == .inputNotFound)
    #expect(try workspace.runs().isEmpty)
    #expect(try workspace.titles("voirie").isEmpty)
  }

  @Test func aFileOfUnknownTypeIsCountedAndTheOthersRead() throws {
    try fixture.write("d/a.json", AwardRow.many(2, prefix: "A"))
    try fixture.write("d/m.xyz", "rien de connu".utf8)
    try fixture.write("d/z.json", AwardRow.many(2, prefix: "Z"))
    try fixture.write("d/README.md", "pour les gens".utf8)
    let answer = try fixture.open().ingest([fixture.input("d")])
    #expect(answer.fileErrors.map(\.code) == [.inputUnknownFormat])
    #expect(answer.fileErrors.first?.location?.file == fixture.input("d/m.xyz"))
    #expect(answer.report.filesFailed == 1)
    #expect(answer.report.filesRead == 2)
    #expect(answer.report.added == 4)
    #expect(answer.report.diagnostics["file.unreadable"] == 1)
    let kept = try fixture.open().diagnostics(ofRun: nil, code: "file.unreadable")
    #expect(kept.map(\.location.file) == [fixture.input("d/m.xyz")])
  }

  @Test func aWrongEncodingOrFormatNameIsRefused() throws {
    let path = try fixture.write("a.json", AwardRow.many(1))
    var options = IngestionOptions()
    options.formatName = "pdf"
    let answer = try fixture.open().ingest([path], options: options)
    #expect(answer.fileErrors.map(\.code) == [.inputUnknownFormat])
    options.formatName = nil
    options.encoding = "klingon"
    #expect(try fixture.open().ingest([path], options: options).fileErrors.map(\.code) == [.inputEncoding])
    #expect(try fixture.open().dumped().isEmpty)
  }
}

extension Dossier {
  /// The texts of a relation of the thing itself.
  func values(_ relation: String) -> [String] {
    facts.filter { $0.relation == relation && $0.part.isEmpty }.map(\.text)
  }
}
