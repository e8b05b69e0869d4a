public import PasserelleCore

/// Reads RDF 1.1 in any of its syntaxes, event by event.
///
/// Nothing is fetched. Memory is bounded by one term (one line of N-Triples and N-Quads, the open elements of
/// RDF/XML, one node of a list of nodes of JSON-LD). What breaks the grammar is told of with its place:
/// - in N-Triples and N-Quads its line is passed over;
/// - in Turtle and TriG reading stops there, or, where ``recovers`` asks for it, goes on after the next dot that ends a
///   statement (after the brace that closes the graph, in one); what the broken statement stated before is kept;
/// - in RDF/XML reading stops: after a break nothing in XML is sure;
/// - in a list of nodes of JSON-LD the node is passed over, whole; elsewhere in JSON-LD reading stops.
///
/// A statement whose term RDF does not admit (an undeclared prefix, a relative IRI without base) is left out and told
/// of, and reading goes on in every syntax.
public struct RDFReader: Sendable {
  /// The syntax.
  public let syntax: RDFSyntax
  /// How much is taken at most.
  public let limits: RDFLimits
  /// How JSON-LD is read.
  public let jsonld: JSONLDOptions
  /// Whether reading goes on after a statement of Turtle or TriG that breaks the grammar.
  public let recovers: Bool

  /// Makes a reader.
  public init(
    _ syntax: RDFSyntax, limits: RDFLimits = .standard, jsonld: JSONLDOptions = .standard,
    recovers: Bool = false
  ) {
    self.syntax = syntax
    self.limits = limits
    self.jsonld = jsonld
    self.recovers = recovers
  }

  /// Reads a stream to its end.
  ///
  /// - Parameters:
  ///   - input: The bytes, UTF-8 but for RDF/XML, which declares its encoding.
  ///   - file: The name for errors.
  ///   - base: The IRI against which relative references are resolved until the document sets its own; not used
  ///     in N-Triples and N-Quads, which have none.
  ///   - body: Gets each event, in the order of the document; returns false to stop.
  /// - Returns: What was read.
  /// - Throws: What `input` and `body` throw.
  public func read(
    _ input: inout any ByteSource, file: String, base: String? = nil, _ body: (RDFEvent) throws -> Bool
  ) throws -> RDFSummary {
    try withoutActuallyEscaping(body) { body in
      switch syntax {
      case .ntriples, .nquads:
        return try readLines(&input, body)
      case .turtle, .trig:
        let parser = SerdParser(input, base: base, limits: limits, recovers: recovers, body)
        defer { input = parser.rest }
        try parser.parse(syntax)
        return parser.summary
      case .rdfxml:
        return try readXML(&input, file: file, base: base, body)
      case .jsonld:
        var parser = JSONLDParser(file: file, base: base, limits: limits, options: jsonld, body)
        try parser.parse(&input)
        return parser.summary
      }
    }
  }

  private func readXML(
    _ input: inout any ByteSource, file: String, base: String?, _ body: @escaping (RDFEvent) throws -> Bool
  ) throws -> RDFSummary {
    do {
      let parser = try RDFXMLParser(input, file: file, base: base, limits: limits, body)
      defer { input = parser.rest }
      try parser.parse()
      return parser.summary
    } catch let error as PasserelleError {
      // An empty document is found out before there is a parser.
      guard error.code == .inputEmpty, let fault = RDFFault(xml: error) else { throw error }
      var summary = RDFSummary()
      summary.faults = 1
      _ = try body(.fault(fault))
      return summary
    }
  }

  private func readLines(
    _ input: inout any ByteSource, _ body: (RDFEvent) throws -> Bool
  ) throws -> RDFSummary {
    var maker = SliceTermMaker()
    return try LineStatements(hasGraphs: syntax == .nquads, limits: limits).read(
      &input, onFault: { try body(.fault($0)) }, { try body(.statement(maker.statement($0))) })
  }
}
