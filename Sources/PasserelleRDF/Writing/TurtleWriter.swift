internal import PasserelleCore

/// Writes Turtle and TriG, statement by statement; those that come grouped are written grouped.
struct TurtleWriter {
  private let hasGraphs: Bool
  private var names: PrefixedNames
  private var subject: RDFNode?
  private var predicate: Term?
  private var graph: RDFNode?

  init(hasGraphs: Bool, prefixes: [(name: String, iri: String)]) {
    self.hasGraphs = hasGraphs
    names = PrefixedNames(prefixes)
  }

  /// Writes the prefixes.
  func start(_ output: inout RDFOutput) {
    for prefix in names.declared {
      output.write("@prefix \(prefix.name): ")
      output.write { TermWriting.iri(prefix.iri, into: &$0) }
      output.write(" .\n")
    }
    if !names.declared.isEmpty { output.write("\n") }
  }

  /// Writes a statement.
  mutating func add(_ statement: RDFStatement, _ output: inout RDFOutput) {
    let graph = hasGraphs ? statement.graph : nil
    if graph != self.graph {
      closeGraph(&output)
      if let graph {
        node(graph, &output)
        output.write(" {\n")
      }
      self.graph = graph
    }
    if statement.subject == subject {
      if statement.predicate == predicate {
        output.write(" , ")
        node(statement.object, &output)
        return
      }
      output.write(" ;\n    ")
    } else {
      closeSubject(&output)
      node(statement.subject, &output)
      output.write(UInt8(ascii: " "))
      subject = statement.subject
    }
    predicate = statement.predicate
    verb(statement.predicate, &output)
    output.write(UInt8(ascii: " "))
    node(statement.object, &output)
  }

  /// Closes what is open.
  mutating func finish(_ output: inout RDFOutput) { closeGraph(&output) }

  private mutating func closeSubject(_ output: inout RDFOutput) {
    if subject != nil { output.write(" .\n") }
    (subject, predicate) = (nil, nil)
  }

  private mutating func closeGraph(_ output: inout RDFOutput) {
    closeSubject(&output)
    if graph != nil { output.write("}\n") }
    graph = nil
  }

  private mutating func verb(_ predicate: Term, _ output: inout RDFOutput) {
    guard case .iri(let iri) = predicate else { return node(.term(predicate), &output) }
    if iri == RDFNames.type { output.write(UInt8(ascii: "a")) } else { self.iri(iri, &output) }
  }

  private mutating func node(_ node: RDFNode, _ output: inout RDFOutput) {
    switch node {
    case .term(.iri(let value)): iri(value, &output)
    case .term(.literal(let value)): literal(value, &output)
    case .blank: output.write { TermWriting.node(node, into: &$0) }
    }
  }

  private mutating func iri(_ iri: String, _ output: inout RDFOutput) {
    output.write { bytes in
      if !names.write(iri, into: &bytes) { TermWriting.iri(iri, into: &bytes) }
    }
  }

  private mutating func literal(_ literal: Literal, _ output: inout RDFOutput) {
    if ShortLiteral.isShort(literal) { return output.write(literal.lexicalForm) }
    output.write { TermWriting.quoted(literal.lexicalForm, into: &$0) }
    switch literal.datatype {
    case .string: return
    case .language(let tag):
      output.write(UInt8(ascii: "@"))
      output.write(tag)
    case let datatype:
      output.write("^^")
      iri(datatype.iri, &output)
    }
  }
}

/// Numbers and booleans that Turtle writes without quotation marks.
enum ShortLiteral {
  /// Whether a literal's text alone reads back as the literal (Turtle §2.5.2 and 2.5.3).
  static func isShort(_ literal: Literal) -> Bool {
    switch literal.datatype {
    case .boolean: return literal.lexicalForm == "true" || literal.lexicalForm == "false"
    case .integer: return kind(literal.lexicalForm) == .integer
    case .decimal: return kind(literal.lexicalForm) == .decimal
    case .other("http://www.w3.org/2001/XMLSchema#double"): return kind(literal.lexicalForm) == .double
    default: return false
    }
  }

  private enum Kind { case integer, decimal, double }

  private static func kind(_ text: String) -> Kind? {
    var bytes = Array(text.utf8)[...]
    func digits() -> Int {
      let count = bytes.prefix { TurtleBytes.isDigit($0) }.count
      bytes = bytes.dropFirst(count)
      return count
    }
    if bytes.first == UInt8(ascii: "+") || bytes.first == UInt8(ascii: "-") { bytes = bytes.dropFirst() }
    let whole = digits()
    var (hasDot, fraction) = (false, 0)
    if bytes.first == UInt8(ascii: ".") {
      bytes = bytes.dropFirst()
      (hasDot, fraction) = (true, digits())
    }
    guard whole + fraction > 0 else { return nil }
    if bytes.isEmpty { return !hasDot ? .integer : fraction > 0 ? .decimal : nil }
    guard bytes.removeFirst() | 0x20 == UInt8(ascii: "e") else { return nil }
    if bytes.first == UInt8(ascii: "+") || bytes.first == UInt8(ascii: "-") { bytes = bytes.dropFirst() }
    return digits() > 0 && bytes.isEmpty ? .double : nil
  }
}
