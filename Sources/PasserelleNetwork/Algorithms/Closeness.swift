import Dispatch

extension NetworkGraph {
  /// How near each vertex is to the others, by hops along arcs that leave it.
  ///
  /// Closeness (Wasserman & Faust, 1994): with *r* the number of other vertices that it reaches, *s* their summed
  /// distance and *n* the number of vertices, (*r* / *s*) · (*r* / (*n* − 1)), so that who is near to few only is not
  /// near to all; 0 where nothing is reached. Harmonic closeness (Marchiori & Latora, 2000): the sum of 1 / distance
  /// over (*n* − 1). All searches run 64 at a time (Then et al., *The more the merrier*, PVLDB 8, 449, 2014).
  ///
  /// - Parameter isHarmonic: Whether the harmonic closeness is wanted.
  /// - Returns: The closeness of each vertex, from 0 to 1.
  /// - Complexity: O(vertices · (vertices + edges) · depth / 64).
  public func closeness(isHarmonic: Bool = false) -> [Double] {
    let count = vertexCount
    guard count > 1 else { return [Double](repeating: 0, count: count) }
    let lanes = 4
    let batches = (count + 63) / 64
    let reached = Column<Int64>(lanes * count, repeating: 0)
    let sums = Column<Int64>(lanes * count, repeating: 0)
    let harmonics = Column<Double>(lanes * count, repeating: 0)
    let (reachedStart, sumStart, harmonicStart) = (
      Shared(reached.base), Shared(sums.base), Shared(harmonics.base)
    )
    // A search along reversed arcs finds, at each vertex, how far it is from there to the source.
    withReversedRows { rows in
      let shared = SharedRows(rows: rows)
      DispatchQueue.concurrentPerform(iterations: lanes) { lane in
        var search = SharedSearch(
          rows: shared.rows, reached: reachedStart.base + lane * count, sums: sumStart.base + lane * count,
          harmonics: harmonicStart.base + lane * count)
        for batch in (lane * batches / lanes)..<((lane + 1) * batches / lanes) {
          search.run(Int32(batch * 64)..<Int32(min(count, batch * 64 + 64)))
        }
      }
    }
    return (0..<count).map { vertex in
      var (others, sum, harmonic): (Int64, Int64, Double) = (0, 0, 0)
      for lane in 0..<lanes {
        others += reached[lane * count + vertex]
        sum += sums[lane * count + vertex]
        harmonic += harmonics[lane * count + vertex]
      }
      if isHarmonic { return harmonic / Double(count - 1) }
      return sum == 0 ? 0 : Double(others) / Double(sum) * (Double(others) / Double(count - 1))
    }
  }
}

/// Rows that lanes share for reading.
struct SharedRows: @unchecked Sendable {
  let rows: ArcRows
}

/// Up to 64 breadth-first searches at once, one a bit.
private struct SharedSearch: ~Copyable {
  private let rows: ArcRows
  private let reached: UnsafeMutablePointer<Int64>
  private let sums: UnsafeMutablePointer<Int64>
  private let harmonics: UnsafeMutablePointer<Double>
  private let seen: Column<UInt64>
  private let level: Column<UInt64>
  private let next: Column<UInt64>

  init(
    rows: ArcRows, reached: UnsafeMutablePointer<Int64>, sums: UnsafeMutablePointer<Int64>,
    harmonics: UnsafeMutablePointer<Double>
  ) {
    self.rows = rows
    self.reached = reached
    self.sums = sums
    self.harmonics = harmonics
    seen = Column(rows.vertexCount, repeating: 0)
    level = Column(rows.vertexCount, repeating: 0)
    next = Column(rows.vertexCount, repeating: 0)
  }

  mutating func run(_ sources: Range<Int32>) {
    let count = Int32(rows.vertexCount)
    seen.fill(0)
    level.fill(0)
    next.fill(0)
    for (bit, source) in sources.enumerated() {
      seen[source] = 1 << UInt64(bit)
      level[source] = 1 << UInt64(bit)
    }
    var distance: Int64 = 0
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      distance += 1
      for vertex in 0..<count where level[vertex] != 0 {
        let bits = level[vertex]
        for arc in rows.arcs(of: vertex) { next[rows.targets[arc]] |= bits }
      }
      for vertex in 0..<count {
        let found = next[vertex] & ~seen[vertex]
        next[vertex] = 0
        level[vertex] = found
        guard found != 0 else { continue }
        seen[vertex] |= found
        let times = Int64(found.nonzeroBitCount)
        reached[Int(vertex)] += times
        sums[Int(vertex)] += times * distance
        harmonics[Int(vertex)] += Double(times) / Double(distance)
        isGrowing = true
      }
    }
  }
}
