import PasserelleCore
import PasserelleTestSupport
import Testing

@Suite struct InlineValueTests {
  private static func identifier(_ term: Term) -> TermID? {
    if case .literal(let literal) = term { InlineValue.identifier(of: literal) } else { nil }
  }

  @Test func whatIsWrittenInlineComesBackExactly() throws {
    var make = RandomStatements(seed: 91)
    let terms = RandomStatements.edgeLiterals + (0..<3000).map { _ in make.literal() }
    for term in terms {
      guard let id = Self.identifier(term) else { continue }
      #expect(id.isInline)
      #expect(InlineValue.term(of: id) == term, "\(term)")
    }
  }

  @Test(arguments: [
    (Datatype.integer, "0"), (.integer, "-42"), (.integer, "36028797018963967"),
    (.integer, "-36028797018963968"),
    (.decimal, "0.5"), (.decimal, "-1125899906842623"), (.date, "2024-02-29"), (.yearMonth, "2024-02"),
    (.year, "2024"), (.dateTime, "2024-02-29T23:59:59Z"), (.dateTime, "1969-12-31T23:59:59Z"),
    (.boolean, "true"),
  ])
  func canonicalValuesAreInline(datatype: Datatype, text: String) {
    #expect(InlineValue.identifier(of: Literal(text, datatype)) != nil)
  }

  @Test(arguments: [
    (Datatype.integer, "+5"), (.integer, "007"), (.integer, "-0"), (.integer, "36028797018963968"),
    (.decimal, "1.0"), (.decimal, "1e3"), (.decimal, "1125899906842624"), (.date, "2024-02-29Z"),
    (.dateTime, "2024-02-29T23:59:59"), (.dateTime, "2024-02-29T23:59:59.5Z"), (.boolean, "1"),
    (.string, "5"),
    (.language("fr"), "5"), (.other("urn:x"), "5"),
  ])
  func othersGoToTheDictionary(datatype: Datatype, text: String) {
    #expect(InlineValue.identifier(of: Literal(text, datatype)) == nil)
  }

  @Test func identifiersOrderAsWholeNumbersAndDatesDo() throws {
    var random = SeededGenerator(seed: 17)
    let numbers = (0..<300).map { _ in random.number(-1_000_000...1_000_000) }
    let ids = try numbers.map { try #require(Self.identifier(.integer($0))) }
    #expect(ids.sorted().map { InlineValue.term(of: $0)?.lexicalForm } == numbers.sorted().map(String.init))
    let dates = try numbers.map { try #require(PartialDate(daysSince1970: $0 % 700_000)) }
    let dateIDs = try dates.map { try #require(Self.identifier(.date($0))) }
    #expect(dateIDs.sorted().map { InlineValue.term(of: $0) } == dates.sorted().map { .date($0) })
  }

  /// A damaged file may hold any 64 bits.
  @Test func damagedIdentifiersNeverTrap() throws {
    var random = SeededGenerator(seed: 5)
    for kind in InlineKind.allCases {
      for payload in [Int64.min >> 8, -1, 0, 1, Int64.max >> 8, 1 << 54, -(1 << 54)] {
        let id = try #require(TermID(kind, payload: payload))
        if let term = InlineValue.term(of: id), let same = Self.identifier(term) {
          #expect(InlineValue.term(of: same) == term)
        }
      }
    }
    for _ in 0..<5000 { _ = InlineValue.term(of: TermID(rawValue: Int64(bitPattern: random.next()))) }
  }
}
