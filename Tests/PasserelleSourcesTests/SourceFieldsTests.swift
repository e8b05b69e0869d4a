import PasserelleCore
import PasserelleJSON
import Testing

@testable import PasserelleSources

@Suite("Fields of a source that no relation names")
struct SourceFieldsTests {
  @Test(
    "are named by their keys and come back where they stood",
    arguments: [
      (["tender", "isAmendment"], [], #"{"tender":{"isAmendment":false}}"#, "tender.isAmendment", "false"),
      (["x"], [], #"{"x":{"a":[1,2.50]}}"#, "x", #"{"a":[1,2.50]}"#),
      (
        ["awards", "colour"], ["1"], #"{"awards":[{"id":"1","colour":"red"}]}"#, "awards[].colour@1",
        #"[{"id":"1","colour":"red"}]"#
      ),
      (
        ["buyer", "size"], [], #"{"buyer":{"id":"B","size":3}}"#, "buyer{}.size", #"{"id":"B","size":3}"#
      ),
      (["size"], [], #"{"id":"B","size":3}"#, "{}.size", #"{"id":"B","size":3}"#),
      (
        ["a.b", "", "c[]@{}%"], ["x@y"], #"{"a.b":{"":{"c[]@{}%":1}}}"#,
        "a%2Eb.%.c%5B%5D%40%7B%7D%25@x%40y", "1"
      ),
      (["tender", "notes"], [], #"{"tender":{"notes":"l\né"}}"#, "tender.notes", #""l\né""#),
    ] as [([String], [String], String, String, String)])
  func names(_ keys: [String], _ marks: [String], _ piece: String, _ name: String, _ json: String) throws {
    let value = try JSONDocument.parse(Array(piece.utf8))
    let field = SourceField(value, at: keys, of: marks)
    #expect(field.name == name)
    #expect(String(decoding: field.json, as: UTF8.self) == json)
    #expect(field.piece == value)
    #expect(field.plainName == SourceField.name(keys, marks))
    #expect(field.path == SourceField.name(keys, []))
  }

  @Test("are one literal of JSON a thing, sorted, and several where they are long")
  func literals() throws {
    let fields = ["b", "a", "c"].map { SourceField(name: $0, json: Array("1".utf8)) }
    let literal = Literal(#"{"a":1,"b":1,"c":1}"#, .other(Vocabulary.rdf + "JSON"))
    #expect(SourceFields.literals(of: fields) == [.literal(literal)])
    #expect(SourceFields.literals(of: []) == [])
    let long = (0..<5).map { rank in
      SourceField(name: "f\(rank)", json: Array(("\"" + String(repeating: "x", count: 30_000) + "\"").utf8))
    }
    let texts = SourceFields.literals(of: long).compactMap(\.lexicalForm)
    #expect(texts.map(\.utf8.count).allSatisfy { $0 <= SourceFields.mostBytes + 1 })
    #expect(texts.count == 3)
    let back = try texts.flatMap { try #require(SourceFields.fields(in: $0)) }
    #expect(back.map(\.name) == long.map(\.name))
    #expect(back.map(\.json) == long.map(\.json))
  }

  @Test("of elements of one identifier are one field")
  func repeated() {
    let fields = [#"[{"id":"1","a":1}]"#, #"[{"id":"1","a":1,"b":2}]"#].map {
      SourceField(name: "x[].y@1", json: Array($0.utf8))
    }
    #expect(
      SourceFields.literals(of: fields).compactMap(\.lexicalForm) == [
        #"{"x[].y@1":[{"id":"1","a":1,"b":2}]}"#
      ])
  }

  private static let owner = "https://passerelle.example/id/ocid/o%241"

  private static func statement(_ subject: String, _ relation: String, _ object: Term)
    -> StatementOverlay.Statement
  { StatementOverlay.Statement(.iri(subject), .iri(relation), object) }

  @Test("are taken apart and brought together again, also those that were things")
  func loosened() {
    let json = Datatype.other(Vocabulary.rdf + "JSON")
    let compact = [
      Self.statement(Self.owner, Vocabulary.title, .string("t")),
      Self.statement(
        Self.owner, ProcessVocabulary.sourceFields,
        .literal(Literal(#"{"awards[].colour@1/é":[{"id":"1/é","colour":"red"}],"x":1}"#, json))),
    ]
    let loose = SourceFields.loosened(compact)
    #expect(loose.count == 7)
    #expect(SourceFields.gathered(loose) == compact)
    let things = ["/field/awards.colour%401/%C3%A9", "/field/x"].map { Self.owner + $0 }
    let pieces = [#"{"awards":[{"id":"1/é","colour":"red"}]}"#, #"{"x":1}"#]
    var former = [compact[0]]
    for (thing, (path, piece)) in zip(things, zip(["awards.colour", "x"], pieces)) {
      former += [
        Self.statement(Self.owner, ProcessVocabulary.hasSourceField, .iri(thing)),
        Self.statement(thing, Vocabulary.type, .iri(Vocabulary.pas + "SourceField")),
        Self.statement(thing, ProcessVocabulary.path, .string(path)),
        Self.statement(thing, ProcessVocabulary.json, .string(piece)),
      ]
    }
    #expect(SourceFields.loosened(former) == loose)
    #expect(SourceFields.gathered(SourceFields.loosened(former)) == compact)
    #expect(SourceFields.loosened([compact[0]]) == [compact[0]])
  }

  @Test("stay what they are where they are no JSON any more")
  func damaged() {
    let broken = Self.statement(Self.owner, ProcessVocabulary.sourceFields, .string("{"))
    #expect(SourceFields.gathered(SourceFields.loosened([broken])) == [broken])
  }

  @Test("are given back from both forms")
  func exported() throws {
    func pieces(_ statements: [StatementOverlay.Statement]) -> [JSONValue] {
      let record = RecordStatements(
        source: "ocds", key: "o$1", subject: Self.owner, kind: .call, isDemonstration: false,
        statements: statements.compactMap { one in
          guard let subject = one.subject.iriValue, let relation = one.predicate.iriValue else { return nil }
          return (subject, relation, one.object)
        })
      return SourceFields.pieces(of: record.main)
    }
    let thing = Self.owner + "/field/x"
    let former = [
      Self.statement(Self.owner, ProcessVocabulary.hasSourceField, .iri(thing)),
      Self.statement(thing, ProcessVocabulary.path, .string("x")),
      Self.statement(thing, ProcessVocabulary.json, .string(#"{"x":[{"id":"1"}]}"#)),
    ]
    let wanted = try JSONDocument.parse(Array(#"{"x":[{"id":"1"},{"id":"2"}]}"#.utf8))
    let other = Self.statement(
      Self.owner, ProcessVocabulary.sourceFields, .string(#"{"x@2":[{"id":"2"}]}"#))
    #expect(pieces(former + [other]) == [wanted])
  }
}
