import PasserelleCore

/// The style sheet of reports as pages: for the screen, and for A4 paper.
enum HTMLStyleSheet {
  /// The style sheet with the foot of the report's pages.
  static func text(_ report: Report) -> String {
    let foot = [report.metadata.identifier, report.title].compactMap { $0 }.joined(separator: " · ")
    return """

      @page {
        size: A4;
        margin: 18mm 18mm 20mm;
        @bottom-left { content: \(quoted(foot)); font: 8pt sans-serif; }
        @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; }
      }

      """ + sheet
  }

  /// A text as a string of CSS; all but ASCII letters and digits is escaped, so that it can end nothing.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: result.unicodeScalars.append(scalar)
      case 0: continue
      default: result += "\\" + String(scalar.value, radix: 16) + " "
      }
    }
    return result + "\""
  }

  private static let sheet = """
    html { color: #000; background: #fff; font: 11pt/1.45 system-ui, "Liberation Sans", Arial, sans-serif; }
    body { margin: 0; }
    main { max-width: 48rem; margin: 0 auto; padding: 1.5rem; }
    h1, h2, h3, h4, h5, h6 { line-height: 1.25; break-after: avoid; break-inside: avoid; margin: 1.4em 0 .4em; }
    h1 { font-size: 1.7em; margin-top: 0; }
    h2 { font-size: 1.35em; border-bottom: 1px solid #000; }
    h3 { font-size: 1.15em; }
    h4, h5, h6 { font-size: 1em; }
    p, li, dd, blockquote { orphans: 3; widows: 3; }
    p { margin: .4em 0; }
    ul, ol { margin: .4em 0; padding-left: 1.4em; }
    a { color: #000; text-decoration: underline; }
    dl { margin: .6em 0; }
    dl > div { display: grid; grid-template-columns: 13rem 1fr; column-gap: 1em; break-inside: avoid; }
    dt { font-weight: bold; }
    dd { margin: 0; }
    li, dd, td, th, caption { overflow-wrap: anywhere; }
    table { width: 100%; border-collapse: collapse; table-layout: fixed; margin: .8em 0; font-size: .86em; }
    caption { text-align: left; font-weight: bold; margin-bottom: .3em; break-after: avoid; }
    thead { display: table-header-group; }
    tr { break-inside: avoid; }
    th, td { border: 1px solid #555; padding: .25em .4em; text-align: left; vertical-align: top; }
    thead th { border-bottom-width: 2px; }
    th.end, td.end { text-align: right; }
    table.form td { height: 10mm; }
    figure { margin: .6em 0 .6em 1em; padding-left: .8em; border-left: 3px solid #555; break-inside: avoid; }
    figure.picture { margin: 1em 0; padding: 0; border: 0; }
    figure.picture > svg { display: block; width: 100%; height: auto; max-height: 250mm; }
    blockquote { margin: 0; }
    figcaption { font-size: .9em; }
    aside { margin: .8em 0; padding: .4em .8em; border: 1px solid #000; break-inside: avoid; }
    aside.caution { border-width: 3px; }
    aside .title { font-weight: bold; }
    hr.page-break { border: 0; border-top: 1px dashed #555; margin: 2em 0; }
    @media (max-width: 34rem) { dl > div { display: block; } }
    @media print {
      html { font-size: 10pt; }
      main { max-width: none; padding: 0; }
      hr.page-break { break-after: page; border: 0; margin: 0; visibility: hidden; }
    }

    """
}
