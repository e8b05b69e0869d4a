public import PasserelleCore

/// Tables as structured values, for JSON.
public enum TableStructure {
  /// `{"format": …, "rows": […]}`, each row an object by column key.
  ///
  /// - Parameters:
  ///   - table: The table; its title and headings, which are for people, are left out.
  ///   - format: The format's name and version, such as `passerelle-search/1`.
  /// - Returns: The document.
  public static func document(of table: Table, format: String) -> StructuredValue {
    .object(["format": .string(format), "rows": .array(rows(of: table))])
  }

  /// The rows as objects; every column is there, with null for an empty cell.
  public static func rows(of table: Table) -> [StructuredValue] {
    table.rows.map { row in
      .object(
        table.columns.enumerated().map { column, description in
          StructuredValue.Member(description.key, column < row.count ? value(of: row[column]) : .null)
        })
    }
  }

  /// One cell: amounts as `{"amount": …, "currency": …}` with the keys of their value in euros, dates in ISO 8601.
  public static func value(of cell: Table.Cell) -> StructuredValue {
    switch cell {
    case .empty: .null
    case .text(let text): .string(text)
    case .int(let number): .int(number)
    case .decimal(let number): .decimal(number)
    case .number(let number, let digits): .number(number, digits: digits)
    case .money(let money):
      .object([
        "amount": .decimal(money.amount), "currency": .string(money.currency),
        "amountInEuros": money.structuredEuros, "euroRate": money.structuredRate,
        "euroRateDate": money.structuredRateDate,
      ])
    case .date(let date): .string(date.description)
    }
  }
}
