public import PasserelleCore

/// Reads RDF 1.1 in any of its syntaxes, event by event.
///
/// Nothing is fetched. Memory is bounded by one term (one line of N-Triples and N-Quads, the open elements of
/// RDF/XML). A line of N-Triples or N-Quads that breaks the grammar is told of and passed over; in the other
/// syntaxes reading stops there, statements of the broken one that stand before the fault included. A statement
/// whose term RDF does not admit (an undeclared prefix, a relative IRI without base) is left out and told of, and
/// reading goes on in every syntax.
public struct RDFReader: Sendable {
  /// The syntax.
  public let syntax: RDFSyntax
  /// How much is taken at most.
  public let limits: RDFLimits

  /// Makes a reader.
  public init(_ syntax: RDFSyntax, limits: RDFLimits = .standard) {
    self.syntax = syntax
    self.limits = limits
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
        let parser = SerdParser(input, base: base, limits: limits, body)
        defer { input = parser.rest }
        try parser.parse(syntax)
        return parser.summary
      case .rdfxml:
        return try readXML(&input, file: file, base: base, body)
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
    var summary = RDFSummary()
    var grammar = LineGrammar(hasGraphs: syntax == .nquads)
    let isAtEnd = try LineReader(limit: limits.termBytes).read(&input) { number, bytes in
      guard let bytes else {
        summary.faults += 1
        let detail = LocalizedText(
          fr: "la ligne est plus longue que \(limits.termBytes) octets",
          en: "the line is longer than \(limits.termBytes) bytes")
        return try body(.fault(RDFFault(.limit, line: number, detail))) && summary.faults < limits.faults
      }
      var cursor = LineGrammar.Cursor(bytes: bytes)
      if number == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { cursor.at = 3 }
      while true {
        let statement: RDFStatement?
        do throws(RDFFault) {
          statement = try grammar.next(&cursor)
        } catch {
          summary.faults += 1
          return try body(.fault(error.at(line: number, column: error.column)))
            && summary.faults < limits.faults
        }
        guard let statement else { return true }
        summary.statements += 1
        if try !body(.statement(statement)) { return false }
      }
    }
    summary.isComplete = isAtEnd
    return summary
  }
}
