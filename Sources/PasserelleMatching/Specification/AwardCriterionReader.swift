/// Reads the criteria by which offers are judged, with their weights.
enum AwardCriterionReader {
  /// A criterion.
  struct Criterion: Hashable {
    let name: String
    /// The weight as written, in thousandths; nil for none.
    let weight: Int?
    /// Whether the weight is written in percent.
    let isPercent: Bool
  }

  /// The criterion of a line such as `1. Valeur technique / Pondération : 60`, `Prix : 40 %`, `Délai (10 %)`.
  ///
  /// - Returns: Nil for a line without a weight.
  static func criterion(_ line: String) -> Criterion? {
    let bytes = Array(line.utf8)
    if let mark = weightMark(bytes) {
      guard let weight = thousandths(bytes, from: mark.end) else { return nil }
      let after = bytes[weight.end...].prefix(3)
      return Criterion(
        name: name(bytes[..<mark.start]), weight: weight.value, isPercent: after.contains(UInt8(ascii: "%")))
    }
    guard let percent = bytes.lastIndex(of: UInt8(ascii: "%")) else { return points(bytes) }
    var start = percent
    while start > 0, isNumeric(bytes[start - 1]) || bytes[start - 1] == 0x20 || bytes[start - 1] >= 0x80 {
      start -= 1
    }
    guard let weight = thousandths(bytes, from: start), weight.value <= 100_000 else { return nil }
    let head = name(bytes[..<start])
    let title = head.isEmpty ? name(bytes[(percent + 1)...]) : head
    // A share of something within a sentence is no weight.
    guard !title.isEmpty, title.utf8.count <= 260 else { return nil }
    return Criterion(name: title, weight: weight.value, isPercent: true)
  }

  /// `Valeur technique : 60 points`.
  private static func points(_ bytes: [UInt8]) -> Criterion? {
    let line = String(decoding: bytes, as: UTF8.self)
    guard let range = line.firstRange(of: " points") ?? line.firstRange(of: " pts") else { return nil }
    let head = Array(line[..<range.lowerBound].utf8)
    var start = head.count
    while start > 0, isNumeric(head[start - 1]) { start -= 1 }
    guard start < head.count, let weight = thousandths(head, from: start), weight.value <= 100_000 else {
      return nil
    }
    // A mark out of so many points is no weight.
    let before = String(decoding: head[..<start], as: UTF8.self).lowercased()
    if before.hasSuffix("sur ") || before.hasSuffix("/") || before.hasSuffix("de ") { return nil }
    let title = name(head[..<start])
    return title.isEmpty ? nil : Criterion(name: title, weight: weight.value, isPercent: false)
  }

  /// Where `/ Pondération :` stands.
  private static func weightMark(_ bytes: [UInt8]) -> (start: Int, end: Int)? {
    for mark in [
      "/ Pondération", "/ pondération", "Weighting", "Pondération :", "pondération :", "Ponderação",
    ] {
      let pattern = Array(mark.utf8)
      guard bytes.count > pattern.count else { continue }
      for start in 0..<(bytes.count - pattern.count) where bytes[start...].starts(with: pattern) {
        return (start, start + pattern.count)
      }
    }
    return nil
  }

  /// The number after a place, in thousandths.
  private static func thousandths(_ bytes: [UInt8], from place: Int) -> (value: Int, end: Int)? {
    guard let start = bytes[place...].firstIndex(where: { (48...57).contains($0) }), start - place <= 6 else {
      return nil
    }
    var value = 0
    var scale = 1000
    var seenPoint = false
    var index = start
    while index < bytes.count, scale >= 1, value < 1_000_000 {
      if (48...57).contains(bytes[index]) {
        if seenPoint {
          scale /= 10
          value += Int(bytes[index] - 48) * scale
        } else {
          value = value * 10 + Int(bytes[index] - 48) * 1000
        }
      } else if !seenPoint, bytes[index] == 0x2E || bytes[index] == 0x2C, index + 1 < bytes.count,
        (48...57).contains(bytes[index + 1])
      {
        seenPoint = true
      } else {
        break
      }
      index += 1
    }
    return (value, index)
  }

  private static func isNumeric(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || byte == 0x2E || byte == 0x2C
  }

  /// A name without the number, dashes and colons around it.
  private static func name(_ bytes: ArraySlice<UInt8>) -> String {
    var text = Substring(String(decoding: bytes, as: UTF8.self))
    while let last = text.last, " :-–—(/;,.=".contains(last) { text = text.dropLast() }
    while let first = text.first, " :-–—)/;,.".contains(first) { text = text.dropFirst() }
    let number = text.prefix { $0.isNumber }
    if !number.isEmpty, number.count <= 2, let mark = text.dropFirst(number.count).first, ".)-".contains(mark)
    {
      text = text.dropFirst(number.count + 1)
      while let first = text.first, " :-–—".contains(first) { text = text.dropFirst() }
    }
    return String(text)
  }

  /// Weights of a group as whole percents: as written when they are percents or add up to about a hundred, else
  /// their share of the sum.
  static func percents(_ criteria: [Criterion]) -> [Int?] {
    let weights = criteria.compactMap(\.weight)
    let sum = weights.reduce(0, +)
    guard sum > 0 else { return criteria.map { _ in nil } }
    let isHundred =
      criteria.contains(where: \.isPercent) || (95_000...105_000).contains(sum)
      || weights.count < criteria.count
    if isHundred || sum > 105_000 { return criteria.map { $0.weight.map { ($0 + 500) / 1000 } } }
    return criteria.map { $0.weight.map { ($0 * 100 + sum / 2) / sum } }
  }
}
