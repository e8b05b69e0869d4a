internal import PasserelleCore

/// Writes the SPARQL 1.1 Query Results JSON Format.
enum ResultsJSON {
  static func write(_ table: SolutionTable, _ bytes: inout [UInt8], _ labels: inout BlankLabels) {
    bytes += "{\"head\":{\"vars\":[".utf8
    for (index, name) in table.variables.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      string(name, &bytes)
    }
    bytes += "]},\"results\":{\"bindings\":[".utf8
    for (index, row) in table.rows.enumerated() {
      bytes += (index > 0 ? ",\n{" : "\n{").utf8
      var isFirst = true
      for (name, term) in zip(table.variables, row) {
        guard let term else { continue }
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        isFirst = false
        string(name, &bytes)
        bytes.append(UInt8(ascii: ":"))
        write(term, &bytes, &labels)
      }
      bytes.append(UInt8(ascii: "}"))
    }
    bytes += "\n]}}\n".utf8
  }

  private static func write(_ term: Term, _ bytes: inout [UInt8], _ labels: inout BlankLabels) {
    switch term {
    case .iri(let iri):
      bytes += (term.isBlank ? "{\"type\":\"bnode\",\"value\":" : "{\"type\":\"uri\",\"value\":").utf8
      string(term.isBlank ? labels.label(term) : iri, &bytes)
    case .literal(let literal):
      bytes += "{\"type\":\"literal\",\"value\":".utf8
      string(literal.lexicalForm, &bytes)
      switch literal.datatype {
      case .string: break
      case .language(let tag):
        bytes += ",\"xml:lang\":".utf8
        string(tag, &bytes)
      default:
        bytes += ",\"datatype\":".utf8
        string(literal.datatype.iri, &bytes)
      }
    }
    bytes.append(UInt8(ascii: "}"))
  }

  /// A string with its quotes; control characters escaped (RFC 8259).
  private static func string(_ text: String, _ bytes: inout [UInt8]) {
    let digits = Array("0123456789abcdef".utf8)
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0x0A: bytes += "\\n".utf8
      case 0x0D: bytes += "\\r".utf8
      case 0x09: bytes += "\\t".utf8
      case 0..<0x20: bytes += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
