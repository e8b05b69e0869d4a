internal import PasserelleCore

/// Writes the SPARQL 1.1 Query Results CSV Format.
struct ResultsCSV: ResultEncoder {
  private let variables: [String]
  private var next = 0

  init(_ variables: [String]) { self.variables = variables }

  mutating func begin(_ output: ResultOutput) {
    for (index, name) in variables.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      Self.with(name) { Self.field($0, output) }
    }
    output.append("\r\n")
  }

  mutating func beginRow(_ output: ResultOutput) { next = 0 }

  mutating func cell(
    _ column: Int, _ kind: ResultCellKind, _ text: UnsafeBufferPointer<UInt8>, _ suffix: [UInt8],
    _ output: ResultOutput
  ) {
    while next < column {
      output.append(UInt8(ascii: ","))
      next += 1
    }
    if kind == .blank { output.append("_:") }
    Self.field(text, output)
  }

  mutating func endRow(_ output: ResultOutput) {
    while next + 1 < variables.count {
      output.append(UInt8(ascii: ","))
      next += 1
    }
    output.append("\r\n")
  }

  mutating func end(_ output: ResultOutput) {}

  func suffix(_ datatype: Datatype) -> [UInt8] { [] }

  private static let quoted = [Bool].bytes { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
  private static let doubled = [Bool].bytes { $0 == 0x22 }

  /// A field, in quotes where it needs them (RFC 4180).
  private static func field(_ text: UnsafeBufferPointer<UInt8>, _ output: ResultOutput) {
    let quoted = Self.quoted
    guard text.contains(where: { quoted[Int($0)] }) else {
      output.append(text)
      return
    }
    output.append(0x22)
    output.append(text, except: doubled) { _, _ in
      output.append("\"\"")
      return 1
    }
    output.append(0x22)
  }
}

/// Writes the SPARQL 1.1 Query Results TSV Format: terms as N-Triples write them.
struct ResultsTSV: ResultEncoder {
  private let variables: [String]
  private var next = 0

  init(_ variables: [String]) { self.variables = variables }

  mutating func begin(_ output: ResultOutput) {
    Self.with(variables.map { "?" + $0 }.joined(separator: "\t") + "\n") { output.append($0) }
  }

  mutating func beginRow(_ output: ResultOutput) { next = 0 }

  mutating func cell(
    _ column: Int, _ kind: ResultCellKind, _ text: UnsafeBufferPointer<UInt8>, _ suffix: [UInt8],
    _ output: ResultOutput
  ) {
    while next < column {
      output.append(0x09)
      next += 1
    }
    switch kind {
    case .blank:
      output.append("_:")
      output.append(text)
    case .iri:
      output.append(UInt8(ascii: "<"))
      output.append(text, except: Self.specialInIRI) { text, index in
        Self.codePoint(text[index], output)
        return 1
      }
      output.append(UInt8(ascii: ">"))
    case .literal:
      output.append(UInt8(ascii: "\""))
      output.append(text, except: Self.special) { text, index in
        Self.escape(text[index], output)
        return 1
      }
      output.append(UInt8(ascii: "\""))
      output.append(suffix)
    }
  }

  mutating func endRow(_ output: ResultOutput) {
    while next + 1 < variables.count {
      output.append(0x09)
      next += 1
    }
    output.append(0x0A)
  }

  mutating func end(_ output: ResultOutput) {}

  func suffix(_ datatype: Datatype) -> [UInt8] {
    Array(NQuads.text(.literal(Literal("", datatype))).utf8.dropFirst(2))
  }

  private static let special = [Bool].bytes { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C || $0 == 0x7F }
  private static let specialInIRI = [Bool].bytes { $0 <= 0x20 || "<>\"{}|^`\\".utf8.contains($0) }
  private static let digits = Array("0123456789ABCDEF".utf8)

  private static func escape(_ byte: UInt8, _ output: ResultOutput) {
    switch byte {
    case 0x08: output.append("\\b")
    case 0x09: output.append("\\t")
    case 0x0A: output.append("\\n")
    case 0x0C: output.append("\\f")
    case 0x0D: output.append("\\r")
    case 0x22: output.append("\\\"")
    case 0x5C: output.append("\\\\")
    default: codePoint(byte, output)
    }
  }

  private static func codePoint(_ byte: UInt8, _ output: ResultOutput) {
    output.append("\\u00")
    output.append(digits[Int(byte >> 4)])
    output.append(digits[Int(byte & 15)])
  }
}
