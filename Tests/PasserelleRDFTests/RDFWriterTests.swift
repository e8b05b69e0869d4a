import PasserelleCore
import PasserelleRDF
import Testing

@Suite struct RDFWriterTests {
  @Test func whatIsWrittenReadsTheSame() throws {
    let text = """
      @prefix : <http://e/> .
      :g1 { :a :b "x\\n\\"y\\"\\t\\u0001é" , "z"@fr-FR , 1.5 , true , "2020"^^:year , [ :p _:n ] . }
      :a :b <http://e/c%20d> .
      """
    let first = try read(.trig, text)
    #expect(first.statements.count == 8)
    var writer = RDFWriter(hasGraphs: true)
    for statement in first.statements { writer.add(statement) }
    let second = try read(.nquads, writer.bytes)
    #expect(second.faults.isEmpty)
    #expect(second.statements == first.statements)
    var triples = RDFWriter(hasGraphs: false)
    for statement in first.statements { triples.add(statement) }
    #expect(try read(.ntriples, triples.bytes).statements.map(\.graph) == Array(repeating: nil, count: 8))
  }
}
