import PasserelleArchive
import PasserelleCore

@testable import PasserelleSources

/// Documents made by code, for tests.
enum DocumentSamples {
  // MARK: DOCX

  private static let wordNamespaces =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
    + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
    + "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" "
    + "xmlns:v=\"urn:schemas-microsoft-com:vml\""

  static let styles = """
    <w:styles \(wordNamespaces)>
    <w:style w:type="paragraph" w:styleId="Titre"><w:name w:val="Title"/></w:style>
    <w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/></w:style>
    <w:style w:type="paragraph" w:styleId="Maison"><w:name w:val="Titre maison"/><w:basedOn w:val="Titre1"/></w:style>
    <w:style w:type="paragraph" w:styleId="Plan"><w:name w:val="Plan"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="TM1"><w:name w:val="toc 1"/></w:style>
    <w:style w:type="paragraph" w:styleId="Rond"><w:name w:val="Rond"/><w:basedOn w:val="Rond"/></w:style>
    </w:styles>
    """

  static let numbering = """
    <w:numbering \(wordNamespaces)>
    <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>
    <w:lvlText w:val="F%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>
    <w:lvlText w:val="%2)"/></w:lvl></w:abstractNum>
    <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="x"/></w:lvl>
    </w:abstractNum>
    <w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="6"><w:abstractNumId w:val="1"/></w:num>
    </w:numbering>
    """

  static func wordParagraph(_ text: String, style: String? = nil, list: (String, Int)? = nil) -> String {
    let style = style.map { "<w:pStyle w:val=\"\($0)\"/>" } ?? ""
    let list = list.map { "<w:numPr><w:ilvl w:val=\"\($0.1)\"/><w:numId w:val=\"\($0.0)\"/></w:numPr>" } ?? ""
    return "<w:p><w:pPr>\(style)\(list)</w:pPr><w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r></w:p>"
  }

  static func docx(_ body: String, parts: [String: String] = [:]) throws -> [UInt8] {
    var entries = [
      ("[Content_Types].xml", "<Types/>"),
      ("word/document.xml", "<w:document \(wordNamespaces)><w:body>\(body)</w:body></w:document>"),
      ("word/styles.xml", styles), ("word/numbering.xml", numbering),
    ]
    for (path, text) in parts.sorted(by: { $0.key < $1.key }) {
      entries.append(
        (
          path,
          text.replacing("<root", with: "<w:root \(wordNamespaces)").replacing("</root", with: "</w:root")
        ))
    }
    return try package(entries)
  }

  static func package(_ entries: [(String, String)]) throws -> [UInt8] {
    try ZIPWriter.data(entries.map { ArchiveEntry(path: $0.0, bytes: Array($0.1.utf8)) })
  }

  // MARK: PDF

  /// A line of a page: its place from the lower left corner in points, the size of its letters, its text.
  typealias PDFLine = (x: Int, y: Int, size: Int, text: String)

  /// A PDF with pages of A4 in Helvetica.
  static func pdf(_ pages: [[PDFLine]]) -> [UInt8] {
    var objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    var kids: [String] = []
    for page in pages {
      let content = page.map { line in
        let text = line.text.unicodeScalars.map { scalar -> String in
          "()\\".unicodeScalars.contains(scalar) ? "\\" + String(scalar) : String(scalar)
        }.joined()
        return "BT /F1 \(line.size) Tf 1 0 0 1 \(line.x) \(line.y) Tm (\(text)) Tj ET"
      }.joined(separator: "\n")
      let length = content.unicodeScalars.count
      objects.append("<< /Length \(length) >>\nstream\n\(content)\nendstream")
      kids.append("\(objects.count + 1) 0 R")
      objects.append(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents \(objects.count) 0 R "
          + "/Resources << /Font << /F1 3 0 R >> >> >>")
    }
    objects[1] = "<< /Type /Pages /Kids [\(kids.joined(separator: " "))] /Count \(pages.count) >>"
    var file = "%PDF-1.4\n"
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(file.unicodeScalars.count)
      file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = file.unicodeScalars.count
    file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for offset in offsets {
      let digits = String(offset)
      file += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    }
    file += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
    // Letters up to U+00FF are the same in WinAnsi.
    return file.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
  }

  // MARK: What pdftotext writes

  /// A page of lines as `pdftotext -bbox-layout` writes it: each line is a block; places from the upper left corner.
  static func layout(_ pages: [[(left: Double, top: Double, text: String)]], height: Double = 12) -> [UInt8] {
    var text = "<doc>\n"
    for page in pages {
      text += "  <page width=\"595.0\" height=\"842.0\">\n    <flow>\n"
      for line in page {
        var x = line.left
        var words = ""
        for word in line.text.split(separator: " ") {
          let end = x + Double(word.count) * 6
          words +=
            "<word xMin=\"\(x)\" yMin=\"\(line.top)\" xMax=\"\(end)\" yMax=\"\(line.top + height)\">\(word)</word>\n"
          x = end + 6
        }
        text += "<block xMin=\"0\">\n<line xMin=\"\(line.left)\" yMin=\"\(line.top)\" xMax=\"\(x - 6)\" "
        text += "yMax=\"\(line.top + height)\">\n\(words)</line>\n</block>\n"
      }
      text += "    </flow>\n  </page>\n"
    }
    return Array((text + "</doc>\n").utf8)
  }

  /// The diagnostics of a document, by name.
  static func codes(_ document: SpecificationDocument) -> [String] { document.findings.map(\.code.name) }

  /// The names of all diagnostics that documents can give, reached with samples.
  static func reachedCodes() throws -> Set<String> {
    var reached: Set<String> = []
    let html = "<p>Texte</p><nav>Menu</nav><p><img src=x></p>"
    reached.formUnion(codes(try HTMLDocumentReader(limits: .standard).document(Array(html.utf8))))
    var limits = DocumentLimits()
    limits.textBytes = 4
    reached.formUnion(codes(try HTMLDocumentReader(limits: limits).document(Array(html.utf8))))
    let pages = (1...4).map { page in
      [
        (50.0, 20.0, "Mairie de X - page \(page)"),
        (50.0, 200.0, "Le texte \u{FFFD} de la page numéro \(page) est long."),
      ]
    }
    reached.formUnion(codes(try PDFDocumentReader(limits: .standard).document(layout: layout(pages))))
    return reached
  }
}
