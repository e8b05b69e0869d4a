package import PasserelleCore
import Synchronization

/// Quads that are newer than the permutations, in memory; sorted in an order when it is read first; for any thread.
package final class PermutationDelta: Sendable {
  /// No quads.
  package static let empty = PermutationDelta([])

  /// The quads.
  package let quads: [Quad]
  /// The number of versions that state some of them.
  let versionCount: Int
  /// One bit for each version that states some of them, low bits first.
  let versions: [UInt64]
  private let orders = Mutex<[PermutationRows?]>(Array(repeating: nil, count: QuadOrder.allCases.count))
  private let counts = Mutex<[TermID: PredicateStatistics]?>(nil)

  /// Takes quads.
  package init(_ quads: [Quad]) {
    self.quads = quads
    var versions: [UInt64] = []
    for quad in quads where quad.graph.rawValue > 0 && quad.graph.rawValue <= Int64(UInt32.max) {
      VersionBits.insert(Int(quad.graph.rawValue), into: &versions)
    }
    self.versions = versions
    versionCount = versions.reduce(0) { $0 + $1.nonzeroBitCount }
  }

  /// The quads in an order.
  func rows(_ order: QuadOrder) -> PermutationRows {
    orders.withLock { orders in
      if let made = orders[Int(order.rawValue)] { return made }
      let rows = PermutationRows(quads, order)
      orders[Int(order.rawValue)] = rows
      return rows
    }
  }

  /// How often a predicate is used; nil for one that never is.
  func statistics(of predicate: TermID) -> PredicateStatistics? {
    counts.withLock { counts in
      if let counts { return counts[predicate] }
      var made: [TermID: PredicateStatistics] = [:]
      for quad in quads {
        made[quad.predicate, default: PredicateStatistics(triples: 0, subjects: 0, objects: 0)].triples += 1
      }
      // Most subjects have one value of a predicate, and few statements are newer than the permutations.
      for (predicate, count) in made {
        made[predicate] = PredicateStatistics(
          triples: count.triples, subjects: count.triples, objects: count.triples)
      }
      counts = made
      return made[predicate]
    }
  }
}
