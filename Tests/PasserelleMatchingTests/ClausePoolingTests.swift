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

  @Test("A clause that denies never joins one that affirms")
  func polarity() {
    let groups = pooled([
      clause("a", "La prestation est réservée à une profession déterminée"),
      clause("b", "La prestation n'est pas réservée à une profession déterminée."),
      clause("c", "Bons de commande avec minimum et maximum annuels"),
      clause("d", "Bons de commande sans minimum ni maximum annuels"),
    ])
    #expect(groups.map(\.members) == [[0], [1], [2], [3]])
  }

  @Test("The answer that ends a line of a form is a value to decide")
  func answers() throws {
    let groups = pooled([
      clause("a", "Marché reconductible : oui"), clause("b", "Marché reconductible : non"),
    ])
    #expect(groups.map(\.members) == [[0, 1]])
    #expect(try #require(groups.first).values == [["non", "oui"]])
  }

  @Test("Neighbours come the nearest first, one a document, functional and technical together")
  func neighbours() {
    let clauses = [
      clause("need", "Les mesures de consommation sont exportables en CSV", kind: .functional),
      clause("a", "Les mesures horaires sont exportables en CSV et en JSON"),
      clause("a", "Les mesures de consommation horaires sont exportables en CSV"),
      clause("b", "Les mesures de consommation sont exportables en CSV", kind: .administrative),
      clause("c", "Le titulaire forme les agents"),
    ]
    let pooling = ClausePooling(clauses, language: .french)
    let found = pooling.neighbours(of: 0, among: 1..<5, limit: 3)
    #expect(found.map(\.place) == [2])
    #expect(pooling.neighbours(of: 0, among: 1..<5, limit: 0).isEmpty)
  }

  @Test("Looking clauses up by their telling words loses no pair", arguments: [1, 2, 3] as [UInt64])
  func lookUp(seed: UInt64) {
    // Leaders are compared one by one in the twin.
    var state = seed
    func next(_ bound: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % bound)
    }
    let words = (0..<30).map {
      "mot" + String(repeating: "abcdefghij".dropFirst($0 % 10).first ?? "a", count: 2 + $0 / 10)
    }
    let clauses = (0..<120).map { number in
      clause("d\(number)", (0..<(2 + next(5))).map { _ in words[next(30)] }.joined(separator: " "))
    }
    let pooling = ClausePooling(clauses, language: .french)
    let leaders = pooling.pooled().map { $0.members[0] }.sorted()
    var twin: [Int] = []
    for place in clauses.indices {
      let near = pooling.neighbours(of: place, among: 0..<place, limit: .max)
      let isNear = near.contains { $0.likeness >= ClausePooling.threshold && twin.contains($0.place) }
      if !isNear { twin.append(place) }
    }
    #expect(leaders == twin, "seed \(seed)")
    #expect(leaders.count < clauses.count)
  }
}
