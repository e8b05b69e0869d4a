import Foundation
import PasserelleCore
import Testing

@testable import PasserelleSources

/// What territories declare of their services: one record a territory, dated, without names of persons.
@Suite struct DiagnosisReaderTests {
  private let head = "Collectivité;Code INSEE;Population;Date de déclaration;Enjeu;Code service;Réponse"

  private func table(_ rows: String..., headings: String? = nil) throws -> Harvest {
    let text = ([headings ?? head] + rows).joined(separator: "\n") + "\n"
    return try harvest(DiagnosisReader(), text.utf8, file: "d.csv")
  }

  private func document(_ text: String) throws -> Harvest {
    try harvest(DiagnosisReader(), text.utf8, file: "d.yaml")
  }

  private let commune = IRISpace().identifier(.insee, "52121")

  @Test func aTableIsOneRecordATerritory() throws {
    let found = try table(
      "Chaumont;52121;21 699;02/03/2026;Mobilité;mobility-parking;oui",
      "Chaumont;52121;21 699;02/03/2026;Mobilité;mobility-bicycle;non",
      "Chaumont;52121;21 699;02/03/2026;Mobilité;mobility-traffic;",
      "Rodez;12202;;2026-02;Mobilité;mobility-parking;NON")
    #expect(found.records.map(\.key) == ["insee:52121", "insee:12202"])
    #expect(found.codes.isEmpty)
    let first = try #require(found.mapped.first)
    #expect(first.published == PartialDate(iso: "2026-03-02"))
    #expect(first.values(DiagnosisTerms.hasService) == [DiagnosisTerms.service("mobility-parking")])
    #expect(first.values(DiagnosisTerms.lacksService) == [DiagnosisTerms.service("mobility-bicycle")])
    #expect(first.values(DiagnosisTerms.concerns) == [commune])
    #expect(first.values(DiagnosisTerms.population) == ["21699"])
    #expect(!first.isDemonstration)
    #expect(found.mapped.last?.published == PartialDate(iso: "2026-02"))
  }

  @Test func yamlAndJSONSayTheSame() throws {
    let yaml = """
      # réponses
      format: passerelle-diagnosis/1
      city:
        insee: "52121"
      declared: 2026-03-02
      answers:
        mobility-parking: yes  # stationnement
        mobility-bicycle: no
        mobility-traffic:
      """
    let json =
      #"{"format": "passerelle-diagnosis/1", "city": {"insee": "52121"}, "declared": "2026-03-02", "#
      + #""answers": {"mobility-parking": true, "mobility-bicycle": "non", "mobility-traffic": null}}"#
    for text in [yaml, json, "[" + json + "]"] {
      #expect(DiagnosisReader.detects(firstBytes: Array(text.utf8)), "\(text)")
      let found = try document(text)
      #expect(found.codes.isEmpty, "\(text)")
      let record = try #require(found.mapped.first)
      #expect(record.values(DiagnosisTerms.hasService) == [DiagnosisTerms.service("mobility-parking")])
      #expect(record.values(DiagnosisTerms.lacksService) == [DiagnosisTerms.service("mobility-bicycle")])
    }
  }

  @Test func aDiagnosisNeedsATerritoryADateAndAnAnswer() throws {
    #expect(try table("X;99999;;2026;;mobility-parking;oui").codes == ["diagnosis.noCity"])
    #expect(try table("X;52121;;;;mobility-parking;oui").codes == ["diagnosis.noDate"])
    #expect(try table("X;52121;;demain;;mobility-parking;oui").codes == ["diagnosis.noDate"])
    #expect(try table("X;52121;;2026;;mobility-parking;").codes == ["diagnosis.empty"])
  }

  @Test func otherWordsAreNoAnswer() throws {
    let found = try table(
      "X;52121;;2026;;mobility-parking;oui", "X;52121;;2026;;mobility-bicycle;Jeanne Martin",
      "X;52121;;2026;;Mobilité douce;oui", "X;52121;;2026;;mobility-fleet;oui",
      "X;52121;;2026;;mobility-fleet;non")
    #expect(found.codes.sorted() == ["diagnosis.answer", "diagnosis.contradiction", "diagnosis.service"])
    let record = try #require(found.mapped.first)
    #expect(record.values(DiagnosisTerms.hasService) == [DiagnosisTerms.service("mobility-parking")])
    #expect(record.values(DiagnosisTerms.lacksService).isEmpty)
    let kept = record.statements.statements.compactMap { $0.object.lexicalForm }
    let told = record.diagnostics.compactMap(\.value)
    #expect(!(kept + told).contains { $0.contains("Martin") })
  }

  @Test func namesOfPersonsAreNotKept() throws {
    let found = try table(
      "Jeanne Martin;52121;;2026;;mobility-parking;oui;Paul Durand;notre note",
      headings: head + ";Référent;Remarque")
    #expect(
      found.codes.sorted() == ["declaration.unknownField", "privacy.personName", "privacy.personName"])
    let kept = try #require(found.mapped.first).statements.statements.compactMap { $0.object.lexicalForm }
    #expect(!kept.contains { $0.contains("Martin") || $0.contains("Durand") })
  }

  @Test func theHelpOfTheTemplateIsNotTold() throws {
    let found = try table(
      "X;52121;;2026;;mobility-parking;oui;Stationnement intelligent;un marché",
      headings: head + ";Libellé du service;Ce que l’on sait")
    #expect(found.codes.isEmpty)
  }

  @Test func otherIdentifiersAreTaken() throws {
    let start = "Ville;Identifiant;Date;Code service;Réponse"
    let found = try table(
      "Castres-Mazamet;local:castres-mazamet;2026;mobility-parking;oui",
      "B;n’importe quoi;2026;mobility-parking;oui",
      headings: start)
    #expect(found.records.map(\.key) == ["local:castres-mazamet"])
    #expect(found.codes == ["diagnosis.noCity"])
  }

  @Test func otherFilesAreNotDetected() {
    let sheet = "Titre;Description;Ville;Code INSEE;Prestataires\n"
    let page = "# Titre\n\nUn texte.\n\nPuis.\n\nEncore.\n\nformat: passerelle-diagnosis/1\n"
    for text in [sheet, page, "", "{\"marches\": []}", "format: passerelle-ontology/1\n"] {
      #expect(!DiagnosisReader.detects(firstBytes: Array(text.utf8)), "\(text)")
    }
    #expect(DiagnosisReader.detects(firstBytes: [0xEF, 0xBB, 0xBF] + Array((head + "\n").utf8)))
  }

  @Test func brokenFilesAreRefusedAsAWhole() {
    for text in ["", "format: passerelle-diagnosis/1\n  city: [", "format: other/1\n"] {
      #expect(errorCode { _ = try document(text) } != nil, "\(text)")
    }
    #expect(errorCode { _ = try table("Chaumont;52121;oui") } == .inputUnknownFormat)
    #expect(
      errorCode { _ = try table("\"Chaumont;52121;;2026;;mobility-parking;oui") } == .inputUnknownFormat)
  }

  @Test func theDemonstrationIsSoundAndMarked() throws {
    let folder = (casesFolder as NSString).deletingLastPathComponent + "/Demonstration/diagnosis/"
    var keys: [String] = []
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
      let bytes = try Array(Data(contentsOf: URL(fileURLWithPath: folder + name)))
      #expect(DiagnosisReader.detects(firstBytes: Array(bytes.prefix(4096))), "\(name)")
      let found = try harvest(DiagnosisReader(), bytes, file: name)
      #expect(found.codes.isEmpty, "\(name): \(found.codes)")
      let areMarked = found.mapped.allSatisfy(\.isDemonstration)
      #expect(areMarked, "\(name)")
      keys += found.records.map(\.key)
    }
    #expect(keys.count >= 6)
    #expect(Set(keys).count == keys.count)
  }
}
