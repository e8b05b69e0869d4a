import PasserelleCore
import PasserelleSegments

/// Quads on their way into a run, 16 bytes each, in the order in which they come: by ascending version.
final class PermutationChunk {
  private struct Row {
    /// Identifiers below 2³¹ as they are; else bit 31 and the number of the wide identifier.
    var subject: UInt32
    var predicate: UInt32
    var object: UInt32
    var version: UInt32
  }

  private static let pageRows = 1 << 18
  private static let wideBit: UInt32 = 1 << 31

  private var pages: [UnsafeMutablePointer<Row>] = []
  private var wide = IdentifierTable()
  private var predicates = IdentifierTable()
  private var lastPredicate: Int64 = 0
  private var lastPredicateNumber: UInt32 = 0
  private var greatestNarrow: UInt32 = 0
  /// The number of rows.
  private(set) var count = 0

  init() {}

  deinit { for page in pages { page.deallocate() } }

  /// The bytes of the tables of identifiers.
  var tableBytes: Int { wide.byteCount + predicates.byteCount }

  /// Adds a quad.
  @inline(__always)
  func add(_ subject: TermID, _ predicate: TermID, _ object: TermID, version: UInt32) {
    let place = count & (Self.pageRows - 1)
    if place == 0 { pages.append(.allocate(capacity: Self.pageRows)) }
    if predicate.rawValue != lastPredicate {
      lastPredicate = predicate.rawValue
      lastPredicateNumber = predicates.number(of: lastPredicate)
    }
    pages[pages.count - 1][place] = Row(
      subject: code(subject), predicate: lastPredicateNumber, object: code(object), version: version)
    count += 1
  }

  @inline(__always)
  private func code(_ identifier: TermID) -> UInt32 {
    if identifier.rawValue < PermutationFormat.narrowLimit {
      let code = UInt32(truncatingIfNeeded: identifier.rawValue)
      greatestNarrow = max(greatestNarrow, code)
      return code
    }
    return Self.wideBit | wide.number(of: identifier.rawValue)
  }

  /// Gives the rows up and writes them as a run.
  ///
  /// - Complexity: O(*n*) but for the sorting of each version's quads and of the wide identifiers.
  func write(_ name: String, to storage: any SegmentStorage, isWideKeyForced: Bool = false) throws {
    let (identifiers, ranks) = wide.sorted()
    let (predicates, predicateRanks) = predicates.sorted()
    let wideBase = greatestNarrow + 1
    let bits = SIMD4(
      Self.width(UInt64(wideBase) + UInt64(identifiers.count)), Self.width(UInt64(predicates.count)),
      Self.width(UInt64(wideBase) + UInt64(identifiers.count)), 32)
    let tables = PermutationTables(wideBase: wideBase, wide: identifiers, predicates: predicates)
    if bits[0] + bits[1] + bits[2] <= 64, !isWideKeyForced {
      try PermutationRunWriter(name, storage, tables).write(
        sorter(UInt64.self, bits, wideBase, ranks, predicateRanks))
    } else {
      try PermutationRunWriter(name, storage, tables).write(
        sorter(UInt128.self, bits, wideBase, ranks, predicateRanks))
    }
  }

  /// The bits of the numbers below a limit.
  private static func width(_ limit: UInt64) -> Int { max(1, 64 - limit.leadingZeroBitCount) }

  private func sorter<Key: PermutationSortKey>(
    _ key: Key.Type, _ bits: SIMD4<Int>, _ wideBase: UInt32, _ ranks: [UInt32], _ predicateRanks: [UInt32]
  ) -> PermutationSorter<Key> {
    let sorter = PermutationSorter<Key>(capacity: count, bits: bits)
    var left = count
    @inline(__always)
    func code(_ code: UInt32) -> UInt32 {
      code & Self.wideBit == 0 ? code : wideBase &+ ranks[Int(code ^ Self.wideBit)]
    }
    for page in pages {
      for place in 0..<min(left, Self.pageRows) {
        let row = page[place]
        sorter.append(
          code(row.subject), predicateRanks[Int(row.predicate)], code(row.object), version: row.version)
      }
      left -= min(left, Self.pageRows)
      page.deallocate()
    }
    pages = []
    count = 0
    return sorter
  }
}

/// The tables of codes of a run that is being written.
struct PermutationTables: Sendable {
  var wideBase: UInt32
  var wide: [Int64]
  var predicates: [Int64]
}
