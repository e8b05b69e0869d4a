import Foundation
import Passerelle
import PasserelleCore
import PasserelleMatching
import PasserelleRendering
import Testing

@Suite("Comparable specifications and their skeleton")
struct SimilarSpecificationsTests {
  private let fixture: WorkspaceFixture

  /// A specification of public lighting.
  private static func specification(
    _ title: String, lumens: Int, extra: String, isDemonstration: Bool = false
  ) -> String {
    """
    ---
    title: "\(title)"
    language: fr
    demonstration: \(isDemonstration)
    ---

    # \(title)

    ## Exigences fonctionnelles

    F1. L'exploitant règle à distance le calendrier d'allumage de chaque groupe de points lumineux.

    ## Exigences techniques

    T1. Les luminaires présentent une efficacité d'au moins \(lumens) lm/W en sortie d'appareil.

    \(extra)

    """
  }

  private static let spare =
    "T2. Les pièces détachées des luminaires restent disponibles pendant dix ans après la réception."

  init() throws {
    fixture = try WorkspaceFixture()
    try fixture.write(
      "specs/a.md", Self.specification("Éclairage public de la ville A", lumens: 130, extra: Self.spare).utf8)
    try fixture.write(
      "specs/b.md",
      Self.specification(
        "Rénovation de l'éclairage public, ville B", lumens: 140, extra: Self.spare, isDemonstration: true
      ).utf8)
    try fixture.write(
      "specs/c.md",
      "# Restauration scolaire\n\n## Exigences fonctionnelles\n\nF1. Les repas des écoles comportent un menu végétarien chaque jour.\n"
        .utf8)
    _ = try fixture.open().ingest([fixture.input("specs")])
  }

  private let need = specification(
    "Éclairage public du bourg", lumens: 125,
    extra: "T2. Chaque luminaire porte un connecteur normalisé à sept broches.")

  private func answer(_ scope: SkeletonScope? = .nearest) throws -> SimilarAnswer {
    try fixture.open().similar(
      document: MemoryByteSource(need.utf8), file: "besoin.md", skeleton: scope, language: .french)
  }

  @Test("The nearest specifications come first, with how many clauses they share and their marks")
  func specifications() throws {
    let answer = try answer()
    #expect(!answer.isEmpty)
    #expect(answer.specifications.first?.similarity == 1)
    let lighting = answer.specifications.filter { $0.sharedCount > 0 }
    #expect(Set(lighting.map(\.source.record).map { String($0.suffix(4)) }) == ["a.md", "b.md"])
    #expect(lighting.map(\.sharedCount) == [2, 2])
    #expect(lighting.first { $0.source.record.hasSuffix("b.md") }?.source.isDemonstration == true)
    #expect(lighting.first { $0.source.record.hasSuffix("a.md") }?.source.isDemonstration == false)
    #expect(answer.hasDemonstration)
  }

  @Test("Each clause of the need stands beside the nearest ones, with record, heading, id and paragraph")
  func clauses() throws {
    let answer = try answer(nil)
    #expect(answer.skeleton == nil)
    let luminaires = try #require(answer.clauses.first { $0.clause.id == "T1" })
    #expect(luminaires.clause.line == 15)
    #expect(luminaires.nearest.map(\.isSame) == [true, true])
    let near = try #require(luminaires.nearest.first?.requirement)
    #expect(near.id == "T1")
    #expect(near.heading == "Exigences techniques")
    #expect(near.paragraph == 2)
    #expect(near.line == nil)
    #expect(near.record?.contains("record/specification/") == true)
    let connector = try #require(answer.clauses.first { $0.clause.text.contains("connecteur") })
    #expect(connector.nearest.allSatisfy { !$0.isSame })
  }

  @Test("The skeleton pools what is common, leaves numbers to decide, and tells what is missing")
  func skeleton() throws {
    let skeleton = try #require(try answer().skeleton)
    #expect(skeleton.functional.map(\.heading) == ["Exigences fonctionnelles"])
    let technical = skeleton.technical.flatMap(\.clauses)
    let lumens = try #require(technical.first { $0.text.contains("lm/W") })
    #expect(lumens.values == [["125", "130", "140"]])
    #expect(lumens.specificationCount == 2)
    #expect(lumens.isInNeed)
    #expect(!lumens.isDemonstration)
    #expect(skeleton.missing.map { $0.text.hasPrefix("Les pièces détachées") } == [true])
    #expect(skeleton.missing.allSatisfy { !$0.isInNeed && $0.specificationCount == 2 })
    #expect(skeleton.own.map { $0.text.contains("connecteur") } == [true])
  }

  @Test("All specifications enter when asked, whatever words they share")
  func all() throws {
    let skeleton = try #require(try answer(.all).skeleton)
    #expect(skeleton.specificationCount == 3)
    #expect(skeleton.singleCount == 1, "the school meals")
  }

  @Test("A stored specification is not compared with itself, nor is its own file")
  func itself() throws {
    let workspace = try fixture.open()
    let stored = try workspace.similar(id: "specs/a.md", skeleton: .all, language: .french)
    #expect(stored.specifications.count == 2)
    #expect(!stored.specifications.contains { $0.source.record.hasSuffix("a.md") })
    #expect(stored.clauses.first?.paragraph == 1)
    let text = Self.specification("Éclairage public de la ville A", lumens: 130, extra: Self.spare)
    let read = try workspace.similar(
      document: MemoryByteSource(text.utf8), file: "x/specs/a.md", skeleton: .all, language: .french)
    #expect(read.specifications.count == 2)
  }

  @Test("The Markdown quotes sources by number, marks demonstration data and escapes markup")
  func markdown() throws {
    let lines = try answer().skeletonMarkdown
    let page = lines.joined(separator: "\n")
    #expect(lines.first == "# Trame de cahier des charges : Éclairage public du bourg")
    #expect(page.contains("données de démonstration"))
    #expect(page.contains("à décider : 125 / 130 / 140"))
    #expect(page.contains("À envisager : 1 clause que"))
    #expect(page.contains("**à envisager** : le besoin ne l’a pas"))
    #expect(page.contains("T1 § 2 (démonstration)"))
    #expect(page.contains("## Sources"))
    #expect(!page.contains("école"))
    let english = try fixture.open().similar(
      document: MemoryByteSource("# A <b>*title*</b>\n\nF1. The lamp must be dimmed.\n".utf8), file: "n.md",
      skeleton: .nearest, language: .english)
    #expect(english.skeletonMarkdown.first?.contains("*title*") == false)
  }

  @Test("JSON keeps the former keys and adds the specifications, the clauses and the skeleton")
  func json() throws {
    let text = JSONRenderer.text(try answer().structured)
    let root = try object(Data(text.utf8))
    #expect(root["format"] as? String == "passerelle-similar/2")
    #expect(
      Set(root.keys) == [
        "format", "title", "contracts", "prices", "withoutPrice", "withoutRate", "currency", "demonstration",
        "specifications",
        "clauses", "skeleton",
      ])
    let skeleton = try #require(root["skeleton"] as? [String: Any])
    let clauses = try #require(skeleton["clauses"] as? [[String: Any]])
    #expect(clauses.count { $0["toConsider"] as? Bool == true } == 1)
    #expect(JSONRenderer.text(try answer().structured) == text, "the same bytes every time")
  }

  @Test("The page shows clauses beside one another")
  func page() throws {
    let page = try answer().text(width: 100).joined(separator: "\n")
    #expect(page.contains("Cahiers des charges comparables"))
    #expect(page.contains("→ (même clause)"))
    #expect(page.contains("(démonstration)"))
  }
}
