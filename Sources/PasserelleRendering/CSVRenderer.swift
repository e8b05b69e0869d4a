public import PasserelleCore

/// Writes tables as comma-separated values (RFC 4180): CRLF, cells in quotes where they need it.
///
/// A column that holds amounts is followed by a column of their currencies, `<key>_currency`, so that amounts
/// stay numbers, and by three that tell of an amount in another currency what it is in euros: `<key>_eur`,
/// `<key>_euro_rate`, `<key>_euro_rate_date`. Dates are in ISO 8601, which spreadsheets know in every language.
public enum CSVRenderer {
  /// The bytes of a table, in UTF-8.
  ///
  /// - Parameters:
  ///   - table: The table; its title is left out.
  ///   - options: Separator, header and what spreadsheets need.
  /// - Returns: The bytes, each line ended by CRLF.
  public static func data(_ table: Table, options: CSVOptions = .standard) -> [UInt8] {
    let hasMoney = table.columns.indices.map { column in
      table.columns[column].alignment == .amount
        || table.rows.contains { row in
          guard column < row.count, case .money = row[column] else { return false }
          return true
        }
    }
    var bytes: [UInt8] = options.hasByteOrderMark ? [0xEF, 0xBB, 0xBF] : []
    if let header = header(of: table, hasMoney, options) { bytes += line(header, options: options).utf8 }
    for row in table.rows {
      var cells: [Table.Cell] = []
      for (column, isMoney) in hasMoney.enumerated() {
        let cell = column < row.count ? row[column] : .empty
        cells.append(cell)
        guard isMoney else { continue }
        if case .money(let money) = cell {
          cells += [
            .text(money.currency), money.euros.map { .decimal($0.amount) } ?? .empty,
            money.euros.map { .decimal($0.rate) } ?? .empty, money.euros.map { .date($0.date) } ?? .empty,
          ]
        } else {
          cells += [.empty, .empty, .empty, .empty]
        }
      }
      bytes += line(cells, options: options).utf8
    }
    return bytes
  }

  /// One line with its CRLF, for tables too long to be held.
  ///
  /// An amount is written as its number; its currency is for the caller to add.
  public static func line(_ cells: [Table.Cell], options: CSVOptions = .standard) -> String {
    cells.map { field($0, options) }.joined(separator: String(options.separator)) + "\r\n"
  }

  /// The columns that stand beside one of amounts.
  private static let besideAmounts: [(key: String, heading: LocalizedText)] = [
    ("_currency", LocalizedText(fr: " (devise)", en: " (currency)")),
    ("_eur", LocalizedText(fr: " (en euros)", en: " (in euros)")),
    ("_euro_rate", LocalizedText(fr: " (taux)", en: " (rate)")),
    ("_euro_rate_date", LocalizedText(fr: " (date du taux)", en: " (date of rate)")),
  ]

  private static func header(
    of table: Table, _ hasMoney: [Bool], _ options: CSVOptions
  ) -> [Table.Cell]? {
    var names: [String] = []
    for (column, isMoney) in zip(table.columns, hasMoney) {
      switch options.header {
      case .none: return nil
      case .keys:
        names += [column.key] + (isMoney ? Self.besideAmounts.map { column.key + $0.key } : [])
      case .headings(let language):
        let heading = column.heading[language]
        names += [heading] + (isMoney ? Self.besideAmounts.map { heading + $0.heading[language] } : [])
      }
    }
    return names.map { .text($0) }
  }

  private static func field(_ cell: Table.Cell, _ options: CSVOptions) -> String {
    switch cell {
    case .empty: ""
    case .text(let text): quoted(options.guardsFormulas ? guarded(text) : text, options)
    case .int(let value): number(String(value), options)
    case .decimal(let value): number(value.description, options)
    case .number(let value, let digits):
      number(value.isFinite ? JSONWriter.text(of: value, digits: digits) : "", options)
    case .money(let money): number(money.amount.description, options)
    case .date(let date): quoted(date.description, options)
    }
  }

  private static func number(_ text: String, _ options: CSVOptions) -> String {
    quoted(options.hasDecimalComma ? String(text.map { $0 == "." ? "," : $0 }) : text, options)
  }

  private static func quoted(_ text: String, _ options: CSVOptions) -> String {
    let needsQuotes = text.unicodeScalars.contains {
      $0 == "\"" || $0 == "\n" || $0 == "\r" || options.separator.unicodeScalars.contains($0)
    }
    // A space at an end is kept by readers only within quotes.
    guard needsQuotes || text.first == " " || text.last == " " else { return text }
    var result = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { result += "\"\"" } else { result.unicodeScalars.append(scalar) }
    }
    return result + "\""
  }

  /// The text with an apostrophe before it where a spreadsheet would run it as a formula.
  private static func guarded(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first), !isNumber(text)
    else { return text }
    return "'" + text
  }

  /// Whether a text is a sign, digits and at most one decimal point or comma.
  private static func isNumber(_ text: String) -> Bool {
    let body = text.drop { $0 == "+" || $0 == "-" }
    guard text.count - body.count <= 1, !body.isEmpty else { return false }
    let parts = body.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    return parts.count <= 2
      && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { $0 >= 48 && $0 <= 57 } }
  }
}
