internal import PasserelleCore
internal import PasserelleJSON

/// One row of a CSV file.
struct CSVRow: Sendable {
  /// The fields as bytes, quotation marks resolved.
  var fields: [[UInt8]]
  /// The bytes as in the file, without the end of the line; at most the limit.
  var bytes: [UInt8]
  /// The line on which the row begins, from 1.
  var line: Int
  /// The offset where the row begins.
  var offset: Int
  /// What is wrong with the row as a whole.
  var flaw: Flaw?

  /// What can be wrong with a row.
  enum Flaw: Sendable, Equatable {
    /// A quotation mark is not closed before the end of the file.
    case openQuote
    /// The row is longer than the limit.
    case tooLarge
  }

  /// Whether the row is an empty line.
  var isBlank: Bool { flaw == nil && fields.count == 1 && fields[0].allSatisfy { $0 == 0x20 || $0 == 0x09 } }
}

/// Reads the rows of a CSV file after RFC 4180, on bytes, with LF, CRLF or CR ends and any one-byte separator.
///
/// A quotation mark inside an unquoted field is an ordinary character, as spreadsheets take it; one after a
/// closed quotation mark is too.
struct CSVRowReader {
  private enum State { case fieldStart, unquoted, quoted, quoteInQuoted }

  private let separator: UInt8
  private let maximumBytes: Int
  private var state = State.fieldStart
  private var field: [UInt8] = []
  private var fields: [[UInt8]] = []
  private var bytes: [UInt8] = []
  private var length = 0
  private var line = 1
  private var rowLine = 1
  private var offset: Int
  private var rowOffset: Int
  private var skipsLineFeed = false

  init(separator: UInt8, offset: Int = 0, maximumBytes: Int = JSONLimits.standard.recordBytes) {
    self.separator = separator
    self.offset = offset
    rowOffset = offset
    self.maximumBytes = maximumBytes
  }

  /// Takes the next bytes and gives the rows that end in them.
  ///
  /// - Returns: False when the caller wants no more rows.
  mutating func feed(_ chunk: UnsafeRawBufferPointer, _ body: (CSVRow) throws -> Bool) rethrows -> Bool {
    for byte in chunk {
      offset += 1
      if skipsLineFeed {
        skipsLineFeed = false
        if byte == UInt8(ascii: "\n") {
          rowOffset = offset
          continue
        }
      }
      let isEnd = byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
      if isEnd, state != .quoted {
        skipsLineFeed = byte == UInt8(ascii: "\r")
        line += 1
        guard try body(endRow()) else { return false }
        continue
      }
      if byte == UInt8(ascii: "\n") { line += 1 }
      keep(byte)
      take(byte)
    }
    return true
  }

  /// Gives the last row when the file does not end with a line end.
  mutating func finish(_ body: (CSVRow) throws -> Bool) rethrows -> Bool {
    guard length > 0 else { return true }
    let isOpen = state == .quoted
    var row = endRow()
    if isOpen { row.flaw = .openQuote }
    return try body(row)
  }

  private mutating func keep(_ byte: UInt8) {
    length += 1
    if length <= maximumBytes {
      bytes.append(byte)
    } else if length == maximumBytes + 1 {
      fields.removeAll()
      field.removeAll()
    }
  }

  private mutating func take(_ byte: UInt8) {
    switch state {
    case .fieldStart where byte == UInt8(ascii: "\""):
      state = .quoted
    case .fieldStart, .unquoted:
      if byte == separator {
        endField()
      } else {
        state = .unquoted
        append(byte)
      }
    case .quoted:
      if byte == UInt8(ascii: "\"") { state = .quoteInQuoted } else { append(byte) }
    case .quoteInQuoted:
      if byte == UInt8(ascii: "\"") {
        append(byte)
        state = .quoted
      } else if byte == separator {
        endField()
      } else {
        append(byte)
        state = .unquoted
      }
    }
  }

  private mutating func append(_ byte: UInt8) {
    if length <= maximumBytes { field.append(byte) }
  }

  private mutating func endField() {
    if length <= maximumBytes { fields.append(field) }
    field.removeAll(keepingCapacity: true)
    state = .fieldStart
  }

  private mutating func endRow() -> CSVRow {
    endField()
    let row = CSVRow(
      fields: fields, bytes: bytes, line: rowLine, offset: rowOffset,
      flaw: length > maximumBytes ? .tooLarge : nil)
    fields.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    length = 0
    rowLine = line
    rowOffset = offset
    return row
  }
}
