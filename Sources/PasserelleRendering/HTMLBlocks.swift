import PasserelleCore

/// Writes the blocks of a report as HTML elements.
enum HTMLBlocks {
  static func write(_ block: Report.Block, _ language: MessageLanguage, to writer: inout MarkupWriter) {
    switch block {
    case .heading(let level, let text):
      writer.element("h\(level + 1)") { runs(text, &$0) }
    case .paragraph(let text):
      writer.element("p") { runs(text, &$0) }
    case .list(let items, let isOrdered):
      guard !items.isEmpty else { return }
      writer.element(isOrdered ? "ol" : "ul") { writer in
        for item in items { writer.element("li") { runs(item, &$0) } }
      }
    case .definitions(let definitions):
      guard !definitions.isEmpty else { return }
      writer.element("dl") { writer in
        for one in definitions {
          writer.element("div") { writer in
            writer.element("dt", text: one.term)
            writer.element("dd") { runs(one.text, &$0) }
          }
        }
      }
    case .table(let table): write(table, to: &writer)
    case .form(let form): write(form, to: &writer)
    case .quote(let text, let source):
      writer.element("figure") { writer in
        writer.element("blockquote") { writer in writer.element("p") { runs(text, &$0) } }
        if let source { writer.element("figcaption") { runs(source, &$0) } }
      }
    case .box(let box):
      writer.element("aside", ["class": box.kind.rawValue, "role": "note", "aria-label": box.title]) {
        writer in
        writer.element("p", ["class": "title"], text: box.title)
        for text in box.paragraphs { writer.element("p") { runs(text, &$0) } }
      }
    case .figure(let figure):
      writer.element("figure", ["class": "picture", "role": "group", "aria-label": figure.alternative]) {
        writer in
        writer.line()
        writer.raw(figure.picture.svg)
        writer.line()
        writer.element("figcaption") { runs(figure.caption, &$0) }
      }
    case .pageBreak:
      writer.empty("hr", ["class": "page-break"])
    }
    writer.line()
  }

  private static func write(_ table: Report.Table, to writer: inout MarkupWriter) {
    guard !table.columns.isEmpty else { return }
    writer.element("table") { writer in
      head(table.caption, table.columns, &writer)
      writer.element("tbody") { writer in
        for row in table.rows {
          writer.line()
          writer.element("tr") { writer in
            for (index, column) in table.columns.enumerated() {
              let text = index < row.count ? row[index] : []
              cell(text, column, isHeading: index == 0 && table.hasRowHeadings, &writer)
            }
          }
        }
      }
      writer.line()
    }
  }

  private static func write(_ form: Report.Form, to writer: inout MarkupWriter) {
    guard !form.columns.isEmpty else { return }
    writer.element("table", ["class": "form"]) { writer in
      head(form.caption, form.columns, &writer)
      writer.element("tbody") { writer in
        for _ in 0..<form.rowCount {
          writer.line()
          writer.element("tr") { writer in
            for column in form.columns { cell([], column, isHeading: false, &writer) }
          }
        }
      }
      writer.line()
    }
  }

  private static func head(_ caption: String, _ columns: [Report.Table.Column], _ writer: inout MarkupWriter)
  {
    writer.element("caption", text: caption)
    writer.element("colgroup") { writer in
      for width in columns.thousandths {
        writer.empty("col", ["style": "width:\(width / 10).\(width % 10)%"])
      }
    }
    writer.line()
    writer.element("thead") { writer in
      writer.element("tr") { writer in
        for column in columns {
          if column.alignment == .end {
            writer.element("th", ["scope": "col", "class": "end"], text: column.heading)
          } else {
            writer.element("th", ["scope": "col"], text: column.heading)
          }
        }
      }
    }
    writer.line()
  }

  private static func cell(
    _ text: Report.Text, _ column: Report.Table.Column, isHeading: Bool, _ writer: inout MarkupWriter
  ) {
    let isEnd = column.alignment == .end
    switch (isHeading, isEnd) {
    case (true, true): writer.element("th", ["scope": "row", "class": "end"]) { runs(text, &$0) }
    case (true, false): writer.element("th", ["scope": "row"]) { runs(text, &$0) }
    case (false, true): writer.element("td", ["class": "end"]) { runs(text, &$0) }
    case (false, false): writer.element("td") { runs(text, &$0) }
    }
  }

  private static func runs(_ text: Report.Text, _ writer: inout MarkupWriter) {
    for run in text {
      switch run {
      case .link(let words, let address) where Report.isSafe(address: address):
        writer.element("a", ["href": address, "rel": "noreferrer"], text: words)
      case .plain(let words), .link(let words, _): writer.text(words)
      case .strong(let words): writer.element("strong", text: words)
      case .target(let words, let name):
        writer.element("span", ["id": Report.Run.targetName(name)], text: words)
      case .reference(let words, let name):
        writer.element("a", ["href": "#" + Report.Run.targetName(name)], text: words)
      }
    }
  }
}
