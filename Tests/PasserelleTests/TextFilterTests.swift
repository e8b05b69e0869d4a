import Foundation
import Passerelle
import PasserelleCore
import PasserelleTestSupport
import Testing

/// Filters on texts give the same rows whether the index of exact characters serves them or not.
@Suite(.corpus, .serialized) struct TextFilterTests {
  let workspace: Workspace

  init() throws { workspace = try #require(CorpusTrait.fixture).open() }

  private func rows(_ filter: String) throws -> [[Table.Cell]] {
    let query = "SELECT ?s ?p ?o { ?s ?p ?o FILTER(\(filter)) } ORDER BY ?s ?p ?o"
    return try workspace.answer(to: GraphQuery(query)).table.rows
  }

  @Test(arguments: [
    ("CONTAINS(LCASE(STR(?o)), \"éclairage\")", "CONTAINS(LCASE(CONCAT(STR(?o), \"\")), \"éclairage\")"),
    ("CONTAINS(?o, \"public\")", "CONTAINS(CONCAT(?o, \"\"), \"public\")"),
    (
      "STRSTARTS(STR(?o), \"https://passerelle\")", "STRSTARTS(CONCAT(STR(?o), \"\"), \"https://passerelle\")"
    ),
    ("STRENDS(STR(?o), \"2019\")", "STRENDS(CONCAT(STR(?o), \"\"), \"2019\")"),
    (
      "REGEX(STR(?o), \"(rénovation|extension).*(école|public)\", \"i\")",
      "REGEX(CONCAT(STR(?o), \"\"), \"(rénovation|extension).*(école|public)\", \"i\")"
    ),
    (
      "CONTAINS(STR(?o), \"éclair\") || CONTAINS(STR(?o), \"vidéo\")",
      "CONTAINS(CONCAT(STR(?o), \"\"), \"éclair\") || CONTAINS(CONCAT(STR(?o), \"\"), \"vidéo\")"
    ),
  ]) func theIndexChangesNoAnswer(_ served: String, _ plain: String) throws {
    let found = try rows(served)
    #expect(!found.isEmpty)
    #expect(try found == rows(plain))
  }
}
