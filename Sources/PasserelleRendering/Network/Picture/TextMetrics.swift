/// How wide texts are in a sans-serif of the widths of Helvetica, in parts of the size of the letters.
enum TextMetrics {
  /// The width of a text in pixels.
  ///
  /// - Parameters:
  ///   - text: Any text.
  ///   - size: The size of the letters in pixels.
  ///   - isBold: Whether it is bold.
  /// - Returns: An estimate, rather too much than too little.
  static func width(of text: String, size: Double, isBold: Bool = false) -> Double {
    var thousandths = 0
    for scalar in text.unicodeScalars { thousandths += width(of: scalar) }
    return Double(thousandths) / 1000 * size * (isBold ? 1.1 : 1.03)
  }

  /// A text in lines no wider than a width; a word that is wider stands alone.
  static func lines(of text: String, size: Double, width: Double, isBold: Bool = false) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\t" }) {
      let longer = line.isEmpty ? String(word) : line + " " + word
      if !line.isEmpty, Self.width(of: longer, size: size, isBold: isBold) > width {
        lines.append(line)
        line = String(word)
      } else {
        line = longer
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  /// A text cut with a mark where it has more characters than a limit.
  static func shortened(_ text: String, to limit: Int) -> String {
    guard text.count > limit else { return text }
    var start = text.prefix(max(1, limit - 1))
    while start.last == " " { start.removeLast() }
    return start + "…"
  }

  private static let ascii: [UInt16] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
    556,
    556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500,
    667,
    556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333,
    556,
    556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500,
    722,
    500, 500, 500, 334, 260, 334, 584,
  ]

  private static func width(of scalar: Unicode.Scalar) -> Int {
    if (0x20..<0x7F).contains(scalar.value) { return Int(ascii[Int(scalar.value) - 0x20]) }
    switch scalar.value {
    case 0xA0, 0xB7, 0x2019: return 278
    case 0x202F: return 180
    case 0..<0x20: return 0
    default: break
    }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    case .uppercaseLetter: return 710
    case .lowercaseLetter: return 556
    default: return DisplayWidth.of(Character(scalar)) == 2 ? 1000 : 600
    }
  }
}
