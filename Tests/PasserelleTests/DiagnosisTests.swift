import Foundation
import Passerelle
import PasserelleCore
import PasserelleRendering
import PasserelleTestSupport
import Testing

/// The mosaic of a territory beside its peers: yes, no or not told, with sources, without total or ranking.
@Suite struct DiagnosisTests {
  private let fixture: WorkspaceFixture
  private let workspace: Workspace

  private static func diagnosis(
    _ name: String, _ insee: String, _ population: Int?, _ answers: [(String, String)],
    day: String = "2026-03-02"
  ) -> String {
    "- {format: passerelle-diagnosis/1, city: {name: \(name), insee: \"\(insee)\""
      + (population.map { ", population: \($0)" } ?? "") + "}, declared: \(day), answers: {"
      + answers.map { "\($0): \($1)" }.joined(separator: ", ") + "}}\n"
  }

  init() throws {
    fixture = try WorkspaceFixture()
    workspace = try fixture.open()
    let answers =
      Self.diagnosis(
        "Chaumont", "52121", 21_699, [("mobility-parking", "yes"), ("mobility-bicycle", "no")])
      + Self.diagnosis(
        "Rodez", "12202", 24_207,
        [("mobility-parking", "no"), ("mobility-bicycle", "yes"), ("data-open-data", "yes")])
      + Self.diagnosis("Épinal", "88160", 32_285, [("safety-cyber", "yes")])
      + Self.diagnosis("Grenoble", "38185", 157_477, [("mobility-ticketing", "yes")])
      + Self.diagnosis("Millau", "12145", nil, [("mobility-fleet", "yes")])
    let sheets =
      "Titre;Description;Ville;Code INSEE;Domaines;Prestataires;Date\n"
      + "Compter;Un portail pour tous;Rodez;12202;Données ouvertes;;2024-01\n"
      + "Nettoyer;La télérelève des compteurs;Rodez;12202;propreté;;2023\n"
      + "Louer;Des vélos en libre-service;Alès;30007;vélos;;2022\n"
    let award = AwardRow("A1", "Fourniture de bornes de recharge").with { $0.place = "52121" }
    _ = try workspace.ingest([
      try fixture.write("pairs.yaml", answers.utf8), try fixture.write("fiches.csv", sheets.utf8),
      try fixture.write("a.json", [award]),
    ])
  }

  private func answer(
    _ city: String = "52121", _ adjust: (inout DiagnosisRequest) -> Void = { _ in }
  ) throws -> DiagnosisAnswer {
    var request = DiagnosisRequest(city: city)
    adjust(&request)
    return try workspace.diagnose(request, language: .french)
  }

  private func cell(_ answer: DiagnosisAnswer, _ service: String, _ column: Int = 0) throws -> DiagnosisCell {
    let row = try #require(answer.services.firstIndex { $0.key == service })
    return answer.cells[row][column]
  }

  @Test func cellsSayYesNoOrNotTold() throws {
    let found = try answer("Chaumont")
    #expect(found.city.label == "Chaumont")
    #expect(found.city.population == 21_699)
    #expect(found.city.declared == PartialDate(iso: "2026-03-02"))
    let yes = try cell(found, "mobility-parking")
    #expect(yes.state == .yes)
    #expect(yes.evidence.map(\.origin) == [.declared])
    #expect(yes.evidence.first?.date == PartialDate(iso: "2026-03-02"))
    #expect(yes.evidence.first?.source.source == "diagnosis")
    #expect(try cell(found, "mobility-bicycle").state == .no)
    let silent = try cell(found, "data-open-data")
    #expect(silent.state == .unknown && silent.hints.isEmpty)
  }

  @Test func aTextIsAHintOnly() throws {
    let hinted = try cell(try answer(), "mobility-charging")
    #expect(hinted.state == .unknown)
    #expect(hinted.evidence.isEmpty)
    let hint = try #require(hinted.hints.first)
    #expect(hint.origin == .award)
    #expect(hint.words == ["bornes de recharge"])
    #expect(hint.buyer == "Ville de Lyon")
  }

  @Test func aSheetFiledUnderAServiceSaysYes() throws {
    let found = try answer("12202")
    let filed = try cell(found, "data-open-data")
    #expect(filed.state == .yes)
    #expect(filed.evidence.map(\.origin) == [.declared, .sheet])
    let spoken = try cell(found, "environment-water-metering")
    #expect(spoken.state == .unknown)
    #expect(spoken.hints.map(\.title) == ["Nettoyer"])
  }

  @Test func peersAreOfLikeSizeAndKind() throws {
    let found = try answer()
    #expect(found.peers.map(\.city.label) == ["Rodez", "Épinal"])
    let areFound = found.peers.allSatisfy { !$0.isChosen && !$0.reason.french.isEmpty }
    #expect(areFound)
    #expect(found.peerNotice != nil)
    #expect(try answer { $0.peerCount = 1 }.peers.map(\.city.label) == ["Rodez"])
    let big = try answer("Grenoble")
    #expect(big.peers.isEmpty)
  }

  @Test func withoutPopulationNoPeerIsSought() throws {
    let found = try answer("12145")
    #expect(found.peers.isEmpty)
    #expect(found.peerNotice?.french.contains("population") == true)
  }

  @Test func chosenPeersAreSaidToBeUnlike() throws {
    let found = try answer { $0.peers = ["Grenoble", "insee:52121"] }
    #expect(found.peers.map(\.city.label) == ["Grenoble", "Rodez", "Épinal"])
    let first = try #require(found.peers.first)
    #expect(first.isChosen)
    #expect(first.reason.french.contains("taille différente"))
  }

  @Test func gapsNameWhoHasItAndHow() throws {
    let found = try answer()
    let keys = found.gaps.map { found.services[$0.service].key }
    #expect(
      keys == ["mobility-bicycle", "environment-water-metering", "safety-cyber", "data-open-data"])
    let bicycle = found.gaps[0]
    #expect(bicycle.state == .no)
    #expect(bicycle.peers == [0])
    // No peer has a sheet of it: one of another territory stands, said to be no peer's.
    #expect(bicycle.examples.map(\.peer) == [nil])
    #expect(bicycle.examples.map(\.city) == ["Alès"])
    let data = found.gaps[3]
    #expect(data.examples.map(\.evidence.title) == ["Compter"])
    #expect(data.examples.map(\.peer) == [0])
    #expect(found.gaps[1].peers.isEmpty && found.gaps[1].hintedPeers == [0])
    #expect(found.gaps[2].examples.isEmpty)
  }

  @Test func theTaxonomyIsSaidToBeProvisionalEverywhere() throws {
    let found = try answer()
    #expect(found.isProvisional)
    #expect(found.text(width: 100).joined(separator: " ").contains("provisoire"))
    #expect(found.table.columns.contains { $0.key == "provisional" })
    let json = String(decoding: JSONRenderer.data(found.structured, pretty: false), as: UTF8.self)
    #expect(json.contains("\"provisional\":true"))
    let page = String(decoding: HTMLRenderer.data(workspace.diagnosisPage(found)), as: UTF8.self)
    #expect(page.contains("provisoire"))
    #expect(page.contains("non renseigné"))
  }

  @Test func theTableHasARowACell() throws {
    let found = try answer()
    #expect(found.table.rows.count == found.services.count * 3)
    #expect(found.table.rows.allSatisfy { $0.count == found.table.columns.count })
  }

  @Test func oneStakeIsShown() throws {
    let found = try answer { $0.stake = "Mobilité" }
    #expect(Set(found.services.map(\.stake)) == ["mobility"])
    #expect(found.gaps.map { found.services[$0.service].key } == ["mobility-bicycle"])
    #expect(code { _ = try answer { $0.stake = "magie" } } == .queryInvalid)
  }

  @Test func unknownTerritoriesAreRefusedOrEmpty() throws {
    #expect(code { _ = try answer("Nulle-Part-sur-Rien") } == .entityNotFound)
    let paris = try answer("75056")
    #expect(paris.isEmpty)
    #expect(paris.services.count == (try answer()).services.count)
  }

  @Test(arguments: DiagnosisTemplate.Form.allCases)
  func aTemplateIsFilledAndReplacesWhatWasDeclared(_ form: DiagnosisTemplate.Form) throws {
    let before = try answer()
    var text = String(decoding: workspace.diagnosisTemplate(before).data(form), as: UTF8.self)
    #expect(text.contains("bornes de recharge"))
    switch form {
    case .csv:
      text.replace(
        "mobility-bicycle;Vélos en libre-service;non", with: "mobility-bicycle;Vélos en libre-service;oui")
      text.replace(
        "mobility-parking;Stationnement intelligent;oui", with: "mobility-parking;Stationnement intelligent;")
    case .yaml:
      text.replace("mobility-bicycle: non", with: "mobility-bicycle: oui")
      text.replace("mobility-parking: oui", with: "mobility-parking:")
    }
    let path = try fixture.write("rempli." + form.rawValue, text.utf8)
    let stored = try workspace.storeDiagnosis(path)
    #expect(stored.report.changed == 1)
    let after = try answer()
    #expect(try cell(after, "mobility-bicycle").state == .yes)
    #expect(try cell(after, "mobility-parking").state == .unknown)
    #expect(try workspace.storeDiagnosis(path).report.unchanged == 1)
    let dossier = try workspace.dossier(of: "52121", language: .french)
    #expect(dossier.facts.contains { $0.relation.hasSuffix("hasService") })
  }

  @Test func anEmptyTemplateIsRefused() throws {
    let template = workspace.diagnosisTemplate(try answer("75056"))
    let path = try fixture.write("vide.csv", template.data(.csv))
    #expect(code { _ = try workspace.storeDiagnosis(path) } == .inputUnknownFormat)
  }

  @Test func demonstrationDataCountOnlyWhenAsked() throws {
    let text = """
      format: passerelle-diagnosis/1
      city: {insee: "30007", population: 22000}
      declared: 2026
      demonstration: true
      answers: {mobility-fleet: yes, made-up-service: yes}
      """
    _ = try workspace.storeDiagnosis(try fixture.write("demo.yaml", text.utf8))
    let without = try answer("30007")
    #expect(try cell(without, "mobility-fleet").state == .unknown)
    #expect(without.hidesDemonstration)
    #expect(!(try answer()).peers.contains { $0.city.label == "Alès" })
    let with = try answer("30007") { $0.includesDemonstration = true }
    #expect(try cell(with, "mobility-fleet").state == .yes)
    #expect(with.strangers == ["made-up-service"])
    #expect(try answer { $0.includesDemonstration = true }.peers.contains { $0.city.label == "Alès" })
  }
}
