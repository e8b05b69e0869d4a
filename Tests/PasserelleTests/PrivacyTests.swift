import Foundation
import Passerelle
import PasserelleCore
import Testing

/// D9: names of natural persons stay out of everything that a run leaves behind.
@Suite struct PrivacyTests {
  @Test func aSoleTradersNameIsNowhereInTheWorkspace() throws {
    let fixture = try WorkspaceFixture()
    let path = Repository.pipelineCase("sole-trader.json")
    let source = try #require(FileManager.default.contents(atPath: path))
    #expect(holders(of: source).isEmpty == false, "the case must hold the name")
    let answer = try fixture.open().ingest([path])
    #expect(answer.report.added == 2)
    #expect((answer.report.diagnostics["privacy.personName"] ?? 0) >= 2)
    let again = String(decoding: source, as: UTF8.self).replacing("4200", with: "4300")
    _ = try fixture.open().ingest([try fixture.write("b.json", again.utf8)])
    _ = try fixture.open().index(rebuild: true)
    for file in try fixture.files() { #expect(holders(of: file.bytes).isEmpty, "\(file.name)") }
    let workspace = try fixture.open()
    #expect(try workspace.titles("kervoalec").isEmpty)
    #expect(
      try workspace.titles("platanes") { $0.filter.kinds = [.award] } == ["Taille des platanes du quai"])
    #expect(try workspace.dumped().allSatisfy { holders(of: Data($0.utf8)).isEmpty })
    let winner = try workspace.dossier(of: "siren:552081317", language: .french)
    #expect(winner.label == "SIREN 552081317", "the company keeps its number and has no name")
    #expect(winner.mentionCount >= 1)
    #expect(
      try workspace.diagnostics(ofRun: answer.run).allSatisfy { one in
        [one.value, one.replacement, one.field].compactMap { $0 }.allSatisfy {
          holders(of: Data($0.utf8)).isEmpty
        }
      })
  }

  /// Quarantine keeps refused bytes as they are, so a refused record's name is there and only there.
  @Test func aRefusedRecordsNameIsInQuarantineOnly() throws {
    let fixture = try WorkspaceFixture()
    let row =
      #"{"id": "Q1", "titulaires": [{"id": "55208131766522", "denominationSociale": "M. Jean KERVOALEC"}]}"#
    let answer = try fixture.open().ingest([try fixture.write("a.json", AwardRow.file([row]).utf8)])
    #expect(answer.report.refused == 1)
    let kept = try fixture.files().filter { !holders(of: $0.bytes).isEmpty }.map(\.name)
    #expect(kept == ["quarantine/run-000001.ndjson"])
  }

  /// The places where the case's surname stands, in any letter case.
  private func holders(of data: Data) -> [Int] {
    let wanted = Array("kervoalec".utf8)
    let bytes = data.map { $0 >= 65 && $0 <= 90 ? $0 + 32 : $0 }
    return bytes.indices.filter { bytes[$0] == wanted[0] && bytes[$0...].starts(with: wanted) }
  }
}
