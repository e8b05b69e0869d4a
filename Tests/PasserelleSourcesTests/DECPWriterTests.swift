import Foundation
import PasserelleCore
import PasserelleJSON
import Testing

@testable import PasserelleSources

@Suite("DECP out")
struct DECPWriterTests {
  static let shared: String? = {
    let path = (ProcessInfo.processInfo.environment["PASSERELLE_SHARED"] ?? "../shared") + "/data/decp-schema"
    return FileManager.default.fileExists(atPath: path + "/schema_decp_v2.0.3.json") ? path : nil
  }()

  /// A contract with every field that the schema requires.
  static let whole = #"""
    {"marches":{"marche":[{"id":"M1","acheteur":{"id":"21690123100011"},"nature":"Marché","objet":"École",
    "codeCPV":"45214200","techniques":{"technique":["Sans objet"]},"modalitesExecution":{"modaliteExecution":["Tranches"]},
    "marcheInnovant":false,"ccag":"Travaux","offresRecues":3,"attributionAvance":true,"tauxAvance":0.1,
    "typeGroupementOperateurs":"Pas de groupement","sousTraitanceDeclaree":false,"procedure":"Procédure adaptée",
    "lieuExecution":{"code":"69123","typeCode":"Code commune"},"dureeMois":12,"dateNotification":"2024-05-15",
    "datePublicationDonnees":"2024-05-25","montant":1000.5,"typesPrix":{"typePrix":["Définitif ferme"]},
    "formePrix":"Forfaitaire","titulaires":[{"titulaire":{"typeIdentifiant":"SIRET","id":"55204599900869"}}],
    "considerationsSociales":{"considerationSociale":["Clause sociale"]},
    "considerationsEnvironnementales":{"considerationEnvironnementale":["Clause environnementale"]},
    "modifications":[{"modification":{"id":1,"dureeMois":14,"montant":1100,
    "dateNotificationModification":"2024-10-18","datePublicationDonneesModification":"2024-10-20"}}]}]}}
    """#

  @Test("gives a contract back, field for field")
  func roundTrip() throws {
    let records = Exported.records(try harvest(DECPReader(), Self.whole.utf8, file: "d.json"))
    let written = Exported.document(records, .decp)
    #expect(written.missing.isEmpty, "\(written.missing)")
    let before = try #require(
      JSONDocument.parse(Array(Self.whole.utf8))["marches"]?["marche"]?.arrayValue?.first)
    let after = try #require(JSONDocument.parse(written.bytes)["marches"]?["marche"]?.arrayValue?.first)
    for member in before.objectValue ?? [] { #expect(after[member.key] == member.value, "\(member.key)") }
    #expect(after.objectValue?.count == before.objectValue?.count)
  }

  @Test("leaves a contract out and names the fields that it lacks")
  func missing() throws {
    let text =
      #"{"marches":[{"id":"12345678901234567","acheteur":{"id":"21690123100011"},"objet":"x","montant":0}]}"#
    let records = Exported.records(try harvest(DECPReader(), text.utf8, file: "d.json"))
    let written = Exported.document(records, .decp)
    for field in ["id", "nature", "codeCPV", "ccag", "montant", "titulaires", "lieuExecution"] {
      #expect(written.missing[field] == 1, "\(field)")
    }
    #expect(written.missing["objet"] == nil)
    let list = try JSONDocument.parse(written.bytes)["marches"]?["marche"]?.arrayValue
    #expect(list?.isEmpty == true)
  }

  @Test("puts a concession into its own list")
  func concession() throws {
    let text = #"""
      {"marches":{"contrat-concession":[{"id":"C1","autoriteConcedante":{"id":"21690123100011"},
      "nature":"Concession de service","objet":"Parking","procedure":"Procédure négociée ouverte","dureeMois":120,
      "dateSignature":"2024-01-02","datePublicationDonnees":"2024-02-02","dateDebutExecution":"2024-03-01",
      "valeurGlobale":500000,"montantSubventionPublique":1200,
      "donneesExecution":[{"donneesAnnuelles":{"datePublicationDonneesExecution":"2025-02-01",
      "depensesInvestissement":10,"tarifs":[{"tarif":{"intituleTarif":"Heure","tarif":2.5}}]}}],
      "concessionnaires":[{"concessionnaire":{"typeIdentifiant":"SIRET","id":"55204599900869"}}],
      "considerationsSociales":{"considerationSociale":["Concession réservée"]},
      "considerationsEnvironnementales":{"considerationEnvironnementale":["Critère environnemental"]}}]}}
      """#
    let records = Exported.records(try harvest(DECPReader(), text.utf8, file: "d.json"))
    let written = Exported.document(records, .decp)
    #expect(written.missing.isEmpty, "\(written.missing)")
    let before = try #require(
      JSONDocument.parse(Array(text.utf8))["marches"]?["contrat-concession"]?.arrayValue?.first)
    let after = try JSONDocument.parse(written.bytes)["marches"]?["contrat-concession"]?.arrayValue?.first
    for member in before.objectValue ?? [] { #expect(after?[member.key] == member.value, "\(member.key)") }
  }

  /// A contract of the layout of 2019 comes back, field for field.
  @Test func theLayoutOf2019IsWritten() throws {
    let text = #"""
      {"marches":[{"id":"2019EAU0100","_type":"Marché","acheteur":{"id":"21690123100011","nom":"Ville de Lyon"},
      "nature":"Accord-cadre","objet":"École","codeCPV":"45214200","procedure":"Procédure concurrentielle avec négociation",
      "lieuExecution":{"code":"69123","typeCode":"Code commune","nom":"Lyon"},"dureeMois":12,"dateNotification":"2019-05-15",
      "datePublicationDonnees":"2019-05-25","montant":1000.5,"formePrix":"Ferme et actualisable",
      "titulaires":[{"typeIdentifiant":"SIRET","id":"55204599900869","denominationSociale":"Demo SA"}],"modifications":[]},
      {"id":"2019EAU0200","_type":"Marché","acheteur":{"id":"21690123100011","nom":"Ville de Lyon"},
      "nature":"Marché","objet":"Pont","codeCPV":"45221110","procedure":"Procédure adaptée",
      "lieuExecution":{"code":"69","typeCode":"Code département","nom":"Rhône"},"dureeMois":12,
      "dateNotification":"2019-05-15","datePublicationDonnees":"2019-05-25","montant":0,"formePrix":"Révisable",
      "titulaires":[{"typeIdentifiant":"SIRET","id":"55204599900869","denominationSociale":"M. Jean Dupont"}],
      "modifications":[{"objetModification":"Avenant","datePublicationDonneesModification":"2019-06-01","montant":5}]}]}
      """#
    let records = Exported.records(try harvest(DECPReader(), text.utf8, file: "d.json"))
    let written = Exported.document(records, .decp2019)
    // The holder of the second is a person: without its name, the contract does not satisfy the schema.
    #expect(written.missing == ["titulaires": 1])
    let before = try #require(JSONDocument.parse(Array(text.utf8))["marches"]?.arrayValue?.first)
    let list = try #require(JSONDocument.parse(written.bytes)["marches"]?.arrayValue)
    let after = try #require(list.first)
    #expect(list.count == 1)
    for member in before.objectValue ?? [] { #expect(after[member.key] == member.value, "\(member.key)") }
    #expect(after.objectValue?.count == before.objectValue?.count)
    // What the layout of 2022 asks beyond is not there.
    #expect(!Exported.document(records, .decp).missing.isEmpty)
  }

  @Test(
    "is valid by the official schema",
    .enabled(if: shared != nil, "no real data under PASSERELLE_SHARED"))
  func validity() throws {
    let folder = try #require(Self.shared)
    let data = try #require(FileManager.default.contents(atPath: folder + "/schema_decp_v2.0.3.json"))
    var written = 0
    for name in [
      "marches_avec_modifications", "marches_concessions", "concessions", "concessions_avec_modifications",
    ] {
      let records = try Exported.records(DECPReader(), path: folder + "/exemples/json/\(name).json")
      let document = try JSONDocument.parse(Exported.document(records, .decp).bytes)
      var check = SchemaCheck(try JSONDocument.parse(Array(data)))
      check.run(document)
      #expect(check.faults.isEmpty, "\(name): \(check.faults.prefix(5))")
      for list in ["marche", "contrat-concession"] {
        written += document["marches"]?[list]?.arrayValue?.count ?? 0
      }
    }
    #expect(written > 0)
  }
}
