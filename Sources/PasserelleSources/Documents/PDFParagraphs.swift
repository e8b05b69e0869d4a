/// Joins the lines of a PDF into paragraphs.
///
/// A line ends its paragraph where the first word of the next would still have had room on it; a line that is full goes
/// on, also over the end of a block or a page.
struct PDFParagraphs {
  /// A paragraph.
  struct Paragraph {
    var text: String
    /// The page on which it begins, from 0.
    let page: Int
    /// The level of a heading, told by the height of its letters; 0 for text.
    var level = 0
  }

  /// Lines of a page past which columns are not compared with one another.
  private static let pageLines = 1000

  private(set) var paragraphs: [Paragraph] = []
  /// Words that stand within lines with a hyphen, and without.
  private var hyphenated: Set<String> = []
  private var whole: Set<String> = []
  private var bodyHeight = 0.0
  private var last: (line: PDFLayout.Line, page: Int, right: Double)?

  /// Joins the lines that are not left out.
  init(_ pages: [PDFLayout.Page], leftOut: [Set<Int>]) {
    let kept = pages.enumerated().map { number, page in
      page.lines.indices.filter { !leftOut[number].contains($0) }.map { page.lines[$0] }
    }
    gatherWords(kept)
    bodyHeight = Self.bodyHeight(kept)
    for (page, lines) in kept.enumerated() {
      let rights = Self.rightEdges(lines)
      for (line, right) in zip(lines, rights) { add(line, page: page, right: right) }
    }
  }

  private mutating func gatherWords(_ pages: [[PDFLayout.Line]]) {
    for word in pages.joined().lazy.flatMap({ $0.text.split(separator: " ").dropLast() }) {
      let plain = Self.bare(word)
      if plain.contains("-") { hyphenated.insert(plain) } else { whole.insert(plain) }
    }
  }

  private static func bare(_ word: some StringProtocol) -> String {
    let plain = word.lowercased()
    guard let first = plain.firstIndex(where: \.isLetter), let last = plain.lastIndex(where: \.isLetter)
    else {
      return ""
    }
    return String(plain[first...last])
  }

  /// The height of the letters that most characters have, to half a point.
  private static func bodyHeight(_ pages: [[PDFLayout.Line]]) -> Double {
    var counts: [Int: Int] = [:]
    for line in pages.joined() { counts[Int(line.height * 2), default: 0] += line.text.utf8.count }
    let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return Double(most?.key ?? 0) / 2
  }

  /// How far to the right the lines that begin at the same place reach, for each line.
  private static func rightEdges(_ lines: [PDFLayout.Line]) -> [Double] {
    var edges: [Int: (right: Double, count: Int)] = [:]
    for line in lines {
      let old = edges[Int(line.left / 4)] ?? (0, 0)
      edges[Int(line.left / 4)] = (max(old.right, line.right), old.count + 1)
    }
    guard lines.count <= pageLines else { return lines.map { edges[Int($0.left / 4)]?.right ?? $0.right } }
    // Lines that begin within the width of a column, such as items, share its edge where they overlap it.
    // What stands beside a block, a column or the next cell of a table, bounds all its lines.
    var bounds: [Int: Double] = [:]
    for line in lines {
      for other in lines where other.left >= line.right && isBeside(line, other) {
        bounds[line.block] = min(bounds[line.block] ?? .infinity, other.left - line.height * 0.4)
      }
    }
    return lines.map { line in
      let own = edges[Int(line.left / 4)]?.right ?? line.right
      let others = lines.lazy.filter {
        $0.left <= line.left && $0.right > line.left && line.left - $0.left < 80
      }
      return min(others.reduce(own) { max($0, $1.right) }, bounds[line.block] ?? .infinity)
    }
  }

  /// Whether two lines stand at the same height.
  private static func isBeside(_ line: PDFLayout.Line, _ other: PDFLayout.Line) -> Bool {
    min(line.bottom, other.bottom) - max(line.top, other.top) > min(line.height, other.height) / 2
  }

  private mutating func add(_ line: PDFLayout.Line, page: Int, right: Double) {
    let level = level(of: line)
    if let last, let open = paragraphs.last, open.level == level, continues(last, line, page: page, level) {
      paragraphs[paragraphs.count - 1].text = joined(open.text, line.text)
    } else {
      paragraphs.append(Paragraph(text: line.text, page: page, level: level))
    }
    last = (line, page, right)
  }

  /// Whether a line goes on with the one before it.
  private func continues(
    _ last: (line: PDFLayout.Line, page: Int, right: Double), _ line: PDFLayout.Line, page: Int, _ level: Int
  ) -> Bool {
    let before = last.line
    guard let first = line.text.first else { return false }
    if Self.startsItem(line.text) { return false }
    let space = max(2, before.height * 0.25)
    let hadRoom = before.right + space + line.firstWordWidth <= last.right + 0.5
    let isOpenWord = Self.isBroken(before.text) && first.isLowercase
    if page != last.page || line.top < before.top - before.height {
      // Another page or column: only what is clearly unfinished goes on.
      return isOpenWord || (!hadRoom && Self.isUnfinished(before.text, before: first))
    }
    let gap = line.top - before.bottom
    if level > 0 { return gap < before.height * 0.6 && !hadRoom }
    if isOpenWord, gap < before.height * 1.5 { return true }
    if hadRoom || gap > before.height * 0.75 { return false }
    // Beside one another: cells of a row.
    if line.top < before.bottom - before.height * 0.5 { return false }
    // A line set back to the right begins a paragraph, unless it is one under an item's mark.
    return line.left <= before.left + before.height * 1.2 || Self.startsItem(before.text)
  }

  /// Whether a full line ends in the middle of a sentence: without a point, or with that of `art.` before a number.
  private static func isUnfinished(_ text: String, before first: Character) -> Bool {
    guard let end = text.last, ".;:!?".contains(end) else { return true }
    let word = text.split(separator: " ").last ?? ""
    return end == "." && first.isNumber && word.count <= 4
  }

  /// Whether a line begins with the mark of an item, or with a number of a standard form such as `II.2.5)`.
  private static func startsItem(_ text: String) -> Bool {
    guard let first = text.first else { return false }
    if first == "I" || first == "V", let end = text.prefix(10).firstIndex(of: ")"),
      text[..<end].allSatisfy({ "IVX.".contains($0) || $0.isNumber }), text[..<end].contains(".")
    {
      return true
    }
    return hasBullet(text)
  }

  private static func hasBullet(_ text: String) -> Bool {
    guard let first = text.first else { return false }
    return bullets.contains(first) || (first == "-" && text.dropFirst().first == " ")
  }

  /// What stands before items, the signs of symbol fonts included.
  private static let bullets = Set("•▪·◦➢✓→–—∙●○■□◆\u{F0B7}\u{F0A7}\u{F0D8}\u{F0FC}\u{F02D}")

  /// A paragraph without the bullet before it; nil where there is none.
  static func withoutBullet(_ text: String) -> String? {
    guard hasBullet(text) else { return nil }
    let rest = String(text.dropFirst()).trimmed
    return rest.isEmpty ? nil : rest
  }

  private static func isBroken(_ text: String) -> Bool {
    guard let last = text.last, last == "-" || last == "\u{AD}" || last == "\u{2010}" else { return false }
    return text.dropLast().last?.isLetter ?? false
  }

  private func joined(_ text: String, _ next: String) -> String {
    guard Self.isBroken(text), let first = next.first, first.isLetter else { return text + " " + next }
    let isSoft = text.last == "\u{AD}"
    guard isSoft || first.isLowercase else { return text + next }
    let head = text.dropLast().split(separator: " ").last ?? ""
    let tail = next.split(separator: " ").first ?? ""
    return isSoft || !keepsHyphen(head, tail) ? String(text.dropLast()) + next : text + next
  }

  /// First parts of compounds that keep their hyphen.
  private static let compounds: Set<String> = [
    "peut", "rendez", "c'est", "c’est", "est", "non", "mi", "semi", "quasi", "vice", "ex", "au", "ci", "là",
    "sous",
    "avant", "après", "contre", "demi", "e", "porte", "savoir", "mise", "plus", "moins", "lui", "elle", "eux",
  ]

  private func keepsHyphen(_ head: Substring, _ tail: Substring) -> Bool {
    let (left, right) = (Self.bare(head), Self.bare(tail))
    if whole.contains(left + right) { return false }
    return hyphenated.contains(left + "-" + right) || Self.compounds.contains(left) || left.contains("-")
  }

  /// The level of a heading by the height of its letters against those of the text.
  private func level(of line: PDFLayout.Line) -> Int {
    guard bodyHeight > 0, line.text.count <= 140, line.text.contains(where: \.isLetter) else { return 0 }
    switch line.height / bodyHeight {
    case 1.6...: return 1
    case 1.3..<1.6: return 2
    case 1.14..<1.3: return 3
    default: return 0
    }
  }
}
