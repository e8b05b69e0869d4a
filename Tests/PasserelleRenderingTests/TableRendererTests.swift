import PasserelleCore
import PasserelleRendering
import Testing

struct TableRendererTests {
  let table = TableSample.table()

  /// No-break spaces shown as `_` (narrow) and `~`, so that expectations can be read.
  private func shown(_ text: String) -> String {
    String(text.map { $0 == "\u{202F}" ? "_" : $0 == "\u{A0}" ? "~" : $0 })
  }

  @Test func alignsFrench() {
    #expect(
      shown(TableRenderer.text(table, language: .french)) == """
        Marchés

        Acheteur                               Montant  Notifié     Score
        ─────────────────────────────  ───────────────  ──────────  ─────
        Métropole Européenne de Lille       1_234,56~€  17/12/2018   0,50
        Évian                          24_000_000,00~€  12/2018

        """)
  }

  @Test func alignsEnglish() {
    #expect(
      TableRenderer.text(table, language: .english, style: TableStyle(showsTitle: false, hasRule: false))
        == """
        Buyer                                  Amount  Notified    Score
        Métropole Européenne de Lille       €1,234.56  2018-12-17   0.50
        Évian                          €24,000,000.00  2018-12

        """)
  }

  @Test func narrowsTexts() {
    let text = TableRenderer.text(table, language: .english, width: 50)
    #expect(
      text == """
        Contracts

        Buyer                    Amount  Notified    Score
        ───────────────  ──────────────  ──────────  ─────
        Métropole Euro…       €1,234.56  2018-12-17   0.50
        Évian            €24,000,000.00  2018-12

        """)
    #expect(text.split(separator: "\n").allSatisfy { DisplayWidth.of($0) <= 50 })
  }

  @Test func neverCutsNumbers() {
    let text = TableRenderer.text(table, language: .english, width: 10, style: .bare)
    #expect(
      text == """
        Métropo…       €1,234.56  2018-12-17  0.50
        Évian     €24,000,000.00  2018-12

        """)
  }

  @Test func narrowsTheWidestFirst() {
    let columns = ["a", "b", "c"].map { Table.Column($0, LocalizedText(verbatim: $0)) }
    let cells = [30, 20, 9].map { Table.Cell.text(String(repeating: "x", count: $0)) }
    for (width, widths) in [(63, [30, 20, 9]), (53, [20, 20, 9]), (52, [19, 20, 9]), (43, [15, 15, 9])] {
      let text = TableRenderer.text(
        Table(columns: columns, rows: [cells]), language: .french, width: width, style: .bare)
      #expect(
        text.split(whereSeparator: \.isWhitespace).map { DisplayWidth.of($0) }.sorted() == widths.sorted())
    }
  }

  @Test func alignsWideAndCombining() {
    let columns = [
      Table.Column("city", LocalizedText(fr: "Ville", en: "City")),
      Table.Column("n", LocalizedText(verbatim: "n"), .right),
    ]
    let rows: [[Table.Cell]] = [
      [.text("東京"), .int(1)], [.text("E\u{301}vian"), .int(22)], [.text("🇫🇷 Paris"), .int(333)],
    ]
    #expect(
      TableRenderer.text(Table(columns: columns, rows: rows), language: .french)
        == "Ville       n\n────────  ───\n東京        1\nE\u{301}vian      22\n🇫🇷 Paris  333\n")
  }

  @Test func disarmsControlCharacters() {
    let columns = [Table.Column("t", LocalizedText(verbatim: "t"))]
    let rows: [[Table.Cell]] = [[.text("a\u{1B}[31mb\r\nc\td\u{202E}e\u{7}")]]
    #expect(
      TableRenderer.text(Table(columns: columns, rows: rows), language: .french, style: .bare)
        == "a[31mb c de\n")
  }

  @Test func keepsToASCII() {
    let columns = [Table.Column("a", LocalizedText(verbatim: "amount"), .right)]
    let table = Table(columns: columns, rows: [[.money(Money(DecimalNumber(1234)))]])
    let text = TableRenderer.text(table, language: .french, style: .ascii)
    #expect(text == "      amount\n------------\n1 234,00 EUR\n")
  }

  @Test func writesEmptyTables() {
    #expect(TableRenderer.text(Table(columns: []), language: .french).isEmpty)
    #expect(TableRenderer.text(Table(columns: table.columns), language: .english, style: .bare).isEmpty)
    let short = Table(columns: table.columns, rows: [[.text("x")]])
    #expect(TableRenderer.text(short, language: .english, style: .bare) == "x\n")
  }
}
