public import PasserelleCore

/// Writes reports as one HTML file that stands alone: no script, nothing loaded from elsewhere, made to be printed.
///
/// The syntax is that of HTML and of XML at once, so that any reader of either takes it.
public enum HTMLRenderer {
  /// The bytes of a report as a page, in UTF-8.
  ///
  /// - Complexity: O(*n*) in the size of the report.
  public static func data(_ report: Report) -> [UInt8] {
    var writer = MarkupWriter()
    writer.raw("<!DOCTYPE html>\n")
    let language = report.language.rawValue
    writer.element(
      "html", ["xmlns": "http://www.w3.org/1999/xhtml", "lang": language, "xml:lang": language]
    ) { writer in
      writer.line()
      writer.element("head") { head(report, &$0) }
      writer.line()
      writer.element("body") { writer in
        writer.line()
        writer.element("main") { writer in
          writer.line()
          writer.element("h1", text: report.title)
          writer.line()
          for block in report.orderedBlocks { HTMLBlocks.write(block, report.language, to: &writer) }
        }
        writer.line()
      }
      writer.line()
    }
    writer.line()
    return writer.bytes
  }

  private static func head(_ report: Report, _ writer: inout MarkupWriter) {
    let metadata = report.metadata
    writer.line()
    writer.empty("meta", ["charset": "utf-8"])
    writer.line()
    writer.empty(
      "meta",
      [
        "http-equiv": "Content-Security-Policy",
        "content": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
      ])
    writer.line()
    writer.empty("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
    writer.line()
    writer.element("title", text: report.title)
    let facts: [(String, String?)] = [
      ("generator", metadata.generator), ("description", metadata.subject),
      ("dcterms.created", metadata.created.description), ("dcterms.identifier", metadata.identifier),
    ]
    for case (let name, let value?) in facts {
      writer.line()
      writer.empty("meta", ["name": name, "content": value])
    }
    writer.line()
    writer.element("style") { $0.raw(HTMLStyleSheet.text(report)) }
    writer.line()
  }
}
