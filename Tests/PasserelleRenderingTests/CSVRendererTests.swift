import PasserelleCore
import PasserelleRendering
import Testing

struct CSVRendererTests {
  private func text(_ table: Table, _ options: CSVOptions = .standard) -> String {
    String(decoding: CSVRenderer.data(table, options: options), as: UTF8.self)
  }

  @Test func writesForPrograms() {
    #expect(
      text(TableSample.table())
        == "buyer,amount,amount_currency,amount_eur,amount_euro_rate,amount_euro_rate_date,notified,score\r\n"
        + "Métropole Européenne de Lille,1234.56,EUR,,,,2018-12-17,0.5\r\n"
        + "Évian,24000000,EUR,,,,2018-12,\r\n")
  }

  @Test func writesForFrenchSpreadsheets() {
    #expect(
      text(TableSample.table(), .frenchSpreadsheet)
        == "\u{FEFF}Acheteur;Montant;Montant (devise);Montant (en euros);Montant (taux);Montant (date du taux);Notifié;Score\r\n"
        + "Métropole Européenne de Lille;1234,56;EUR;;;;2018-12-17;0,5\r\n"
        + "Évian;24000000;EUR;;;;2018-12;\r\n")
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+33 3 20", "'+33 3 20"), ("-12,5", "\"-12,5\""), ("-12.5", "-12.5"), ("+7", "+7"),
    ("@SUM(A1)", "'@SUM(A1)"), ("-", "'-"), ("--1", "'--1"), ("-1-2", "'-1-2"), ("\t=1", "'\t=1"),
    ("a=b", "a=b"), ("", ""), ("-1.", "'-1."),
  ])
  func guardsFormulas(cell: String, written: String) {
    var options = CSVOptions.standard
    #expect(!CSVRenderer.line([.text(cell)], options: options).contains("'"))
    options.guardsFormulas = true
    #expect(CSVRenderer.line([.text(cell)], options: options) == written + "\r\n")
  }

  @Test(arguments: ["=", "+", "-", "@", "\t", "\r"])
  func guardedTablesRunNoFormula(start: Character) {
    let line = CSVRenderer.line([.text("\(start)cmd|x!A1"), .decimal(DecimalNumber(-12))], options: .guarded)
    #expect(line.hasPrefix("'\(start)") || line.hasPrefix(#""'"# + String(start)))
    // A negative number stays one.
    #expect(line.hasSuffix(",-12\r\n"))
  }

  /// What an amount in another currency is in euros stands in columns of its own; the amount stays as stated.
  @Test func tellsAmountsInEuros() throws {
    let date = try #require(PartialDate(iso: "2024-02-20"))
    let rate = try #require(DecimalNumber("0.8548"))
    let euros = EuroValue(DecimalNumber(140_384), rate: rate, date: date)
    let table = Table(
      columns: [.init("price", LocalizedText(fr: "Prix", en: "Price"), .amount)],
      rows: [
        [.money(Money(DecimalNumber(120_000), "GBP", euros: euros))],
        [.money(Money(DecimalNumber(7), "GBP"))], [.empty],
      ])
    #expect(
      text(table) == "price,price_currency,price_eur,price_euro_rate,price_euro_rate_date\r\n"
        + "120000,GBP,140384,0.8548,2024-02-20\r\n" + "7,GBP,,,\r\n" + ",,,,\r\n")
    #expect(
      JSONRenderer.text(TableStructure.rows(of: table)[0])
        == #"{"price":{"amount":120000,"currency":"GBP","amountInEuros":140384,"euroRate":0.8548,"euroRateDate":"2024-02-20"}}"#
    )
  }

  @Test func quotesWhatNeedsIt() {
    let cells: [Table.Cell] = [
      .text("a,b"), .text("a;b"), .text("a\"b"), .text("a\r\nb"), .text(" a"), .text("a b"),
    ]
    #expect(CSVRenderer.line(cells) == "\"a,b\",a;b,\"a\"\"b\",\"a\r\nb\",\" a\",a b\r\n")
    #expect(
      CSVRenderer.line(cells, options: CSVOptions(separator: ";"))
        == "a,b;\"a;b\";\"a\"\"b\";\"a\r\nb\";\" a\";a b\r\n")
    #expect(
      CSVRenderer.line(
        [.decimal(DecimalNumber(digits: 15, scale: 1))], options: CSVOptions(hasDecimalComma: true))
        == "\"1,5\"\r\n")
  }

  @Test(arguments: 0..<60)
  func roundTrips(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let parts = ["a", "é", "\"", ",", ";", "\r\n", "\n", "\r", " ", "=", "東", "\t", "\u{301}", "'"]
    let width = Int.random(in: 2..<5, using: &random)
    let rows = (0..<Int.random(in: 0..<6, using: &random)).map { _ in
      (0..<width).map { _ in
        (0..<Int.random(in: 0..<6, using: &random)).map { _ in
          parts[Int.random(in: 0..<parts.count, using: &random)]
        }.joined()
      }
    }
    let columns = (0..<width).map { Table.Column("c\($0)", LocalizedText(verbatim: "c")) }
    let table = Table(columns: columns, rows: rows.map { $0.map { .text($0) } })
    for separator in [",", ";"] as [Character] {
      let bytes = CSVRenderer.data(table, options: CSVOptions(separator: separator))
      let parsed = Self.parse(String(decoding: bytes, as: UTF8.self), separator: separator)
      #expect(
        parsed.dropFirst().map { $0.map { Array($0.utf8) } } == rows.map { $0.map { Array($0.utf8) } },
        "seed \(seed)")
      #expect(parsed.first == columns.map(\.key))
    }
  }

  /// A small reader of RFC 4180, by scalars.
  private static func parse(_ text: String, separator: Character) -> [[String]] {
    let separators = Array(separator.unicodeScalars)
    var rows: [[String]] = []
    var row: [String] = []
    var field = String.UnicodeScalarView()
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      if isQuoted {
        if scalar != "\"" {
          field.append(scalar)
        } else if scalars.first == "\"" {
          field.append(scalar)
          scalars = scalars.dropFirst()
        } else {
          isQuoted = false
        }
      } else if scalar == "\"" {
        isQuoted = true
      } else if scalar == separators[0] {
        row.append(String(field))
        field = String.UnicodeScalarView()
      } else if scalar == "\r", scalars.first == "\n" {
        scalars = scalars.dropFirst()
        rows.append(row + [String(field)])
        (row, field) = ([], String.UnicodeScalarView())
      } else {
        field.append(scalar)
      }
    }
    return rows
  }
}
