internal import PasserelleCore
internal import PasserelleXML

/// Gathers the text of `word/document.xml` as its elements are met.
struct WordBody {
  /// A paragraph that is open: text boxes stand within the paragraph that they are anchored to.
  private struct Open {
    var text = ""
    var style = ""
    var outline: Int?
    var number: (id: String?, level: Int)?
    var notes: [String] = []
    /// Whether the mark at its end is deleted: the next paragraph goes on with it.
    var isMarkDeleted = false
  }

  private struct Table {
    var cells: [String] = []
    /// The paragraphs of the cell that is open, with their marks.
    var paragraphs: [(text: String, mark: String?)] = []
    var isRowDeleted = false
    var isHead = false
    var rowCount = 0
    /// The paragraphs of the only cell, for rows of one cell.
    var single: [(text: String, mark: String?)] = []
  }

  private let styles: WordStyles
  private var numbering: WordNumbering
  private let notes: [String: String]
  var assembler: DocumentAssembler
  private var open: [Open] = []
  private var tables: [Table] = []
  /// How many elements of a part that is left out are open.
  private var skipped = 0
  private var isText = false
  private var inProperties = 0
  private var carried = ""
  private var leftOut: [String] = []

  init(styles: WordStyles, numbering: WordNumbering, notes: [String: String], limit: Int) {
    self.styles = styles
    self.numbering = numbering
    self.notes = notes
    assembler = DocumentAssembler(.document, limit: limit)
  }

  /// Tells of what was left out, once a kind.
  mutating func leaveOut(_ name: String) {
    if !leftOut.contains(name) { leftOut.append(name) }
  }

  /// Takes one event.
  mutating func take(_ reader: XMLPullReader, _ event: XMLPullReader.Event) throws {
    switch event {
    case .start:
      if skipped > 0 {
        skipped += 1
      } else {
        start(reader.name, reader)
      }
    case .text:
      if skipped == 0, isText, !open.isEmpty { open[open.count - 1].text += reader.text }
    case .end:
      if skipped > 0 {
        skipped -= 1
      } else {
        end(reader.name)
      }
    }
  }

  private mutating func start(_ name: String, _ reader: XMLPullReader) {
    switch name {
    case "p" where reader.namespace.hasSuffix("/main"): open.append(Open())
    case "t": isText = reader.namespace.hasSuffix("/main") && !reader.namespace.contains("drawingml")
    case "pPr", "rPr": inProperties += 1
    case "pStyle": edit { $0.style = reader.attribute("val") ?? "" }
    case "outlineLvl": edit { $0.outline = reader.attribute("val").flatMap { Int($0) } }
    case "numId": edit { $0.number = (reader.attribute("val"), $0.number?.level ?? 0) }
    case "ilvl":
      edit { $0.number = ($0.number?.id, reader.attribute("val").flatMap { Int($0) } ?? 0) }
    case "tab" where inProperties == 0: edit { $0.text += " " }
    case "br", "cr": edit { $0.text += "\n" }
    case "noBreakHyphen": edit { $0.text += "-" }
    case "footnoteReference", "endnoteReference":
      let kind = name.hasPrefix("foot") ? "footnote" : "endnote"
      if let id = reader.attribute("id") { edit { $0.notes.append(kind + id) } }
    case "del", "moveFrom": startDeletion(isMark: inProperties > 0)
    case "tblHeader": if !tables.isEmpty { tables[tables.count - 1].isHead = reader.attribute("val") != "0" }
    case "Fallback": skipped = 1
    case "tbl": tables.append(Table())
    case "tr": if !tables.isEmpty { tables[tables.count - 1].isRowDeleted = false }
    case "instrText", "delText", "delInstrText", "pPrChange", "rPrChange", "tblPrChange", "sectPrChange":
      skipped = 1
    default: break
    }
  }

  private mutating func startDeletion(isMark: Bool) {
    leaveOut("w:del")
    if isMark {
      edit { $0.isMarkDeleted = true }
    } else if open.isEmpty, !tables.isEmpty {
      tables[tables.count - 1].isRowDeleted = true
    }
    skipped = 1
  }

  private mutating func edit(_ change: (inout Open) -> Void) {
    if !open.isEmpty { change(&open[open.count - 1]) }
  }

  private mutating func end(_ name: String) {
    switch name {
    case "t": isText = false
    case "pPr", "rPr": inProperties = max(0, inProperties - 1)
    case "p": if let paragraph = open.popLast() { endParagraph(paragraph) }
    case "tc": endCell()
    case "tr": endRow()
    case "tbl": if !tables.isEmpty { tables.removeLast() }
    default: break
    }
  }

  // Paragraphs

  private mutating func endParagraph(_ paragraph: Open) {
    if paragraph.isMarkDeleted {
      carried += paragraph.text
      return
    }
    let text = carried + paragraph.text
    carried = ""
    let meaning = styles.meaning(of: paragraph.style)
    if meaning.isContents {
      leaveOut("TOC")
      return
    }
    let id = paragraph.number?.id ?? meaning.number?.id
    let level = paragraph.number?.level ?? meaning.number?.level ?? 0
    let isEmpty = text.allSatisfy(\.isWhitespace)
    let mark = isEmpty ? nil : id.flatMap { numbering.mark(list: $0, level: level) }
    let heading = paragraph.outline.map { $0 &+ 1 } ?? meaning.heading
    if let heading, (0...9).contains(heading), tables.isEmpty, open.isEmpty {
      if heading == 0, assembler.isEmpty {
        assembler.take(title: text)
      } else {
        let number = mark == "-" ? nil : mark
        assembler.take(heading: (number.map { $0 + " " } ?? "") + text, level: max(1, heading))
      }
    } else if !isEmpty {
      add(text, mark)
    }
    for note in paragraph.notes.compactMap({ notes[$0] }) where !note.allSatisfy(\.isWhitespace) {
      add(note, nil)
    }
  }

  private mutating func add(_ text: String, _ mark: String?) {
    if tables.isEmpty {
      assembler.take(paragraph: text, mark: mark)
    } else {
      tables[tables.count - 1].paragraphs.append((text, mark))
    }
  }

  // Tables

  private mutating func endCell() {
    guard !tables.isEmpty, !tables[tables.count - 1].paragraphs.isEmpty else { return }
    let paragraphs = tables[tables.count - 1].paragraphs
    tables[tables.count - 1].single = paragraphs
    tables[tables.count - 1].cells.append(
      paragraphs.map { ($0.mark.map { $0 + " " } ?? "") + $0.text }.joined(separator: "\n"))
    tables[tables.count - 1].paragraphs.removeAll()
  }

  private mutating func endRow() {
    endCell()
    guard var table = tables.popLast() else { return }
    let (cells, single, isDeleted) = (table.cells, table.single, table.isRowDeleted)
    let isHead = table.isHead || (table.rowCount == 0 && DocumentAssembler.isHead(cells))
    if !cells.isEmpty { table.rowCount += 1 }
    table.cells.removeAll()
    table.isRowDeleted = false
    table.isHead = false
    if !isDeleted, !cells.isEmpty {
      if !tables.isEmpty {
        tables[tables.count - 1].paragraphs.append((cells.joined(separator: " : "), nil))
      } else if cells.count == 1 {
        // A row of one cell is layout: its paragraphs are those of the text.
        for paragraph in single { assembler.take(paragraph: paragraph.text, mark: paragraph.mark) }
      } else {
        assembler.take(row: cells, isHead: isHead)
      }
    }
    tables.append(table)
  }

  /// The document as read.
  mutating func finish() throws -> SpecificationDocument { try assembler.finish(leftOut: leftOut) }
}
