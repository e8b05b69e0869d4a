public import PasserelleCore

/// What a query gives.
public enum QueryResult: Sendable, Hashable {
  /// A table, of `SELECT`.
  case solutions(SolutionTable)
  /// Yes or no, of `ASK`.
  case boolean(Bool)
  /// Triples, each once, of `CONSTRUCT` and `DESCRIBE`.
  case graph([RDFTriple])
}

/// Solutions as a table.
public struct SolutionTable: Sendable, Hashable {
  /// The variables, in the order of the columns.
  public var variables: [String]
  /// The rows, each as wide as the variables; nil where a variable has no value.
  public var rows: [[Term?]]

  /// Makes a table.
  public init(variables: [String], rows: [[Term?]] = []) {
    self.variables = variables
    self.rows = rows
  }
}
