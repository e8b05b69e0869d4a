import PasserelleCore
import PasserelleRDF
import Testing

@Suite struct RDFReaderTests {
  @Test func aBrokenLineOfNTriplesCostsThatLineAlone() throws {
    let reading = try read(
      .ntriples,
      """
      <http://e/a> <http://e/p> "1" .
      <http://e/a> <http://e/p> "2"@fr- .
      <http://e/a> <http://e/p> "3"^^<http://e/t> . # told
      é <http://e/p> "4" .
      <a> <http://e/p> "5" .
      <http://e/a> <http://e/p> _:b.
      """)
    #expect(
      reading.statements.map(\.text) == [
        "<http://e/a> <http://e/p> \"1\" .", "<http://e/a> <http://e/p> \"3\"^^<http://e/t> .",
        "<http://e/a> <http://e/p> _:b .",
      ])
    #expect(reading.faults.map(\.line) == [2, 4, 5])
    #expect(reading.faults.map(\.kind) == [.syntax, .syntax, .term])
    #expect(reading.faults.map(\.column) == [31, 1, 1])
    #expect(reading.summary.isComplete)
  }

  @Test func turtleStopsAtABreakOfTheGrammarAndSaysWhere() throws {
    let reading = try read(
      .turtle, "@prefix : <http://e/> .\n:a :b :c .\n:d :e ;; .\n:f :g :h .\n:i :j .\n:k :l :m .")
    #expect(reading.statements.first?.text == "<http://e/a> <http://e/b> <http://e/c> .")
    #expect(reading.faults.count == 1)
    #expect(reading.faults.first?.line == 3)
    #expect(reading.faults.first?.detail.english == "a prefixed name is expected")
    #expect(!reading.summary.isComplete)
  }

  @Test func anUndeclaredPrefixCostsItsStatementAlone() throws {
    let reading = try read(
      .turtle,
      """
      PREFIX : <http://e/>
      :a :b 1.5 .

      # A comment. And more.
      :c un:d "x." ; :e .5 .
      BASE <http://e/f/>
      <x> :g "a.b" . :h deux:i :j .
      """)
    #expect(reading.faults.map(\.line) == [5, 7])
    #expect(reading.faults.first?.detail.french == "le préfixe « un: » n’est pas déclaré")
    #expect(reading.statements.count == 3)
    #expect(reading.summary.isComplete)
    #expect(reading.prefixes == ["": "http://e/"])
    #expect(reading.bases == ["http://e/f/"])
  }

  @Test(arguments: ["\\uD800", "\\U00110000", "\\uDFFF"])
  func escapesThatAreNoCharacterAreRefused(escape: String) throws {
    for syntax in [RDFSyntax.turtle, .ntriples, .nquads, .trig] {
      for term in ["\"\(escape)\"", "<http://e/\(escape)>"] {
        let reading = try read(syntax, "<http://e/a> <http://e/b> \(term) .")
        #expect(reading.statements.isEmpty)
        #expect(reading.faults.map(\.kind) == [.term])
        #expect(reading.faults.first?.line == 1)
      }
    }
  }

  @Test(arguments: [RDFSyntax.turtle, .trig, .ntriples, .nquads])
  func bytesThatAreNotUTF8AreRefused(syntax: RDFSyntax) throws {
    for bad: [UInt8] in [[0xC3, 0x28], [0xED, 0xA0, 0x80], [0xFF], [0xC0, 0xAF]] {
      let bytes = Array("<http://e/a> <http://e/b> \"x".utf8) + bad + Array("\" .\n".utf8)
      let reading = try read(syntax, bytes)
      #expect(reading.statements.isEmpty)
      #expect(reading.faults.count == 1)
    }
  }

  @Test func nestingBeyondTheLimitIsRefusedAndTheStackHolds() throws {
    for open in ["(", "[ <http://e/p> "] {
      let reading = try read(.turtle, "<http://e/a> <http://e/p> " + String(repeating: open, count: 200_000))
      #expect(reading.faults.map(\.kind) == [.limit])
      #expect(reading.faults.first?.line == 1)
    }
    let allowed = String(repeating: "(", count: 100) + String(repeating: ")", count: 100)
    #expect(try read(.turtle, "<http://e/a> <http://e/p> \(allowed) .").faults.isEmpty)
  }

  @Test func longTermsAndLinesAreRefused() throws {
    let limits = RDFLimits(termBytes: 1 << 20)
    let long = String(repeating: "x", count: 2 << 20)
    for syntax in [RDFSyntax.turtle, .trig] {
      for text in ["\"\"\"\(long)\"\"\"", "<http://e/\(long)>", "<p:\(long)"] {
        let reading = try read(syntax, "<http://e/a> <http://e/p> \(text) .", limits: limits)
        #expect(reading.faults.map(\.kind) == [.limit])
      }
    }
    let lines = "<http://e/a> <http://e/p> \"\(long)\" .\n<http://e/a> <http://e/p> \"y\" .\n"
    let reading = try read(.ntriples, lines, limits: limits)
    #expect(reading.faults.map(\.kind) == [.limit])
    #expect(reading.faults.first?.line == 1)
    #expect(reading.statements.map(\.text) == ["<http://e/a> <http://e/p> \"y\" ."])
  }

  @Test func zeroBytesAndCutDocumentsAreFaults() throws {
    #expect(
      try read(.turtle, "<http://e/a> \0<http://e/b> \"x\" .").faults.first?.detail.english
        == "the text holds a zero byte")
    for text in ["<http://e/a> <http://e/b> \"x", "<http://e/a> <http://e/b>", "@prefix : <http"] {
      let reading = try read(.turtle, text)
      #expect(reading.faults.count == 1)
      #expect(!reading.summary.isComplete)
    }
  }

  @Test func theCallerCanStopAndThrow() throws {
    struct Halt: Error {}
    for syntax in [RDFSyntax.ntriples, .turtle] {
      let text = (0..<50).map { "<http://e/a> <http://e/p> <http://e/\($0)> .\n" }.joined()
      var source: any ByteSource = MemoryByteSource(text.utf8)
      var seen = 0
      let summary = try RDFReader(syntax).read(&source, file: "t") { _ in
        seen += 1
        return seen < 3
      }
      #expect(seen == 3)
      #expect(summary.statements == 3)
      #expect(!summary.isComplete)
      source = MemoryByteSource(text.utf8)
      #expect(throws: Halt.self) {
        _ = try RDFReader(syntax).read(&source, file: "t") { _ in throw Halt() }
      }
    }
  }

  @Test func faultsBeyondTheLimitStopReading() throws {
    let reading = try read(
      .ntriples, String(repeating: "bad\n", count: 100), limits: RDFLimits(faults: 10))
    #expect(reading.faults.count == 10)
    #expect(!reading.summary.isComplete)
  }

  @Test func documentsLongerThanAPageReadWhole() throws {
    let text = (0..<20_000).map { "<http://e/\($0)> <http://e/p> \"\($0) é\"@fr .\n" }.joined()
    for syntax in [RDFSyntax.ntriples, .turtle, .trig, .nquads] {
      let reading = try read(syntax, text)
      #expect(reading.statements.count == 20_000)
      #expect(reading.faults.isEmpty)
      #expect(reading.statements.last?.text == "<http://e/19999> <http://e/p> \"19999 é\"@fr .")
    }
  }

  @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 70_000, 131_072])
  func graphsEndWhereverPagesDo(length: Int) throws {
    let graph = "<http://e/g> { <http://e/a> <http://e/p> 1 . }\n"
    let end = "<http://e/h> { <http://e/a> <http://e/p> 2 . }"
    let comment =
      "#" + String(repeating: "x", count: max(0, length - graph.utf8.count - end.utf8.count - 2)) + "\n"
    for tail in ["", "\n", "\n# end"] {
      let reading = try read(.trig, graph + comment + end + tail)
      #expect(reading.faults == [])
      #expect(reading.statements.count == 2)
      #expect(reading.summary.isComplete)
    }
  }

  @Test func blankNodesGetTheSameIRIEachTime() throws {
    let naming = BlankNodeNaming(record: "https://p.example/record/r/1")
    #expect(naming.term(.blank("b1")) == .iri("https://p.example/record/r/1#b-b1"))
    #expect(naming.term(.blank("a:b")) == .iri("https://p.example/record/r/1#b-a%3Ab"))
    #expect(naming.term(.iri("http://e/")) == .iri("http://e/"))
    let reading = try read(.turtle, "_:b1 <http://e/p> [ <http://e/q> _:x ] .")
    #expect(Set(reading.statements.flatMap { [$0.subject, $0.object] }).count == 3)
  }

  @Test func labelsThatLookLikeThoseMadeUpStayApart() throws {
    let text = "_:b1 <http://e/p> _:B1 , _:lb1, _:l, [ <http://e/q> _:b2 ] .\n_:B3 <http://e/p> _:b1 ."
    let reading = try read(.turtle, text)
    #expect(reading.faults.isEmpty)
    #expect(reading.statements.count == 6)
    let nodes = Set(reading.statements.flatMap { [$0.subject, $0.object] })
    #expect(nodes.count == 7)
    #expect(reading.statements.first?.subject == reading.statements.last?.object)
    let broken = try read(.turtle, "_:b1 <http://e/p> _:b2 , _:b3 ; ] .")
    #expect(
      broken.faults.map(\.column) == [
        try read(.turtle, "_:x1 <http://e/p> _:x2 , _:x3 ; ] .").faults[0].column
      ])
  }

  @Test func theDiagnosticSaysWhereAndWhat() throws {
    let reading = try read(.ntriples, "x")
    let diagnostic = try #require(reading.faults.first).diagnostic(file: "a.nt")
    #expect(diagnostic.code.name == "rdf.syntax")
    #expect(diagnostic.location == SourceLocation(file: "a.nt", line: 1))
    #expect(
      diagnostic.code.reason.english
        == "The RDF is malformed, line 1, column 1: a subject is expected: “<” or “_:”.")
  }
}
