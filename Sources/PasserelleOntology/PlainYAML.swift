/// Reads the plain YAML that the files of an ontology are written in, many times faster than a full reader.
///
/// Plain are: keys and values, lists of texts, texts on one line with or without quotes, lists and mappings in
/// brackets on one line. Whatever else a file holds (texts over several lines, anchors, tags, repeated keys, mistakes)
/// is left to the full reader: see ``YAMLMapping/document(_:location:)``.
struct PlainYAML {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var lines: [Line] = []
  private var next = 0

  /// A line that holds something.
  private struct Line {
    let number: Int
    let indent: Int
    /// From the first character to the last that is no space.
    let range: Range<Int>
  }

  /// The value of a file; nil where it is not plain.
  ///
  /// - Complexity: O(*n*) in its length.
  static func value(of contents: String) -> YAMLValue? {
    var contents = contents
    return contents.withUTF8 { bytes in
      var reader = PlainYAML(bytes)
      guard reader.readLines(), let first = reader.lines.first, first.indent == 0,
        let value = reader.block(indent: 0), reader.next == reader.lines.count, case .mapping = value
      else { return nil }
      return value
    }
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private mutating func readLines() -> Bool {
    var start = 0
    var number = 0
    while start < bytes.count {
      number += 1
      var end = start
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      var first = start
      while first < end, bytes[first] == 0x20 { first += 1 }
      var last = end
      while last > first, bytes[last - 1] == 0x20 { last -= 1 }
      for place in first..<last where bytes[place] < 0x20 || bytes[place] == 0x7F { return false }
      if first < last, bytes[first] != UInt8(ascii: "#") {
        lines.append(Line(number: number, indent: first - start, range: first..<last))
      }
      start = end + 1
    }
    return true
  }

  /// The lines of one indent, as a mapping or a list.
  private mutating func block(indent: Int) -> YAMLValue? {
    let first = lines[next]
    return isItem(first.range) ? list(indent: indent) : mapping(indent: indent)
  }

  private func isItem(_ range: Range<Int>) -> Bool {
    bytes[range.lowerBound] == UInt8(ascii: "-")
      && (range.count == 1 || bytes[range.lowerBound + 1] == 0x20)
  }

  private mutating func list(indent: Int) -> YAMLValue? {
    let start = lines[next].number
    var values: [YAMLValue] = []
    while next < lines.count, lines[next].indent == indent, isItem(lines[next].range) {
      let line = lines[next]
      var place = line.range.lowerBound + 1
      while place < line.range.upperBound, bytes[place] == 0x20 { place += 1 }
      guard place < line.range.upperBound,
        let value = inline(&place, line.range.upperBound, line.number, isFlow: false),
        place == line.range.upperBound
      else { return nil }
      values.append(value)
      next += 1
    }
    if next < lines.count, lines[next].indent > indent { return nil }
    return .sequence(values, line: start)
  }

  private mutating func mapping(indent: Int) -> YAMLValue? {
    let start = lines[next].number
    var members: [YAMLValue.Member] = []
    var keys: Set<String> = []
    while next < lines.count, lines[next].indent == indent {
      let line = lines[next]
      var place = line.range.lowerBound
      let end = line.range.upperBound
      guard !isItem(line.range), let key = key(&place, end), keys.insert(key).inserted else { return nil }
      next += 1
      let value: YAMLValue?
      if place < end {
        value = inline(&place, end, line.number, isFlow: false)
        // A text that goes on in the next line is not plain.
        guard place == end, next == lines.count || lines[next].indent <= indent else { return nil }
      } else if next < lines.count, lines[next].indent > indent {
        value = block(indent: lines[next].indent)
      } else if next < lines.count, lines[next].indent == indent, isItem(lines[next].range) {
        value = list(indent: indent)
      } else {
        value = .scalar("", line: line.number)
      }
      guard let value else { return nil }
      members.append(YAMLValue.Member(key: key, line: line.number, value: value))
    }
    if next < lines.count, lines[next].indent > indent { return nil }
    return .mapping(members, line: start)
  }

  /// A key and the colon after it.
  private func key(_ place: inout Int, _ end: Int) -> String? {
    let key: String?
    if bytes[place] == UInt8(ascii: "\"") {
      key = quoted(&place, end)
    } else {
      let start = place
      guard isPlainStart(place, end) else { return nil }
      while place < end, !isColon(place, end) {
        if bytes[place] == UInt8(ascii: "#") || bytes[place] == UInt8(ascii: ",") { return nil }
        place += 1
      }
      key = text(start..<place)
    }
    guard let key, place < end, isColon(place, end), bytes[place - 1] != 0x20 else { return nil }
    place += 1
    while place < end, bytes[place] == 0x20 { place += 1 }
    return key
  }

  private func isColon(_ place: Int, _ end: Int) -> Bool {
    bytes[place] == UInt8(ascii: ":") && (place + 1 == end || bytes[place + 1] == 0x20)
  }

  /// A value on one line.
  private func inline(_ place: inout Int, _ end: Int, _ line: Int, isFlow: Bool) -> YAMLValue? {
    switch bytes[place] {
    case UInt8(ascii: "\""):
      guard let text = quoted(&place, end) else { return nil }
      return .scalar(text, line: line)
    case UInt8(ascii: "["): return flow(&place, end, line, closing: UInt8(ascii: "]"))
    case UInt8(ascii: "{"): return flow(&place, end, line, closing: UInt8(ascii: "}"))
    default:
      guard isPlainStart(place, end) else { return nil }
      let start = place
      while place < end {
        let byte = bytes[place]
        if isColon(place, end) { return nil }
        if byte == UInt8(ascii: "#"), bytes[place - 1] == 0x20 { return nil }
        if isFlow {
          if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") { break }
          if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "\"") {
            return nil
          }
          // `xsd:string` is a text; other colons in brackets are for the full reader.
          if byte == UInt8(ascii: ":"), place + 1 == end || !isLetter(bytes[place + 1]) { return nil }
        }
        place += 1
      }
      var last = place
      while last > start, bytes[last - 1] == 0x20 { last -= 1 }
      return .scalar(text(start..<last), line: line)
    }
  }

  /// A list or mapping in brackets.
  private func flow(_ place: inout Int, _ end: Int, _ line: Int, closing: UInt8) -> YAMLValue? {
    let isMapping = closing == UInt8(ascii: "}")
    var values: [YAMLValue] = []
    var members: [YAMLValue.Member] = []
    var keys: Set<String> = []
    place += 1
    skipSpaces(&place, end)
    while place < end, bytes[place] != closing {
      if isMapping {
        guard let key = key(&place, end), keys.insert(key).inserted, place < end,
          let value = inline(&place, end, line, isFlow: true)
        else { return nil }
        members.append(YAMLValue.Member(key: key, line: line, value: value))
      } else {
        guard let value = inline(&place, end, line, isFlow: true) else { return nil }
        values.append(value)
      }
      skipSpaces(&place, end)
      guard place < end else { return nil }
      if bytes[place] == UInt8(ascii: ",") {
        place += 1
        skipSpaces(&place, end)
        if place < end, bytes[place] == closing { return nil }
      } else if bytes[place] != closing {
        return nil
      }
    }
    guard place < end else { return nil }
    place += 1
    return isMapping ? .mapping(members, line: line) : .sequence(values, line: line)
  }

  private func skipSpaces(_ place: inout Int, _ end: Int) {
    while place < end, bytes[place] == 0x20 { place += 1 }
  }

  /// A text in double quotes, with no escapes but those of the quote and the bar.
  private func quoted(_ place: inout Int, _ end: Int) -> String? {
    place += 1
    var start = place
    var text: [UInt8] = []
    while place < end, bytes[place] != UInt8(ascii: "\"") {
      if bytes[place] == UInt8(ascii: "\\") {
        guard place + 1 < end,
          bytes[place + 1] == UInt8(ascii: "\"") || bytes[place + 1] == UInt8(ascii: "\\")
        else { return nil }
        text += bytes[start..<place]
        start = place + 1
        place += 1
      }
      place += 1
    }
    guard place < end else { return nil }
    text += bytes[start..<place]
    place += 1
    return String(decoding: text, as: UTF8.self)
  }

  /// Whether a text without quotes may begin here: not with a sign that means something else in YAML.
  private func isPlainStart(_ place: Int, _ end: Int) -> Bool {
    switch bytes[place] {
    case UInt8(ascii: "-"):
      place + 1 < end && bytes[place + 1] != 0x20 && bytes[place + 1] != UInt8(ascii: "-")
    case UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "*"),
      UInt8(ascii: "!"), UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "'"), UInt8(ascii: "\""),
      UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "`"):
      false
    default: true
    }
  }

  private func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }
}
