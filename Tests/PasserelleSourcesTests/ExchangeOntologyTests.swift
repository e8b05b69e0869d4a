import Foundation
import PasserelleCore
import PasserelleOntology
import PasserelleSources
import Testing

@Suite("Exchange formats and the ontology")
struct ExchangeOntologyTests {
  @Test(
    "every relation is the ontology's, starts from a class of its domain and holds a code of its list",
    arguments: ["iati", "ftm"])
  func relations(folder: String) throws {
    let ontology = try FactsCorpus.ontology.get()
    let byIRI = Dictionary(ontology.relations.map { ($0.iri, $0) }, uniquingKeysWith: { first, _ in first })
    var problems: Set<String> = []
    for name in GoldenTests.cases where name.hasPrefix(folder + "/") {
      let path = casesFolder + "/" + name
      let head = try Array(Data(contentsOf: URL(fileURLWithPath: path)).prefix(4096))
      let reader = try #require(SourceFormats.detect(fileName: path, firstBytes: head))
      var source: any ByteSource = try FileByteSource(path: path)
      for mapped in try harvest(reader, &source, file: name).mapped {
        var classes: [String: [String]] = [:]
        for statement in mapped.statements.statements where statement.predicate == .iri(Vocabulary.type) {
          classes[statement.subject.iriValue ?? "", default: []].append(statement.object.iriValue ?? "")
        }
        for statement in mapped.statements.statements {
          let predicate = statement.predicate.iriValue ?? ""
          guard predicate != Vocabulary.type else {
            if ontology.class(statement.object.iriValue ?? "") == nil {
              problems.insert("class \(statement.object)")
            }
            continue
          }
          guard let relation = byIRI[predicate] else {
            problems.insert("no relation \(predicate)")
            continue
          }
          let kinds = classes[statement.subject.iriValue ?? ""] ?? []
          let fits = kinds.contains { kind in
            guard let id = ontology.class(kind)?.id else { return false }
            return relation.domain.contains { ontology.isKind(id, of: $0) }
          }
          if !kinds.isEmpty, !fits { problems.insert("\(relation.id) from \(kinds)") }
          if let list = relation.codeList.flatMap({ ontology.ownCodeList($0) }), list.id != "cpv",
            let code = statement.object.lexicalForm, list.entry(code: code) == nil
          {
            problems.insert("\(relation.id): \(code)")
          }
        }
      }
    }
    #expect(problems.sorted().isEmpty, "\(problems.sorted().joined(separator: "\n"))")
  }
}
