import PasserelleCore

/// Writes the styles of reports: `styles.xml`, with the A4 page and its foot.
enum ODTStyles {
  /// The language as OpenDocument's metadata take it.
  static func locale(_ language: MessageLanguage) -> String { language.say("fr-FR", "en-GB") }

  static func data(_ report: Report) -> [UInt8] {
    ODTRenderer.document(
      "office:document-styles",
      [
        "xmlns:office": ODTNamespace.office, "xmlns:style": ODTNamespace.style,
        "xmlns:text": ODTNamespace.text,
        "xmlns:table": ODTNamespace.table, "xmlns:fo": ODTNamespace.fo, "office:version": ODTRenderer.version,
      ]
    ) { writer in
      writer.element("office:styles") { writer in
        writer.line()
        defaults(report.language, &writer)
        for one in ODTParagraphStyle.all { one.write(to: &writer) }
        writer.element("style:style", ["style:name": "Strong", "style:family": "text"]) {
          $0.empty("style:text-properties", ["fo:font-weight": "bold"])
        }
        writer.line()
        lists(&writer)
      }
      writer.line()
      writer.element("office:automatic-styles") { page(&$0) }
      writer.line()
      writer.element("office:master-styles") { foot(report, &$0) }
      writer.line()
    }
  }

  private static func defaults(_ language: MessageLanguage, _ writer: inout MarkupWriter) {
    writer.element("style:default-style", ["style:family": "paragraph"]) { writer in
      writer.empty(
        "style:paragraph-properties",
        ["fo:orphans": "3", "fo:widows": "3"])
      writer.empty(
        "style:text-properties",
        [
          "fo:color": "#000000", "fo:font-family": "'Liberation Sans', Arial, sans-serif",
          "style:font-family-generic": "swiss", "fo:font-size": "10pt", "fo:language": language.rawValue,
          "fo:country": language.say("FR", "GB"),
        ])
    }
    writer.line()
    writer.element("style:default-style", ["style:family": "table"]) {
      $0.empty("style:table-properties", ["table:border-model": "collapsing"])
    }
    writer.line()
  }

  private static func lists(_ writer: inout MarkupWriter) {
    func level(_ writer: inout MarkupWriter) {
      writer.element(
        "style:list-level-properties", ["text:list-level-position-and-space-mode": "label-alignment"]
      ) {
        $0.empty(
          "style:list-level-label-alignment",
          [
            "text:label-followed-by": "listtab", "text:list-tab-stop-position": "6mm",
            "fo:text-indent": "-6mm", "fo:margin-left": "6mm",
          ])
      }
    }
    writer.element("text:list-style", ["style:name": "Bullets"]) {
      $0.element(
        "text:list-level-style-bullet", ["text:level": "1", "text:bullet-char": "•"]
      ) { level(&$0) }
    }
    writer.line()
    writer.element("text:list-style", ["style:name": "Numbers"]) {
      $0.element(
        "text:list-level-style-number",
        ["text:level": "1", "style:num-format": "1", "style:num-suffix": "."]
      ) { level(&$0) }
    }
    writer.line()
  }

  private static func page(_ writer: inout MarkupWriter) {
    writer.element("style:page-layout", ["style:name": "A4"]) { writer in
      writer.empty(
        "style:page-layout-properties",
        [
          "fo:page-width": "210mm", "fo:page-height": "297mm", "style:print-orientation": "portrait",
          "fo:margin-top": "18mm", "fo:margin-bottom": "12mm", "fo:margin-left": "18mm",
          "fo:margin-right": "18mm",
        ])
      writer.element("style:footer-style") {
        $0.empty("style:header-footer-properties", ["fo:min-height": "8mm", "fo:margin-top": "4mm"])
      }
    }
  }

  private static func foot(_ report: Report, _ writer: inout MarkupWriter) {
    writer.element("style:master-page", ["style:name": "Standard", "style:page-layout-name": "A4"]) {
      writer in
      writer.element("style:footer") { writer in
        writer.element("text:p", ["text:style-name": "Footer"]) { writer in
          let foot = [report.metadata.identifier, report.title].compactMap { $0 }.joined(separator: " · ")
          writer.text(foot)
          writer.empty("text:tab")
          writer.element("text:page-number", ["text:select-page": "current"], text: "1")
          writer.text(" / ")
          writer.element("text:page-count", text: "1")
        }
      }
    }
  }
}
