public import PasserelleCore

/// Writes tables as aligned columns.
public enum TableRenderer {
  /// The lines of a table, each ended by a line break.
  ///
  /// Columns are as wide as their widest cell. Where that is more than the width there is, columns of texts are
  /// narrowed, the widest first, and their cells cut with `…`; numbers, amounts and dates are never cut, so a
  /// table of many of them may be wider than asked for.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - language: The language of headings, amounts and dates.
  ///   - width: The columns of the terminal; nil for no limit, as in a pipe or a file.
  ///   - style: What stands beside the cells.
  /// - Returns: The text; empty for a table without rows in the bare style.
  public static func text(
    _ table: Table, language: MessageLanguage, width: Int? = nil, style: TableStyle = .plain
  ) -> String {
    let format = ValueFormat(language, isASCII: style.isASCII)
    let headings = table.columns.map { LineCleaning.singleLine($0.heading[language]) }
    let rows = table.rows.map { row in
      table.columns.indices.map { column in
        column < row.count ? LineCleaning.singleLine(format.cell(row[column])) : ""
      }
    }
    let widths = columnWidths(table, headings, rows, width, style)
    var lines: [String] = []
    if style.showsTitle, let title = table.title {
      let text = LineCleaning.singleLine(title[language])
      lines += width.map { TextWrap.wrap(text, width: $0) } ?? [text]
      if !table.columns.isEmpty { lines.append("") }
    }
    if style.showsHeadings, !table.columns.isEmpty {
      lines.append(line(headings, table.columns, widths, style))
      if style.hasRule {
        let dash = style.isASCII ? "-" : "─"
        lines.append(
          widths.map { String(repeating: dash, count: $0) }
            .joined(separator: String(repeating: " ", count: style.gap)))
      }
    }
    for row in rows { lines.append(line(row, table.columns, widths, style)) }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The narrowest that a column of texts becomes.
  private static let minimumWidth = 8

  private static func columnWidths(
    _ table: Table, _ headings: [String], _ rows: [[String]], _ width: Int?, _ style: TableStyle
  ) -> [Int] {
    var widths = headings.map { style.showsHeadings ? DisplayWidth.of($0) : 0 }
    for row in rows {
      for (column, cell) in row.enumerated() { widths[column] = max(widths[column], DisplayWidth.of(cell)) }
    }
    guard let width else { return widths }
    let room = width - style.gap * max(0, widths.count - 1)
    var excess = widths.reduce(0, +) - room
    let texts = widths.indices.filter { isText(table, column: $0) }
    while excess > 0 {
      let narrowable = texts.filter { widths[$0] > minimumWidth }
      guard let widest = narrowable.map({ widths[$0] }).max() else { break }
      let columns = narrowable.filter { widths[$0] == widest }
      let next = max(minimumWidth, narrowable.map { widths[$0] }.filter { $0 < widest }.max() ?? minimumWidth)
      // All of the widest columns go down together to the next width, or as far as is needed.
      let step = min(widest - next, (excess + columns.count - 1) / columns.count)
      for column in columns where excess > 0 {
        let cut = min(step, excess)
        widths[column] -= cut
        excess -= cut
      }
    }
    return widths
  }

  /// Whether a column holds texts only, which may be cut.
  private static func isText(_ table: Table, column: Int) -> Bool {
    table.columns[column].alignment == .left
      && table.rows.allSatisfy { row in
        guard column < row.count else { return true }
        return switch row[column] {
        case .empty, .text: true
        default: false
        }
      }
  }

  private static func line(
    _ cells: [String], _ columns: [Table.Column], _ widths: [Int], _ style: TableStyle
  ) -> String {
    var line = ""
    for (column, cell) in cells.enumerated() {
      if column > 0 { line += String(repeating: " ", count: style.gap) }
      let text = DisplayWidth.truncated(cell, to: widths[column], mark: style.isASCII ? "..." : "…")
      let padding = String(repeating: " ", count: max(0, widths[column] - DisplayWidth.of(text)))
      line += columns[column].alignment == .left ? text + padding : padding + text
    }
    while line.last == " " { line.removeLast() }
    return line
  }
}
