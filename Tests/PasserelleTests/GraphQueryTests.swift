import Foundation
import Passerelle
import PasserelleCore
import Testing

@Suite struct GraphQueryTests {
  let fixture: WorkspaceFixture

  init() throws { fixture = try WorkspaceFixture() }

  private static let options = GraphQuery.Options(now: Instant(milliseconds: 1_700_000_000_000))

  private func file(_ name: String, _ text: String) throws -> String {
    let path = NSTemporaryDirectory() + UUID().uuidString + "-" + name
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  private func csv(_ query: String, _ data: FileDataset) throws -> String {
    let answer = try GraphQuery(query).answer(over: data, Self.options)
    return String(decoding: try answer.bytes(.csv) ?? [], as: UTF8.self)
  }

  @Test func filesAnswerWithoutWorkspace() throws {
    let turtle = try file("a.ttl", "@prefix : <http://e/> . :a :p 1, 2 . _:x :p 3 .")
    let trig = try file("b.trig", "@prefix : <http://e/> . :g { :a :p 9 } _:x { _:x :q 4 }")
    defer { for path in [turtle, trig] { try? FileManager.default.removeItem(atPath: path) } }
    let data = try FileDataset([turtle, trig])
    #expect(try csv("SELECT (SUM(?v) AS ?sum) { ?s <http://e/p> ?v }", data) == "sum\r\n6\r\n")
    #expect(try csv("SELECT ?v { GRAPH <http://e/g> { ?s ?p ?v } }", data) == "v\r\n9\r\n")
    #expect(try csv("ASK { <http://e/a> <http://e/p> 2 }", data) == "true\r\n")
    // Blank nodes of two files never meet.
    #expect(try csv("ASK { ?x <http://e/p> 3 . GRAPH ?g { ?x <http://e/q> 4 } }", data) == "false\r\n")
  }

  @Test func brokenFilesAndQueriesSayWhere() throws {
    let broken = try file("a.ttl", "@prefix : <http://e/> .\n:a :p .\n")
    defer { try? FileManager.default.removeItem(atPath: broken) }
    let fault = #expect(throws: PasserelleError.self) { try FileDataset([broken]) }
    #expect(fault?.code == .rdfMalformed)
    #expect(fault?.location?.line == 2)
    let wrong = #expect(throws: PasserelleError.self) { try GraphQuery("SELECT ?x {\n ?x <p> }") }
    #expect(wrong?.code == .sparqlSyntax)
    #expect(wrong?.location?.line == 2)
  }

  @Test func prefixesOfTheOntologyNeedNoDeclaration() throws {
    let turtle = try file(
      "a.ttl", "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . <urn:a> rdfs:label 'A' .")
    defer { try? FileManager.default.removeItem(atPath: turtle) }
    let data = try FileDataset([turtle])
    #expect(try csv("SELECT ?x { ?s rdfs:label ?x }", data) == "x\r\nA\r\n")
    #expect(try csv("PREFIX rdfs: <urn:other> ASK { ?s rdfs:label ?x }", data) == "false\r\n")
    #expect(throws: PasserelleError.self) { try GraphQuery("ASK { ?s unknown:label ?x }") }
  }

  @Test func recordsAreTheGraphsOfAWorkspace() throws {
    let workspace = try fixture.open()
    _ = try workspace.ingest([Repository.root + "/Corpus/Cases/decp/complete.json"])
    let titles = try GraphQuery(
      "SELECT ?title ?record { GRAPH ?record { ?award <http://purl.org/dc/terms/title> ?title } } ORDER BY ?title"
    )
    let table = try workspace.answer(to: titles).table
    #expect(!table.rows.isEmpty)
    for row in table.rows {
      guard case .text(let record) = row[1] else { continue }
      #expect(record.hasPrefix("https://passerelle.example/record/decp/"))
    }
    let union = try GraphQuery("SELECT ?title { ?award <http://purl.org/dc/terms/title> ?title }")
    #expect(try workspace.answer(to: union).table.rows.count == Set(table.rows.map { $0[0] }).count)
    let before = try workspace.answer(to: union, asOf: Instant(milliseconds: 0))
    #expect(before.isEmpty)
  }
}
