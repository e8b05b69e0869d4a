import PasserelleCore

/// A small table with every kind of cell.
enum TableSample {
  static func table() -> Table {
    Table(
      title: LocalizedText(fr: "Marchés", en: "Contracts"),
      columns: [
        Table.Column("buyer", LocalizedText(fr: "Acheteur", en: "Buyer")),
        Table.Column("amount", LocalizedText(fr: "Montant", en: "Amount"), .right),
        Table.Column("notified", LocalizedText(fr: "Notifié", en: "Notified")),
        Table.Column("score", LocalizedText(fr: "Score", en: "Score"), .right),
      ],
      rows: [
        [
          .text("Métropole Européenne de Lille"), .money(Money(DecimalNumber(digits: 123_456, scale: 2))),
          .date(date(2018, 12, 17)), .number(0.5, digits: 2),
        ],
        [.text("Évian"), .money(Money(DecimalNumber(24_000_000))), .date(date(2018, 12, nil)), .empty],
      ])
  }

  static func date(_ year: Int, _ month: Int?, _ day: Int?) -> PartialDate {
    guard let date = PartialDate(year: year, month: month, day: day) else {
      preconditionFailure("no such date")
    }
    return date
  }
}
