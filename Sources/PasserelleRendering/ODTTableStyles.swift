import PasserelleCore

/// The styles that the content of a report makes for itself: the widths of each table, and breaks before a page.
struct ODTTableStyles {
  /// The width of the text between the margins of an A4 page, in micrometres.
  static let width = 174_000
  /// The style of an empty paragraph that starts a page.
  static let breakingParagraph = "BreakParagraph"

  /// The styles written so far.
  private(set) var writer = MarkupWriter()
  private var count = 0

  /// Makes the styles of one more table.
  ///
  /// - Returns: The table's name; its columns' styles are named after it and their place from 1.
  mutating func add(_ columns: [Report.Table.Column]) -> String {
    count += 1
    let name = "Table\(count)"
    writer.element("style:style", ["style:name": name, "style:family": "table"]) {
      $0.empty(
        "style:table-properties",
        [
          "style:width": Self.millimetres(Self.width), "table:align": "margins",
          "style:may-break-between-rows": "true",
        ])
    }
    for (index, width) in columns.thousandths.enumerated() {
      writer.line()
      writer.element("style:style", ["style:name": "\(name).\(index + 1)", "style:family": "table-column"]) {
        $0.empty(
          "style:table-column-properties",
          [
            "style:column-width": Self.millimetres(Self.width * width / 1000),
            "style:rel-column-width": "\(width)*",
          ])
      }
    }
    writer.line()
    return name
  }

  /// The style of a heading that starts a page.
  static func breakingHeading(_ level: Int) -> String { "BreakHeading\(level)" }

  /// Writes the styles that start pages, and those of rows and cells.
  static func writeBreaks(to writer: inout MarkupWriter) {
    writer.line()
    let breaking = (1...Report.deepestHeading).map { (breakingHeading($0), "Heading_20_\($0)") }
    for (name, parent) in breaking + [(breakingParagraph, "After_20_Table")] {
      writer.element(
        "style:style", ["style:name": name, "style:family": "paragraph", "style:parent-style-name": parent]
      ) { $0.empty("style:paragraph-properties", ["fo:break-before": "page"]) }
      writer.line()
    }
    for (name, height) in [("Row", "5mm"), ("FormRow", "12mm")] {
      writer.element("style:style", ["style:name": name, "style:family": "table-row"]) {
        $0.empty(
          "style:table-row-properties", ["style:min-row-height": height, "fo:keep-together": "always"])
      }
      writer.line()
    }
    for (name, border) in [("Head", "1.5pt solid #000000"), ("Cell", "0.5pt solid #555555")] {
      writer.element("style:style", ["style:name": name, "style:family": "table-cell"]) {
        $0.empty(
          "style:table-cell-properties",
          [
            "fo:border": "0.5pt solid #555555", "fo:border-bottom": border, "fo:padding": "1mm",
            "style:vertical-align": "top",
          ])
      }
      writer.line()
    }
  }

  private static func millimetres(_ micrometres: Int) -> String {
    let rest = String(micrometres % 1000 + 1000).dropFirst()
    return "\(micrometres / 1000).\(rest)mm"
  }
}
