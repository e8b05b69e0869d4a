internal import PasserelleCore

/// Writes the SPARQL 1.1 Query Results JSON Format.
struct ResultsJSON: ResultEncoder {
  private let variables: [String]
  /// What stands before the text of a cell, by column and kind.
  private let openings: [[UInt8]]
  private var isFirstRow = true
  private var isFirstCell = true

  init(_ variables: [String]) {
    self.variables = variables
    openings = variables.flatMap { name in
      ["uri", "bnode", "literal"].map { kind in
        Self.bytes { output in
          Self.string(name, output)
          Self.with(":{\"type\":\"\(kind)\",\"value\":\"") { output.append($0) }
        }
      }
    }
  }

  mutating func begin(_ output: ResultOutput) {
    output.append("{\"head\":{\"vars\":[")
    for (index, name) in variables.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      Self.string(name, output)
    }
    output.append("]},\"results\":{\"bindings\":[")
  }

  mutating func beginRow(_ output: ResultOutput) {
    output.append(isFirstRow ? "\n{" : ",\n{")
    isFirstRow = false
    isFirstCell = true
  }

  mutating func cell(
    _ column: Int, _ kind: ResultCellKind, _ text: UnsafeBufferPointer<UInt8>, _ suffix: [UInt8],
    _ output: ResultOutput
  ) {
    if !isFirstCell { output.append(UInt8(ascii: ",")) }
    isFirstCell = false
    output.append(openings[column * 3 + kind.rawValue])
    Self.escape(text, output)
    output.append(UInt8(ascii: "\""))
    output.append(suffix)
    output.append(UInt8(ascii: "}"))
  }

  mutating func endRow(_ output: ResultOutput) { output.append(UInt8(ascii: "}")) }

  mutating func end(_ output: ResultOutput) { output.append("\n]}}\n") }

  func suffix(_ datatype: Datatype) -> [UInt8] {
    Self.bytes { output in
      switch datatype {
      case .string: break
      case .language(let tag):
        output.append(",\"xml:lang\":")
        Self.string(tag, output)
      default:
        output.append(",\"datatype\":")
        Self.string(datatype.iri, output)
      }
    }
  }

  private static func string(_ text: String, _ output: ResultOutput) {
    output.append(UInt8(ascii: "\""))
    with(text) { escape($0, output) }
    output.append(UInt8(ascii: "\""))
  }

  private static let special = [Bool].bytes {
    $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\")
  }
  private static let digits = Array("0123456789abcdef".utf8)

  /// The inside of a string; control characters escaped (RFC 8259).
  private static func escape(_ text: UnsafeBufferPointer<UInt8>, _ output: ResultOutput) {
    output.append(text, except: special) { text, index in
      let byte = text[index]
      output.append(UInt8(ascii: "\\"))
      switch byte {
      case 0x0A: output.append(UInt8(ascii: "n"))
      case 0x0D: output.append(UInt8(ascii: "r"))
      case 0x09: output.append(UInt8(ascii: "t"))
      case 0..<0x20: output.append(Array("u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]])
      default: output.append(byte)
      }
      return 1
    }
  }
}
