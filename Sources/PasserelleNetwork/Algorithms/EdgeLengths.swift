/// How long an edge is, where paths are sought.
public enum EdgeLengths: String, Sendable, Hashable, CaseIterable {
  /// Every edge is 1 long.
  case hops
  /// An edge is as long as its weight.
  case weights
  /// An edge is as long as 1 over its weight: strong ties are short (Newman, Phys. Rev. E 64, 016132, 2001).
  case inverseWeights

  /// The length of an edge of some weight.
  @inline(__always) func length(ofWeight weight: Double) -> Double {
    switch self {
    case .hops: 1
    case .weights: weight
    case .inverseWeights: 1 / weight
    }
  }
}

extension NetworkGraph {
  /// The length of an edge; infinite where its weight makes it no positive number.
  func length(ofEdge edge: Int32, _ lengths: EdgeLengths) -> Double {
    guard lengths != .hops else { return 1 }
    let length = lengths.length(ofWeight: weight(ofEdge: edge))
    return length > 0 ? length : .infinity
  }

  /// The length of each arc of some rows of the graph.
  func arcLengths(_ rows: ArcRows, _ lengths: EdgeLengths) -> [Double] {
    (0..<rows.arcCount).map { length(ofEdge: rows.edges[$0], lengths) }
  }
}

/// Vertices waiting by distance, the nearest first, of equally near ones the lowest.
struct DistanceQueue {
  private var heap: [(distance: Double, vertex: Int32)] = []

  var isEmpty: Bool { heap.isEmpty }

  private static func isBefore(
    _ left: (distance: Double, vertex: Int32), _ right: (distance: Double, vertex: Int32)
  ) -> Bool {
    left.distance < right.distance || (left.distance == right.distance && left.vertex < right.vertex)
  }

  mutating func removeAll() { heap.removeAll(keepingCapacity: true) }

  mutating func insert(_ vertex: Int32, at distance: Double) {
    let item = (distance: distance, vertex: vertex)
    var place = heap.count
    heap.append(item)
    while place > 0 {
      let parent = (place - 1) / 2
      guard Self.isBefore(item, heap[parent]) else { break }
      heap[place] = heap[parent]
      place = parent
    }
    heap[place] = item
  }

  mutating func popFirst() -> (distance: Double, vertex: Int32)? {
    guard let first = heap.first, let last = heap.popLast() else { return nil }
    guard !heap.isEmpty else { return first }
    var place = 0
    while true {
      var child = 2 * place + 1
      guard child < heap.count else { break }
      if child + 1 < heap.count, Self.isBefore(heap[child + 1], heap[child]) { child += 1 }
      guard Self.isBefore(heap[child], last) else { break }
      heap[place] = heap[child]
      place = child
    }
    heap[place] = last
    return first
  }
}
