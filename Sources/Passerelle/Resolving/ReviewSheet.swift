import PasserelleCore

/// A CSV file of decisions on pairs.
struct ReviewSheet {
  /// One row.
  struct Row {
    let line: Int
    let left: String
    let right: String
    let decision: String
    let who: String
    let reason: String
    let probability: Double?
    /// Whether the row has another number of fields than the first row.
    let isUneven: Bool
  }

  /// What a row says.
  enum Reading {
    case undecided
    case decided(isSame: Bool)
    case refused(LocalizedText)
  }

  private(set) var rows: [Row] = []

  init(_ bytes: [UInt8], file: String) throws {
    var lines = Self.fields(bytes)
    guard !lines.isEmpty else { throw Self.missing("left", file) }
    let names = lines.removeFirst().fields.map {
      $0.split(whereSeparator: \.isWhitespace).joined().lowercased()
    }
    for needed in ["left", "right", "decision"] where !names.contains(needed) {
      throw Self.missing(needed, file)
    }
    for line in lines where line.fields != [""] {
      func value(_ name: String) -> String {
        guard let column = names.firstIndex(of: name), column < line.fields.count else { return "" }
        return line.fields[column].split(whereSeparator: \.isWhitespace).joined(separator: " ")
      }
      rows.append(
        Row(
          line: line.line, left: value("left"), right: value("right"),
          decision: value("decision").lowercased(),
          who: value("who"), reason: value("reason"), probability: Double(value("probability")),
          isUneven: line.fields.count != names.count))
    }
  }

  /// The rows of a file after RFC 4180, with the line that each begins on; the separator is that of the first row.
  static func fields(_ bytes: [UInt8]) -> [(line: Int, fields: [String])] {
    var bytes = bytes[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    let head = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
    let separator: UInt8 = head.contains(0x3B) && !head.contains(0x2C) ? 0x3B : 0x2C
    var rows: [(line: Int, fields: [String])] = []
    var (fields, field): ([String], [UInt8]) = ([], [])
    var (line, start, isQuoted, wasQuoted) = (1, 1, false, false)
    func endField() {
      fields.append(String(decoding: field, as: UTF8.self))
      field = []
      wasQuoted = false
    }
    func endRow() {
      endField()
      rows.append((start, fields))
      fields = []
      start = line
    }
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      if byte == 0x0A { line += 1 }
      if isQuoted {
        if byte != 0x22 {
          field.append(byte)
        } else if index < bytes.endIndex, bytes[index] == 0x22 {
          field.append(byte)
          index += 1
        } else {
          isQuoted = false
        }
      } else if byte == 0x22, field.isEmpty, !wasQuoted {
        (isQuoted, wasQuoted) = (true, true)
      } else if byte == separator {
        endField()
      } else if byte == 0x0A || byte == 0x0D {
        if byte == 0x0D, index < bytes.endIndex, bytes[index] == 0x0A {
          index += 1
          line += 1
        }
        endRow()
      } else {
        field.append(byte)
      }
    }
    if !field.isEmpty || !fields.isEmpty || wasQuoted { endRow() }
    return rows
  }

  private static func missing(_ column: String, _ file: String) -> PasserelleError {
    PasserelleError(
      .queryInvalid,
      LocalizedText(
        fr:
          "La colonne « \(column) » manque dans la première ligne. Partez de « passerelle review --export FICHIER ».",
        en:
          "The column '\(column)' is missing in the first row. Begin with 'passerelle review --export FILE'."),
      at: SourceLocation(file: file))
  }
}

extension ReviewSheet.Row {
  /// What the row says, given the things that can be judged.
  func reading(_ known: Set<String>) -> ReviewSheet.Reading {
    if decision.isEmpty, !isUneven { return .undecided }
    if isUneven {
      return .refused(
        LocalizedText(
          fr: "le nombre de champs n’est pas celui de la première ligne",
          en: "the number of fields is not that of the first row"))
    }
    let isSame: Bool
    switch decision {
    case "same", "oui", "o", "yes", "y", "1", "même", "meme": isSame = true
    case "different", "non", "n", "no", "0", "différent", "diffèrent": isSame = false
    default:
      return .refused(
        LocalizedText(
          fr: "« \(decision) » n’est pas une décision : same ou different (oui, non)",
          en: "'\(decision)' is no decision: same or different (yes, no)"))
    }
    for iri in [left, right] where !known.contains(iri) {
      return .refused(
        LocalizedText(fr: "« \(iri) » n’est pas connu", en: "'\(iri)' is not known"))
    }
    if left == right {
      return .refused(LocalizedText(fr: "les deux choses sont la même", en: "both things are the same"))
    }
    return .decided(isSame: isSame)
  }
}
