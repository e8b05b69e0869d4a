internal import PasserelleCore
internal import PasserelleXML

/// Reads the text of a page of HTML: headings, paragraphs, lists, tables row by row.
///
/// Scripts, styles, navigation and forms are left out. Nothing is fetched.
struct HTMLDocumentReader {
  private let limits: DocumentLimits

  init(limits: DocumentLimits) { self.limits = limits }

  /// Reads a page.
  ///
  /// - Parameter bytes: The page in UTF-8.
  /// - Returns: The document taken apart.
  /// - Throws: ``DocumentFault``.
  func document(_ bytes: [UInt8]) throws -> SpecificationDocument {
    var page = HTMLPage(limit: limits.textBytes)
    HTMLReader().read(bytes) { page.take($0) }
    let document = page.finish()
    guard !document.paragraphs.isEmpty || document.title != nil else { throw DocumentFault.noText }
    return document
  }
}

/// Gathers a page's text as its elements are met.
private struct HTMLPage {
  private var assembler: DocumentAssembler
  private var text = ""
  private var isBlank = true
  /// The elements whose content is left out, of which this many are open.
  private var leftOut = 0
  private var leftOutNames: [String] = []
  private var isTitle = false
  private var title = ""
  private var headingLevel = 0
  private var preformatted = 0
  private var lists: [(isNumbered: Bool, number: Int)] = []
  private var mark: String?
  private var tables: [HTMLTable] = []
  private var hasImages = false

  init(limit: Int) { assembler = DocumentAssembler(.document, limit: limit) }

  mutating func take(_ event: HTMLReader.Event) {
    switch event {
    case .start(let name, let attributes): start(name, attributes)
    case .end(let name): end(name)
    case .text(let piece): append(piece)
    }
  }

  private mutating func append(_ piece: String) {
    if isTitle { title += piece }
    guard leftOut == 0, !isTitle else { return }
    if preformatted > 0 {
      text += piece
      isBlank = isBlank && piece.allSatisfy(\.isWhitespace)
      return
    }
    for scalar in piece.unicodeScalars {
      if scalar.properties.isWhitespace {
        if !text.isEmpty, text.unicodeScalars.last != " ", text.unicodeScalars.last != "\n" { text += " " }
      } else if scalar != "\u{AD}" {
        text.unicodeScalars.append(scalar)
        isBlank = false
      }
    }
  }

  private mutating func start(_ name: String, _ attributes: [String: String]) {
    if leftOut > 0 || HTMLElements.isLeftOut(name, attributes) {
      guard !HTMLElements.isVoid(name) else { return }
      if leftOut == 0 {
        flush()
        if HTMLElements.isTold(name), !leftOutNames.contains(name) { leftOutNames.append(name) }
      }
      leftOut += 1
      return
    }
    switch name {
    case "title": isTitle = true
    case "br": text += "\n"
    case "img", "svg", "canvas": hasImages = true
    case "pre", "textarea":
      flush()
      preformatted += 1
    case "ul", "menu", "dir":
      flush()
      lists.append((false, 0))
    case "ol":
      flush()
      lists.append((true, (attributes["start"].flatMap { Int($0) } ?? 1) &- 1))
    case "li":
      flush()
      beginItem(attributes)
    case "table":
      flush()
      tables.append(HTMLTable())
    case "tr": endCell()
    case "td", "th":
      endCell()
      if !tables.isEmpty { tables[tables.count - 1].begin(isHead: name == "th") }
    case "h1", "h2", "h3", "h4", "h5", "h6":
      flush()
      headingLevel = tables.isEmpty ? Int(name.dropFirst()) ?? 0 : 0
    default:
      if HTMLElements.isBlock(name) { flush() }
    }
  }

  private mutating func end(_ name: String) {
    if leftOut > 0 {
      if !HTMLElements.isVoid(name) { leftOut -= 1 }
      return
    }
    switch name {
    case "title": isTitle = false
    case "pre", "textarea":
      flush()
      preformatted = max(0, preformatted - 1)
    case "ul", "ol", "menu", "dir":
      flush()
      if !lists.isEmpty { lists.removeLast() }
    case "td", "th": endCell()
    case "tr": endRow()
    case "table":
      endRow()
      if !tables.isEmpty { tables.removeLast() }
    case "h1", "h2", "h3", "h4", "h5", "h6":
      flush()
      headingLevel = 0
    default:
      if HTMLElements.isBlock(name) { flush() }
    }
  }

  private mutating func beginItem(_ attributes: [String: String]) {
    guard var list = lists.popLast() else {
      mark = "-"
      return
    }
    list.number = attributes["value"].flatMap { Int($0) } ?? list.number &+ 1
    mark = list.isNumbered ? "\(list.number)." : "-"
    lists.append(list)
  }

  // Tables

  private mutating func endCell() {
    flush()
    if !tables.isEmpty { tables[tables.count - 1].endCell() }
  }

  private mutating func endRow() {
    endCell()
    guard var table = tables.popLast() else { return }
    let (cells, isHead) = table.takeRow()
    if let outer = tables.last, outer.isInCell {
      tables[tables.count - 1].add(cells.joined(separator: "\n"))
    } else if cells.count == 1 {
      // A row of one cell is layout: its paragraphs are those of the text.
      for paragraph in cells[0].split(separator: "\n\n") { assembler.take(paragraph: String(paragraph)) }
    } else {
      assembler.take(row: cells, isHead: isHead)
    }
    tables.append(table)
  }

  /// Ends the paragraph that is open.
  private mutating func flush() {
    let own = text
    let wasBlank = isBlank
    text = ""
    isBlank = true
    guard !wasBlank else { return }
    if let table = tables.last, table.isInCell {
      tables[tables.count - 1].add((mark.map { $0 + " " } ?? "") + own)
    } else if headingLevel > 0 {
      assembler.take(heading: own, level: headingLevel)
    } else {
      assembler.take(paragraph: own, mark: mark)
    }
    mark = nil
  }

  mutating func finish() -> SpecificationDocument {
    flush()
    while !tables.isEmpty {
      endRow()
      tables.removeLast()
    }
    if !leftOutNames.isEmpty {
      assembler.tell(.documentLeftOut, value: leftOutNames.joined(separator: ", "))
    }
    if hasImages { assembler.tell(.documentImages) }
    if assembler.isFull { assembler.tell(.documentCut) }
    var document = assembler.finish()
    let own = DocumentAssembler.lines(title).joined(separator: " ")
    // The title of the window is the title of the page where the text has no heading of its own.
    if document.title == nil, !own.isEmpty { document.title = SpecificationDocument.shortened(own) }
    return document
  }
}

/// The row of a table that is being read.
private struct HTMLTable {
  private var cells: [String] = []
  private var paragraphs: [String] = []
  private(set) var isInCell = false
  private var rowCount = 0
  private var isHead = true

  mutating func begin(isHead: Bool) {
    isInCell = true
    if !isHead { self.isHead = false }
  }

  mutating func add(_ paragraph: String) { paragraphs.append(paragraph) }

  mutating func endCell() {
    if isInCell, !paragraphs.isEmpty { cells.append(paragraphs.joined(separator: "\n\n")) }
    paragraphs.removeAll()
    isInCell = false
  }

  mutating func takeRow() -> (cells: [String], isHead: Bool) {
    defer {
      cells.removeAll()
      isHead = true
    }
    if !cells.isEmpty { rowCount += 1 }
    return (cells, isHead || (rowCount == 1 && DocumentAssembler.isHead(cells)))
  }
}
