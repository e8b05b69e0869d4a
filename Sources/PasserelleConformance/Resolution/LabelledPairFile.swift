import Foundation
import PasserelleCore
import PasserelleResolution

/// A file of labelled pairs, as the collections of entity resolution write them.
struct LabelledPairFile {
  /// The layouts that are known.
  enum Layout: String {
    /// One JSON object a line: `left`, `right`, `label`; ids only tell the country.
    case names = "names-jsonl"
    /// CSV with `name1`, `name2`, `is_match`, `schema`.
    case bench = "name-bench-csv"
    /// Two records and a label a line: `COL field VAL value … TAB … TAB label`.
    case records = "ditto-txt"
    /// CSV of one register whose `rec_id` tells originals and duplicates.
    case register = "febrl-csv"
  }

  let layout: Layout
  /// Pairs of names.
  var pairs: [LabelledPair] = []

  /// Finds the layout from the file's name and beginning; nil for an unknown one.
  static func layout(_ data: Data) -> Layout? {
    let head = String(decoding: data.prefix(400), as: UTF8.self)
    if head.hasPrefix("{"), head.contains("\"left\"") { return .names }
    if head.hasPrefix("COL ") { return .records }
    let first = head.split(whereSeparator: \.isNewline).first ?? ""
    if first.contains("name1"), first.contains("name2"), first.contains("is_match") { return .bench }
    if first.hasPrefix("rec_id") { return .register }
    return nil
  }

  private struct NameLine: Decodable {
    let left: String
    let right: String
    let label: Int
    let leftID: String?

    private enum CodingKeys: String, CodingKey {
      case left, right, label
      case leftID = "left_id"
    }
  }

  /// Reads pairs of names.
  static func names(_ data: Data, file: String) throws -> [LabelledPair] {
    var pairs: [LabelledPair] = []
    let decoder = JSONDecoder()
    for (number, line) in data.split(separator: UInt8(ascii: "\n")).enumerated() {
      guard let row = try? decoder.decode(NameLine.self, from: line) else {
        throw PairFault.line(file, number + 1)
      }
      // Of the id only the country counts: the rest is the answer.
      let code = String(row.leftID?.prefix(2) ?? "")
      let country = code.utf8.count == 2 && code.utf8.allSatisfy { $0 >= 0x41 && $0 <= 0x5A } ? code : ""
      pairs.append(
        LabelledPair(
          left: Mention(id: "\(number)-l", names: [row.left], country: country),
          right: Mention(id: "\(number)-r", names: [row.right], country: country), isMatch: row.label == 1,
          groups: country.isEmpty ? [] : [country]))
    }
    return pairs
  }

  /// Reads the pairs of `name_bench`.
  static func bench(_ data: Data, file: String) throws -> [LabelledPair] {
    let rows = CommaRows.rows(data)
    guard let head = rows.first, let first = head.firstIndex(of: "name1"),
      let second = head.firstIndex(of: "name2"),
      let label = head.firstIndex(of: "is_match")
    else { throw PairFault.line(file, 1) }
    let schema = head.firstIndex(of: "schema")
    let quality = head.firstIndex(of: "quality")
    var pairs: [LabelledPair] = []
    for (number, row) in rows.dropFirst().enumerated() where row.count > 1 {
      guard row.count > max(first, second, label) else { throw PairFault.line(file, number + 2) }
      let sort = schema.map { row[$0] } ?? ""
      let kind: Mention.Kind = sort == "Person" ? .person : .organisation
      var groups = sort.isEmpty ? [] : [sort]
      if let quality, row.count > quality, !row[quality].isEmpty { groups.append(row[quality]) }
      pairs.append(
        LabelledPair(
          left: Mention(id: "\(number)-l", kind: kind, names: [row[first]]),
          right: Mention(id: "\(number)-r", kind: kind, names: [row[second]]), isMatch: row[label] == "true",
          groups: groups))
    }
    return pairs
  }
}

/// What is wrong with a file of pairs.
enum PairFault {
  static func line(_ file: String, _ line: Int) -> PasserelleError {
    PasserelleError(
      .inputUnreadable,
      LocalizedText(
        fr: "Cette ligne n’est pas une paire étiquetée de ce format.",
        en: "This line is no labelled pair of this layout."), at: SourceLocation(file: file, line: line))
  }

  static func layout(_ file: String) -> PasserelleError {
    PasserelleError(
      .inputUnreadable,
      LocalizedText(
        fr:
          "Format de paires inconnu ; attendu : JSONL (left, right, label), CSV (name1, name2, is_match), texte COL … VAL …, "
          + "ou registre CSV (rec_id).",
        en:
          "Unknown layout of pairs; expected: JSONL (left, right, label), CSV (name1, name2, is_match), COL … VAL … text, "
          + "or register CSV (rec_id)."), at: SourceLocation(file: file))
  }
}

/// Rows of a CSV file with quotes.
enum CommaRows {
  static func rows(_ data: Data) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var last: UInt8 = 0
    func text() -> String { String(decoding: cell, as: UTF8.self) }
    for byte in data {
      if isQuoted {
        if byte == UInt8(ascii: "\"") { isQuoted = false } else { cell.append(byte) }
      } else {
        switch byte {
        case UInt8(ascii: "\""):
          if last == UInt8(ascii: "\"") { cell.append(byte) }
          isQuoted = true
        case UInt8(ascii: ","):
          row.append(text())
          cell = []
        case UInt8(ascii: "\n"):
          row.append(text())
          cell = []
          rows.append(row)
          row = []
        case UInt8(ascii: "\r"): break
        default: cell.append(byte)
        }
      }
      last = byte
    }
    if !cell.isEmpty || !row.isEmpty {
      row.append(text())
      rows.append(row)
    }
    return rows
  }
}
