internal import PasserelleCore

/// The structure of a specification: heading block, title, paragraphs under their headings.
struct SpecificationDocument: Sendable {
  /// A paragraph and the heading that it stands under.
  struct Paragraph: Sendable, Equatable {
    /// The text; line breaks are those of tables and lists, and of plain text.
    var text: String
    /// The headings above it, outermost first.
    var headings: [String]
    var anchor: DocumentAnchor
    /// The last line of a text file that it stands on.
    var lastLine = 0

    /// The heading that it stands under.
    var heading: String? { headings.last }
  }

  /// The text that clauses are read from, with the anchor of each of its lines.
  struct Reading: Sendable {
    let text: String
    let anchors: [DocumentAnchor?]
  }

  /// Something to tell of the document as a whole.
  struct Finding: Sendable {
    let code: DiagnosticCode
    var value: String?
  }

  /// The lines between `---` at the start; nil when there are none.
  var frontMatter: String?
  /// The first heading of the first level found, or the first line.
  var title: String?
  /// The paragraphs in their order; each item of a list is one.
  var paragraphs: [Paragraph] = []
  /// Whether headings other than the title tell parts apart.
  var hasHeadings = false
  /// The text of a rich format; nil for text, which is read as it is.
  var reading: Reading?
  /// What was noticed while it was read.
  var findings: [Finding] = []

  /// Makes an empty document.
  init() {}

  /// Reads a document.
  ///
  /// - Parameters:
  ///   - text: The whole text.
  ///   - isMarkdown: Whether headings, lists and emphasis of Markdown are read; plain text has none.
  init(_ text: String, isMarkdown: Bool) {
    var lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }.map
    {
      String($0)
    }
    let count = lines.count
    frontMatter = Self.takeFrontMatter(&lines)
    let skipped = count - lines.count
    var builder = TextParagraphs(isMarkdown: isMarkdown)
    var isCode = false
    for (index, line) in lines.enumerated() {
      let plain = line.trimmed
      builder.line = skipped + index + 1
      if isMarkdown, plain.hasPrefix("```") || plain.hasPrefix("~~~") {
        isCode.toggle()
        builder.endParagraph()
      } else if plain.isEmpty {
        builder.endParagraph()
      } else if isMarkdown, !isCode, let heading = MarkdownLine.heading(plain) {
        builder.take(heading: MarkdownLine.unmarked(heading.text), level: heading.level)
      } else if isMarkdown, !isCode, MarkdownLine.isUnderline(plain), index > 0, builder.hasOneLine {
        builder.makeHeading(level: plain.hasPrefix("=") ? 1 : 2)
      } else if isMarkdown, !isCode, MarkdownLine.isRule(plain) {
        builder.endParagraph()
      } else if isMarkdown, !isCode, let item = MarkdownLine.listItem(plain) {
        builder.endParagraph()
        builder.take(line: MarkdownLine.unmarked(item))
      } else if isMarkdown, !isCode {
        builder.take(line: MarkdownLine.unmarked(plain), isOwnLine: plain.hasPrefix("|"))
      } else {
        builder.take(line: plain, isOwnLine: true)
      }
    }
    builder.endParagraph()
    paragraphs = builder.paragraphs
    title = builder.firstHeading
    hasHeadings = builder.hasHeadings
    if title == nil, let first = paragraphs.first {
      title = isMarkdown ? first.text : lines.first { !$0.trimmed.isEmpty }?.trimmed
      // A first line that stands alone is the title, not a paragraph.
      if title == first.text, paragraphs.count > 1 { paragraphs.removeFirst() }
    }
    title = title.map(Self.shortened)
  }

  /// A title of at most 300 characters on one line.
  static func shortened(_ title: String) -> String {
    let line = title.contains(where: \.isNewline) ? title.map { $0.isNewline ? " " : $0 }.asText : title
    return line.count > 300 ? String(line.prefix(299)) + "…" : line
  }

  private static func takeFrontMatter(_ lines: inout [String]) -> String? {
    guard let first = lines.first, first.trimmed == "---" else { return nil }
    guard
      let end = lines.dropFirst().prefix(200).firstIndex(where: { $0.trimmed == "---" || $0.trimmed == "..." }
      )
    else { return nil }
    let matter = lines[1..<end].joined(separator: "\n")
    lines.removeFirst(end + 1)
    return matter
  }

  /// Where a line of the text that clauses are read from stands, as people read it.
  ///
  /// - Complexity: O(log *n*) in the paragraphs.
  func anchor(ofLine line: Int) -> DocumentAnchor {
    if let reading {
      let anchor = reading.anchors.indices.contains(line - 1) ? reading.anchors[line - 1] : nil
      return anchor ?? DocumentAnchor()
    }
    var (low, high) = (0, paragraphs.count)
    while low < high {
      let middle = (low + high) / 2
      if paragraphs[middle].lastLine < line { low = middle + 1 } else { high = middle }
    }
    guard low < paragraphs.count, let first = paragraphs[low].anchor.line, first <= line else {
      return DocumentAnchor(line: line)
    }
    // Plain text is looked up by its lines, and so is each line of a long paragraph.
    return paragraphs[low].anchor.paragraph == nil ? DocumentAnchor(line: line) : paragraphs[low].anchor
  }
}

extension [Character] {
  /// The characters as a text.
  fileprivate var asText: String { String(self) }
}
