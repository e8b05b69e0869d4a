import GRDB
import PasserelleCore

extension GraphStore {
  /// Drops the provisional orders for the time of a bulk load: sorting once at the end costs a fraction of
  /// keeping three random orders during the load.
  ///
  /// Readers meanwhile read the whole table for what the graph does not lead to. If the process dies before
  /// ``resumeProvisionalOrders()``, the next opening makes the orders again.
  ///
  /// - Throws: ``PasserelleError``.
  public func suspendProvisionalOrders() throws {
    guard keepsProvisionalOrders else { return }
    try writeRaw { try GraphSchema.setProvisionalOrders(false, $0) }
  }

  /// Makes the provisional orders again where they were dropped.
  ///
  /// - Throws: ``PasserelleError``.
  /// - Complexity: O(*n* log *n*) in the number of quads when they were dropped, else O(1).
  public func resumeProvisionalOrders() throws {
    guard keepsProvisionalOrders else { return }
    // What is sorted goes to a file: in memory it would take as much as the quads.
    try StoreErrors.translating(path) {
      try pool.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA temp_store = FILE")
        defer { try? db.execute(sql: "PRAGMA temp_store = MEMORY") }
        try db.inTransaction {
          try GraphSchema.setProvisionalOrders(true, db)
          return .commit
        }
      }
    }
    pool.invalidateReadOnlyConnections()
  }
}
