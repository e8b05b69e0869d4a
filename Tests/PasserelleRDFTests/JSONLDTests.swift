import PasserelleCore
import PasserelleRDF
import Testing

@Suite struct JSONLDTests {
  private let context = "\"@context\": {\"e\": \"http://e/\", \"name\": \"e:name\"}"

  @Test func aBrokenNodeOfAListCostsItself() throws {
    let nodes = [
      "{\"@id\": \"e:a\", \"name\": \"A\"}", "{\"@id\": \"e:b\", \"name\": }",
      "{\"@id\": 5, \"name\": \"é\"}", "{\"@id\": \"e:c\", \"name\": {\"@value\": [1]}}",
      "{\"@id\": \"e:d\", \"name\": [\"D\", {\"@id\": \"relative\"}], \"other\": 1}",
    ]
    for text in ["{\(context), \"@graph\": [\n" + nodes.joined(separator: ",\n  ") + "]}"] {
      let reading = try read(.jsonld, text)
      #expect(
        reading.statements.map(\.text) == [
          "<http://e/a> <http://e/name> \"A\" .", "<http://e/d> <http://e/name> \"D\" .",
        ])
      #expect(reading.faults.map(\.line) == [3, 4, 5, 6])
      #expect(reading.faults.map(\.column) == [26, 3, 3, 3])
      #expect(reading.faults.map(\.kind) == [.syntax, .syntax, .syntax, .term])
      #expect(reading.faults[1].detail.english == "invalid @id value")
      #expect(reading.summary.isComplete)
      #expect(reading.summary.ignoredKeys == ["other"])
      #expect(reading.prefixes == ["e": "http://e/"])
    }
  }

  @Test func contextsAreNotFetched() throws {
    let reading = try read(
      .jsonld, "{\"@context\": \"https://schema.org/\", \"@graph\": [{\"@id\": \"http://e/\"}]}")
    #expect(reading.faults.map(\.kind) == [.syntax])
    let detail = try #require(reading.faults.first?.detail)
    #expect(detail.english.contains("https://schema.org/"))
    #expect(detail.english.contains("copy this context"))
    #expect(detail.french.contains("https://schema.org/"))
    #expect(!reading.summary.isComplete)
  }

  @Test func theOrderOfKeysDoesNotMatterInSmallDocuments() throws {
    let expected = "<http://e/a> <http://e/name> \"A\" <http://e/g> ."
    for text in [
      "{\"@graph\": [{\"@id\": \"e:a\", \"name\": \"A\"}], \(context), \"@id\": \"e:g\"}",
      "{\(context), \"@graph\": [{\"@id\": \"e:a\", \"name\": \"A\"}], \"@id\": \"e:g\"}",
      "{\(context), \"@graph\": {\"@id\": \"e:a\", \"name\": \"A\"}, \"@id\": \"e:g\"}",
    ] {
      let reading = try read(.jsonld, text)
      #expect(reading.statements.map(\.text) == [expected])
      #expect(reading.summary.isComplete)
    }
  }

  @Test func longListsAreReadNodeByNode() throws {
    let nodes = (0..<3_000).map { "{\"@id\": \"e:\($0)\", \"name\": \"é\"}" }
    let limits = RDFLimits(termBytes: 1_024)
    let list = nodes.joined(separator: ",\n")
    let text = "\u{FEFF}{\(context), \"@graph\": [\(list)]"
    let whole = try read(.jsonld, text + "}", limits: limits)
    #expect(whole.statements.count == 3_000)
    #expect(whole.summary.isComplete)
    // What comes too late for a document that is read as it comes is told of.
    let late = try read(.jsonld, text + ",\n\"@id\": \"e:g\"}", limits: limits)
    #expect(late.statements.count == 3_000)
    #expect(late.faults.map(\.line) == [3_000])
    #expect(!late.summary.isComplete)
  }

  @Test func brokenDocumentsStopAtTheirPlace() throws {
    for (text, line, column) in [
      ("", 1, 0), ("  ", 1, 0), ("[{\"@id\": \"http://e/\"}\n {}]", 2, 2), ("[]\n x", 2, 2),
      ("{\n\"a\" 1}", 2, 5),
      ("[\n{\"@id\": \"http://e/\"}", 2, 21), ("\"text\" 1", 1, 8),
    ] {
      let reading = try read(.jsonld, text)
      #expect(reading.faults.count == 1)
      #expect(reading.faults.first?.line == line, "\(text)")
      #expect(reading.faults.first?.column == column, "\(text)")
      #expect(!reading.summary.isComplete)
    }
  }

  @Test func hostileDocumentsAreRefused() throws {
    let deep = String(repeating: "{\"http://e/p\": ", count: 100_000)
    #expect(try read(.jsonld, deep).faults.count == 1)
    let closed = String(repeating: "[", count: 500) + String(repeating: "]", count: 500)
    #expect(try read(.jsonld, "{\"http://e/p\": \(closed)}").faults.map(\.kind) == [.limit])
    let long = "[{\"http://e/p\": \"\(String(repeating: "x", count: 8_192))\"}, {\"http://e/p\": \"y\"}]"
    let reading = try read(.jsonld, long, limits: RDFLimits(termBytes: 1_024))
    #expect(reading.faults.map(\.kind) == [.limit])
    #expect(reading.statements.count == 1)
    let bad = Array("[{\"http://e/p\": \"".utf8) + [0xFF] + Array("\"}]".utf8)
    #expect(try read(.jsonld, bad).faults.map(\.column) == [18])
    let cycle = "{\"@context\": {\"a\": \"b:x\", \"b\": \"a:y\"}, \"a\": 1}"
    #expect(try read(.jsonld, cycle).faults.first?.detail.english.hasPrefix("cyclic IRI mapping") == true)
  }

  @Test func numbersKeepTheirValue() throws {
    let reading = try read(
      .jsonld,
      "{\"http://e/p\": [1, 1.0, -0, 1e21, 12345678901234567890, 0.1, 5e-324, true, 1.5e300]}")
    #expect(
      reading.statements.compactMap { $0.object.literal?.lexicalForm } == [
        "1", "1", "0", "1.0E21", "12345678901234567890", "1.0E-1", "5.0E-324", "true", "1.5E300",
      ])
  }

  @Test func prefixesShortenWhatIsWritten() throws {
    var bytes: [UInt8] = []
    let serializer = RDFSerializer(
      .jsonld, prefixes: [(name: "e", iri: "http://e/"), (name: "urn", iri: "http://u-")]
    ) {
      bytes += $0
    }
    let reading = try read(
      .trig,
      """
      @prefix e: <http://e/> .
      e:a a e:C ; e:p "x" , "y"@fr , 1 . e:g { e:a e:p <urn:x> . e:b e:p <http://u-1> . }
      """)
    for statement in reading.statements { try serializer.add(statement) }
    try serializer.finish()
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        {
        "@context": {
          "e": "http://e/",
          "urn": {"@id": "http://u-", "@prefix": true}
        },
        "@graph": [
        {"@id": "e:a", "@type": "e:C", "e:p": ["x", {"@value": "y", "@language": "fr"}, \
        {"@value": "1", "@type": "http://www.w3.org/2001/XMLSchema#integer"}]},
        {"@id": "e:g", "@graph": [
        {"@context": null, "@id": "http://e/a", "http://e/p": {"@id": "urn:x"}},
        {"@id": "e:b", "e:p": {"@id": "urn:1"}}
        ]}
        ]
        }

        """)
    #expect(try read(.jsonld, bytes).statements.map(\.text) == reading.statements.map(\.text))
  }

  @Test func theSyntaxIsKnownByNameAndContent() {
    #expect(RDFSyntax.detect(fileName: "a/b.jsonld", firstBytes: []) == .jsonld)
    #expect(RDFSyntax.detect(fileName: "b.json", firstBytes: Array("{\"@context\": {}".utf8)) == .jsonld)
    #expect(RDFSyntax.detect(fileName: "b.json", firstBytes: Array("{\"ocid\": 1}".utf8)) == nil)
  }
}
