import Foundation
import PasserelleCore
import PasserelleRDF
import Testing

/// What the suites' documents state is written in each syntax and read again.
@Suite("Round trip", .enabled(if: W3CSuite.folder != nil, "suites/rdf-tests is missing"))
struct RoundTripTests {
  private static let suites: [(String, RDFSyntax)] = [
    ("rdf-n-quads", .nquads), ("rdf-turtle", .turtle), ("rdf-trig", .trig), ("rdf-xml", .rdfxml),
  ]

  @Test(arguments: suites, RDFSyntax.allCases)
  func everyDocumentComesBack(suite: (name: String, syntax: RDFSyntax), syntax: RDFSyntax) throws {
    let folder = try #require(W3CSuite.folder)
    let (cases, base) = try W3CSuite.cases(suite.name, in: folder)
    let hasGraphs = syntax.hasGraphs
    var (documents, failures) = (0, [String]())
    for test in cases where !test.kind.contains("Negative") {
      let data = try Data(contentsOf: URL(fileURLWithPath: folder + suite.name + "/" + test.action))
      let first = try read(suite.syntax, data, base: base + test.action)
      var bytes: [UInt8] = []
      let prefixes = first.prefixes.sorted { $0.key < $1.key }.map { (name: $0.key, iri: $0.value) }
      let serializer = RDFSerializer(syntax, prefixes: prefixes) { bytes += $0 }
      var kept: [RDFStatement] = []
      for statement in first.statements {
        do {
          try serializer.add(statement)
        } catch let error as PasserelleError where error.code.name == "rdf.unwritable" && syntax == .rdfxml {
          continue
        }
        var statement = statement
        if !hasGraphs { statement.graph = nil }
        kept.append(statement)
      }
      try serializer.finish()
      let second = try read(syntax, bytes)
      documents += 1
      if !second.faults.isEmpty { failures.append("\(test.name): \(second.faults)") }
      if !Isomorphism.holds(kept, second.statements) { failures.append("\(test.name): other statements") }
    }
    #expect(documents > 40)
    #expect(failures == [])
  }
}
