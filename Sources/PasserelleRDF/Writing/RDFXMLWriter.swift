internal import PasserelleCore

/// Writes RDF/XML, statement by statement; those that come grouped share their `rdf:Description`.
///
/// Literals of every datatype, `rdf:XMLLiteral` too, are written as text with `rdf:datatype`, so that their
/// lexical forms come back exactly. The graphs of statements are left out.
struct RDFXMLWriter {
  private struct Name {
    let namespace: String
    let local: String
    /// The prefix; nil where the element declares its own.
    let prefix: String?
  }

  private let prefixes: [(name: String, iri: String)]
  private let byIRI: [String: String]
  private var names: [String: Name] = [:]
  private var subject: RDFNode?

  init(prefixes: [(name: String, iri: String)]) {
    var taken: Set<String> = ["rdf", "xml", "xmlns", Self.local]
    var known: [String: String] = [RDFNames.rdf: "rdf"]
    self.prefixes = prefixes.filter {
      guard XMLName.isNCName($0.name), !$0.iri.isEmpty, $0.iri != RDFNames.xml, known[$0.iri] == nil,
        $0.iri != "http://www.w3.org/2000/xmlns/", Self.isXML($0.iri), taken.insert($0.name).inserted
      else { return false }
      known[$0.iri] = $0.name
      return true
    }
    byIRI = known
  }

  /// The prefix that elements declare for a namespace that has none.
  private static let local = "p"

  /// Writes the declaration and the root's start.
  func start(_ output: inout RDFOutput) {
    output.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rdf:RDF xmlns:rdf=\"\(RDFNames.rdf)\"")
    for prefix in prefixes {
      output.write(" xmlns:\(prefix.name)=\"")
      output.write { Self.escape(prefix.iri, into: &$0) }
      output.write("\"")
    }
    output.write(">\n")
  }

  /// Writes a statement.
  ///
  /// - Throws: ``UnwritableTerm`` for what XML cannot hold; nothing of the statement is written then.
  mutating func add(_ statement: RDFStatement, _ output: inout RDFOutput) throws(UnwritableTerm) {
    let name = try name(of: statement.predicate)
    for node in [statement.subject, statement.object] { try Self.check(node) }
    if statement.subject != subject {
      close(&output)
      output.write("  <rdf:Description")
      reference(statement.subject, iri: " rdf:about=\"", &output)
      output.write(">\n")
      subject = statement.subject
    }
    output.write("    <")
    tag(name, &output)
    if name.prefix == nil {
      output.write(" xmlns:\(Self.local)=\"")
      output.write { Self.escape(name.namespace, into: &$0) }
      output.write("\"")
    }
    guard case .term(.literal(let literal)) = statement.object else {
      reference(statement.object, iri: " rdf:resource=\"", &output)
      output.write("/>\n")
      return
    }
    switch literal.datatype {
    case .string: break
    case .language(let tag): output.write(" xml:lang=\"\(tag)\"")
    case let datatype:
      output.write(" rdf:datatype=\"")
      output.write { Self.escape(datatype.iri, into: &$0) }
      output.write("\"")
    }
    output.write(">")
    output.write { Self.escape(literal.lexicalForm, into: &$0) }
    output.write("</")
    tag(name, &output)
    output.write(">\n")
  }

  /// Closes what is open.
  mutating func finish(_ output: inout RDFOutput) {
    close(&output)
    output.write("</rdf:RDF>\n")
  }

  private mutating func close(_ output: inout RDFOutput) {
    if subject != nil { output.write("  </rdf:Description>\n") }
    subject = nil
  }

  private func tag(_ name: Name, _ output: inout RDFOutput) {
    output.write(name.prefix ?? Self.local)
    output.write(":")
    output.write(name.local)
  }

  private func reference(_ node: RDFNode, iri attribute: String, _ output: inout RDFOutput) {
    switch node {
    case .blank(let label):
      output.write(" rdf:nodeID=\"\(BlankLabel.written(label, isName: true))\"")
    case .term(let term):
      output.write(attribute)
      output.write { Self.escape(term.iriValue ?? "", into: &$0) }
      output.write("\"")
    }
  }

  // Names

  /// The name of an element for a predicate: the longest XML name at the end of its IRI, and what is before it.
  private mutating func name(of predicate: Term) throws(UnwritableTerm) -> Name {
    let iri = predicate.iriValue ?? ""
    if let known = names[iri] { return known }
    let scalars = iri.unicodeScalars
    var start = scalars.endIndex
    while start > scalars.startIndex {
      let before = scalars.index(before: start)
      let value = scalars[before].value
      guard TermBytes.continuesLabel(value) || value == 0x2E else { break }
      start = before
    }
    while start < scalars.endIndex, !TermBytes.startsLabel(scalars[start].value) {
      start = scalars.index(after: start)
    }
    let (namespace, local) = (String(scalars[..<start]), String(scalars[start...]))
    guard !local.isEmpty, !namespace.isEmpty else {
      throw UnwritableTerm(
        fr: "le prédicat « \(iri) » ne se termine pas par un nom XML",
        en: "the predicate “\(iri)” does not end with an XML name")
    }
    guard namespace != RDFNames.rdf || !RDFNames.notProperties.contains(local) && local != "li" else {
      throw UnwritableTerm(
        fr: "rdf:\(local) n’est pas une propriété en RDF/XML", en: "rdf:\(local) is no property in RDF/XML")
    }
    try Self.check(text: iri)
    let name = Name(namespace: namespace, local: local, prefix: byIRI[namespace])
    if names.count < 4_096 { names[iri] = name }
    return name
  }

  // Characters

  private static func check(_ node: RDFNode) throws(UnwritableTerm) {
    guard case .term(let term) = node else { return }
    if let iri = term.iriValue { return try check(text: iri) }
    guard case .literal(let literal) = term else { return }
    try check(text: literal.lexicalForm)
    if case .other(let datatype) = literal.datatype { try check(text: datatype) }
  }

  private static func check(text: String) throws(UnwritableTerm) {
    guard isXML(text) else {
      throw UnwritableTerm(
        fr: "le texte contient un caractère que XML n’admet pas",
        en: "the text holds a character that XML does not admit")
    }
  }

  /// Whether XML 1.0 admits every character of a text (§2.2).
  private static func isXML(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      for (at, byte) in bytes.enumerated() {
        if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D { return false }
        // U+FFFE and U+FFFF.
        if byte == 0xEF, at + 2 < bytes.count, bytes[at + 1] == 0xBF, bytes[at + 2] >= 0xBE { return false }
      }
      return true
    }
  }

  /// Writes a text for element or attribute; white space that XML would change is written by number.
  private static func escape(_ text: String, into bytes: inout [UInt8]) {
    bytes.append(text) {
      $0 > 0x22 && $0 != UInt8(ascii: "&") && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">")
        || $0 == 0x20 || $0 == 0x21
    } else: { bytes, byte in
      switch byte {
      case UInt8(ascii: "&"): bytes.append("&amp;")
      case UInt8(ascii: "<"): bytes.append("&lt;")
      case UInt8(ascii: ">"): bytes.append("&gt;")
      case UInt8(ascii: "\""): bytes.append("&quot;")
      case 0x09: bytes.append("&#x9;")
      case 0x0A: bytes.append("&#xA;")
      default: bytes.append("&#xD;")
      }
    }
  }
}

/// A term that a syntax cannot hold: what is wrong with it.
struct UnwritableTerm: Error {
  let detail: LocalizedText

  init(fr: String, en: String) { detail = LocalizedText(fr: fr, en: en) }
}
