/// The structure of a specification: heading block, title, paragraphs under their headings.
struct SpecificationDocument {
  /// A paragraph and the heading that it stands under.
  struct Paragraph: Equatable {
    var text: String
    var heading: String?
  }

  /// The lines between `---` at the start; nil when there are none.
  var frontMatter: String?
  /// The first heading of the first level found, or the first line.
  var title: String?
  /// The paragraphs in their order; each item of a list is one.
  var paragraphs: [Paragraph] = []

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
    frontMatter = Self.takeFrontMatter(&lines)
    var builder = Builder()
    var isCode = false
    for (index, line) in lines.enumerated() {
      let plain = line.trimmed
      if isMarkdown, plain.hasPrefix("```") || plain.hasPrefix("~~~") {
        isCode.toggle()
        builder.endParagraph()
      } else if plain.isEmpty {
        builder.endParagraph()
      } else if isMarkdown, !isCode, let heading = Self.heading(plain) {
        builder.take(heading: Self.unmarked(heading))
      } else if isMarkdown, !isCode, Self.isUnderline(plain), index > 0, builder.hasOneLine {
        builder.makeHeading()
      } else if isMarkdown, !isCode, Self.isRule(plain) {
        builder.endParagraph()
      } else if isMarkdown, !isCode, let item = Self.listItem(plain) {
        builder.endParagraph()
        builder.take(line: Self.unmarked(item))
      } else {
        builder.take(line: isMarkdown && !isCode ? Self.unmarked(plain) : plain)
      }
    }
    builder.endParagraph()
    paragraphs = builder.paragraphs
    title = builder.firstHeading
    if title == nil, let first = paragraphs.first {
      title = isMarkdown ? first.text : lines.first { !$0.trimmed.isEmpty }?.trimmed
      // A first line that stands alone is the title, not a paragraph.
      if title == first.text, paragraphs.count > 1 { paragraphs.removeFirst() }
    }
    title = title.map { $0.count > 300 ? String($0.prefix(299)) + "…" : $0 }
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

  /// The text of an ATX heading.
  private static func heading(_ line: String) -> String? {
    let marks = line.prefix { $0 == "#" }.count
    guard (1...6).contains(marks), line.dropFirst(marks).first == " " else { return nil }
    var text = line.dropFirst(marks).trimmed
    while text.hasSuffix("#") { text.removeLast() }
    return text.trimmed.isEmpty ? nil : text.trimmed
  }

  private static func isUnderline(_ line: String) -> Bool {
    line.count >= 3 && (line.allSatisfy { $0 == "=" } || line.allSatisfy { $0 == "-" })
  }

  private static func isRule(_ line: String) -> Bool {
    let marks = line.filter { $0 != " " }
    return marks.count >= 3 && ["-", "*", "_"].contains { mark in marks.allSatisfy { String($0) == mark } }
  }

  /// The text of a list item: `- a`, `* a`, `1. a`, `2) a`, `a) b`.
  private static func listItem(_ line: String) -> String? {
    if let first = line.first, "-*+•–".contains(first), line.dropFirst().first == " " {
      return line.dropFirst(2).trimmed
    }
    let number = line.prefix { $0.isASCII && $0.isNumber }
    let rest = line.dropFirst(number.count)
    guard (1...3).contains(number.count), let mark = rest.first, mark == "." || mark == ")",
      rest.dropFirst().first == " "
    else { return nil }
    return line
  }

  /// A line without the marks of emphasis, code, links and tables.
  private static func unmarked(_ line: String) -> String {
    guard line.contains(where: { "*_`[|".contains($0) }) else { return line }
    var text = line.replacing("**", with: "").replacing("__", with: "").replacing("`", with: "")
    if text.hasPrefix("|") {
      text = text.split(separator: "|").map { $0.trimmed }.filter { !$0.isEmpty }.joined(separator: " ; ")
      if text.allSatisfy({ "-: ;".contains($0) }) { return "" }
    }
    var result = ""
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "["), let close = rest[open...].firstRange(of: "]("),
      let end = rest[close.upperBound...].firstIndex(of: ")")
    {
      result += rest[..<open] + rest[rest.index(after: open)..<close.lowerBound]
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  /// Gathers lines into paragraphs.
  private struct Builder {
    var paragraphs: [Paragraph] = []
    var firstHeading: String?
    private var heading: String?
    private var lines: [String] = []

    var hasOneLine: Bool { lines.count == 1 }

    mutating func take(line: String) {
      if !line.isEmpty { lines.append(line) }
    }

    mutating func take(heading text: String) {
      endParagraph()
      // The title is no heading of the paragraphs that follow it.
      if firstHeading == nil, paragraphs.isEmpty {
        firstHeading = text
      } else {
        heading = text
        if firstHeading == nil { firstHeading = text }
      }
    }

    mutating func makeHeading() {
      let text = lines[0]
      lines.removeAll()
      take(heading: text)
    }

    mutating func endParagraph() {
      guard !lines.isEmpty else { return }
      paragraphs.append(Paragraph(text: lines.joined(separator: " "), heading: heading))
      lines.removeAll()
    }
  }
}
