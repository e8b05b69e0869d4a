import PasserelleCore
import PasserelleRDF
import Testing

@Suite struct RDFSerializerTests {
  private func written(
    _ statements: [RDFStatement], _ syntax: RDFSyntax, prefixes: [(name: String, iri: String)] = []
  ) throws -> String {
    var bytes: [UInt8] = []
    let serializer = RDFSerializer(syntax, prefixes: prefixes) { bytes += $0 }
    for statement in statements { try serializer.add(statement) }
    try serializer.finish()
    #expect(serializer.statements == statements.count)
    return String(decoding: bytes, as: UTF8.self)
  }

  private let prefixes = [
    (name: "e", iri: "http://e/"), (name: "", iri: "http://e/v#"), (name: "1", iri: "x"),
  ]

  @Test func turtleGroupsAndShortens() throws {
    let text = """
      @prefix e: <http://e/> . @prefix x: <http://www.w3.org/2001/XMLSchema#> .
      e:a a e:C ; e:p 1 , -1.50 , 1e0 , true , "01"^^x:boolean , "1."^^x:decimal , "x"^^e:t , "é"@fr .
      e:b e:p e:a , <http://e/a.b> , <http://e/a/b> , <http://e/-a> , e: , <http://e/v#x> .
      _:z e:p _:y .
      """
    let reading = try read(.turtle, text)
    #expect(
      try written(reading.statements, .turtle, prefixes: prefixes) == """
        @prefix e: <http://e/> .
        @prefix : <http://e/v#> .

        e:a a e:C ;
            e:p 1 , -1.50 , 1e0 , true , "01"^^<http://www.w3.org/2001/XMLSchema#boolean> , \
        "1."^^<http://www.w3.org/2001/XMLSchema#decimal> , "x"^^e:t , "é"@fr .
        e:b e:p e:a , <http://e/a.b> , <http://e/a/b> , <http://e/-a> , e: , :x .
        _:z e:p _:y .

        """)
  }

  @Test func graphsAreOpenedAndClosed() throws {
    let text = "@prefix e: <http://e/> . e:a e:p 1 . e:g { e:a e:p 1 , 2 . e:b e:p 1 } _:g { e:b e:p 1 }"
    let reading = try read(.trig, text)
    #expect(
      try written(reading.statements, .trig, prefixes: [(name: "e", iri: "http://e/")]) == """
        @prefix e: <http://e/> .

        e:a e:p 1 .
        e:g {
        e:a e:p 1 , 2 .
        e:b e:p 1 .
        }
        _:g {
        e:b e:p 1 .
        }

        """)
  }

  @Test func whatXMLCannotHoldIsRefusedAndNamed() throws {
    let refused: [(RDFStatement, String)] = [
      (
        RDFStatement(subject: .iri("http://e/a"), predicate: .iri("http://e/1"), object: .iri("http://e/b")),
        "name"
      ),
      (
        RDFStatement(
          subject: .iri("http://e/a"), predicate: .iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#li"),
          object: .iri("http://e/b")), "rdf:li"
      ),
      (
        RDFStatement(
          subject: .iri("http://e/a"), predicate: .iri("http://e/p"), object: .term(.string("\u{1}"))),
        "character"
      ),
      (
        RDFStatement(
          subject: .iri("http://e/a"), predicate: .iri("http://e/p"), object: .term(.string("\u{FFFE}"))),
        "character"
      ),
    ]
    for (statement, word) in refused {
      var bytes: [UInt8] = []
      let serializer = RDFSerializer(.rdfxml) { bytes += $0 }
      let error = #expect(throws: PasserelleError.self) { try serializer.add(statement) }
      #expect(error?.code.name == "rdf.unwritable")
      #expect(error?.message.english.contains("<http://e/a>") == true)
      #expect(error?.message.english.contains(word) == true)
      try serializer.finish()
      #expect(try read(.rdfxml, bytes).summary.isComplete)
    }
  }

  @Test(arguments: RDFSyntax.allCases)
  func labelsAndTextsOfEverySortComeBack(syntax: RDFSyntax) throws {
    var statements: [RDFStatement] = []
    let labels = ["a", "1", "a b", "", "x--", "é", "a.b", "a:b", "-", "x--61", "b1", "B1"]
    for label in labels {
      statements.append(
        RDFStatement(subject: .blank(label), predicate: .iri("http://e/p"), object: .term(.string(label))))
    }
    let texts = [
      "", " a \n\t\r\n", "<&>\"']]>", "\\u0041", "\u{7F}\u{85}\u{2028}", "𝔘\u{E000}", "@fr", "x@y",
    ]
    for text in texts {
      for datatype in [Datatype.string, .language("fr-fr"), .integer, .other("http://e/t?a=1&b='2'")] {
        statements.append(
          RDFStatement(
            subject: .iri("http://e/a?b=1&c=2"), predicate: .iri("urn:x:p"),
            object: .term(.literal(Literal(text, datatype)))))
      }
    }
    let bytes = try written(
      statements, syntax, prefixes: [(name: "urn", iri: "http://e/"), (name: "p", iri: "urn:x:")])
    let reading = try read(syntax, bytes)
    #expect(reading.faults == [])
    #expect(Isomorphism.holds(reading.statements, statements))
  }

  @Test func equalInputGivesEqualBytesInPieces() throws {
    let statements = (0..<4_000).map {
      RDFStatement(
        subject: .iri("http://e/\($0 / 3)"), predicate: .iri("http://e/p\($0 % 2)"),
        object: .term(.integer($0)), graph: .iri("http://e/g\($0 / 100)"))
    }
    for syntax in RDFSyntax.allCases {
      var pieces = 0
      let serializer = RDFSerializer(syntax) { pieces += $0.isEmpty ? 0 : 1 }
      for statement in statements { try serializer.add(statement) }
      try serializer.finish()
      try serializer.finish()
      #expect(pieces > 1)
      #expect(try written(statements, syntax) == written(statements, syntax))
    }
  }

  @Test func whatTheSinkThrowsComesThrough() {
    struct Full: Error {}
    let serializer = RDFSerializer(.turtle) { _ in throw Full() }
    #expect(throws: Full.self) {
      try serializer.add(
        RDFStatement(subject: .blank("a"), predicate: .iri("http://e/p"), object: .blank("b")))
      try serializer.finish()
    }
  }
}
