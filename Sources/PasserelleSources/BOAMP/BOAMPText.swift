internal import PasserelleCore
internal import PasserelleText

/// The lines of a notice in full text, and how dates, numbers and labels are read in them.
struct BOAMPText {
  /// The lines without white space at their ends, blank ones and lost characters left out.
  let lines: [String]

  init(_ text: String) {
    lines = text.split(whereSeparator: \.isNewline).map { String($0).trimmed }
      .filter { !$0.isEmpty && $0 != "\u{FFFD}" }
  }

  /// Whether the notice is a European standard form, whose sections are numbered.
  var isEuropean: Bool { lines.contains("II.1.1)") && lines.contains("I.1)") }

  /// The mark of a section, such as `II.2.1)`; nil for another line.
  static func mark(_ line: String) -> String? {
    guard line.utf8.count <= 9, line.utf8.last == UInt8(ascii: ")"), line.utf8.contains(UInt8(ascii: ".")),
      let first = line.utf8.first, first == UInt8(ascii: "I") || first == UInt8(ascii: "V")
    else { return nil }
    let mark = line.dropLast()
    let isMark = mark.utf8.allSatisfy { byte in
      (48...57).contains(byte) || byte == 46 || byte == UInt8(ascii: "I") || byte == UInt8(ascii: "V")
    }
    return isMark ? String(mark) : nil
  }

  /// What stands after a label and its colon; nil for a line with another label.
  static func value(_ line: String, _ label: String) -> String? {
    guard line.hasPrefix(label) else { return nil }
    let rest = line.dropFirst(label.count).drop { $0.isWhitespace }
    guard rest.first == ":" else { return nil }
    return String(rest.dropFirst()).trimmed
  }

  private static let months = [
    "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre",
    "novembre",
    "decembre",
  ]

  /// The day at the start of a text: `18 septembre 2020, à 12 heures`, `1.e.r octobre 2020`, `18/09/2020 à 12h00`.
  ///
  /// - Returns: The day as ISO 8601 writes it; nil where the text does not start with a day.
  static func day(_ text: String) -> String? {
    let words = text.split { $0 == " " || $0 == "\u{A0}" || $0 == "," }.prefix(3).map(String.init)
    guard let first = words.first else { return nil }
    if first.contains("/") {
      return DateText.read(first)?.description
    }
    guard words.count == 3, let year = Int(words[2].prefix(4)), words[2].utf8.count >= 4,
      let month = months.firstIndex(of: TextFolding.fold(words[1]))
    else { return nil }
    let isFirst = ["1.e.r", "1er", "1"].contains(first)
    guard let day = isFirst ? 1 : Int(first) else { return nil }
    return PartialDate(year: year, month: month + 1, day: day)?.description
  }

  /// An amount in euros as written, where it is one beyond doubt: `100 000 euros`, `130 000,00 euros`.
  static func euros(_ text: String) -> String? {
    var plain = text.trimmed
    guard let unit = ["euros", "euro", "€", "EUR"].first(where: plain.hasSuffix) else { return nil }
    plain = String(plain.dropLast(unit.count)).trimmed
    let isPlain = plain.unicodeScalars.allSatisfy {
      $0.isDigit || $0 == " " || $0 == "," || $0 == "." || $0 == "\u{A0}" || $0 == "\u{202F}"
    }
    // `1.500` may be one and a half or fifteen hundred.
    let groups = plain.split { $0 == "." || $0 == "," }
    let isAmbiguous = groups.count == 2 && groups[1].utf8.count == 3
    return plain.contains(where: \.isNumber) && isPlain && !isAmbiguous ? plain : nil
  }

  /// The CPV codes in a text: runs of exactly eight digits, each once.
  static func codes(_ text: String) -> [String] {
    var found: [String] = []
    for run in text.split(whereSeparator: { !$0.isASCII || !$0.isNumber }) where run.utf8.count == 8 {
      if !found.contains(String(run)) { found.append(String(run)) }
    }
    return found
  }

  /// The NUTS code in a value such as `FRY10`, `-FRI11.`, `Frk26`; nil for none.
  static func territory(_ text: String) -> String? {
    let code = text.uppercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    return code == "FR" || NUTSDepartment.isCode(code) ? code : nil
  }

  /// The first address of a page in a text.
  static func address(_ text: String) -> String? {
    guard let start = text.firstRange(of: "http")?.lowerBound else { return nil }
    var address = String(text[start...].prefix { !$0.isWhitespace && $0 != ";" && $0 != ")" })
    while let last = address.last, last == "." || last == "," { address.removeLast() }
    return NoticeMapper.isAddress(address) ? address : nil
  }

  /// Reads a weight: `40`, `40%`, `60.0`, `55,5 %`.
  static func weight(_ text: String) -> (number: DecimalNumber, isPercent: Bool)? {
    var plain = text.trimmed
    while let last = plain.last, last == ";" || last == "." || last.isWhitespace { plain.removeLast() }
    let isPercent = plain.hasSuffix("%")
    if isPercent { plain = String(plain.dropLast()).trimmed }
    plain = plain.replacing(",", with: ".")
    guard let number = DecimalNumber(plain), !number.isNegative else { return nil }
    return (number, isPercent)
  }
}
