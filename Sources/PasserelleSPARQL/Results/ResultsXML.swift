internal import PasserelleCore

/// Writes the SPARQL Query Results XML Format.
///
/// Characters that XML cannot hold are written as U+FFFD.
struct ResultsXML: ResultEncoder {
  static let opening =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sparql xmlns=\"http://www.w3.org/2005/sparql-results#\">"

  private let variables: [String]
  /// What stands before the text of a cell, and the attributes of literals, by column and kind.
  private let openings: [[UInt8]]

  init(_ variables: [String]) {
    self.variables = variables
    openings = variables.flatMap { name in
      ["uri>", "bnode>", "literal"].map { element in
        Self.bytes { output in
          output.append("<binding name=\"")
          Self.with(name) { Self.escape($0, output) }
          Self.with("\"><" + element) { output.append($0) }
        }
      }
    }
  }

  mutating func begin(_ output: ResultOutput) {
    Self.with(Self.opening) { output.append($0) }
    output.append("<head>")
    for name in variables {
      output.append("<variable name=\"")
      Self.with(name) { Self.escape($0, output) }
      output.append("\"/>")
    }
    output.append("</head><results>\n")
  }

  mutating func beginRow(_ output: ResultOutput) { output.append("<result>") }

  mutating func cell(
    _ column: Int, _ kind: ResultCellKind, _ text: UnsafeBufferPointer<UInt8>, _ suffix: [UInt8],
    _ output: ResultOutput
  ) {
    output.append(openings[column * 3 + kind.rawValue])
    if kind == .literal {
      output.append(suffix)
      output.append(UInt8(ascii: ">"))
    }
    Self.escape(text, output)
    switch kind {
    case .iri: output.append("</uri></binding>")
    case .blank: output.append("</bnode></binding>")
    case .literal: output.append("</literal></binding>")
    }
  }

  mutating func endRow(_ output: ResultOutput) { output.append("</result>\n") }

  mutating func end(_ output: ResultOutput) { output.append("</results></sparql>\n") }

  func suffix(_ datatype: Datatype) -> [UInt8] {
    Self.bytes { output in
      switch datatype {
      case .string: return
      case .language(let tag):
        output.append(" xml:lang=\"")
        Self.with(tag) { Self.escape($0, output) }
      default:
        output.append(" datatype=\"")
        Self.with(datatype.iri) { Self.escape($0, output) }
      }
      output.append(UInt8(ascii: "\""))
    }
  }

  private static let special = [Bool].bytes { $0 < 0x20 || "&<>\"".utf8.contains($0) || $0 == 0xEF }

  private static func escape(_ text: UnsafeBufferPointer<UInt8>, _ output: ResultOutput) {
    output.append(text, except: special) { text, index in
      switch text[index] {
      case UInt8(ascii: "&"): output.append("&amp;")
      case UInt8(ascii: "<"): output.append("&lt;")
      case UInt8(ascii: ">"): output.append("&gt;")
      case UInt8(ascii: "\""): output.append("&quot;")
      case 0x0D: output.append("&#13;")
      case 0x09: output.append("&#9;")
      case 0x0A: output.append("&#10;")
      case 0xEF:
        // U+FFFE and U+FFFF are the two of their block that XML does not have.
        guard index + 2 < text.count, text[index + 1] == 0xBF, text[index + 2] >= 0xBE else {
          output.append(0xEF)
          return 1
        }
        output.append("\u{FFFD}")
        return 3
      default: output.append("\u{FFFD}")
      }
      return 1
    }
  }
}
