internal import PasserelleCore

/// Writes the SPARQL 1.1 Query Results CSV and TSV Formats.
enum ResultsText {
  static func writeCSV(_ table: SolutionTable, _ bytes: inout [UInt8], _ labels: inout BlankLabels) {
    for (index, name) in table.variables.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      field(name, &bytes)
    }
    bytes += "\r\n".utf8
    for row in table.rows {
      for (index, term) in row.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        switch term {
        case .iri(let iri)?: field(term?.isBlank == true ? "_:" + labels.label(.iri(iri)) : iri, &bytes)
        case .literal(let literal)?: field(literal.lexicalForm, &bytes)
        case nil: break
        }
      }
      bytes += "\r\n".utf8
    }
  }

  /// A field, in quotes where it needs them (RFC 4180).
  private static func field(_ text: String, _ bytes: inout [UInt8]) {
    let quote = UInt8(ascii: "\"")
    guard text.utf8.contains(where: { $0 == quote || $0 == UInt8(ascii: ",") || $0 == 0x0A || $0 == 0x0D })
    else {
      bytes += text.utf8
      return
    }
    bytes.append(quote)
    for byte in text.utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }

  static func writeTSV(_ table: SolutionTable, _ bytes: inout [UInt8], _ labels: inout BlankLabels) {
    bytes += table.variables.map { "?" + $0 }.joined(separator: "\t").utf8
    bytes.append(0x0A)
    for row in table.rows {
      for (index, term) in row.enumerated() {
        if index > 0 { bytes.append(0x09) }
        guard let term else { continue }
        if term.isBlank {
          bytes += "_:".utf8
          bytes += labels.label(term).utf8
        } else {

          bytes += NQuads.text(term).utf8
        }
      }
      bytes.append(0x0A)
    }
  }
}
