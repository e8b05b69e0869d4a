internal import PasserelleCore
internal import PasserelleXML

/// Writes the content of an element as an `rdf:XMLLiteral`, in exclusive canonical XML.
///
/// W3C "Exclusive XML Canonicalization 1.0". Comments and processing instructions, which the reader passes over,
/// are left out.
struct XMLLiteralWriter {
  private let limit: Int
  private var text = ""
  /// The namespaces written so far that are in scope, a level for each open element.
  private var scopes: [[String: String]] = [[:]]
  private var names: [String] = []

  init(limit: Int) { self.limit = limit }

  /// Reads from the start of an element to its end.
  mutating func read(_ reader: XMLPullReader) throws -> String {
    let outer = reader.depth
    while let event = try reader.next() {
      switch event {
      case .start: start(reader)
      case .text: Self.escape(reader.text, isAttribute: false, into: &text)
      case .end:
        if reader.depth == outer { return text }
        text += "</" + (names.popLast() ?? "") + ">"
        scopes.removeLast()
      }
      guard text.utf8.count <= limit else {
        throw RDFFault(
          .limit, line: reader.line,
          LocalizedText(
            fr: "un littéral XML est plus long que \(limit) octets",
            en: "an XML literal is longer than \(limit) bytes"))
      }
    }
    return text
  }

  private mutating func start(_ reader: XMLPullReader) {
    let name = Self.qualified(reader.prefix, reader.name)
    let attributes = reader.attributes()
    var used = [reader.prefix: reader.namespace]
    for attribute in attributes where !attribute.prefix.isEmpty && attribute.prefix != "xml" {
      used[attribute.prefix] = attribute.namespace
    }
    var scope = scopes[scopes.count - 1]
    text += "<" + name
    for (prefix, namespace) in used.sorted(by: { $0.key < $1.key })
    where scope[prefix, default: ""] != namespace {
      text += prefix.isEmpty ? " xmlns=\"" : " xmlns:\(prefix)=\""
      Self.escape(namespace, isAttribute: true, into: &text)
      text += "\""
      scope[prefix] = namespace
    }
    for attribute in attributes.sorted(by: { ($0.namespace, $0.name) < ($1.namespace, $1.name) }) {
      text += " " + Self.qualified(attribute.prefix, attribute.name) + "=\""
      Self.escape(attribute.value, isAttribute: true, into: &text)
      text += "\""
    }
    text += ">"
    scopes.append(scope)
    names.append(name)
  }

  private static func qualified(_ prefix: String, _ name: String) -> String {
    prefix.isEmpty ? name : prefix + ":" + name
  }

  private static func escape(_ value: String, isAttribute: Bool, into text: inout String) {
    for scalar in value.unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">" where !isAttribute: text += "&gt;"
      case "\"" where isAttribute: text += "&quot;"
      case "\t" where isAttribute: text += "&#x9;"
      case "\n" where isAttribute: text += "&#xA;"
      case "\r": text += "&#xD;"
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}
