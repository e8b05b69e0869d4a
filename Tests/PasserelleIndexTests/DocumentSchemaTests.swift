import PasserelleCore
import Testing

@testable import PasserelleIndex

@Suite struct DocumentSchemaTests {
  @Test func placesAreThoseOfTheSchema() {
    let schema = DocumentSchema.schema
    for field in TextField.allCases {
      #expect(schema.fields[DocumentSchema.place(of: field)].name == field.rawValue)
      #expect(
        schema.fields[DocumentSchema.place(of: field)].hasPositions == DocumentSchema.hasPositions(field))
    }
    for keyword in DocumentSchema.Keyword.allCases {
      #expect(schema.keywords[keyword.column] == keyword.rawValue)
    }
    for number in DocumentSchema.Number.allCases {
      #expect(schema.numbers[number.column] == number.rawValue)
    }
  }

  @Test(
    arguments: [
      ("0", 0), ("1000.5", 100_050), ("0.004", 0), ("0.005", 1), ("0.0149999", 1), ("-0.005", -1),
      ("-12.344", -1234), ("12", 1200), ("92233720368547758.07", .max), ("1e30", .max), ("-1e30", .min),
      ("0.0000000000000000000000000001", 0),
    ] as [(String, Int64)])
  func amountsAreCents(text: String, cents: Int64) throws {
    #expect(DocumentSchema.cents(try #require(DecimalNumber(text))) == cents)
  }

  @Test func aStoredRecordComesBack() throws {
    let document = TextDocument(
      id: 1, kind: .award, subject: "urn:é", title: "", language: "fr", date: PartialDate(iso: "2019-02"),
      amount: DecimalNumber("1000.50").map { Money($0) }, texts: [:])
    let bytes = DocumentRecord(document).encoded
    let record = try #require(DocumentRecord(decoding: bytes))
    #expect(record.subject == "urn:é")
    #expect(record.title == "")
    #expect(record.date == PartialDate(iso: "2019-02"))
    #expect(record.amount?.amount == DecimalNumber("1000.5"))
    for count in bytes.indices { #expect(DocumentRecord(decoding: Array(bytes[..<count])) == nil) }
    #expect(DocumentRecord(decoding: bytes + [0]) == nil)
    #expect(DocumentRecord(decoding: [0, 0, 1, 0x78, 0]) == nil, "a date that is none")
    #expect(DocumentRecord(decoding: [255, 255, 255, 255, 255, 255, 255, 255, 255, 1]) == nil)
  }

  @Test(arguments: [nil, 5])
  func aStoredAmountKeepsItsCurrency(rate: Int?) throws {
    let date = try #require(PartialDate(iso: "2019-02-03"))
    let money = Money(
      DecimalNumber(100), "GBP",
      euros: rate.map { EuroValue(DecimalNumber(20), rate: DecimalNumber($0), date: date) })
    let document = TextDocument(
      id: 1, kind: .award, subject: "urn:a", title: "a", language: "fr", amount: money, texts: [:])
    let bytes = DocumentRecord(document).encoded
    #expect(DocumentRecord(decoding: bytes)?.amount == money)
    for count in bytes.indices { #expect(DocumentRecord(decoding: Array(bytes[..<count])) == nil) }
    let numbers = IndexDocument(document).numbers.map { [Int64($0.column), $0.value] }
    #expect(numbers.contains([2, 2000]) == (rate != nil))
    #expect(numbers.contains([4, 1]) == (rate == nil))
  }

  /// What stands in the place of conditions on a column, at any depth.
  @Test func conditionsOnAColumnAreReplaced() {
    let (amount, other) = (
      IndexQuery.number(column: 2, range: 1...9), IndexQuery.number(column: 4, range: 1...1)
    )
    let year = IndexQuery.number(column: 1, range: 2019...2020)
    func query(_ part: IndexQuery) -> IndexQuery {
      .boolean(
        must: [year, .filter(part)], should: [part],
        mustNot: [.boolean(must: [part], should: [], mustNot: [])])
    }
    #expect(query(amount).replacing(number: 2, by: other) == query(other))
    #expect(query(year).replacing(number: 2, by: other) == nil)
  }

  @Test func equalTermsAreOneWord() throws {
    let query = try DocumentQuery.query(TextQuery(fields: [.title], terms: ["b", "a", "b", ""]))
    func word(_ term: String, _ boost: Float) -> IndexQuery {
      .word(
        TermGroup(
          [FieldTerm(field: 0, term: Array(term.utf8))], boost: boost,
          parameters: BM25Parameters(k1: 1.2, b: 0.75)))
    }
    #expect(
      query
        == .boolean(
          must: [.boolean(must: [], should: [word("b", 2), word("a", 1)], mustNot: [])], should: [],
          mustNot: []))
    #expect(try DocumentQuery.query(TextQuery(fields: [.title], terms: [""])) == .nothing)
    #expect(try DocumentQuery.query(TextQuery(fields: [.title], terms: [])) == .everything)
  }
}
