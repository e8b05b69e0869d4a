import Foundation
import Passerelle
import PasserelleCore
import PasserelleRendering
import PasserelleTestSupport
import Testing

@Suite struct ProfileAnswerTests {
  private let fixture: WorkspaceFixture
  private let workspace: Workspace
  private static let vendor = "99979566900012"

  private static func award(_ id: String, _ title: String) -> AwardRow {
    AwardRow(id, title).with {
      $0.winner = vendor
      $0.winnerName = "Lumières SAS"
    }
  }

  init() throws {
    fixture = try WorkspaceFixture()
    workspace = try fixture.open()
    let profile =
      "Nom;SIRET;Codes CPV;Lieux;Présentation;Taille;Démonstration\n"
      + "Lumières SAS;\(Self.vendor);45310000|72000000;69|38;Éclairage public;PME;oui\n"
      + "Nouvelle SAS;99902740200018;72000000;38;Données urbaines;TPE;oui\n"
    let evaluation =
      #"{"format": "passerelle-evaluation-sheet/1", "vendor": {"identifier": "999795669"}, "#
      + #""project": {"title": "Éclairage du bourg"}, "author": {"identifier": "21690123100011", "name": "#
      + #""Ville de Lyon"}, "date": "2024-05", "criteria": {"mastery": {"mark": 4}}, "#
      + #""reply": {"text": "Merci de cet avis"}}"#
    let sheet =
      "Titre;Ville;Prestataires;SIRET prestataires\nNuit calme;Lyon;Lumières SAS;\(Self.vendor)\n"
    _ = try workspace.ingest([
      try fixture.write("profils.csv", profile.utf8), try fixture.write("e.json", evaluation.utf8),
      try fixture.write("f.csv", sheet.utf8),
      try fixture.write(
        "a.json",
        AwardRow.file([
          Self.award("R1", "Éclairage des quais"), Self.award("R2", "Éclairage des ponts"),
        ]).utf8),
    ])
  }

  @Test func declaredAndObservedStandApart() throws {
    let answer = try workspace.profile(of: Self.vendor, language: .french)
    #expect(answer.name == "Lumières SAS")
    #expect(answer.observed.awardCount == 2)
    #expect(!answer.isNewcomer)
    #expect(answer.observed.divisions.map(\.code) == ["45"])
    #expect(answer.divisions?.both == ["45"])
    #expect(answer.divisions?.declaredOnly == ["72"])
    #expect(answer.departments?.both == ["69"])
    #expect(answer.departments?.declaredOnly == ["38"])
    #expect(answer.observed.buyers.map(\.awards) == [2])
    #expect(answer.declared?.codeLabels.count == 2)
    #expect(answer.hasDemonstration)
  }

  @Test func evaluationsAndSheetsComeWithTheirSources() throws {
    let answer = try workspace.profile(of: "siren:999795669", language: .french)
    let one = try #require(answer.evaluations.first)
    #expect(one.author == "Ville de Lyon")
    #expect(one.source.record.hasPrefix("https://passerelle.example/record/evaluation/"))
    #expect(answer.sheets.map(\.source.source) == ["sheet"])
    let page = answer.text(width: 100).joined(separator: "\n")
    for part in [
      "Déclaré par le fournisseur (non vérifié)", "Observé dans 2 marchés", "maîtrise · 4 sur 5",
      "Merci de cet avis", "Nuit calme", "taille : PME", "Données de démonstration",
    ] {
      #expect(page.contains(part), "\(part)")
    }
    let english = try workspace.profile(of: "siren:999795669", language: .english).text(width: 100)
    #expect(english.contains { $0.contains("mastery · 4 out of 5") })
  }

  @Test func aNewcomerIsFoundByItsProfileAlone() throws {
    let answer = try workspace.profile(of: "999027402", language: .french)
    #expect(answer.isNewcomer)
    #expect(answer.observed.buyers.isEmpty)
    #expect(answer.declared != nil)
    var request = SearchRequest(words: "données urbaines")
    request.limit = 10
    let found = try workspace.search(request).results.map(\.summary.title)
    #expect(found.contains("Nouvelle SAS"))
  }

  @Test func theJSONHoldsWhatThePageSays() throws {
    let answer = try workspace.profile(of: Self.vendor, language: .english)
    let json = try object(Data(JSONRenderer.data(answer.structured, pretty: true)))
    #expect(json["format"] as? String == "passerelle-profile-view/1")
    #expect((json["evaluations"] as? [Any])?.count == 1)
    let observed = try #require(json["observed"] as? [String: Any])
    #expect(observed["awards"] as? Int == 2)
    #expect(answer.table.rows.allSatisfy { $0.count == answer.table.columns.count })
  }

  @Test func whatIsNoVendorIsSaidToBeNone() throws {
    #expect(
      code { _ = try workspace.profile(of: "siret:21690123100011", language: .french) } == .entityNotFound)
    #expect(code { _ = try workspace.profile(of: "rien", language: .french) } == .entityNotFound)
  }
}
