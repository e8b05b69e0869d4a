import PasserelleCore
import PasserelleSPARQL
import Testing

@testable import PasserelleConformance

@Suite struct ResultFormatTests {
  private let table = SolutionTable(
    variables: ["a", "b"],
    rows: [
      [.iri("http://e/x?a=1&b=2"), .string("l'un,\"deux\"\n\t\\ \u{1F600}")],
      [.blank("z 1"), .string("é", language: "fr-be")],
      [nil, .integer(5)], [.blank("y"), .blank("z 1")],
      [.literal(Literal("x", .other("http://e/t"))), .decimal(DecimalNumber(digits: 15, scale: 1))],
    ])

  private func text(_ format: ResultFormat) -> String { String(decoding: format.write(table), as: UTF8.self) }

  @Test func formatsReadBack() throws {
    let normal = SolutionTable(
      variables: table.variables,
      rows: table.rows.map {
        $0.map { $0 == .blank("z 1") ? .blank("b0") : $0 == .blank("y") ? .blank("b1") : $0 }
      })
    #expect(try ResultReading.json(ResultFormat.json.write(table)) == .solutions(normal))
    #expect(try ResultReading.xml(ResultFormat.xml.write(table), base: "http://e/") == .solutions(normal))
    #expect(try ResultReading.tsv(ResultFormat.tsv.write(table)) == normal)
  }

  @Test func csvHasPlainTexts() {
    #expect(
      text(.csv)
        == "a,b\r\nhttp://e/x?a=1&b=2,\"l'un,\"\"deux\"\"\n\t\\ \u{1F600}\"\r\n_:b0,é\r\n,5\r\n_:b1,_:b0\r\nx,1.5\r\n"
    )
  }

  @Test func controlCharactersAreEscaped() throws {
    let table = SolutionTable(variables: ["v"], rows: [[.string("a\u{1}b\r")]])
    #expect(String(decoding: ResultFormat.json.write(table), as: UTF8.self).contains("a\\u0001b\\r"))
    #expect(String(decoding: ResultFormat.xml.write(table), as: UTF8.self).contains("a\u{FFFD}b&#13;"))
  }

  @Test func answers() throws {
    #expect(try ResultReading.json(ResultFormat.json.write(true)) == .boolean(true))
    #expect(try ResultReading.xml(ResultFormat.xml.write(false), base: "") == .boolean(false))
    #expect(ResultFormat.csv.write(true) == Array("true\r\n".utf8))
  }

  @Test func emptyTables() throws {
    let empty = SolutionTable(variables: [], rows: [[]])
    #expect(try ResultReading.json(ResultFormat.json.write(empty)) == .solutions(empty))
    #expect(try ResultReading.xml(ResultFormat.xml.write(empty), base: "") == .solutions(empty))
  }
}
