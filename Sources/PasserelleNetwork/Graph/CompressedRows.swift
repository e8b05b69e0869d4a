import Dispatch

/// The arcs of a graph by vertex.
struct CompressedRows {
  /// Where the arcs of each vertex begin; one more at the end.
  let offsets: [Int32]
  /// Where each arc leads, ascending for each vertex, equal ones by edge number.
  let targets: [Int32]
  /// The edge of each arc.
  let edges: [Int32]

  /// Sorts arcs by source, then target, then edge number, by two stable counting sorts.
  ///
  /// The first puts arcs in the rows of their targets by edge number; going through these rows in order, the second
  /// puts them in the rows of their sources. Each runs in two lanes that write to rows of their own.
  init(vertexCount: Int, sources: [Int32], targets: [Int32], bothWays: Bool) {
    precondition(vertexCount >= 0 && vertexCount < Int(Int32.max), "Vertices are numbered by 32 bits.")
    let rows = sources.withUnsafeBufferPointer { sources in
      targets.withUnsafeBufferPointer { targets in
        RowSorter(vertexCount: vertexCount, sources: sources, targets: targets, bothWays: bothWays).rows()
      }
    }
    (offsets, self.targets, edges) = rows
  }
}

/// The two counting sorts of ``CompressedRows``.
private struct RowSorter: @unchecked Sendable {
  // Lanes write to rows of their own.
  let vertexCount: Int
  let sources: UnsafeBufferPointer<Int32>
  let targets: UnsafeBufferPointer<Int32>
  let bothWays: Bool

  func rows() -> (offsets: [Int32], targets: [Int32], edges: [Int32]) {
    let incoming = offsets(of: bothWays ? nil : targets)
    let outgoing = bothWays ? incoming : offsets(of: sources)
    let arcCount = Int(incoming[vertexCount])
    let byTarget = Column<UInt64>(arcCount, repeating: 0)
    fill(byTarget.base, by: incoming)
    var edges: [Int32] = []
    let sorted = [Int32](unsafeUninitializedCapacity: arcCount) { targetBuffer, targetCount in
      edges = [Int32](unsafeUninitializedCapacity: arcCount) { edgeBuffer, edgeCount in
        if let targetStart = targetBuffer.baseAddress, let edgeStart = edgeBuffer.baseAddress {
          transpose(byTarget.base, incoming, outgoing, targetStart, edgeStart)
        }
        edgeCount = arcCount
      }
      targetCount = arcCount
    }
    return (outgoing, sorted, edges)
  }

  /// Where rows begin, by the ends of edges in a column; of both columns, loops once, where none is given.
  private func offsets(of column: UnsafeBufferPointer<Int32>?) -> [Int32] {
    var offsets = [Int32](repeating: 0, count: vertexCount + 1)
    let limit = UInt32(vertexCount)
    var total = 0
    offsets.withUnsafeMutableBufferPointer { offsets in
      for edge in sources.indices {
        let (source, target) = (sources[edge], targets[edge])
        precondition(
          UInt32(bitPattern: source) < limit && UInt32(bitPattern: target) < limit, "An edge joins vertices.")
        if let column {
          offsets[Int(column[edge]) + 1] &+= 1
        } else {
          offsets[Int(source) + 1] &+= 1
          if source != target { offsets[Int(target) + 1] &+= 1 }
        }
      }
      for vertex in 0..<vertexCount {
        total += Int(offsets[vertex + 1])
        offsets[vertex + 1] &+= offsets[vertex]
      }
    }
    precondition(total <= Int(Int32.max), "Arcs are numbered by 32 bits.")
    return offsets
  }

  /// The vertex that halves the arcs.
  private func middle(of offsets: [Int32]) -> Int32 {
    let half = offsets[vertexCount] / 2
    return Int32(offsets.partitionIndex { $0 >= half })
  }

  private func lanes(_ offsets: [Int32], _ body: @Sendable (Range<Int32>) -> Void) {
    let count = Int32(vertexCount)
    guard sources.count >= 1 << 16 else { return body(0..<count) }
    let middle = min(count, middle(of: offsets))
    DispatchQueue.concurrentPerform(iterations: 2) { body($0 == 0 ? 0..<middle : middle..<count) }
  }

  /// Puts source and edge of each arc in the row of its target, by edge number.
  private func fill(_ rows: UnsafeMutablePointer<UInt64>, by offsets: [Int32]) {
    let next = Column(offsets)
    let (nextStart, rowStart) = (Shared(next.base), Shared(rows))
    lanes(offsets) { own in
      let (next, rows) = (nextStart.base, rowStart.base)
      let (low, width) = (own.lowerBound, UInt32(own.count))
      for edge in sources.indices {
        let (source, target) = (sources[edge], targets[edge])
        if UInt32(bitPattern: target &- low) < width {
          let place = Int(next[Int(target)])
          next[Int(target)] &+= 1
          rows[place] = UInt64(UInt32(bitPattern: source)) << 32 | UInt64(edge)
        }
        if bothWays, source != target, UInt32(bitPattern: source &- low) < width {
          let place = Int(next[Int(source)])
          next[Int(source)] &+= 1
          rows[place] = UInt64(UInt32(bitPattern: target)) << 32 | UInt64(edge)
        }
      }
    }
  }

  /// Goes through rows by target and puts target and edge of each arc in the row of its source.
  private func transpose(
    _ rows: UnsafeMutablePointer<UInt64>, _ incoming: [Int32], _ outgoing: [Int32],
    _ targets: UnsafeMutablePointer<Int32>, _ edges: UnsafeMutablePointer<Int32>
  ) {
    let next = Column(outgoing)
    let (nextStart, rowStart) = (Shared(next.base), Shared(rows))
    let (targetStart, edgeStart) = (Shared(targets), Shared(edges))
    lanes(outgoing) { own in
      let (next, rows, targets, edges) = (
        nextStart.base, rowStart.base, targetStart.base, edgeStart.base
      )
      let (low, width) = (own.lowerBound, UInt32(own.count))
      incoming.withUnsafeBufferPointer { incoming in
        for target in 0..<vertexCount {
          for arc in Int(incoming[target])..<Int(incoming[target + 1]) {
            let source = Int32(truncatingIfNeeded: rows[arc] >> 32)
            guard UInt32(bitPattern: source &- low) < width else { continue }
            let place = Int(next[Int(source)])
            next[Int(source)] &+= 1
            targets[place] = Int32(truncatingIfNeeded: target)
            edges[place] = Int32(truncatingIfNeeded: rows[arc])
          }
        }
      }
    }
  }
}

/// Memory that lanes share, each writing to places of its own.
struct Shared<Element>: @unchecked Sendable {
  let base: UnsafeMutablePointer<Element>

  init(_ base: UnsafeMutablePointer<Element>) { self.base = base }
}

extension [Int32] {
  /// The first place whose element fulfils a condition that all after it fulfil; the count where none does.
  func partitionIndex(where isAfter: (Int32) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
