import Foundation
import PasserelleOntology
import Testing

/// Documentation/Ontology.md against the ontology.
struct OntologyPageTests {
  private static var page: String {
    get throws {
      let folder = URL(fileURLWithPath: OntologyFolder.path).deletingLastPathComponent()
      return try String(
        contentsOf: folder.appendingPathComponent("Documentation/Ontology.md"), encoding: .utf8)
    }
  }

  @Test func namesEveryClass() throws {
    let page = try Self.page
    let ontology = try Ontology.load(from: OntologyFolder.path)
    for type in ontology.classes {
      let row = "| `\(type.id)` | `\(ontology.prefixes.shorten(type.iri) ?? type.iri)` |"
      #expect(page.contains(row), "\(type.id) is missing or its IRI differs")
    }
  }

  @Test func countsRelations() throws {
    let page = try Self.page
    let groups = Dictionary(grouping: try Ontology.load(from: OntologyFolder.path).relations, by: \.group)
    for (group, relations) in groups {
      let line = page.split(separator: "\n").first { $0.hasPrefix("| `\(group)` |") }
      #expect(line?.contains("| \(relations.count) |") == true, "\(group): \(relations.count)")
    }
  }
}
