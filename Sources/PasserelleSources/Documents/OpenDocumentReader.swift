internal import PasserelleCore
internal import PasserelleXML

/// Reads the text of an ODT file: headings, lists, tables row by row, notes; what is marked as deleted is left out.
struct OpenDocumentReader {
  private static let main = "content.xml"
  private let limits: DocumentLimits

  init(limits: DocumentLimits) { self.limits = limits }

  /// Reads a document.
  ///
  /// - Throws: ``DocumentFault``, or ``PasserelleError`` with a code of archives.
  func document(_ bytes: [UInt8], file: String) throws -> SpecificationDocument {
    let package = try OfficePackage(bytes, file: file, wanted: [Self.main, "META-INF/manifest.xml"])
    // An encrypted document has a plain manifest that says so, and parts that are no XML.
    var isEncrypted = false
    try package.read("META-INF/manifest.xml") { reader, event in
      if event == .start, reader.name == "encryption-data" { isEncrypted = true }
    }
    if isEncrypted { throw DocumentFault.encrypted }
    var body = OpenDocumentBody(limit: limits.textBytes)
    guard try package.read(Self.main, { body.take($0, $1) }) else { throw DocumentFault.damaged }
    if package.has("Pictures/") { body.assembler.tell(.documentImages) }
    return try body.finish()
  }
}

/// Gathers the text of `content.xml` as its elements are met.
struct OpenDocumentBody {
  private struct Open {
    var text = ""
    /// The level of a heading; 0 for a paragraph.
    var level = 0
  }

  private struct Table {
    var cells: [String] = []
    var cell = ""
    var rowCount = 0
    var isHead = false
  }

  private static let leftOutElements: Set<String> = [
    "tracked-changes", "annotation", "note-citation", "table-of-content", "alphabetical-index", "forms",
    "illustration-index", "table-index", "automatic-styles", "font-face-decls", "scripts",
  ]

  var assembler: DocumentAssembler
  private var open: [Open] = []
  private var tables: [Table] = []
  private var listDepth = 0
  private var isItemStart = false
  private var skipped = 0
  private var leftOut: [String] = []

  init(limit: Int) { assembler = DocumentAssembler(.document, limit: limit) }

  /// Takes one event.
  mutating func take(_ reader: XMLPullReader, _ event: XMLPullReader.Event) {
    switch event {
    case .start:
      if skipped > 0 || Self.leftOutElements.contains(reader.name) {
        if skipped == 0 { leaveOut(reader.name) }
        skipped += 1
      } else {
        start(reader.name, reader)
      }
    case .text: if skipped == 0, !open.isEmpty { open[open.count - 1].text += Self.collapsed(reader.text) }
    case .end:
      if skipped > 0 {
        skipped -= 1
      } else {
        end(reader.name)
      }
    }
  }

  private mutating func leaveOut(_ name: String) {
    let isTold = ["tracked-changes", "annotation", "forms"].contains(name)
    if isTold, !leftOut.contains(name) { leftOut.append(name) }
  }

  /// Line ends of the file are no line ends of the text.
  private static func collapsed(_ text: String) -> String {
    text.contains(where: \.isNewline) ? String(text.map { $0.isNewline ? " " : $0 }) : text
  }

  private mutating func start(_ name: String, _ reader: XMLPullReader) {
    switch name {
    case "h": open.append(Open(level: max(1, reader.attribute("outline-level").flatMap { Int($0) } ?? 1)))
    case "p": open.append(Open())
    case "list": listDepth += 1
    case "list-item": isItemStart = true
    case "table": tables.append(Table())
    case "table-header-rows": if !tables.isEmpty { tables[tables.count - 1].isHead = true }
    case "tab", "s": if !open.isEmpty { open[open.count - 1].text += " " }
    case "line-break": if !open.isEmpty { open[open.count - 1].text += "\n" }
    default: break
    }
  }

  private mutating func end(_ name: String) {
    switch name {
    case "h", "p": if let paragraph = open.popLast() { endParagraph(paragraph) }
    case "list": listDepth = max(0, listDepth - 1)
    case "table-cell": endCell()
    case "table-header-rows": if !tables.isEmpty { tables[tables.count - 1].isHead = false }
    case "table-row": endRow()
    case "table": if !tables.isEmpty { tables.removeLast() }
    default: break
    }
  }

  private mutating func endParagraph(_ paragraph: Open) {
    guard !paragraph.text.allSatisfy(\.isWhitespace) else { return }
    if !tables.isEmpty {
      tables[tables.count - 1].cell += (tables[tables.count - 1].cell.isEmpty ? "" : "\n") + paragraph.text
    } else if paragraph.level > 0 {
      assembler.take(heading: paragraph.text, level: paragraph.level)
    } else {
      assembler.take(paragraph: paragraph.text, mark: listDepth > 0 && isItemStart ? "-" : nil)
      isItemStart = false
    }
  }

  private mutating func endCell() {
    guard !tables.isEmpty, !tables[tables.count - 1].cell.isEmpty else { return }
    tables[tables.count - 1].cells.append(tables[tables.count - 1].cell)
    tables[tables.count - 1].cell = ""
  }

  private mutating func endRow() {
    endCell()
    guard var table = tables.popLast() else { return }
    let cells = table.cells
    let isHead = table.isHead || (table.rowCount == 0 && DocumentAssembler.isHead(cells))
    if !cells.isEmpty { table.rowCount += 1 }
    table.cells.removeAll()
    if !tables.isEmpty {
      tables[tables.count - 1].cell += cells.joined(separator: " : ")
    } else if cells.count == 1 {
      for line in cells[0].split(whereSeparator: \.isNewline) { assembler.take(paragraph: String(line)) }
    } else {
      assembler.take(row: cells, isHead: isHead)
    }
    tables.append(table)
  }

  /// The document as read.
  mutating func finish() throws -> SpecificationDocument { try assembler.finish(leftOut: leftOut) }
}
