import GRDB
import PasserelleCore

extension GraphStore {
  /// Drops the provisional orders while an empty store is filled; sorting once at the end costs a fraction of
  /// keeping three random orders during the load.
  ///
  /// A store that holds quads keeps them. If the process dies before ``endFirstLoad()``, the next opening
  /// makes the orders again.
  ///
  /// - Throws: ``PasserelleError``.
  public func beginFirstLoad() throws {
    guard keepsProvisionalOrders else { return }
    try writeRaw { db in
      let hasQuads = try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM quad)") ?? true
      if !hasQuads { try GraphSchema.setProvisionalOrders(false, db) }
    }
  }

  /// Makes the provisional orders again where they were dropped.
  ///
  /// - Throws: ``PasserelleError``.
  /// - Complexity: O(*n* log *n*) in the number of quads when they were dropped, else O(1).
  public func endFirstLoad() throws {
    guard keepsProvisionalOrders else { return }
    try writeRaw { try GraphSchema.setProvisionalOrders(true, $0) }
    pool.invalidateReadOnlyConnections()
  }
}
