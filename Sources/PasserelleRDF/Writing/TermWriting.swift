internal import PasserelleCore

/// Writes terms in the form that N-Triples, N-Quads, Turtle and TriG share, that of canonical N-Quads (`NQuads`).
enum TermWriting {
  /// Writes an IRI between `<` and `>`.
  static func iri(_ iri: String, into bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "<"))
    bytes.append(iri) {
      !TermBytes.isForbiddenInIRI($0)
    } else: {
      codePoint($1, into: &$0)
    }
    bytes.append(UInt8(ascii: ">"))
  }

  /// Writes a literal's text between quotation marks.
  static func quoted(_ text: String, into bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    bytes.append(text) {
      $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C && $0 != 0x7F
    } else: { bytes, byte in
      let letter: UInt8
      switch byte {
      case 0x08: letter = UInt8(ascii: "b")
      case 0x09: letter = UInt8(ascii: "t")
      case 0x0A: letter = UInt8(ascii: "n")
      case 0x0C: letter = UInt8(ascii: "f")
      case 0x0D: letter = UInt8(ascii: "r")
      case 0x22, 0x5C: letter = byte
      default: return codePoint(byte, into: &bytes)
      }
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(letter)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes a literal.
  static func literal(_ literal: Literal, into bytes: inout [UInt8]) {
    quoted(literal.lexicalForm, into: &bytes)
    switch literal.datatype {
    case .string: return
    case .language(let tag):
      bytes.append(UInt8(ascii: "@"))
      bytes.append(tag)
    case let datatype:
      bytes.append("^^")
      iri(datatype.iri, into: &bytes)
    }
  }

  /// Writes a node.
  static func node(_ node: RDFNode, into bytes: inout [UInt8]) {
    switch node {
    case .term(.iri(let value)): iri(value, into: &bytes)
    case .term(.literal(let value)): literal(value, into: &bytes)
    case .blank(let label):
      bytes.append("_:")
      bytes.append(BlankLabel.written(label, isName: false))
    }
  }

  private static func codePoint(_ byte: UInt8, into bytes: inout [UInt8]) {
    bytes.append("\\u00")
    bytes.append(hexadecimal(byte >> 4))
    bytes.append(hexadecimal(byte & 15))
  }
}

/// Labels of blank nodes as syntaxes admit them.
enum BlankLabel {
  private static let mark = "x--"

  /// A label that a syntax admits, a different one for each: most as they are, the others with their bytes in
  /// hexadecimal; a name of XML, where that is asked, starts with no digit.
  static func written(_ label: String, isName: Bool) -> String {
    if fits(label, isName: isName), !label.utf8.starts(with: mark.utf8) { return label }
    var bytes = Array(mark.utf8)
    for byte in label.utf8 {
      bytes.append(hexadecimal(byte >> 4))
      bytes.append(hexadecimal(byte & 15))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func fits(_ label: String, isName: Bool) -> Bool {
    var isFirst = true
    for scalar in label.unicodeScalars {
      let value = scalar.value
      let isDigit = value >= 0x30 && value <= 0x39
      guard isFirst ? TermBytes.startsLabel(value) || isDigit && !isName : TermBytes.continuesLabel(value)
      else { return false }
      isFirst = false
    }
    return !isFirst
  }
}

/// The digit of a half byte.
func hexadecimal(_ half: UInt8) -> UInt8 {
  half < 10 ? half + UInt8(ascii: "0") : half - 10 + UInt8(ascii: "A")
}
