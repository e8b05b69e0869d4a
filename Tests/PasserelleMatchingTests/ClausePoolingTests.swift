import PasserelleMatching
import PasserelleText
import Testing

@Suite("Clause pooling")
struct ClausePoolingTests {
  private func clause(
    _ document: String, _ text: String, kind: SpecificationClause.Kind = .technical
  ) -> SourcedClause {
    SourcedClause(
      document: document,
      clause: SpecificationClause(id: "C1", kind: kind, obligation: .mandatory, text: text, line: 1))
  }

  private func pooled(_ clauses: [SourcedClause]) -> [PooledClause] {
    ClausePooling(clauses, language: .french).pooled()
  }

  @Test("Clauses that differ in a number and an article are one, and the number is left open")
  func pools() throws {
    let groups = pooled([
      clause("a", "Les luminaires présentent une efficacité d'au moins 130 lm/W."),
      clause("b", "Le luminaire présente une efficacité d’au moins 140 lm/W"),
      clause("c", "Les données restent hébergées dans l'Union européenne."),
    ])
    #expect(groups.map(\.members) == [[0, 1], [2]])
    let first = try #require(groups.first)
    #expect(first.documentCount == 2)
    #expect(first.values == [["130", "140"]])
  }

  @Test("A functional and a technical clause never mix, whatever their words")
  func kinds() {
    let text = "Une alarme localisée est produite en moins de quinze minutes."
    let groups = pooled([clause("a", text, kind: .functional), clause("b", text)])
    #expect(groups.count == 2)
  }

  @Test("The representative is the clause most like the others")
  func representative() {
    let groups = pooled([
      clause("a", "Chaque capteur transmet une mesure horaire au serveur central de la ville"),
      clause("b", "Chaque capteur transmet une mesure horaire au serveur central"),
      clause("c", "Chaque capteur transmet une mesure horaire au serveur"),
    ])
    #expect(groups.map(\.representative) == [1])
  }

  @Test("Clauses of one document count as one")
  func documents() {
    let text = "Le titulaire fournit la documentation des interfaces."
    let groups = pooled([clause("a", text), clause("a", text), clause("b", "Autre exigence, sans rapport.")])
    #expect(groups.first?.members == [0, 1])
    #expect(groups.first?.documentCount == 1)
  }

  @Test("Most shared groups come first, and clauses without words stand alone")
  func order() {
    let groups = pooled([
      clause("a", "42"), clause("b", "Supervision des armoires"), clause("c", "Supervision des armoires"),
      clause("d", "42"),
    ])
    #expect(groups.map(\.members) == [[1, 2], [0], [3]])
  }
}
