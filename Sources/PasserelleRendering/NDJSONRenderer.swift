public import PasserelleCore

/// Writes structured values as JSON, one a line.
public enum NDJSONRenderer {
  /// One line with its line break.
  public static func line(_ value: StructuredValue) -> [UInt8] {
    JSONRenderer.data(value) + [UInt8(ascii: "\n")]
  }

  /// Several lines.
  public static func data(_ values: some Sequence<StructuredValue>) -> [UInt8] {
    var writer = JSONWriter(isPretty: false)
    for value in values {
      writer.write(value, depth: 0)
      writer.bytes.append(UInt8(ascii: "\n"))
    }
    return writer.bytes
  }

  /// A table as messages: `begin` with the format, a `row` for each row, `end` with their count.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - format: The format's name and version, such as `passerelle-search/1`.
  /// - Returns: The lines.
  public static func data(_ table: Table, format: String) -> [UInt8] {
    let begin = StructuredValue.object(["type": .string("begin"), "format": .string(format)])
    let rows = TableStructure.rows(of: table).map {
      StructuredValue.object(["type": .string("row"), "row": $0])
    }
    let end = StructuredValue.object(["type": .string("end"), "rows": .int(table.rows.count)])
    return data([begin] + rows + [end])
  }
}
