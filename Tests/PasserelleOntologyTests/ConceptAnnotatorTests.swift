import PasserelleCore
import PasserelleOntology
import PasserelleTestSupport
import PasserelleText
import Testing

@Suite struct ConceptAnnotatorTests {
  private static let official: [(digits: String, fr: String, pt: String)] = [
    ("15000000", "Produits alimentaires", "Produtos alimentares"),
    ("15110000", "Viande", "Carne"),
    ("31500000", "Matériel d'éclairage", "Equipamento de iluminação"),
    ("33690000", "Médicaments", "Medicamentos"),
    ("34928510", "Colonnes d'éclairage public", "Postes de iluminação pública"),
    ("35113000", "Équipement de protection", "Equipamento de protecção"),
    ("38430000", "Matériel de détection", "Aparelhos de detecção"),
    ("38432000", "Acquisition de données", "Aquisição de dados"),
    ("43320000", "Pares de rolamentos", "Pares de rolamentos"),
    ("90910000", "Services de nettoyage", "Serviços de limpeza"),
    ("90911300", "Services de nettoyage de vitres", "Serviços de limpeza de janelas"),
  ]

  private static func annotator(_ weights: ConceptWeights = .standard) throws -> ConceptAnnotator {
    let labels = try official.flatMap { entry in
      [
        try ConceptSchemeTests.label(entry.digits, "fr", entry.fr),
        try ConceptSchemeTests.label(entry.digits, "pt", entry.pt),
      ]
    }
    return ConceptAnnotator(scheme: try ConceptSchemeTests.scheme().adding(labels), weights: weights)
  }

  private static func weights(_ text: String, _ language: TextLanguage) throws -> [String: Int] {
    let found = try annotator().concepts(of: text, language: language)
    return Dictionary(found.map { ($0.term, $0.weight) }) { first, _ in first }
  }

  @Test func aNeedAndAContractMeetAcrossLanguages() throws {
    let need = try Self.weights("Nettoyage des vitres", .french)
    let contract = try Self.weights("Aquisição de serviços de limpeza de janelas, 2024", .portuguese)
    let shared = Set(need.keys).intersection(contract.keys)
    #expect(shared.isSuperset(of: ["cpv2:90", "cpv3:909", "cpv4:9091", "cpv5:90911"]))
    #expect(contract["cpv8:90911300"] == 8)
  }

  @Test func narrowerImpliesBroaderLess() throws {
    let found = try Self.weights("Serviços de limpeza de janelas", .portuguese)
    let exact = try #require(found["cpv8:90911300"])
    let levels = try ["cpv5:90911", "cpv4:9091", "cpv3:909", "cpv2:90"].map { try #require(found[$0]) }
    #expect([exact] + levels == ([exact] + levels).sorted(by: >))
    #expect(levels.last ?? 8 < exact)
  }

  @Test func sequenceBeatsWindowBeatsPart() throws {
    var weights = ConceptWeights.standard
    weights.certain = 16
    weights.least = 0.01
    let annotator = try Self.annotator(weights)
    func weight(_ text: String) -> Int {
      annotator.concepts(of: text, language: .portuguese).first { $0.term == "cpv5:34928" }?.weight ?? 0
    }
    let sequence = weight("postes para a iluminação pública")
    let window = weight("iluminação em postes de via pública")
    let apart = weight("postes de madeira sem tratamento, cor verde clara, sinal, tinta: iluminação pública")
    let part = weight("postes")
    #expect(sequence > window)
    #expect(window > apart)
    #expect(apart > part)
    #expect(part > 0)
  }

  @Test func aPartNamesTheLevelAndNotTheCode() throws {
    let found = try Self.weights("limpeza de janelas e portas", .portuguese)
    #expect(found["cpv3:909"] != nil)
    #expect(found["cpv8:90911300"] == nil)
  }

  @Test func wordsOfProcedureSayNothing() throws {
    let found = try Self.weights("Aquisição de carne", .portuguese)
    #expect(found["cpv8:15110000"] != nil)
    #expect(found["cpv3:384"] == nil)
    #expect(try Self.weights("Sistemas de aquisição de dados", .portuguese)["cpv3:384"] != nil)
  }

  @Test func functionWordsOfTheSameStemAreNotLabels() throws {
    // `para` and `pares` share the stem `par`.
    #expect(try Self.weights("Carne para a escola", .portuguese)["cpv3:433"] == nil)
    #expect(try Self.weights("Pares e rolamentos", .portuguese)["cpv3:433"] != nil)
  }

  @Test func oldAndReformedSpellingsMeet() throws {
    for text in ["Equipamento de proteção", "Equipamento de protecção"] {
      #expect(try Self.weights(text, .portuguese)["cpv8:35113000"] == 8)
    }
  }

  @Test func themesComeByWordsAndByCode() throws {
    #expect(try Self.weights("Éclairage public", .french)["theme:lighting"] != nil)
    #expect(try Self.weights("Postes de iluminação pública", .portuguese)["theme:lighting"] != nil)
  }

  @Test func aLanguageWithoutLabelsMeetsKindredWords() throws {
    // The Spanish singular is no label's word, and begins as the French and Portuguese ones do.
    #expect(try Self.weights("Un medicamento", .spanish)["cpv8:33690000"] != nil)
    #expect(try Self.weights("Un medicamento", .neutral)["cpv8:33690000"] == nil)
    #expect(try Self.weights("Carne", .neutral)["cpv8:15110000"] != nil)
  }

  @Test func nothingIsFoundInNothing() throws {
    for text in ["", "  ", "2024/117-B", "de para com", "\u{FFFD}\u{0301}"] {
      #expect(try Self.weights(text, .portuguese).isEmpty)
    }
  }

  @Test func repetitionCostsNoMoreThanLength() throws {
    let text = String(repeating: "serviços limpeza de janelas equipamento iluminação ", count: 4000)
    let annotator = try Self.annotator()
    let found = annotator.concepts(of: text, language: .portuguese)
    #expect(found.contains { $0.term == "cpv5:90911" })
    #expect(found == annotator.concepts(of: text + text, language: .portuguese))
  }

  @Test func answersAreSortedBoundedAndFreeOfHistory() throws {
    let seed: UInt64 = 45
    var generator = SeededGenerator(seed: seed)
    let words = Self.official.flatMap { ($0.pt + " para a de aquisição XYZ 12").split(separator: " ") }
    let shared = try Self.annotator()
    for round in 0..<60 {
      var text = (0..<generator.number(0...40)).map { _ in String(generator.pick(words)) }
        .joined(separator: " ")
      if generator.oneIn(4) { text += generator.text(0...30) }
      let found = shared.concepts(of: text, language: .portuguese)
      #expect(found.count <= 24, "seed \(seed), round \(round)")
      #expect(found.map(\.term) == Set(found.map(\.term)).sorted(), "seed \(seed), round \(round)")
      #expect(found.allSatisfy { (1...8).contains($0.weight) }, "seed \(seed), round \(round)")
      if round % 20 == 0 {
        let fresh = try Self.annotator().concepts(of: text, language: .portuguese)
        #expect(found == fresh, "seed \(seed), round \(round)")
      }
    }
  }
}
