import Foundation
import Passerelle
import PasserelleCore
import PasserelleTestSupport
import Testing

/// Which calls are open where notices change others.
@Suite struct OpportunitiesNoticeTests {
  private let fixture: WorkspaceFixture
  private let workspace: Workspace

  init() throws {
    fixture = try WorkspaceFixture()
    workspace = try fixture.open()
    let awards = [
      AwardRow("L1", "Rénovation de l'éclairage public").with { $0.winnerName = "Lumières SAS" }
    ]
    _ = try workspace.ingest([try fixture.write("a.json", awards)])
  }

  private func open(on day: String) throws -> [String] {
    var request = OpportunitiesRequest()
    request.day = PartialDate(iso: day)
    request.limit = 50
    return try workspace.opportunities(for: "Lumières SAS", request: request, language: .french)
      .opportunities.map(\.source.record)
  }

  @Test func aNoticeThatChangesAnotherReplacesIt() throws {
    _ = try workspace.ingest([try fixture.write("1.xml", CallFile.lighting.utf8)])
    #expect(try open(on: "2022-03-01").allSatisfy { $0.hasSuffix(CallFile.identifier) })
    #expect(try !open(on: "2022-03-01").isEmpty)
    let other = "11111111-2222-4333-8444-555555555555"
    let later = CallFile.lighting.replacing(CallFile.identifier, with: other)
      .replacing("2022-01-24", with: "2022-02-10").replacing("2022-03-04", with: "2022-03-25")
      .replacing(
        "<efac:NoticeSubType>",
        with: "<efac:Changes><efbc:ChangedNoticeIdentifier>\(CallFile.identifier)-01"
          + "</efbc:ChangedNoticeIdentifier></efac:Changes><efac:NoticeSubType>")
    _ = try workspace.ingest([try fixture.write("2.xml", later.utf8)])
    #expect(try open(on: "2022-03-01").allSatisfy { $0.hasSuffix(other) })
    #expect(try !open(on: "2022-03-20").isEmpty)
    #expect(try open(on: "2022-02-01").allSatisfy { $0.hasSuffix(CallFile.identifier) }, "not changed yet")
  }

  @Test func labelsThatACallNamesAreTold() throws {
    let call = CallFile.lighting.replacing(
      "horaires d'extinction.", with: "horaires d'extinction. Certifications ISO/IEC 27001 et Qualifelec.")
    let profile =
      "Nom;SIRET;Codes CPV;Labels;Démonstration\nLumières SAS;55208131766522;45310000;QUALIFELEC éclairage;oui\n"
    _ = try workspace.ingest([
      try fixture.write("1.xml", call.utf8), try fixture.write("profil.csv", profile.utf8),
    ])
    var request = OpportunitiesRequest()
    request.day = PartialDate(iso: "2022-03-01")
    let answer = try workspace.opportunities(for: "552081317", request: request, language: .french)
    #expect(answer.hasProfile)
    let labels = answer.opportunities.map { $0.gaps.filter { $0.kind == .label }.map(\.value) }
    #expect(!labels.isEmpty)
    #expect(labels.allSatisfy { $0 == ["ISO 27001"] }, "Qualifelec is declared")
  }

  @Test func aVendorOfWhichNothingIsKnownIsSaidToBe() throws {
    #expect(code { _ = try workspace.opportunities(for: "999999999", language: .french) } == .entityNotFound)
  }
}

/// The notice of a call of the demonstration corpus, to be varied.
enum CallFile {
  static let identifier = "f5c1f793-af2d-5a00-bdc5-81fb35f92caa"
  /// A call for lighting in three lots, published on 2022-01-24, open until 2022-03-04.
  static let lighting =
    (try? String(
      contentsOfFile: Repository.root + "/Corpus/Demonstration/calls/eclairage.xml", encoding: .utf8)) ?? ""
}
