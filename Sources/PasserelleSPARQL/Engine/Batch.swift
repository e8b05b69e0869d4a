internal import PasserelleCore

/// Rows of solutions in columns; unbound places hold ``PasserelleCore/TermID/none``.
struct Batch {
  /// One column for each variable of the schema, all of ``count`` values.
  var columns: [[TermID]]
  /// The number of rows.
  var count: Int

  /// How many rows operators aim at.
  static let size = 4096

  /// Makes an empty batch.
  init(width: Int) {
    columns = Array(repeating: [], count: width)
    count = 0
  }

  /// Makes a batch of columns of one length.
  init(columns: [[TermID]], count: Int) {
    self.columns = columns
    self.count = count
  }

  /// The rows of some numbers, in that order.
  func selecting(_ rows: [Int32]) -> Batch {
    Batch(columns: columns.map { column in rows.map { column[Int($0)] } }, count: rows.count)
  }
}

/// The variables that an operator gives, and what is known of them.
struct Schema {
  /// The numbers of the variables, in the order of the columns.
  var variables: [Int]
  /// Whether each variable is bound in every row.
  var isBound: [Bool]
  /// The columns that rows ascend by, the first first, by identifier; empty where there is no order.
  var sortedBy: [Int] = []

  /// The column of a variable; nil where it is not given.
  func column(of variable: Int) -> Int? { variables.firstIndex(of: variable) }
}

/// A step of a plan: gives batches of solutions until there are no more.
protocol BatchOperator: AnyObject {
  /// What it gives.
  var schema: Schema { get }
  /// The next rows, at least one; nil at the end.
  func next() throws -> Batch?
}

/// An expression made ready for batches of one schema.
protocol BatchExpression: AnyObject {
  /// The value for each row; ``PasserelleCore/TermID/none`` where the expression is in error.
  ///
  /// - Parameters:
  ///   - batch: The rows.
  ///   - rows: The numbers of the rows wanted, ascending; nil for all.
  /// - Returns: As many values as rows are wanted.
  /// - Throws: ``PasserelleError`` at a limit, or where the data cannot be read.
  func values(_ batch: Batch, _ rows: [Int32]?) throws -> [TermID]

  /// The rows whose effective boolean value is true.
  ///
  /// - Returns: Numbers of rows of the batch, ascending.
  /// - Throws: ``PasserelleError`` at a limit, or where the data cannot be read.
  func passing(_ batch: Batch, _ rows: [Int32]?) throws -> [Int32]
}

/// Answers `EXISTS` for the rows of a batch, where a plan could not make a join of it.
protocol BatchExistence: AnyObject {
  /// Whether the group has a solution for each row.
  func exists(_ batch: Batch, _ rows: [Int32]?) throws -> [Bool]
}
