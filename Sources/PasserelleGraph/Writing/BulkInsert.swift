import GRDB

/// Inserts many rows with few statements: 100 rows to a `VALUES` list, the rest one by one.
enum BulkInsert {
  private static let rowsPerStatement = 100

  /// Runs an insert over rows in the order given; callers give them in key order.
  ///
  /// - Parameters:
  ///   - db: The connection, in a transaction.
  ///   - head: The statement up to and with `VALUES`.
  ///   - columns: The number of columns.
  ///   - count: The number of rows.
  ///   - bind: Binds one row, given the statement, the row's rank and its first parameter's index.
  /// - Throws: `DatabaseError` as SQLite reports it.
  static func run(
    _ db: Database, _ head: String, columns: Int, count: Int,
    bind: (borrowing RawStatement, Int, Int32) -> Void
  ) throws {
    let tuple = "(" + Array(repeating: "?", count: columns).joined(separator: ",") + ")"
    var row = 0
    if count >= rowsPerStatement {
      let tuples = Array(repeating: tuple, count: rowsPerStatement).joined(separator: ",")
      let many = try RawStatement(db, head + " " + tuples)
      while count - row >= rowsPerStatement {
        for offset in 0..<rowsPerStatement { bind(many, row + offset, Int32(offset * columns + 1)) }
        try many.run()
        row += rowsPerStatement
      }
    }
    guard row < count else { return }
    let one = try RawStatement(db, head + " " + tuple)
    while row < count {
      bind(one, row, 1)
      try one.run()
      row += 1
    }
  }
}
