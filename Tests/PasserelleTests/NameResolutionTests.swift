import Foundation
import PasserelleCore
import PasserellePipeline
import PasserelleTestSupport
import Testing

@testable import Passerelle

/// What names mean in the shipped corpus: typing errors, acronyms, spellings, former names, namesakes.
@Suite struct NameResolutionTests {
  private struct Case {
    let name: String
    var kind: EntityKind?
    var department: String?
    let iri: String
  }

  private static let cases: [Case] = [
    Case(name: "Grenobe", kind: .place, iri: "id/local/grenoble"),
    Case(name: "grenoble", kind: .place, department: "38", iri: "id/local/grenoble"),
    Case(name: "MEL", iri: "id/local/metropole-europeenne-de-lille"),
    Case(name: "Métropole Européenne de Lille", iri: "id/local/metropole-europeenne-de-lille"),
    Case(name: "Communauté urbaine de Lille", iri: "id/local/metropole-europeenne-de-lille"),
    Case(name: "Nice Côte d’Azur", iri: "id/local/nice-cote-d-azur"),
    Case(name: "NICE COTE D'AZUR", iri: "id/local/nice-cote-d-azur"),
    Case(name: "Compagnie Générale des Eaux", kind: .organisation, iri: "id/local/veolia"),
    Case(name: "Veolia", iri: "id/local/veolia"),
  ]

  @Test func namesOfTheCorpusFindTheirThings() throws {
    let fixture = try ResolutionFixture()
    let workspace = try fixture.open()
    try fixture.fixture.write("facts.jsonl", Self.places().utf8)
    var options = IngestionOptions()
    options.formatName = "facts"
    _ = try workspace.ingest([fixture.fixture.input("facts.jsonl")], options: options)
    var missed: [String] = []
    for one in Self.cases {
      let answer = try workspace.candidates(
        named: one.name, kind: one.kind, department: one.department, limit: 3)
      guard let first = answer.candidates.first, first.iri.hasSuffix(one.iri), first.probability > 0.5 else {
        missed.append("\(one.name): \(answer.candidates.map { "\($0.iri) \($0.probability)" })")
        continue
      }
      if first.reasons.isEmpty { missed.append("\(one.name): no reasons") }
    }
    #expect(missed.isEmpty)
    // A commune is never its métropole.
    let view = try resolved(workspace)
    let iris = ["lyon", "metropole-de-lyon", "nice", "nice-cote-d-azur"].map {
      "https://passerelle.example/id/local/" + $0
    }
    #expect(!view.isSame(iris[0], iris[1]) && !view.isSame(iris[2], iris[3]))
  }

  /// The towns, their groupings and the companies of the shipped facts, with the documents that name them.
  private static func places() throws -> String {
    let folder = Repository.root + "/Corpus/Facts/"
    let documents = try String(contentsOfFile: folder + "documents.jsonl", encoding: .utf8)
    let things = try String(contentsOfFile: folder + "things.jsonl", encoding: .utf8)
    let kinds = [#""kind":"Commune""#, #""kind":"Intercommunality""#, #""id":"veolia""#, #""id":"engie""#]
    return documents
      + things.split(separator: "\n").filter { line in kinds.contains { line.contains($0) } }
      .joined(separator: "\n")
  }

  @Test func namesakesAreToldApartByTheirDepartment() throws {
    let fixture = try ResolutionFixture()
    let workspace = try fixture.open()
    // Two communes of one name, as records name them.
    try fixture.fixture.write(
      "namesakes.jsonl",
      """
      {"type":"document","id":"d","title":{"fr":"Essai"},"date":"2020"}
      {"type":"thing","id":"saint-denis-93","kind":"Commune","name":{"fr":"Saint-Denis"},"country":"FR","identifiers":{"insee":"93066"},"document":"d","lines":"L1"}
      {"type":"thing","id":"saint-denis-974","kind":"Commune","name":{"fr":"Saint-Denis"},"country":"FR","identifiers":{"insee":"97411"},"document":"d","lines":"L2"}
      """.utf8)
    var options = IngestionOptions()
    options.formatName = "facts"
    _ = try workspace.ingest([fixture.fixture.input("namesakes.jsonl")], options: options)
    for department in ["93", "974"] {
      let answer = try workspace.candidates(
        named: "Saint Denis", kind: .place, department: department, limit: 2)
      #expect(answer.candidates.first?.member.hasSuffix("saint-denis-" + department) == true)
    }
    let view = try resolved(workspace)
    #expect(view.isEmpty)
  }

  private func resolved(_ workspace: Workspace) throws -> CanonicalView {
    _ = try workspace.resolve()
    return try workspace.canonicalView()
  }
}
