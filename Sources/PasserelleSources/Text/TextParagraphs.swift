/// Gathers the lines of a text into paragraphs.
struct TextParagraphs {
  private(set) var paragraphs: [SpecificationDocument.Paragraph] = []
  private(set) var firstHeading: String?
  /// Whether headings other than the first tell parts apart.
  private(set) var hasHeadings = false
  /// The line that is being read, from 1.
  var line = 1
  private let isMarkdown: Bool
  private var path = HeadingPath()
  private var text = ""
  private var lineCount = 0
  private var firstLine = 1
  private var lastLine = 1
  private var endsWithOwnLine = false

  /// Begins a text; anchors of plain text are lines, those of Markdown paragraphs under their headings.
  init(isMarkdown: Bool) { self.isMarkdown = isMarkdown }

  /// Whether the paragraph that is open has one line.
  var hasOneLine: Bool { lineCount == 1 }

  /// Takes a line of a paragraph; one that is its own line stays apart from those around it.
  mutating func take(line text: String, isOwnLine: Bool = false) {
    guard !text.isEmpty else { return }
    if lineCount == 0 {
      firstLine = line
      self.text = text
    } else {
      self.text += (isOwnLine || endsWithOwnLine ? "\n" : " ") + text
    }
    endsWithOwnLine = isOwnLine
    lineCount += 1
    lastLine = line
  }

  /// Takes a heading.
  mutating func take(heading text: String, level: Int) {
    endParagraph()
    // The title is no heading of the paragraphs that follow it.
    if firstHeading == nil, paragraphs.isEmpty {
      firstHeading = text
      return
    }
    path.enter(text, level: level)
    hasHeadings = true
    if firstHeading == nil { firstHeading = text }
  }

  /// Makes a heading of the line before.
  mutating func makeHeading(level: Int) {
    let text = text
    clear()
    take(heading: text, level: level)
  }

  /// Ends the paragraph that is open.
  mutating func endParagraph() {
    guard lineCount > 0 else { return }
    let number = paragraphs.count + 1
    let anchor =
      isMarkdown
      ? DocumentAnchor(paragraph: number, line: firstLine, headings: path.texts)
      : DocumentAnchor(line: firstLine)
    paragraphs.append(
      SpecificationDocument.Paragraph(
        text: text, headings: path.texts, anchor: anchor, lastLine: lastLine))
    clear()
  }

  private mutating func clear() {
    text = ""
    lineCount = 0
    endsWithOwnLine = false
  }
}
