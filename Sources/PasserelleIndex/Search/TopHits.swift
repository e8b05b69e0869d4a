/// The best hits so far: greatest score first, ties by ascending external number.
struct TopHits {
  private let limit: Int
  /// A heap with the worst hit at its root.
  private var heap: [IndexHit] = []

  /// Keeps at most some hits.
  init(limit: Int) {
    self.limit = limit
    heap.reserveCapacity(min(limit, 4096))
  }

  /// The least score that can still enter; −1 while anything does.
  var threshold: Int32 {
    heap.count < limit ? -1 : Int32(truncatingIfNeeded: heap[0].fixedScore)
  }

  /// Offers a hit.
  ///
  /// Its number is asked for only where the score may enter, because the look-up of a number seldom hits a cache.
  @inline(__always)
  mutating func offer(id: @autoclosure () -> Int64, score: Int32) {
    if heap.count == limit {
      guard limit > 0, Int64(score) >= heap[0].fixedScore else { return }
    }
    insert(IndexHit(id: id(), fixedScore: Int64(score)))
  }

  @inline(never)
  private mutating func insert(_ hit: IndexHit) {
    if heap.count < limit {
      heap.append(hit)
      var child = heap.count - 1
      while child > 0 {
        let parent = (child - 1) / 2
        guard Self.isWorse(heap[child], heap[parent]) else { return }
        heap.swapAt(child, parent)
        child = parent
      }
      return
    }
    guard Self.isWorse(heap[0], hit) else { return }
    heap[0] = hit
    var parent = 0
    while true {
      var worst = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count {
        if Self.isWorse(heap[child], heap[worst]) { worst = child }
      }
      guard worst != parent else { return }
      heap.swapAt(parent, worst)
      parent = worst
    }
  }

  private static func isWorse(_ a: IndexHit, _ b: IndexHit) -> Bool {
    (a.fixedScore, b.id) < (b.fixedScore, a.id)
  }

  /// The hits, best first.
  var sorted: [IndexHit] { heap.sorted { Self.isWorse($1, $0) } }
}
