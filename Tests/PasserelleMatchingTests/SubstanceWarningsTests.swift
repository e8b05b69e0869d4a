import Foundation
import PasserelleCore
import PasserelleText
import Testing

@testable import PasserelleMatching

@Suite struct SubstanceWarningsTests {
  struct Case: Decodable {
    let kind: String
    let language: String
    let split: String
    let text: String
  }

  static let cases: [Case] = {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Corpus/Cases/warnings/clauses.jsonl")
    let lines = ((try? String(contentsOf: path, encoding: .utf8)) ?? "").split(separator: "\n")
    return lines.compactMap { try? JSONDecoder().decode(Case.self, from: Data($0.utf8)) }
  }()

  @Test(arguments: ["tuning", "held-out", "hard", "fresh"])
  func labelledClausesGiveTheirKind(split: String) {
    let cases = Self.cases.filter { $0.split == split }
    #expect(cases.count >= 40)
    #expect(cases.count { $0.kind == "none" } * 5 >= cases.count * 2)
    let wrong = cases.filter {
      SubstanceWarnings.kinds(in: $0.text).map(\.rawValue) != ($0.kind == "none" ? [] : [$0.kind])
    }
    #expect(wrong.map(\.text).isEmpty)
  }

  private func outline(_ text: String) -> SpecificationOutline {
    var outline = SpecificationAnalyzer().outline(of: text, language: .french)
    for rank in outline.clauses.indices { outline.clauses[rank].anchor = "l. \(outline.clauses[rank].line)" }
    return outline
  }

  @Test func aWarningQuotesItsSentenceWithItsPlace() throws {
    let warnings = SubstanceWarnings.warnings(
      in: outline(
        "# Vidéoprotection\n\n## Exigences\n\nF1. Le système doit compter les passants. "
          + "Il doit offrir la reconnaissance faciale.\n\nF2. Aucune biométrie n’est utilisée.\n"))
    #expect(warnings.map(\.kind) == [.biometricPublicSpace])
    let warning = try #require(warnings.first)
    #expect(warning.clauseID == "F1")
    #expect(warning.anchor == "l. 5")
    #expect(warning.quote == "Il doit offrir la reconnaissance faciale.")
    #expect(warning.words == ["reconnaissance faciale"])
  }

  @Test func theTitleAloneWarnsToo() {
    let warnings = SubstanceWarnings.warnings(
      in: outline("# Reconnaissance faciale à l’entrée du stade\n\nLa ville souhaite des offres.\n"))
    #expect(warnings.map(\.kind) == [.biometricPublicSpace])
    #expect(warnings.first?.clauseID == nil)
  }

  /// Fingerprints alone are those of a building, unless the need is about public space.
  @Test func theNeedAsAWholeTellsWhatAClauseDoesNot() {
    let clause = "\n\n## Exigences\n\nF1. Le système doit offrir une identification biométrique.\n"
    #expect(
      SubstanceWarnings.warnings(in: outline("# Vidéoprotection du centre" + clause)).map(\.kind) == [
        .biometricPublicSpace
      ])
    #expect(
      SubstanceWarnings.warnings(in: outline("# Contrôle d’accès des bâtiments" + clause)).map(\.kind) == [
        .biometricAccess
      ])
  }

  @Test func everyKindHasPrecedentsOfTheSourceDocumentsFirst() {
    for kind in SubstanceWarning.Kind.allCases {
      let precedents = RegulatoryPrecedent.precedents(for: kind)
      #expect(precedents.first?.document == "study-2022" && precedents.first?.lines?.isEmpty == false)
      let laws = precedents.map(\.isIndicative)
      #expect(laws.last == true && laws == laws.sorted { !$0 && $1 })
      for text in [kind.label, kind.message, kind.remedy] + precedents.map(\.text) {
        #expect(text.french != text.english && !text.french.contains("'"))
      }
    }
  }
}
