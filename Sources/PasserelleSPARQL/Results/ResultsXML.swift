internal import PasserelleCore

/// Writes the SPARQL Query Results XML Format.
///
/// Characters that XML cannot hold are written as U+FFFD.
enum ResultsXML {
  static let opening =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sparql xmlns=\"http://www.w3.org/2005/sparql-results#\">"

  static func write(_ table: SolutionTable, _ bytes: inout [UInt8], _ labels: inout BlankLabels) {
    bytes += opening.utf8
    bytes += "<head>".utf8
    for name in table.variables {
      bytes += "<variable name=\"".utf8
      escaped(name, &bytes)
      bytes += "\"/>".utf8
    }
    bytes += "</head><results>\n".utf8
    for row in table.rows {
      bytes += "<result>".utf8
      for (name, term) in zip(table.variables, row) {
        guard let term else { continue }
        bytes += "<binding name=\"".utf8
        escaped(name, &bytes)
        bytes += "\">".utf8
        write(term, &bytes, &labels)
        bytes += "</binding>".utf8
      }
      bytes += "</result>\n".utf8
    }
    bytes += "</results></sparql>\n".utf8
  }

  private static func write(_ term: Term, _ bytes: inout [UInt8], _ labels: inout BlankLabels) {
    switch term {
    case .iri where term.isBlank: bytes += "<bnode>\(labels.label(term))</bnode>".utf8
    case .iri(let iri):
      bytes += "<uri>".utf8
      escaped(iri, &bytes)
      bytes += "</uri>".utf8
    case .literal(let literal):
      bytes += "<literal".utf8
      switch literal.datatype {
      case .string: break
      case .language(let tag):
        bytes += " xml:lang=\"".utf8
        escaped(tag, &bytes)
        bytes.append(UInt8(ascii: "\""))
      default:
        bytes += " datatype=\"".utf8
        escaped(literal.datatype.iri, &bytes)
        bytes.append(UInt8(ascii: "\""))
      }
      bytes.append(UInt8(ascii: ">"))
      escaped(literal.lexicalForm, &bytes)
      bytes += "</literal>".utf8
    }
  }

  private static func escaped(_ text: String, _ bytes: inout [UInt8]) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": bytes += "&amp;".utf8
      case "<": bytes += "&lt;".utf8
      case ">": bytes += "&gt;".utf8
      case "\"": bytes += "&quot;".utf8
      case "\r": bytes += "&#13;".utf8
      case "\t": bytes += "&#9;".utf8
      case "\n": bytes += "&#10;".utf8
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF:
        bytes += "\u{FFFD}".utf8
      default: bytes += String(scalar).utf8
      }
    }
  }
}
