/// Rows of a delimited file (RFC 4180) with a header line, read whole.
struct DelimitedRows {
  /// The names of the columns.
  let header: [String]
  /// The rows, each with as many fields as it has.
  let rows: [[String]]

  /// Reads bytes; the delimiter is the one that the header has more of, comma or semicolon.
  init(_ bytes: [UInt8]) {
    var delimiter = UInt8(ascii: ",")
    var commas = 0
    var semicolons = 0
    for byte in bytes.prefix(while: { $0 != 0x0A }) {
      if byte == UInt8(ascii: ",") { commas += 1 }
      if byte == UInt8(ascii: ";") { semicolons += 1 }
    }
    if semicolons > commas { delimiter = UInt8(ascii: ";") }
    var rows: [[String]] = []
    var row: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while index < bytes.count {
      let byte = bytes[index]
      if isQuoted {
        if byte == 0x22 {
          if index + 1 < bytes.count, bytes[index + 1] == 0x22 {
            field.append(byte)
            index += 1
          } else {
            isQuoted = false
          }
        } else {
          field.append(byte)
        }
      } else if byte == 0x22, field.isEmpty {
        isQuoted = true
      } else if byte == delimiter || byte == 0x0A {
        if byte == 0x0A, field.last == 0x0D { field.removeLast() }
        row.append(String(decoding: field, as: UTF8.self))
        field.removeAll(keepingCapacity: true)
        if byte == 0x0A {
          rows.append(row)
          row = []
        }
      } else {
        field.append(byte)
      }
      index += 1
    }
    if !field.isEmpty || !row.isEmpty {
      row.append(String(decoding: field, as: UTF8.self))
      rows.append(row)
    }
    header = rows.first ?? []
    self.rows = Array(rows.dropFirst())
  }

  /// The place of a column; nil where there is none.
  func column(_ name: String) -> Int? { header.firstIndex(of: name) }

  /// A field of a row; empty where the row is short.
  static func field(_ row: [String], _ column: Int?) -> String {
    guard let column, column < row.count else { return "" }
    return row[column]
  }
}
