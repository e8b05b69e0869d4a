public import PasserelleCore

extension OutputFormat {
  /// The bytes of a table in this form.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - format: The name and version of the JSON format, such as `passerelle-search/1`.
  ///   - language: The reader's language, for the table form.
  ///   - width: The columns of the terminal, for the table form; nil for no limit.
  ///   - style: What stands beside the cells in the table form; without headings CSV has no header either.
  ///   - csv: How CSV is written.
  /// - Returns: The bytes, ended by a line break where there is any.
  public func data(
    _ table: Table, format: String, language: MessageLanguage, width: Int? = nil,
    style: TableStyle = .plain, csv: CSVOptions = .standard
  ) -> [UInt8] {
    switch self {
    case .table:
      return Array(TableRenderer.text(table, language: language, width: width, style: style).utf8)
    case .json:
      let document = TableStructure.document(of: table, format: format)
      return JSONRenderer.data(document, pretty: true) + [UInt8(ascii: "\n")]
    case .ndjson:
      return NDJSONRenderer.data(table, format: format)
    case .csv:
      var options = csv
      if !style.showsHeadings { options.header = .none }
      return CSVRenderer.data(table, options: options)
    }
  }
}
