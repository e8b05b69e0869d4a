internal import PasserelleXML

/// The numbers of lists and headings in a WordprocessingML document, which the text itself does not hold.
struct WordNumbering {
  private struct Level {
    var start = 1
    var format = "decimal"
    var text = ""
  }

  private var levels: [String: [Int: Level]] = [:]
  private var lists: [String: String] = [:]
  private var starts: [String: [Int: Int]] = [:]
  private var counters: [String: [Int]] = [:]
  private var started: Set<String> = []
  // Where the reading of the part stands.
  private var abstract = ""
  private var list = ""
  private var level = 0

  private static let levelCount = 9

  /// Takes one event of `word/numbering.xml`.
  mutating func take(_ reader: XMLPullReader, _ event: XMLPullReader.Event) {
    guard event == .start else { return }
    let value = reader.attribute("val") ?? ""
    switch reader.name {
    case "abstractNum":
      abstract = reader.attribute("abstractNumId") ?? ""
      list = ""
    case "num":
      list = reader.attribute("numId") ?? ""
      abstract = ""
    case "abstractNumId": lists[list] = value
    case "lvl", "lvlOverride": level = Int(reader.attribute("ilvl") ?? "") ?? 0
    case "startOverride": starts[list, default: [:]][level] = Int(value)
    case "start" where !abstract.isEmpty:
      levels[abstract, default: [:]][level, default: Level()].start = Int(value) ?? 1
    case "numFmt" where !abstract.isEmpty:
      levels[abstract, default: [:]][level, default: Level()].format = value
    case "lvlText" where !abstract.isEmpty:
      levels[abstract, default: [:]][level, default: Level()].text = value
    default: break
    }
  }

  /// Counts a paragraph of a list.
  ///
  /// - Returns: `-` for a bullet, the number as the page shows it, or nil where the paragraph has none.
  mutating func mark(list id: String, level: Int) -> String? {
    guard id != "0", let abstract = lists[id], (0..<Self.levelCount).contains(level) else { return nil }
    let own = levels[abstract] ?? [:]
    if started.insert(id).inserted {
      for (level, start) in starts[id] ?? [:] where (0..<Self.levelCount).contains(level) {
        counters[abstract, default: Self.zeros][level] = start &- 1
      }
    }
    var counts = counters[abstract] ?? Self.zeros
    for deeper in (level + 1)..<(Self.levelCount + 1) where deeper < Self.levelCount {
      counts[deeper] = (own[deeper]?.start ?? 1) &- 1
    }
    for upper in 0...level where counts[upper] < (own[upper]?.start ?? 1) &- 1 {
      counts[upper] = (own[upper]?.start ?? 1) &- 1
    }
    counts[level] &+= 1
    counters[abstract] = counts
    guard let definition = own[level] else { return nil }
    if definition.format == "bullet" { return "-" }
    if definition.format == "none" || definition.text.isEmpty { return nil }
    var text = definition.text
    for upper in 0..<Self.levelCount where text.contains("%\(upper + 1)") {
      let format = own[upper]?.format ?? "decimal"
      text = text.replacing("%\(upper + 1)", with: Self.written(max(1, counts[upper]), format))
    }
    return text.trimmed.isEmpty ? nil : text.trimmed
  }

  private static let zeros = [Int](repeating: 0, count: levelCount)

  private static func written(_ number: Int, _ format: String) -> String {
    switch format {
    case "lowerLetter": letters(number)
    case "upperLetter": letters(number).uppercased()
    case "lowerRoman": roman(number)
    case "upperRoman": roman(number).uppercased()
    case "decimalZero": number < 10 ? "0\(number)" : "\(number)"
    default: String(number)
    }
  }

  private static func letters(_ number: Int) -> String {
    let letter = UnicodeScalar(UInt8(97 + (number - 1) % 26))
    return String(repeating: String(letter), count: min(20, 1 + (number - 1) / 26))
  }

  private static func roman(_ number: Int) -> String {
    guard number < 4000 else { return String(number) }
    var rest = number
    var text = ""
    for (value, sign) in [
      (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
      (10, "x"),
      (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ] {
      while rest >= value {
        text += sign
        rest -= value
      }
    }
    return text
  }
}
