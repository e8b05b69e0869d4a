/// A style of paragraphs, all of whose measures are in millimetres and points.
struct ODTParagraphStyle {
  let name: String
  var parent: String? = "Standard"
  var outline: Int?
  var paragraph: [(String, String)] = []
  var text: [(String, String)] = []
  /// The place of a tabulator, and whether text ends at it.
  var tab: (position: String, isEnd: Bool)?

  /// The styles of reports.
  static var all: [ODTParagraphStyle] {
    [ODTParagraphStyle(name: "Standard", parent: nil)] + headings + body + tables
  }

  private static let bold = ("fo:font-weight", "bold")
  private static let keep = ("fo:keep-with-next", "always")

  private static var headings: [ODTParagraphStyle] {
    let sizes = ["14pt", "12pt", "10.5pt", "10pt", "10pt"]
    return [
      ODTParagraphStyle(
        name: "Title", paragraph: [("fo:margin-bottom", "4mm"), keep], text: [bold, ("fo:font-size", "18pt")])
    ]
      + sizes.enumerated().map { index, size in
        var paragraph = [("fo:margin-top", index == 0 ? "7mm" : "4mm"), ("fo:margin-bottom", "1.5mm"), keep]
        if index == 0 { paragraph.append(("fo:border-bottom", "0.5pt solid #000000")) }
        return ODTParagraphStyle(
          name: "Heading_20_\(index + 1)", outline: index + 1, paragraph: paragraph,
          text: [bold, ("fo:font-size", size)])
      }
  }

  private static var body: [ODTParagraphStyle] {
    func box(_ name: String, _ width: String) -> ODTParagraphStyle {
      ODTParagraphStyle(
        name: name,
        paragraph: [
          ("fo:border", width + " solid #000000"), ("fo:padding", "2mm"), ("style:join-border", "true"),
          ("fo:margin-left", "2.5mm"), ("fo:margin-right", "2.5mm"), ("fo:keep-together", "always"),
          ("fo:margin-top", "1mm"), ("fo:margin-bottom", "1mm"),
        ])
    }
    let indent = [("fo:margin-left", "8mm"), ("fo:margin-right", "8mm")]
    return [
      ODTParagraphStyle(
        name: "Text_20_body", paragraph: [("fo:margin-bottom", "2mm"), ("fo:line-height", "120%")]),
      ODTParagraphStyle(name: "List_20_Contents", paragraph: [("fo:margin-bottom", "1mm")]),
      ODTParagraphStyle(
        name: "Definition",
        paragraph: [("fo:margin-left", "45mm"), ("fo:text-indent", "-45mm"), ("fo:margin-bottom", "1mm")],
        tab: ("0mm", false)),
      ODTParagraphStyle(name: "Quotations", paragraph: indent + [("fo:margin-top", "1mm"), keep]),
      ODTParagraphStyle(
        name: "Quotation_20_Source", paragraph: indent + [("fo:margin-bottom", "2mm")],
        text: [("fo:font-size", "9pt")]),
      box("Note", "0.5pt"), box("Caution", "2pt"),
      ODTParagraphStyle(name: "Footer", text: [("fo:font-size", "8pt")], tab: ("174mm", true)),
    ]
  }

  private static var tables: [ODTParagraphStyle] {
    let small = ("fo:font-size", "8.5pt")
    let end = ("fo:text-align", "end")
    return [
      ODTParagraphStyle(
        name: "Table", paragraph: [("fo:margin-top", "2mm"), ("fo:margin-bottom", "1mm"), keep], text: [bold]),
      ODTParagraphStyle(name: "After_20_Table", text: [("fo:font-size", "4pt")]),
      ODTParagraphStyle(name: "Table_20_Contents", text: [small]),
      ODTParagraphStyle(name: "Table_20_Contents_20_End", paragraph: [end], text: [small]),
      ODTParagraphStyle(name: "Table_20_Heading", text: [small, bold]),
      ODTParagraphStyle(name: "Table_20_Heading_20_End", paragraph: [end], text: [small, bold]),
    ]
  }

  func write(to writer: inout MarkupWriter) {
    var attributes = [("style:name", name), ("style:family", "paragraph")]
    if name.contains("_20_") { attributes.append(("style:display-name", name.replacing("_20_", with: " "))) }
    if let parent { attributes.append(("style:parent-style-name", parent)) }
    if let outline { attributes.append(("style:default-outline-level", String(outline))) }
    writer.element("style:style", attributes) { writer in
      if !paragraph.isEmpty || tab != nil {
        writer.element("style:paragraph-properties", paragraph) { writer in
          guard let tab else { return }
          writer.element("style:tab-stops") {
            $0.empty(
              "style:tab-stop", ["style:position": tab.position, "style:type": tab.isEnd ? "right" : "left"])
          }
        }
      }
      if !text.isEmpty { writer.element("style:text-properties", text) { _ in } }
    }
    writer.line()
  }
}
