import Foundation
import Passerelle
import PasserelleCore
import PasserelleMatching
import PasserelleRendering
import Testing

@Suite("Vendors and project typologies")
struct AttachmentTests {
  private let workspace: Workspace
  private static let zenith = "99979566900012"
  private static let albedo = "99902740200018"
  private static let newcomer = "99910420100010"

  init() throws {
    let fixture = try WorkspaceFixture()
    workspace = try fixture.open()
    func award(_ id: String, _ title: String, _ winner: String, _ name: String, cpv: String = "60000000")
      -> AwardRow
    {
      AwardRow(id, title).with {
        $0.winner = winner
        $0.winnerName = name
        $0.cpv = cpv
      }
    }
    let profile =
      "Nom;SIRET;Codes CPV;Lieux;Présentation;Taille;Démonstration\n"
      + "Débutante SAS;\(Self.newcomer);72000000;38;Télégestion de l’éclairage public;TPE;oui\n"
    let sheet =
      "Titre;Ville;Prestataires;SIRET prestataires\nBudget participatif du quartier;Lyon;Zénith SAS;\(Self.zenith)\n"
      + "Budget participatif des lycées;Lyon;Zénith SAS;\(Self.zenith)\n"
    _ = try workspace.ingest([
      try fixture.write("profils.csv", profile.utf8), try fixture.write("f.csv", sheet.utf8),
      try fixture.write(
        "a.json",
        [
          award("Z1", "Éclairage public des quais", Self.zenith, "Zénith SAS"),
          award("Z2", "Maintenance de l'éclairage public", Self.zenith, "Zénith SAS"),
          award("Z3", "Éclairage public du port", Self.zenith, "Zénith SAS"),
          award("Z4", "Fourniture de papier", Self.zenith, "Zénith SAS", cpv: "30197630"),
          award("Z5", "ÉCLAIRAGE PUBLIC du port", Self.zenith, "Zénith SAS"),
          award("A1", "Éclairage public des places", Self.albedo, "Albédo SAS"),
          award("A2", "Éclairage public du parc", Self.albedo, "Albédo SAS"),
          award("A3", "Éclairage public du stade", Self.albedo, "Albédo SAS"),
        ]),
    ])
  }

  @Test("A vendor has several typologies, each with its reasons and their sources")
  func vendor() throws {
    let answer = try workspace.attachments(of: Self.zenith, language: .french)
    #expect(answer.evidenceCount == 6)
    #expect(answer.silentCount == 1)
    let lighting = try #require(answer.attachments.first)
    #expect(lighting.typology.key == "lighting")
    #expect(lighting.typology.isProvisional)
    #expect(lighting.band == .strong)
    #expect(lighting.reasons.map(\.origin) == [.award, .award, .award])
    #expect(
      lighting.reasons.allSatisfy { $0.words.map { $0.lowercased() } == ["éclairage public"] })
    #expect(lighting.reasons.allSatisfy { $0.source.record.contains("/record/decp/") })
    let participation = try #require(answer.attachments.first { $0.typology.key == "citizen-participation" })
    #expect(participation.band == .weak)
    #expect(participation.reasons.map(\.origin) == [.sheet, .sheet])
    #expect(!answer.attachments.contains { $0.score >= 1 })
  }

  @Test("A typology has its vendors by band, then by name")
  func typology() throws {
    let answer = try workspace.attachments(typology: "lighting", language: .french)
    #expect(answer.attachments.map(\.name) == ["Albédo SAS", "Zénith SAS", "Débutante SAS"])
    #expect(answer.attachments.map(\.band) == [.strong, .strong, .weak])
    #expect(answer.total == 3)
    #expect(answer.attachments.last?.reasons.map(\.origin) == [.profile])
    #expect(answer.hasDemonstration, "the declared profile is marked")
    let cut = try workspace.attachments(typology: "theme:lighting", limit: 1, language: .french)
    #expect(cut.attachments.count == 1)
    #expect(cut.total == 3)
    #expect(cut.text(width: 100).contains { $0.contains("2 autres non montrés") })
  }

  @Test("Both ways say the same")
  func agreement() throws {
    for key in ["lighting", "smart-lighting", "citizen-participation"] {
      for one in try workspace.attachments(typology: key, language: .english).attachments {
        let own = try workspace.attachments(of: one.vendor, typology: key, language: .english).attachments
        #expect(own.map(\.score) == [one.score])
        #expect(own.map(\.reasonCount) == [one.reasonCount])
      }
    }
  }

  @Test("The list names every typology and counts bands")
  func list() throws {
    let answer = try workspace.typologies(language: .english)
    let lighting = try #require(answer.counts.first { $0.typology.key == "lighting" })
    let bands: [Int] = [lighting.strong, lighting.some, lighting.weak]
    #expect(bands == [2, 0, 1])
    #expect(answer.counts.contains { $0.typology.key == "facial-recognition" && $0.typology.isRestricted })
    #expect(answer.evidenceCount == 10)
  }

  @Test("What is not known is told with what could be asked")
  func unknown() throws {
    let typology = code { _ = try workspace.attachments(typology: "nothing", language: .french) }
    #expect(typology == .queryInvalid)
    let vendor = code { _ = try workspace.attachments(of: "siren:000000000", language: .french) }
    #expect(vendor == .entityNotFound)
  }

  @Test("JSON, rows and page of each question")
  func shapes() throws {
    let vendor = try workspace.attachments(of: Self.zenith, language: .english)
    let root = try object(Data(JSONRenderer.text(vendor.structured).utf8))
    #expect(root["format"] as? String == "passerelle-attach/1")
    #expect((root["typologies"] as? [Any])?.count == vendor.attachments.count)
    #expect(vendor.rows == "typologies")
    #expect(vendor.table.rows.count == vendor.attachments.count)
    #expect(vendor.text(width: 80).contains { $0.contains("Provisional") })
    let typology = try workspace.attachments(typology: "lighting", language: .english)
    #expect(typology.rows == "vendors")
    #expect(try object(Data(JSONRenderer.text(typology.structured).utf8))["vendors"] != nil)
    let list = try workspace.typologies(language: .english)
    #expect(list.table.rows.count == list.counts.count)
  }
}
