import PasserelleCore
import PasserelleSegments

/// What is counted of a run while it is written.
struct PermutationCounts: Sendable, Hashable {
  /// Rows.
  var quads = 0
  /// Distinct triples.
  var triples = 0
  /// Distinct subjects.
  var subjects = 0
  /// Distinct objects.
  var objects = 0
  /// Distinct versions.
  var versions = 0
}

/// An immutable run of quads in all orders; for any thread.
final class PermutationRun: @unchecked Sendable {
  // All that it holds is made in `init` and never changed.

  /// Its name.
  let name: String
  let counts: PermutationCounts
  /// Its codes; their tables live as long as the run.
  let codes: PermutationCodes
  /// One bit for each version it holds, low bits first.
  let versions: UnsafeBufferPointer<UInt64>
  private let tables: SegmentFile
  private let orders: [PermutationOrderFile]
  private let predicateCounts: UnsafeBufferPointer<UInt64>

  /// Opens a run.
  ///
  /// - Parameters:
  ///   - storage: Where its files are.
  ///   - name: Its name.
  ///   - isWhole: Whether all bytes are verified at once.
  /// - Throws: `PasserelleError` with code `.indexInvalid`, by the name of the first file that does not hold.
  init(storage: any SegmentStorage, name: String, isWhole: Bool = false) throws {
    typealias Section = PermutationFormat.TableSection
    self.name = name
    let tables = try SegmentFile(
      storage: storage, name: PermutationFormat.tableName(name), kind: PermutationFormat.tableKind,
      versions: PermutationFormat.version...PermutationFormat.version)
    self.tables = tables
    orders = try QuadOrder.allCases.map {
      try PermutationOrderFile(storage: storage, run: name, order: $0, isWhole: isWhole)
    }
    let head = tables.section(Section.counts).bindMemory(to: UInt64.self)
    let wide = tables.section(Section.wide).bindMemory(to: Int64.self)
    let predicates = tables.section(Section.predicates).bindMemory(to: Int64.self)
    predicateCounts = tables.section(Section.predicateCounts).bindMemory(to: UInt64.self)
    versions = tables.section(Section.versions).bindMemory(to: UInt64.self)
    guard head.count == 6, head.allSatisfy({ $0 <= UInt64(Int.max) }),
      let wideBase = UInt32(exactly: head[5]), wide.count <= Int(UInt32.max - wideBase),
      predicateCounts.count == 3 * predicates.count, predicates.count < Int(UInt32.max)
    else { throw PermutationOrderFile.contradiction(tables) }
    counts = PermutationCounts(
      quads: Int(head[0]), triples: Int(head[1]), subjects: Int(head[2]), objects: Int(head[3]),
      versions: Int(head[4]))
    codes = PermutationCodes(wideBase: wideBase, wide: wide, predicates: predicates)
    for order in orders {
      guard order.rows == counts.quads else { throw PermutationOrderFile.contradiction(tables) }
    }
  }

  /// The file of an order.
  func file(_ order: QuadOrder) -> PermutationOrderFile { orders[Int(order.rawValue)] }

  /// How often a predicate is used; nil for one that never is.
  func statistics(of predicate: TermID) -> PredicateStatistics? {
    guard let code = codes.code(predicate.rawValue, place: 1) else { return nil }
    let start = 3 * Int(code)
    return PredicateStatistics(
      triples: Int(clamping: predicateCounts[start]), subjects: Int(clamping: predicateCounts[start + 1]),
      objects: Int(clamping: predicateCounts[start + 2]))
  }

  /// The key of the leading places of an order; nil where an identifier has no code.
  func key(_ order: QuadOrder, _ identifiers: some Sequence<Int64>) -> PermutationKey? {
    var key = PermutationKey()
    for identifier in identifiers {
      guard let code = codes.code(identifier, place: order.places[key.count]) else { return nil }
      key = key.with(code)
    }
    return key
  }
}
