internal import PasserelleCore

/// Puts what a reader of a rich format finds in order: title, headings, paragraphs with their anchors, and the text that
/// clauses are read from.
struct DocumentAssembler {
  /// How the anchors count.
  enum Numbering {
    /// Paragraphs through the whole document, with the headings above.
    case document
    /// Paragraphs of each page.
    case pages
  }

  private let numbering: Numbering
  private let limit: Int
  private(set) var document = SpecificationDocument()
  private var path = HeadingPath()
  private var reading = ""
  private var readingBytes = 0
  private var anchors: [DocumentAnchor?] = []
  private var rank = 0
  private var page: Int?
  /// Whether the text went past the limit; the rest is left out.
  private(set) var isFull = false

  /// Makes an assembler.
  ///
  /// - Parameters:
  ///   - numbering: How the anchors count.
  ///   - limit: The longest text taken, in bytes.
  init(_ numbering: Numbering, limit: Int) {
    self.numbering = numbering
    self.limit = limit
  }

  /// Whether nothing has been read yet.
  var isEmpty: Bool { document.paragraphs.isEmpty && document.title == nil }

  /// Begins a page.
  mutating func begin(page: Int) {
    self.page = page
    rank = 0
  }

  /// Takes the title that the document gives itself, unless there is one.
  mutating func take(title: String) {
    guard let text = Self.lines(title).first, document.title == nil else { return }
    document.title = SpecificationDocument.shortened(text)
    write(["# " + text], nil)
  }

  /// Takes a heading; the first of a document without a title is the title.
  mutating func take(heading text: String, level: Int) {
    guard !isFull, let text = Self.lines(text).joined(separator: " ").nonEmpty else { return }
    if numbering == .pages { rank += 1 }
    if document.title == nil {
      document.title = SpecificationDocument.shortened(text)
      // The title is no heading of the paragraphs that follow it, unless some stand before it.
      if document.paragraphs.isEmpty { return write(["# " + text], nil) }
      path.enter(text, level: level)
      return write(["# " + text], nil)
    }
    document.hasHeadings = true
    path.enter(text, level: level)
    write([String(repeating: "#", count: max(2, min(5, level) + 1)) + " " + text], nil)
  }

  /// Takes a paragraph.
  ///
  /// - Parameters:
  ///   - text: The text; its line breaks stay.
  ///   - mark: What stands before it in a list: a bullet as `-`, or a number such as `a)`; nil outside lists.
  mutating func take(paragraph text: String, mark: String? = nil) {
    var lines = Self.lines(text)
    guard !isFull, !lines.isEmpty else { return }
    rank += 1
    let isBullet = mark == "-"
    if let mark, !isBullet { lines[0] = mark + " " + lines[0] }
    let anchor = DocumentAnchor(
      page: page, paragraph: rank, headings: numbering == .pages ? [] : path.texts)
    document.paragraphs.append(
      SpecificationDocument.Paragraph(
        text: lines.joined(separator: "\n"), headings: path.texts, anchor: anchor))
    if isBullet { lines[0] = "- " + lines[0] }
    write(lines.map { $0.hasPrefix("#") ? "\u{200B} " + $0 : $0 }, anchor)
  }

  /// Takes a row of a table: its cells in their order, empty ones left out.
  ///
  /// - Parameters:
  ///   - cells: The cells.
  ///   - isHead: Whether the row names the columns; what names columns asks for nothing.
  mutating func take(row cells: [String], isHead: Bool = false) {
    let texts = cells.map { Self.lines($0).joined(separator: " ") }.filter { !$0.isEmpty }
    // What ends in a colon announces, and is no requirement.
    take(paragraph: texts.joined(separator: " : ") + (isHead && !texts.isEmpty ? " :" : ""))
  }

  /// Whether the first row of a table names its columns: three short cells or more, none with a number.
  static func isHead(_ cells: [String]) -> Bool {
    cells.count >= 3
      && cells.allSatisfy { cell in
        cell.count <= 40 && !cell.contains { $0.isNumber || ".;€%".contains($0) }
      }
  }

  /// Tells of something about the document.
  mutating func tell(_ code: DiagnosticCode, value: String? = nil) {
    document.findings.append(SpecificationDocument.Finding(code: code, value: value))
  }

  private mutating func write(_ lines: [String], _ anchor: DocumentAnchor?) {
    for line in lines {
      reading += line + "\n"
      readingBytes += line.utf8.count + 1
      anchors.append(anchor)
    }
    reading += "\n"
    anchors.append(nil)
    isFull = readingBytes > limit
  }

  /// The document as read, with what was left out of it told.
  ///
  /// - Throws: ``DocumentFault/noText`` for one without text.
  mutating func finish(leftOut: [String]) throws -> SpecificationDocument {
    guard !isEmpty else { throw DocumentFault.noText }
    if !leftOut.isEmpty { tell(.documentLeftOut, value: leftOut.joined(separator: ", ")) }
    if isFull { tell(.documentCut) }
    return finish()
  }

  /// The document as read.
  mutating func finish() -> SpecificationDocument {
    document.reading = SpecificationDocument.Reading(text: reading, anchors: anchors)
    if document.title == nil, let first = document.paragraphs.first {
      let line = first.text.prefix { !$0.isNewline }
      document.title = SpecificationDocument.shortened(String(line))
      // A first line that stands alone is the title, not a paragraph.
      if line.count == first.text.count, document.paragraphs.count > 1 { document.paragraphs.removeFirst() }
    }
    return document
  }

  /// The lines of a text that are not empty, white space collapsed.
  static func lines(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).compactMap { line in
      line.unicodeScalars.split { $0.properties.isWhitespace || $0 == "\u{200B}" || $0 == "\u{FEFF}" }
        .map { String($0) }.joined(separator: " ").nonEmpty
    }
  }
}

extension String {
  /// The text; nil for an empty one.
  var nonEmpty: String? { isEmpty ? nil : self }
}
