import Foundation
import PasserelleCore
import PasserelleGraph
import PasserelleTestSupport
import Testing

@testable import PasserellePipeline

@Suite struct IngestorTests {
  let fixture: PipelineFixture

  init() throws { fixture = try PipelineFixture() }

  private func titles() throws -> [String] {
    try fixture.store.read { reader in
      let predicate = try reader.identifiers(of: [.iri(Vocabulary.title)])[0]
      guard predicate.isBound else { return [] }
      return try reader.terms(of: reader.quads(QuadPattern(predicate: predicate)).map(\.object))
        .compactMap { $0?.lexicalForm }.sorted()
    }
  }

  @Test(arguments: [1, 2, 3, 7, 1000]) func theBatchSizeChangesNothing(_ size: Int) throws {
    let rows = (0..<7).map { PipelineFixture.row("R\($0)", "Objet \($0)") } + [#"{"id": "sans acheteur"}"#]
    let path = try fixture.write("a.json", PipelineFixture.file(rows))
    let report = try fixture.ingest([path]) { $0.batchSize = size }
    #expect(report.recordsIn == 8)
    #expect(report.added == 7)
    #expect(report.refused == 1)
    #expect(report.isBalanced)
    #expect(try titles() == (0..<7).map { "Objet \($0)" })
    #expect(fixture.quarantined.count == 1)
    let again = try fixture.ingest([path]) { $0.batchSize = size }
    #expect(again.unchanged == 7)
    #expect(again.statements == 0)
  }

  @Test func theSameKeyInTwoRunsIsAVersion() throws {
    _ = try fixture.ingest([
      try fixture.write("a.json", PipelineFixture.file([PipelineFixture.row("R", "Un")]))
    ])
    let report = try fixture.ingest([
      try fixture.write("b.json", PipelineFixture.file([PipelineFixture.row("R", "Deux")]))
    ])
    #expect(report.changed == 1)
    #expect(report.diagnostics["record.sameKey"] == nil)
    #expect(try titles() == ["Deux"])
  }

  @Test func aFileThatFailsDoesNotStopTheOthers() throws {
    let missing = InputFile(path: fixture.folder.path("parti.json"), size: 3, isExplicit: true)
    let good = try fixture.write("b.json", PipelineFixture.file([PipelineFixture.row("R", "Un")]))
    let run = try fixture.store.beginRun(verb: "test", at: fixture.tick())
    let ingestor = Ingestor(
      store: fixture.store, run: run, quarantine: Quarantine(path: fixture.quarantinePath), options: .init(),
      context: fixture.context)
    var failed: [PasserelleError.Code] = []
    ingestor.onFileError = { failed.append($0.code) }
    let report = try ingestor.ingest([missing] + InputFiles.expand([good]) { _ in false })
    #expect(failed == [.inputNotFound])
    #expect(report.filesFailed == 1)
    #expect(report.filesRead == 1)
    #expect(report.added == 1)
    let kept = try fixture.store.diagnostics(of: run, code: "file.unreadable", limit: 10)
    #expect(kept.map(\.value) == ["input.notFound"])
  }

  @Test func aStopAskedBeforehandReadsNothing() throws {
    let path = try fixture.write("a.json", PipelineFixture.file([PipelineFixture.row("R", "Un")]))
    fixture.flag.stop()
    let report = try fixture.ingest([path])
    #expect(report.isInterrupted)
    #expect(report.recordsIn == 0)
    #expect(try titles().isEmpty)
  }

  @Test func aQuarantineThatCannotBeWrittenStopsTheRunAndKeepsWhatWasFound() throws {
    let rows = [PipelineFixture.row("R", "Un", ", \"inconnu\": 1"), #"{"id": "sans acheteur"}"#]
    let path = try fixture.write("a.json", PipelineFixture.file(rows))
    try fixture.write("bloque", "")
    let run = try fixture.store.beginRun(verb: "test", at: fixture.tick())
    let ingestor = Ingestor(
      store: fixture.store, run: run, quarantine: Quarantine(path: fixture.folder.path("bloque/q.ndjson")),
      options: .init(), context: fixture.context)
    #expect(code { _ = try ingestor.ingest(InputFiles.expand([path]) { _ in false }) } == .outputUnwritable)
    #expect(try fixture.store.integrityFindings().isEmpty)
    let report = try fixture.ingest([path])
    #expect(report.added == 1)
    #expect(report.refused == 1)
  }

  @Test func aRecordRefusedByItsMappingGoesToQuarantine() throws {
    let mapping = """
      format: passerelle-csv-mapping/1
      source: cas
      separator: ";"
      fields:
        id: N
        title: Objet
        buyerSiret: Acheteur
      """
    try fixture.write("a.mapping.yaml", mapping)
    let path = try fixture.write("a.csv", "N;Objet;Acheteur\n1;Un;21690123100011\n;Deux;21690123100011\n")
    let report = try fixture.ingest([path])
    #expect(report.recordsIn == 2)
    #expect(report.added == 1)
    #expect(report.refused == 1)
    #expect(report.isBalanced)
    #expect(fixture.quarantined.first?.contains("Deux") == true)
  }
}
