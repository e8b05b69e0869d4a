/// What the marks of Markdown on a line say.
enum MarkdownLine {
  /// The text and level of an ATX heading.
  static func heading(_ line: String) -> (text: String, level: Int)? {
    let marks = line.prefix { $0 == "#" }.count
    guard (1...6).contains(marks), line.dropFirst(marks).first == " " else { return nil }
    var text = line.dropFirst(marks).trimmed
    while text.hasSuffix("#") { text.removeLast() }
    return text.trimmed.isEmpty ? nil : (text.trimmed, marks)
  }

  /// Whether a line makes a heading of the one before it.
  static func isUnderline(_ line: String) -> Bool {
    line.count >= 3 && (line.allSatisfy { $0 == "=" } || line.allSatisfy { $0 == "-" })
  }

  /// Whether a line only divides.
  static func isRule(_ line: String) -> Bool {
    let marks = line.filter { $0 != " " }
    return marks.count >= 3 && ["-", "*", "_"].contains { mark in marks.allSatisfy { String($0) == mark } }
  }

  /// The text of a list item: `- a`, `* a`, `1. a`, `2) a`, `a) b`.
  static func listItem(_ line: String) -> String? {
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

  /// A line without the marks of emphasis, code, links and tables; the cells of a row are divided by colons.
  static func unmarked(_ line: String) -> String {
    guard line.contains(where: { "*_`[|".contains($0) }) else { return line }
    var text = line.replacing("**", with: "").replacing("__", with: "").replacing("`", with: "")
    if text.hasPrefix("|") {
      let cells = text.split(separator: "|").map { $0.trimmed }.filter { !$0.isEmpty }
      if cells.allSatisfy({ cell in cell.allSatisfy { "-: ".contains($0) } }) { return "" }
      text = cells.joined(separator: " : ")
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
}
