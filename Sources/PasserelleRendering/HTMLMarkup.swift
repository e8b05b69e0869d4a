import PasserelleCore

/// Appends XML markup to bytes: every text and attribute value is escaped, every element is closed.
struct MarkupWriter {
  /// The UTF-8 bytes written.
  private(set) var bytes: [UInt8] = []

  /// Writes an element with its content.
  mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ body: (inout MarkupWriter) -> Void
  ) {
    element(name, attributes.map { ($0, $1) }, body)
  }

  /// Writes an element with attributes gathered before, and its content.
  mutating func element(
    _ name: String, _ attributes: [(String, String)], _ body: (inout MarkupWriter) -> Void
  ) {
    open(name, attributes)
    bytes.append(UInt8(ascii: ">"))
    body(&self)
    raw("</")
    raw(name)
    raw(">")
  }

  /// Writes an element that holds a text.
  mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String) {
    element(name, attributes) { $0.text(text) }
  }

  /// Writes an element without content.
  mutating func empty(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) {
    open(name, attributes.map { ($0, $1) })
    raw("/>")
  }

  /// Writes a text; what no XML document may hold is left out, line breaks become spaces.
  mutating func text(_ text: String) { escape(text, inAttribute: false) }

  /// Writes markup as it is.
  mutating func raw(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

  /// Writes what another writer has written.
  mutating func append(_ other: MarkupWriter) { bytes.append(contentsOf: other.bytes) }

  /// Ends the line.
  mutating func line() { bytes.append(UInt8(ascii: "\n")) }

  private mutating func open(_ name: String, _ attributes: [(String, String)]) {
    raw("<")
    raw(name)
    for (key, value) in attributes {
      raw(" ")
      raw(key)
      raw("=\"")
      escape(value, inAttribute: true)
      raw("\"")
    }
  }

  private mutating func escape(_ text: String, inAttribute: Bool) {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: raw("&amp;")
      case 0x3C: raw("&lt;")
      case 0x3E: raw("&gt;")
      case 0x22 where inAttribute: raw("&quot;")
      case 0x20..<0x7F: bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      case 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029: bytes.append(UInt8(ascii: " "))
      default:
        if !Self.isLeftOut(scalar) { bytes.append(contentsOf: String(scalar).utf8) }
      }
    }
  }

  /// Controls, marks that turn the direction of writing, and what is no character.
  private static func isLeftOut(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0xFDD0...0xFDEF: true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }
}

extension Report.Run {
  /// A name as both HTML and OpenDocument take it for a target.
  static func targetName(_ name: String) -> String {
    "ref-" + String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
  }
}
