import PasserelleCore

/// Counts what a run holds while its orders are written; lanes count apart and are added up.
struct PermutationCounter: Sendable {
  private(set) var counts = PermutationCounts()
  /// For each predicate: triples, subjects, objects.
  private(set) var predicates: [UInt64]
  /// One bit for each version, low bits first.
  private(set) var versions: [UInt64] = []

  init(predicateCount: Int) { predicates = [UInt64](repeating: 0, count: 3 * predicateCount) }

  /// Counts the rows of a block.
  mutating func add(_ columns: PermutationColumns, _ order: QuadOrder) {
    let first = UnsafePointer(columns[0])
    let second = UnsafePointer(columns[1])
    let third = UnsafePointer(columns[2])
    let rows = columns.count
    let start = columns.hasPrevious ? 0 : 1
    switch order {
    case .spo:
      let (ones, threes) = Self.changes(first, second, third, start..<max(start, rows))
      counts.subjects += ones + start
      counts.triples += threes + start
    case .osp:
      counts.objects += Self.changes(first, second, third, start..<max(start, rows)).ones + start
    case .pso: addPredicates(columns, triples: 0, pairs: 1)
    case .pos: addPredicates(columns, triples: nil, pairs: 2)
    case .gspo:
      counts.quads += rows
      for row in 0..<rows where row < start || first[row] != first[row - 1] { addVersion(first[row]) }
    case .sop, .ops: break
    }
  }

  /// Adds what another lane counted.
  mutating func add(_ other: PermutationCounter) {
    counts.quads += other.counts.quads
    counts.triples += other.counts.triples
    counts.subjects += other.counts.subjects
    counts.objects += other.counts.objects
    counts.versions += other.counts.versions
    for place in predicates.indices { predicates[place] += other.predicates[place] }
    while versions.count < other.versions.count { versions.append(0) }
    for place in other.versions.indices { versions[place] |= other.versions[place] }
  }

  private static func changes(
    _ first: UnsafePointer<UInt32>, _ second: UnsafePointer<UInt32>, _ third: UnsafePointer<UInt32>,
    _ rows: Range<Int>
  ) -> (ones: Int, threes: Int) {
    var ones = 0
    var threes = 0
    for row in rows {
      let change = first[row] ^ first[row &- 1]
      ones &+= change != 0 ? 1 : 0
      threes &+= change | second[row] ^ second[row &- 1] | third[row] ^ third[row &- 1] != 0 ? 1 : 0
    }
    return (ones, threes)
  }

  private mutating func addPredicates(_ columns: PermutationColumns, triples: Int?, pairs: Int) {
    let (first, second, third) = (columns[0], columns[1], columns[2])
    var (tripleCount, pairCount) = (UInt64.zero, UInt64.zero)
    for row in 0..<columns.count {
      let isFirst = row == 0 && !columns.hasPrevious
      let pairChange = isFirst ? 1 : (first[row] ^ first[row - 1]) | (second[row] ^ second[row - 1])
      pairCount &+= pairChange != 0 ? 1 : 0
      tripleCount &+= pairChange != 0 || third[row] != third[row - 1] ? 1 : 0
      if row == columns.count - 1 || first[row + 1] != first[row] {
        let place = 3 * Int(first[row])
        predicates[place + pairs] += pairCount
        if let triples { predicates[place + triples] += tripleCount }
        (tripleCount, pairCount) = (0, 0)
      }
    }
  }

  private mutating func addVersion(_ version: UInt32) {
    counts.versions += 1
    let word = Int(version >> 6)
    while versions.count <= word { versions.append(0) }
    versions[word] |= 1 << UInt64(version & 63)
  }
}
