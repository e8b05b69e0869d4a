import PasserelleCore

/// Writes the content of a report: `content.xml`.
struct ODTContent {
  private let language: MessageLanguage
  private var writer = MarkupWriter()
  private var tables = ODTTableStyles()
  private var figureCount = 0
  /// Whether the next block starts a page.
  private var breaksPage = false

  static func data(_ report: Report) -> [UInt8] {
    var content = ODTContent(language: report.language)
    content.paragraph("Title", [.plain(report.title)])
    for block in report.orderedBlocks { content.write(block) }
    return ODTRenderer.document(
      "office:document-content",
      [
        "xmlns:office": ODTNamespace.office, "xmlns:style": ODTNamespace.style,
        "xmlns:text": ODTNamespace.text,
        "xmlns:table": ODTNamespace.table, "xmlns:fo": ODTNamespace.fo, "xmlns:xlink": ODTNamespace.xlink,
        "xmlns:draw": ODTNamespace.draw, "xmlns:svg": ODTNamespace.svg,
        "office:version": ODTRenderer.version,
      ]
    ) { writer in
      writer.element("office:automatic-styles") { writer in
        ODTTableStyles.writeBreaks(to: &writer)
        writer.append(content.tables.writer)
      }
      writer.line()
      writer.element("office:body") { writer in
        writer.element("office:text") { writer in
          writer.line()
          writer.append(content.writer)
        }
      }
      writer.line()
    }
  }

  private init(language: MessageLanguage) { self.language = language }

  private mutating func write(_ block: Report.Block) {
    if case .pageBreak = block {
      breaksPage = true
      return
    }
    if breaksPage {
      breaksPage = false
      if case .heading(let level, let text) = block {
        heading(level, text, style: ODTTableStyles.breakingHeading(level))
        return
      }
      paragraph(ODTTableStyles.breakingParagraph, [])
    }
    switch block {
    case .heading(let level, let text): heading(level, text, style: "Heading_20_\(level)")
    case .paragraph(let text): paragraph("Text_20_body", text)
    case .list(let items, let isOrdered):
      guard !items.isEmpty else { return }
      writer.element("text:list", ["text:style-name": isOrdered ? "Numbers" : "Bullets"]) { writer in
        for item in items {
          writer.element("text:list-item") { Self.paragraph("List_20_Contents", item, &$0) }
        }
      }
      writer.line()
    case .definitions(let definitions):
      for one in definitions { definition(one) }
    case .table(let table):
      write(
        table.caption, table.columns, rows: table.rows, hasRowHeadings: table.hasRowHeadings, isForm: false)
    case .form(let form):
      let rows = [[Report.Text]](repeating: [], count: form.rowCount)
      write(form.caption, form.columns, rows: rows, hasRowHeadings: false, isForm: true)
    case .quote(let text, let source):
      paragraph("Quotations", text)
      if let source { paragraph("Quotation_20_Source", source) }
    case .box(let box):
      let style = box.kind == .caution ? "Caution" : "Note"
      paragraph(style, [.strong(box.title)])
      for text in box.paragraphs { paragraph(style, text) }
    case .figure(let figure): write(figure)
    case .pageBreak: break
    }
  }

  /// Writes a picture as wide as the text, or as high as the page allows.
  private mutating func write(_ figure: Report.Figure) {
    figureCount += 1
    let (width, height) = (max(1, figure.picture.width), max(1, figure.picture.height))
    let scale = min(174 / Double(width), 215 / Double(height))
    func millimetres(_ pixels: Int) -> String { "\(Int(Double(pixels) * scale * 10) / 10)mm" }
    let name = "Figure\(figureCount)"
    writer.element("text:p", ["text:style-name": "Text_20_body"]) { writer in
      writer.element(
        "draw:frame",
        [
          "draw:name": name, "text:anchor-type": "as-char", "svg:width": millimetres(width),
          "svg:height": millimetres(height),
        ]
      ) { writer in
        writer.empty(
          "draw:image",
          [
            "xlink:href": ODTRenderer.path(ofFigure: figureCount), "xlink:type": "simple",
            "xlink:show": "embed", "xlink:actuate": "onLoad",
          ])
        writer.element("svg:title", text: figure.caption.map(\.words).joined())
        writer.element("svg:desc", text: figure.alternative)
      }
    }
    writer.line()
    paragraph("Quotation_20_Source", figure.caption)
  }

  private mutating func heading(_ level: Int, _ text: Report.Text, style: String) {
    writer.element("text:h", ["text:style-name": style, "text:outline-level": String(level)]) {
      Self.runs(text, &$0)
    }
    writer.line()
  }

  private mutating func definition(_ one: Report.Definition) {
    writer.element("text:p", ["text:style-name": "Definition"]) { writer in
      writer.element("text:span", ["text:style-name": "Strong"], text: one.term)
      writer.empty("text:tab")
      Self.runs(one.text, &writer)
    }
    writer.line()
  }

  private mutating func paragraph(_ style: String, _ text: Report.Text) {
    Self.paragraph(style, text, &writer)
    writer.line()
  }

  private mutating func write(
    _ caption: String, _ columns: [Report.Table.Column], rows: [[Report.Text]], hasRowHeadings: Bool,
    isForm: Bool
  ) {
    guard !columns.isEmpty else { return }
    let name = tables.add(columns)
    paragraph("Table", [.plain(caption)])
    writer.element("table:table", ["table:name": name, "table:style-name": name]) { writer in
      for index in columns.indices {
        writer.empty("table:table-column", ["table:style-name": "\(name).\(index + 1)"])
      }
      writer.element("table:table-header-rows") { writer in
        Self.row("Row", &writer) { writer in
          for column in columns {
            Self.cell(
              "Head", column.alignment == .end ? "Table_20_Heading_20_End" : "Table_20_Heading",
              [.plain(column.heading)], &writer)
          }
        }
      }
      for row in rows {
        writer.line()
        Self.row(isForm ? "FormRow" : "Row", &writer) { writer in
          for (index, column) in columns.enumerated() {
            let text = index < row.count ? row[index] : []
            let isHeading = index == 0 && hasRowHeadings
            let style = isHeading ? "Table_20_Heading" : "Table_20_Contents"
            Self.cell("Cell", column.alignment == .end ? style + "_20_End" : style, text, &writer)
          }
        }
      }
    }
    writer.line()
    paragraph("After_20_Table", [])
  }
}

extension ODTContent {
  private static func row(_ style: String, _ writer: inout MarkupWriter, _ body: (inout MarkupWriter) -> Void)
  {
    writer.element("table:table-row", ["table:style-name": style], body)
  }

  private static func cell(_ cell: String, _ style: String, _ text: Report.Text, _ writer: inout MarkupWriter)
  {
    writer.element("table:table-cell", ["table:style-name": cell, "office:value-type": "string"]) {
      paragraph(style, text, &$0)
    }
  }

  private static func paragraph(_ style: String, _ text: Report.Text, _ writer: inout MarkupWriter) {
    writer.element("text:p", ["text:style-name": style]) { runs(text, &$0) }
  }

  private static func runs(_ text: Report.Text, _ writer: inout MarkupWriter) {
    for run in text {
      switch run {
      case .link(let words, let address) where Report.isSafe(address: address):
        writer.element("text:a", ["xlink:type": "simple", "xlink:href": address]) { $0.text(words) }
      case .plain(let words), .link(let words, _): writer.text(words)
      case .strong(let words):
        writer.element("text:span", ["text:style-name": "Strong"]) { $0.text(words) }
      case .target(let words, let name):
        writer.empty("text:bookmark", ["text:name": Report.Run.targetName(name)])
        writer.text(words)
      case .reference(let words, let name):
        writer.element("text:a", ["xlink:type": "simple", "xlink:href": "#" + Report.Run.targetName(name)]) {
          $0.text(words)
        }
      }
    }
  }
}
