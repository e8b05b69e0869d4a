import PasserelleCore
import Testing

@Suite struct TermTests {
  /// RDF compares terms by code point; Swift's strings are equal when canonically equivalent.
  @Test func equalityIsByCodePoint() {
    let (composed, decomposed) = ("caf\u{E9}", "cafe\u{301}")
    #expect(Term.string(composed) != Term.string(decomposed))
    #expect(Term.iri(composed) != Term.iri(decomposed))
    #expect(Term.string("x", language: composed) != Term.string("x", language: decomposed))
    #expect(Datatype.other(composed) != Datatype.other(decomposed))
    #expect(Set([Term.string(composed), .string(decomposed), .string(composed)]).count == 2)
    #expect(Term.string(composed) == Term.string(composed))
    #expect(Term.iri("a") != Term.string("a"))
    #expect(Term.string("a") != Term.string("a", language: "fr"))
    #expect(Term.integer(5) != Term.decimal(DecimalNumber(5)))
  }

  @Test func datatypesComeBackFromTheirIRI() {
    let all: [Datatype] = [
      .string, .integer, .decimal, .date, .yearMonth, .year, .dateTime, .boolean, .other("urn:x"),
    ]
    for datatype in all { #expect(Datatype(iri: datatype.iri) == datatype) }
    #expect(Set(all.map(\.iri)).count == all.count)
    #expect(Datatype.language("fr").iri.hasSuffix("#langString"))
  }

  @Test func datesTakeTheDatatypeOfTheirPrecision() throws {
    for (text, datatype) in [("2024", Datatype.year), ("2024-05", .yearMonth), ("2024-05-06", .date)] {
      let date = try #require(PartialDate(iso: text))
      #expect(Term.date(date) == .literal(Literal(text, datatype)))
    }
  }

  @Test func valuesAreWrittenCanonically() throws {
    #expect(Term.integer(-7).lexicalForm == "-7" && Term.boolean(true).lexicalForm == "true")
    #expect(Term.decimal(try #require(DecimalNumber("1.50"))).lexicalForm == "1.5")
    #expect(Term.iri("urn:x").iriValue == "urn:x" && Term.iri("urn:x").lexicalForm == nil)
    #expect(Term.string("x").iriValue == nil)
  }
}
