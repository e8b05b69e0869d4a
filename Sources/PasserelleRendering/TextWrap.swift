/// Breaks texts into lines by display width.
public enum TextWrap {
  /// The lines of a text, each of at most some columns.
  ///
  /// Lines break at spaces; no-break spaces hold. A word wider than a line is cut. Line breaks of the text are
  /// kept, and an empty line stays empty. Spaces at the beginning of the text, or after one of its line breaks,
  /// take the place of the indent there, so that `"  - item"` hangs.
  ///
  /// - Parameters:
  ///   - text: Any text.
  ///   - width: The columns of a line, its indent included.
  ///   - indent: The spaces at the beginning of each line.
  ///   - firstIndent: The spaces at the beginning of the first line, whatever the text begins with.
  /// - Returns: The lines, without spaces at their ends; at least one.
  public static func wrap(_ text: String, width: Int, indent: Int = 0, firstIndent: Int? = nil) -> [String] {
    var lines: [String] = []
    for paragraph in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let leading = paragraph.prefix { $0 == " " }.count
      let own = leading > 0 ? leading : indent
      let first = lines.isEmpty ? firstIndent ?? own : own
      lines += wrap(paragraph: paragraph, width: width, first: first, indent: indent)
    }
    return lines
  }

  private static func wrap(paragraph: Substring, width: Int, first: Int, indent: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    var margin: Int { lines.isEmpty ? first : indent }
    func close() {
      lines.append(line.isEmpty ? "" : String(repeating: " ", count: margin) + line)
      line = ""
      used = 0
    }
    for word in paragraph.split(whereSeparator: { $0 == " " || $0 == "\t" }) {
      var rest = word
      let columns = DisplayWidth.of(word)
      if used > 0, used + 1 + columns > width - margin { close() }
      if used > 0 {
        line += " "
        used += 1
      }
      var room = max(1, width - margin)
      while used == 0, DisplayWidth.of(rest) > room {
        var part = DisplayWidth.prefix(rest, width: room)
        // A character wider than the line stands alone on it.
        if part.isEmpty { part = String(rest.prefix(1)) }
        rest = rest.dropFirst(part.count)
        line = part
        if rest.isEmpty { break }
        close()
        room = max(1, width - margin)
      }
      line += rest
      used = DisplayWidth.of(line)
    }
    close()
    return lines
  }
}
