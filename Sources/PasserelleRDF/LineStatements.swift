public import PasserelleCore

/// Reads N-Triples or N-Quads statement by statement as bytes, no term made.
///
/// For readers that look terms up rather than keep them; ``RDFReader`` gives the same statements as terms. A line
/// that breaks the grammar is told of and passed over. Memory is bounded by the longest line.
public struct LineStatements: Sendable {
  private let hasGraphs: Bool
  private let limits: RDFLimits

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - hasGraphs: True for N-Quads; false for N-Triples, where a fourth term breaks the grammar.
  ///   - limits: How much is taken at most; lines count as terms.
  public init(hasGraphs: Bool, limits: RDFLimits = .standard) {
    self.hasGraphs = hasGraphs
    self.limits = limits
  }

  /// Reads a stream to its end.
  ///
  /// - Parameters:
  ///   - input: The bytes, UTF-8.
  ///   - onFault: Gets what was not understood; returns false to stop.
  ///   - body: Gets each statement, valid during the call; returns false to stop.
  /// - Returns: What was read.
  /// - Throws: What `input`, `onFault` and `body` throw.
  /// - Complexity: O(*n*) in the bytes, without allocation for each statement.
  public func read(
    _ input: inout any ByteSource, onFault: (RDFFault) throws -> Bool,
    _ body: (borrowing StatementSlice) throws -> Bool
  ) throws -> RDFSummary {
    var summary = RDFSummary()
    var grammar = LineGrammar(hasGraphs: hasGraphs)
    var statement = StatementSlice()
    summary.isComplete = try LineReader(limit: limits.termBytes).read(&input) { number, bytes in
      guard let bytes else {
        summary.faults += 1
        let detail = LocalizedText(
          fr: "la ligne est plus longue que \(limits.termBytes) octets",
          en: "the line is longer than \(limits.termBytes) bytes")
        return try onFault(RDFFault(.limit, line: number, detail)) && summary.faults < limits.faults
      }
      statement.line = number
      var cursor = LineGrammar.Cursor(bytes: bytes)
      if number == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { cursor.at = 3 }
      while true {
        do throws(RDFFault) {
          guard try grammar.next(&cursor, &statement) else { return true }
        } catch {
          summary.faults += 1
          return try onFault(error.at(line: number, column: error.column)) && summary.faults < limits.faults
        }
        summary.statements += 1
        if try !body(statement) { return false }
      }
    }
    return summary
  }
}
