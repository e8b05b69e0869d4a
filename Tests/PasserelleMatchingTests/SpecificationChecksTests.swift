import PasserelleCore
import PasserelleOntology
import PasserelleText
import Testing

@testable import PasserelleMatching

@Suite struct SpecificationChecksTests {
  static let ontology = Result { try Ontology.load(files: EmbeddedOntology.files) }

  private func names(_ text: String) -> [String] { BrandScanner.mentions(in: text).map(\.words) }

  @Test func findsBrands() {
    #expect(names("Les caméras sont de marque Hikvision.") == ["Hikvision"])
    #expect(names("Poste sous Windows, écran Samsung") == ["Windows", "Samsung"])
    #expect(names("vanne modèle Lynx350") == ["Lynx350"])
    #expect(names("un automate Lacroix Sofrel") == ["Lacroix Sofrel"])
    #expect(names("joint Kramplon®") == ["Kramplon"])
    #expect(names("caméra GX-4000") == ["GX-4000"])
    #expect(names("de type Zebrax") == ["Zebrax"])
  }

  @Test func leavesEquivalentsAndStandardsAlone() {
    let texts = [
      "Poste sous Windows ou équivalent", "de marque Axis, ou techniquement équivalent",
      "modèle Lynx350 ou similaire",
      "norme NF EN 13201, ISO 27001 et IP66", "LoRaWAN, Zhaga Book 18, DATEX II, OCPP 2.0.1",
      "prise de type 2", "RAL 9005",
      "compte de 2027 habitants", "référence AO-2020-12", "CO2 et PM2,5", "IEC 60870-5-104",
      "L’agent ouvre la fenêtre.",
    ]
    for text in texts { #expect(names(text).isEmpty, "\(text)") }
    #expect(names("Windows ou équivalent, et Oracle") == ["Oracle"])
  }

  @Test func findingsNameTheClause() {
    let outline = SpecificationAnalyzer().outline(
      of:
        "# Postes\n\n## Exigences techniques\n\nT1. Le poste est de marque Dell.\n\nT2. Il pèse deux kilos.\n\n"
        + "## Contexte\n\nLa ville utilise Windows.\n", language: .french)
    let findings = SpecificationChecks.brands(in: outline)
    #expect(findings.map(\.clauseID) == ["T1"])
    #expect(findings.map(\.words) == ["Dell"])
    #expect(findings.allSatisfy { $0.remedy.french.contains("R. 2111-7") && !$0.reason.english.isEmpty })
  }

  @Test(arguments: [
    (39_999, "supplies", "other", "2025-06-01", "exempt"),
    (40_000, "supplies", "other", "2025-06-01", "adapted"),
    (90_000, "supplies", "other", "2025-06-01", "adapted_advertised"),
    (59_999, "services", "other", "2026-04-01", "exempt"),
    (59_999, "services", "other", "2026-03-31", "adapted"),
    (99_999, "works", "other", "2026-02-01", "exempt"),
    (216_000, "services", "other", "2026-02-01", "formal"),
    (220_999, "services", "other", "2025-02-01", "adapted_advertised"),
    (140_000, "services", "central", "2026-02-01", "formal"),
    (431_999, "services", "entity", "2026-02-01", "adapted"),
    (5_403_999, "works", "other", "2026-02-01", "adapted_advertised"),
    (5_404_000, "works", "other", "2027-12-31", "formal"),
    (50_000, "services", "other", "2028-01-01", "to_be_checked"),
    (50_000, "services", "other", "2015-01-01", "to_be_checked"),
    (69_999, "works", "other", "2020-09-01", "exempt"),
  ])
  func advisesAProcedure(amount: Int, nature: String, buyer: String, day: String, procedure: String) throws {
    let advice = ProcedureAdvice(
      amount: Money(DecimalNumber(amount)), nature: try #require(.init(rawValue: nature)),
      buyerKind: try #require(.init(rawValue: buyer)), date: PartialDate(iso: day),
      thresholds: try Self.ontology.get().thresholds)
    #expect(advice.procedure.rawValue == procedure)
    #expect(advice.cautions.first?.french.contains("besoin entier") == true)
    #expect(procedure == "to_be_checked" || advice.thresholds.allSatisfy { !$0.source.french.isEmpty })
  }

  @Test func withoutADateNothingIsAdvised() throws {
    let thresholds = try Self.ontology.get().thresholds
    func advice(_ date: PartialDate?, _ currency: String = "EUR") -> ProcedureAdvice.Procedure {
      ProcedureAdvice(
        amount: Money(DecimalNumber(1000), currency), nature: .services, buyerKind: .other, date: date,
        thresholds: thresholds
      ).procedure
    }
    #expect(advice(nil) == .toBeChecked)
    #expect(advice(PartialDate(year: 2026)) == .toBeChecked)
    #expect(advice(PartialDate(iso: "2026-05-01"), "XPF") == .toBeChecked)
    #expect(advice(PartialDate(iso: "2026-05-01")) == .exempt)
  }

  @Test func theListsAreSound() throws {
    let ontology = try Self.ontology.get()
    #expect(ontology.taxonomies.filter(\.tagsTexts).map(\.id) == ["layers", "use-cases"])
    #expect(!ontology.taxonomies.contains { !$0.isProvisional || $0.concepts.isEmpty })
    #expect(ontology.thresholds.count == 39)
    let findings = OntologyChecker.check(ontology).filter {
      $0.file.hasPrefix("Concepts/") || $0.file.hasSuffix("seuils-fr.yaml")
    }
    #expect(findings.isEmpty)
  }

  @Test func tagsHoldTheirWords() throws {
    let tagger = ClauseTagger(ontology: try Self.ontology.get())
    func keys(_ text: String, _ language: TextLanguage = .french) -> [String] {
      tagger.tags(of: text, language: language).map { $0.scheme.rawValue + ":" + $0.key }
    }
    let lighting = tagger.tags(
      of: "Les luminaires LED de l’éclairage public sont gradués.", language: .french)
    #expect(lighting.first { $0.scheme == .domain }?.key == "lighting")
    #expect(lighting.first { $0.scheme == .useCase }?.key == "smart-lighting")
    #expect(lighting.first { $0.scheme == .useCase }?.words.contains("éclairage public") == true)
    #expect(keys("The street lighting is dimmed by sensors.", .english).contains("use_case:smart-lighting"))
    #expect(keys("luminárias LED da iluminação pública", .portuguese).contains("use_case:smart-lighting"))
    // `station` and `stationnement` share a stem and no meaning.
    #expect(!keys("La station indique sa puissance.").contains("use_case:parking"))
    #expect(keys("Le stationnement est payant.").contains("use_case:parking"))
    #expect(keys("Rien de tout cela.").isEmpty)
  }
}
