/// Finds running headers and footers and page numbers: lines at the edge of the pages that most pages repeat.
struct PDFRunningText {
  /// The part of a page's height at its top and bottom where they stand.
  private static let edge = 0.13
  /// The part of the pages that must repeat a line.
  private static let share = 0.6

  /// The lines left out, by page.
  private(set) var leftOut: [Set<Int>]
  /// What was left out, each text once, in the order met; digits stand as `#`.
  private(set) var texts: [String] = []

  /// Looks through the pages.
  init(_ pages: [PDFLayout.Page]) {
    leftOut = pages.map { _ in [] }
    var counts: [String: Int] = [:]
    var edges: [[(line: Int, key: String)]] = []
    for page in pages {
      let lines = page.lines.indices.filter { Self.isAtEdge(page.lines[$0], page) }
      edges.append(lines.map { ($0, Self.key(page.lines[$0])) })
      for key in Set(edges[edges.count - 1].map(\.key)) { counts[key, default: 0] += 1 }
    }
    let least = pages.count < 3 ? 2 : max(3, Int((Double(pages.count) * Self.share).rounded(.up)))
    var told: Set<String> = []
    for (page, lines) in edges.enumerated() {
      for (line, key) in lines {
        let text = pages[page].lines[line].text
        guard counts[key, default: 0] >= least || Self.isPageNumber(text, of: pages.count) else { continue }
        leftOut[page].insert(line)
        let shown = Self.withoutDigits(text)
        if told.insert(shown).inserted { texts.append(shown) }
      }
    }
  }

  private static func isAtEdge(_ line: PDFLayout.Line, _ page: PDFLayout.Page) -> Bool {
    guard page.height > 0 else { return false }
    return line.bottom < page.height * edge || line.top > page.height * (1 - edge)
  }

  /// The text without its numbers, and the height at which it stands.
  private static func key(_ line: PDFLayout.Line) -> String {
    withoutDigits(line.text) + "\u{0}\(Int(line.top / 6))"
  }

  private static func withoutDigits(_ text: String) -> String {
    var result = ""
    for character in text {
      if !character.isNumber {
        result.append(character)
      } else if result.last != "#" {
        result.append("#")
      }
    }
    return result
  }

  /// Whether a line is a page number alone: `3`, `- 3 -`, `Page 3 / 12`, `3 sur 12`.
  private static func isPageNumber(_ text: String, of pageCount: Int) -> Bool {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    let numbers = words.compactMap { Int($0) }
    let names: Set<Substring> = ["page", "p", "sur", "of", "de", "pg"]
    guard (1...2).contains(numbers.count), words.count <= 4,
      words.allSatisfy({ Int($0) != nil || names.contains($0) })
    else { return false }
    return numbers.allSatisfy { (1...(pageCount + 50)).contains($0) } && !text.contains("%")
  }
}
