import PasserelleResolution
import Testing

struct NamePreparerTests {
  private func kinds(_ name: String) throws -> [String] {
    let prepared = try OntologyFolder.kit.get().preparer.prepare(name: name)
    return prepared.tokens.map { token in
      let start = Int(token.start)
      let word = String(decoding: prepared.bytes[start..<(start + Int(token.length))], as: UTF8.self)
      return "\(word):\(token.kind)"
    }
  }

  @Test func legalFormsAreReadHoweverWritten() throws {
    for name in ["Durand S.A.R.L.", "SARL DURAND", "Durand, Société à responsabilité limitée"] {
      let kinds = try kinds(name)
      #expect(kinds.contains("durand:word") && kinds.contains("sarl:legal"), "\(name): \(kinds)")
    }
    #expect(try kinds("Penasegur, L.da").contains("lda:legal"))
  }

  @Test func abbreviationsAreWrittenOut() throws {
    #expect(
      try kinds("Sté Durand TP") == ["societe:common", "durand:word", "travaux:common", "publics:common"])
    #expect(try kinds("Ets Martin & Cie").first == "etablissement:branch")
    #expect(try kinds("St Nazaire").first == "saint:word")
  }

  @Test func publicBodiesAreToldApart() throws {
    let preparer = try OntologyFolder.kit.get().preparer
    let commune = preparer.prepare(name: "Mairie de Grenoble").bodyForm
    #expect(commune == preparer.prepare(name: "COMMUNE DE GRENOBLE").bodyForm && commune != 0)
    #expect(commune != preparer.prepare(name: "Métropole de Grenoble").bodyForm)
  }

  @Test func segmentsNumbersAndOtherScriptsAreRead() throws {
    let name = try OntologyFolder.kit.get().preparer.prepare(name: "VEOLIA (agence de Lyon) lot 2")
    #expect(name.tokens.map(\.segment).max() ?? 0 >= 2)
    #expect(try kinds("Fonds III").last == "3:number")
    #expect(try kinds("ГАЗПРОМ") == ["gazprom:word"])
  }

  @Test func formerNamesAreTakenOut() throws {
    let kit = try OntologyFolder.kit.get()
    let mention = kit.preparer.prepare(
      Mention(id: "1", names: ["Veolia Eau (ex Compagnie Générale des Eaux)"]))
    #expect(mention.names.count == 2 && mention.currentNames == 1)
  }

  @Test func emptyAndHugeNamesDoNoHarm() throws {
    let kit = try OntologyFolder.kit.get()
    let preparer = kit.preparer
    let huge = String(repeating: "abc-def (gh) ", count: 2000)
    for (left, right) in [("", ""), ("", "A"), (huge, huge), ("((((", "----"), ("SARL", "SAS")] {
      let score = try OntologyFolder.score(left, right)
      #expect(score.probability >= 0 && score.probability < 1)
    }
    #expect(preparer.prepare(name: huge).tokens.count <= PreparedName.mostTokens)
  }
}
