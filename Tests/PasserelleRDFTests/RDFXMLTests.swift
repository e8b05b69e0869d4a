import PasserelleCore
import PasserelleRDF
import Testing

@Suite struct RDFXMLTests {
  private func document(_ content: String, attributes: String = "") -> String {
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:e=\"http://e/\" \(attributes)>\n"
      + content + "\n</rdf:RDF>"
  }

  @Test(.enabled(if: W3CSuite.folder != nil, "suites/rdf-tests is missing"))
  func everyTestOfTheSuitePasses() throws {
    let folder = try #require(W3CSuite.folder)
    let (cases, base) = try W3CSuite.cases("rdf-xml", in: folder)
    #expect(cases.count == 166)
    let failures = try cases.compactMap {
      try W3CSuite.failure($0, .rdfxml, folder + "rdf-xml", base: base)
    }
    #expect(failures == [])
  }

  @Test func itStatesWhatTurtleStates() throws {
    let xml = document(
      """
      <e:City rdf:about="lyon" e:code="69123" xml:lang="fr-FR">
        <e:name>Lyon</e:name>
        <e:area rdf:datatype="http://www.w3.org/2001/XMLSchema#decimal">47.87</e:area>
        <e:partner rdf:resource="#milan"/>
        <e:seat rdf:parseType="Resource"><e:street xml:lang="">Rue é</e:street></e:seat>
        <e:members rdf:parseType="Collection"><rdf:Description rdf:nodeID="x"/><e:Town/></e:members>
      </e:City>
      """, attributes: "xml:base=\"http://b/c/\"")
    let turtle = """
      @prefix e: <http://e/> . @base <http://b/c/> .
      <lyon> a e:City ; e:code "69123"@fr-fr ; e:name "Lyon"@fr-fr ; e:area 47.87 ; e:partner <#milan> ;
        e:seat [ e:street "Rue é" ] ; e:members ( _:x [ a e:Town ] ) .
      """
    let (left, right) = (try read(.rdfxml, xml), try read(.turtle, turtle))
    #expect(left.faults.isEmpty)
    #expect(left.summary.isComplete)
    #expect(Isomorphism.holds(left.statements, right.statements))
    #expect(left.prefixes["e"] == "http://e/")
    #expect(left.bases == ["http://b/c/"])
  }

  @Test func aBreakOfTheGrammarStopsAtItsLine() throws {
    for content in [
      "<e:A>\n<e:p>text<e:B/></e:p></e:A>", "<e:A>\n<e:p rdf:resource='x' rdf:parseType='Literal'/></e:A>",
      "<e:A>\n<rdf:Description/></e:A>", "<e:A rdf:ID='a'/>\n<e:A rdf:ID='a'/>", "<e:A>\n<e:p></e:A>",
      "<e:A>\n<noNamespace/></e:A>",
    ] {
      let reading = try read(.rdfxml, document(content), base: "http://b/")
      #expect(reading.faults.map(\.kind) == [.syntax])
      #expect(reading.faults.first?.line == 3)
      #expect(!reading.summary.isComplete)
    }
  }

  @Test func aRefusedIRICostsItsStatementsAlone() throws {
    let reading = try read(
      .rdfxml, document("<e:A rdf:about='relative'>\n<e:p>1</e:p></e:A><e:A rdf:about='http://e/a'/>"))
    #expect(reading.faults.map(\.kind) == [.term])
    #expect(reading.statements.map(\.subject) == [.iri("http://e/a")])
    #expect(reading.summary.isComplete)
  }

  @Test func aNamespaceThatIsNoIRICostsItsStatementsAlone() throws {
    let reading = try read(
      .rdfxml,
      document("<r:A xmlns:r='relative/' rdf:about='http://e/a' r:p='1'><r:q>2</r:q><e:s>3</e:s></r:A>"))
    #expect(reading.faults.map(\.kind) == [.term, .term, .term])
    #expect(reading.statements.map(\.predicate) == [.iri("http://e/s")])
  }

  @Test func anEmptyDocumentIsNone() throws {
    for text in ["", "  \n", "text"] {
      let reading = try read(.rdfxml, text)
      #expect(reading.faults.map(\.kind) == [.syntax])
      #expect(reading.faults.first?.line == 1)
      #expect(!reading.summary.isComplete)
    }
    #expect(try read(.turtle, "").summary.isComplete)
  }

  @Test func hostileDocumentsAreRefused() throws {
    let deep = String(repeating: "<e:A xmlns:e='http://e/'><e:p>", count: 150)
    #expect(try read(.rdfxml, deep).faults.map(\.kind) == [.limit])
    let entity = "<!DOCTYPE x [<!ENTITY a 'b'>]><e:A xmlns:e='http://e/'><e:p>&a;</e:p></e:A>"
    #expect(try read(.rdfxml, entity).faults.map(\.kind) == [.limit])
    let long = document("<e:A><e:p>\(String(repeating: "x", count: 4096))</e:p></e:A>")
    #expect(try read(.rdfxml, long, limits: RDFLimits(termBytes: 1024)).faults.map(\.kind) == [.limit])
  }

  @Test func theCallerCanStop() throws {
    var source: any ByteSource = MemoryByteSource(document("<e:A/><e:A/><e:A/>").utf8)
    var seen = 0
    let summary = try RDFReader(.rdfxml).read(&source, file: "t") { event in
      if case .statement = event { seen += 1 }
      return seen < 2
    }
    #expect(seen == 2)
    #expect(!summary.isComplete)
  }
}
