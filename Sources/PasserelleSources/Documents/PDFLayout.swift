internal import PasserelleXML

/// The pages of a PDF as `pdftotext -bbox-layout` gives them: lines in the order of reading, with their places.
struct PDFLayout {
  /// One line; places in points from the upper left corner.
  struct Line {
    var text: String
    var left: Double
    var right: Double
    var top: Double
    var bottom: Double
    /// The width of its first word.
    var firstWordWidth: Double
    /// The rank of its block in the document.
    var block: Int

    /// The height of its letters.
    var height: Double { bottom - top }
  }

  /// One page.
  struct Page {
    var width = 0.0
    var height = 0.0
    var lines: [Line] = []
  }

  private(set) var pages: [Page] = []
  private var block = 0
  private var words = ""
  private var line: Line?

  /// Reads what the program wrote: one element a line of text, which is all that it ever writes.
  init(_ bytes: [UInt8]) {
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      var first = start
      while first < end, bytes[first] == 0x20 { first += 1 }
      if first < end, bytes[first] == UInt8(ascii: "<") { take(bytes[first..<end]) }
      start = end + 1
    }
  }

  private mutating func take(_ element: ArraySlice<UInt8>) {
    func isA(_ name: String) -> Bool { element.starts(with: name.utf8) }
    if isA("<word ") {
      takeWord(element)
    } else if isA("<line ") {
      endLine()
      let box = Self.box(element)
      line = Line(
        text: "", left: box.left, right: box.right, top: box.top, bottom: box.bottom, firstWordWidth: 0,
        block: block)
    } else if isA("</line>") {
      endLine()
    } else if isA("<block") {
      block += 1
    } else if isA("<page ") {
      pages.append(
        Page(width: Self.number("width=\"", element) ?? 0, height: Self.number("height=\"", element) ?? 0))
    }
  }

  private mutating func takeWord(_ element: ArraySlice<UInt8>) {
    guard let open = element.firstIndex(of: UInt8(ascii: ">")),
      let close = element.lastIndex(of: UInt8(ascii: "<")), close > open
    else { return }
    let word = Self.decoded(element[(open + 1)..<close])
    guard !word.isEmpty else { return }
    if words.isEmpty {
      let box = Self.box(element)
      line?.firstWordWidth = box.right - box.left
    } else {
      words += " "
    }
    words += word
  }

  private mutating func endLine() {
    defer {
      line = nil
      words = ""
    }
    guard var line, !words.isEmpty, !pages.isEmpty else { return }
    line.text = words
    pages[pages.count - 1].lines.append(line)
  }

  private static func box(
    _ element: ArraySlice<UInt8>
  ) -> (left: Double, right: Double, top: Double, bottom: Double) {
    (
      number("xMin=\"", element) ?? 0, number("xMax=\"", element) ?? 0, number("yMin=\"", element) ?? 0,
      number("yMax=\"", element) ?? 0
    )
  }

  /// A page has 14,400 points at most (PDF 2.0, annex C); what stands far beyond it stands nowhere.
  private static let largest = 1_000_000.0

  /// The value of an attribute before the end of the tag; the attribute's name comes with `="`.
  private static func number(_ attribute: StaticString, _ element: ArraySlice<UInt8>) -> Double? {
    let tag = element.prefix { $0 != UInt8(ascii: ">") }
    guard let range = ByteSearch.firstRange(of: attribute, in: tag) else { return nil }
    let value = tag[range.upperBound...].prefix { $0 != UInt8(ascii: "\"") }
    guard let number = Double(String(decoding: value, as: UTF8.self)), number.magnitude < largest else {
      return nil
    }
    return number
  }

  /// A word without the five escapes of XML and without control characters.
  private static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    var text = String(decoding: bytes.filter { $0 >= 0x20 && $0 != 0x7F }, as: UTF8.self)
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    for (name, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")] {
      text = text.replacing(name, with: sign)
    }
    return text
  }
}
