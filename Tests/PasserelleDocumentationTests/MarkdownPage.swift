import Foundation
import Testing

/// A page of the documentation, as far as the tests read it: headings, tables, code blocks, links.
struct MarkdownPage: Sendable {
  /// A code block: ` ```json `, or with a file's name ` ```yaml contrats.mapping.yaml `.
  struct Block: Sendable {
    let language: String
    let fileName: String?
    let text: String
  }

  /// The path in the repository.
  let path: String
  let text: String

  /// The lines outside code blocks.
  var prose: [String] {
    var isCode = false
    return lines.filter { line in
      if line.hasPrefix("```") {
        isCode.toggle()
        return false
      }
      return !isCode
    }
  }

  var blocks: [Block] {
    var blocks: [Block] = []
    var open: (info: [Substring], lines: [String])?
    for line in lines {
      if line.hasPrefix("```") {
        if let block = open {
          let name = block.info.count > 1 ? String(block.info[1]) : nil
          let text = block.lines.map { $0 + "\n" }.joined()
          blocks.append(
            Block(language: block.info.first.map(String.init) ?? "", fileName: name, text: text))
          open = nil
        } else {
          open = (line.dropFirst(3).split(separator: " "), [])
        }
      } else {
        open?.lines.append(line)
      }
    }
    return blocks
  }

  /// The texts of the headings, code marks left out.
  var headings: [String] {
    prose.filter { $0.hasPrefix("#") }
      .map { $0.drop { $0 == "#" }.replacing("`", with: "").trimmingPrefix(" ") }.map { String($0) }
  }

  /// What stands under a heading of the second level, up to the next one; nil without such a heading.
  func section(_ heading: String) -> MarkdownPage? {
    let parts = ("\n" + text).components(separatedBy: "\n## ")
    return parts.dropFirst().first { $0.prefix { $0 != "\n" } == heading }.map {
      MarkdownPage(path: path + "#" + heading, text: $0.drop { $0 != "\n" }.description)
    }
  }

  /// The rows of the tables whose first cell is code, as cells without the marks of code around them.
  var rows: [[String]] {
    prose.filter { $0.hasPrefix("| `") }.map { line in
      line.dropFirst().dropLast().components(separatedBy: " |").map { cell in
        let text = cell.trimmingCharacters(in: .whitespaces)
        let isCode = text.hasPrefix("`") && text.hasSuffix("`") && text.filter { $0 == "`" }.count == 2
        return isCode ? String(text.dropFirst().dropLast()) : text
      }
    }
  }

  /// The targets of the links.
  var links: [String] {
    prose.map { $0.replacing(/`[^`]*`/, with: "") }
      .flatMap { $0.matches(of: /\]\(([^)\s]+)\)/).map { String($0.output.1) } }
  }

  /// Records an issue where the page does not hold a text; the page itself is not repeated in the message.
  func mustHold(_ text: String) {
    if !self.text.contains(text) { Issue.record("\(path) does not hold \(text)") }
  }

  private var lines: [String] { text.components(separatedBy: "\n") }
}
