import PasserelleCore
import Testing

@testable import PasserelleSPARQL

/// The writer of identifiers and that of terms give the same bytes.
@Suite struct ResultsWriterTests {
  private typealias Fixture = BatchExpressionFixture

  private static let harsh: [Term] = [
    .string("\u{1}\u{8}\t\n\u{C}\r\"\\ \u{7F}&<>,;é\u{FFFE}\u{FFFF}\u{FFFD}\u{1F600}"),
    .iri("http://e/<a b>{}|^`\\\"é"),
    .string("a,b"), .string("x", language: "fr-be"), .literal(Literal("<&\">", .other("http://e/<&\">"))),
    .string(String(repeating: "long ", count: 40_000)), .iri("http://e/a&b=c"),
  ]

  private func written(_ format: ResultFormat, _ names: [String], _ rows: [[Term?]]) throws -> [UInt8] {
    let run = Fixture.engineRun()
    var bytes: [UInt8] = []
    let writer = ResultWriter(format, variables: names, run) { bytes += $0 }
    writer.begin()
    for start in stride(from: 0, to: rows.count, by: 17) {
      let part = rows[start..<min(start + 17, rows.count)]
      let columns = try names.indices.map { column -> [TermID]? in
        try part.map { row in try row[column].map { try run.identifier(of: $0) } ?? TermID.none }
      }
      try writer.write(columns, count: part.count)
    }
    try writer.end()
    return bytes
  }

  @Test(arguments: ResultFormat.allCases)
  func bytesAreThoseOfTables(_ format: ResultFormat) throws {
    var fixture = Fixture(seed: 11)
    let names = ["a", "b\"<&>,", "c"]
    var rows = fixture.rows(400)
    rows += Self.harsh.map { [$0, nil, $0] } + [[nil, nil, nil], [.blank("x"), .blank("y"), .blank("x")]]
    let table = SolutionTable(variables: names, rows: rows)
    #expect(try written(format, names, rows) == format.write(table))
    #expect(try written(format, [], [[], []]) == format.write(SolutionTable(variables: [], rows: [[], []])))
    #expect(try written(format, ["v"], []) == format.write(SolutionTable(variables: ["v"])))
  }

  @Test func inlineTextsAreThoseOfTerms() {
    var random = SeededRandom(seed: 4)
    let text = InlineText()
    defer { text.deallocate() }
    var differences: [TermID] = []
    for _ in 0..<20_000 {
      let kind = InlineKind.allCases[Int(random.next() % UInt64(InlineKind.allCases.count))]
      let width = random.next() % 56
      let payload = Int64(bitPattern: random.next() << (63 - width)) >> Int64(63 - width)
      guard let id = TermID(kind, payload: payload) else { continue }
      var found: String?
      let isKnown = text.with(id) { found = String(decoding: $0, as: UTF8.self) }
      let expected = InlineValue.term(of: id)?.lexicalForm
      // Booleans other than 0 and 1, and decimals not in canonical form, stand in no store.
      if isKnown, kind != .decimal || payload & 31 <= 28, found != expected { differences.append(id) }
    }
    #expect(differences == [])
  }
}
