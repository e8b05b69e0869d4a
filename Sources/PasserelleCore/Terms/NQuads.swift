/// Writes terms and statements in the canonical form of RDF 1.1 N-Quads.
///
/// Canonical as in W3C "RDF Dataset Canonicalization" §"Canonical N-Quads": one space between terms, the
/// shortest escapes, `xsd:string` left out. The product has no blank nodes, so sorted lines are the canonical
/// document.
public enum NQuads {
  /// One statement as a line without its newline.
  public static func line(_ subject: Term, _ predicate: Term, _ object: Term, graph: Term) -> String {
    "\(text(subject)) \(text(predicate)) \(text(object)) \(text(graph)) ."
  }

  /// One term.
  public static func text(_ term: Term) -> String {
    switch term {
    case .iri(let iri):
      return "<" + escapedIRI(iri) + ">"
    case .literal(let literal):
      let quoted = "\"" + escaped(literal.lexicalForm) + "\""
      switch literal.datatype {
      case .string: return quoted
      case .language(let tag): return quoted + "@" + tag
      default: return quoted + "^^<" + escapedIRI(literal.datatype.iri) + ">"
      }
    }
  }

  private static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C || $0 == 0x7F }) else {
      return text
    }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{08}": result += "\\b"
      case "\t": result += "\\t"
      case "\n": result += "\\n"
      case "\u{0C}": result += "\\f"
      case "\r": result += "\\r"
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: result += codePoint(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func escapedIRI(_ iri: String) -> String {
    let forbidden = Set("<>\"{}|^`\\ ".unicodeScalars)
    guard iri.unicodeScalars.contains(where: { $0.value <= 0x20 || forbidden.contains($0) }) else {
      return iri
    }
    return iri.unicodeScalars.reduce(into: "") {
      if $1.value <= 0x20 || forbidden.contains($1) {
        $0 += codePoint($1)
      } else {
        $0.unicodeScalars.append($1)
      }
    }
  }

  private static func codePoint(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
