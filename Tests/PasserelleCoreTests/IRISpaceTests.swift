import PasserelleCore
import PasserelleTestSupport
import Testing

@Suite struct IRISpaceTests {
  @Test func coinsIRIsUnderItsBase() {
    let iris = IRISpace(base: "https://ville.example/graphe")
    #expect(iris.base == "https://ville.example/graphe/")
    #expect(
      iris.identifier(.siret, "78471226700060") == "https://ville.example/graphe/id/siret/78471226700060")
    #expect(
      iris.record(source: "decp", key: "a b/c:1") == "https://ville.example/graphe/record/decp/a%20b/c:1")
    #expect(IRISpace().base == IRISpace.defaultBase)
  }

  @Test func valuesComeBackFromTheirIRI() throws {
    var random = SeededGenerator(seed: 23)
    let iris = IRISpace()
    for _ in 0..<3000 {
      let value = random.text(1...12)
      let scheme = random.pick(IdentifierScheme.allCases)
      let iri = iris.identifier(scheme, value)
      #expect(iri.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !#"<>"{}|^`\"#.utf8.contains($0) })
      let parts = try #require(iris.identifierParts(of: iri))
      #expect(parts.scheme == scheme)
      #expect(iris.identifierScheme(of: iri) == scheme)
      #expect(parts.value.utf8.elementsEqual(value.utf8), "\(value.debugDescription)")
    }
  }

  @Test func differentValuesHaveDifferentIRIs() {
    let iris = IRISpace()
    let values = ["a b", "a%20b", "a+b", "a", "A", "%", "%25", "é", "e\u{301}", "a?b", "a#b", "/a", "a/"]
    #expect(Set(values.map { iris.identifier(.local, $0) }).count == values.count)
  }

  @Test(arguments: [
    "", "https://passerelle.example/", "https://passerelle.example/id/siret",
    "https://passerelle.example/id/siret/", "https://passerelle.example/id//1",
    "https://passerelle.example/id/é/1",
    "https://passerelle.example/id/unknown/1", "https://passerelle.example/record/decp/1",
    "https://other.example/id/siret/1",
  ])
  func otherIRIsHaveNoParts(iri: String) {
    #expect(IRISpace().identifierParts(of: iri) == nil)
    #expect(IRISpace().identifierScheme(of: iri) == nil)
  }

  @Test(arguments: [
    ("a%2", "a%2"), ("%", "%"), ("%zz", "%zz"), ("%+A", "%+A"), ("%41", "A"), ("%e9", "\u{FFFD}"),
  ])
  func brokenEscapesAreKept(value: String, expected: String) {
    #expect(IRISpace().identifierParts(of: IRISpace.defaultBase + "id/local/" + value)?.value == expected)
  }
}
