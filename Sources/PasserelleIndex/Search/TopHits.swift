/// The best hits so far: greatest score first, ties by ascending external number.
struct TopHits {
  /// How many hits are kept at most.
  let limit: Int
  /// A heap with the worst hit at its root.
  private var heap: [IndexHit] = []
  /// The least score that can still enter; −1 while anything does.
  private(set) var threshold: Int32 = -1

  /// Keeps at most some hits.
  init(limit: Int) {
    self.limit = limit
    heap.reserveCapacity(min(limit, 4096))
  }

  /// Offers a hit.
  ///
  /// Its number is asked for only where the score may enter, because the look-up of a number seldom hits a cache.
  @inline(__always)
  mutating func offer(id: @autoclosure () -> Int64, score: Int32) {
    guard score >= threshold else { return }
    insert(IndexHit(id: id(), fixedScore: Int64(score)))
  }

  @inline(never)
  private mutating func insert(_ hit: IndexHit) {
    let (limit, count) = (limit, heap.count)
    guard limit > 0 else { return }
    if count < limit {
      heap.append(hit)
      heap.withUnsafeMutableBufferPointer { Self.rise($0, hit) }
      if count + 1 == limit { threshold = Int32(truncatingIfNeeded: heap[0].fixedScore) }
      return
    }
    threshold = heap.withUnsafeMutableBufferPointer { heap in
      if Self.isWorse(heap[0], hit) { Self.sink(heap, hit) }
      return Int32(truncatingIfNeeded: heap[0].fixedScore)
    }
  }

  /// Puts a hit in at the last place and moves it up.
  @inline(__always)
  private static func rise(_ heap: UnsafeMutableBufferPointer<IndexHit>, _ hit: IndexHit) {
    var hole = heap.count &- 1
    while hole > 0 {
      let parent = (hole &- 1) / 2
      guard isWorse(hit, heap[parent]) else { break }
      heap[hole] = heap[parent]
      hole = parent
    }
    heap[hole] = hit
  }

  /// Puts a hit in the place of the root and moves it down.
  @inline(__always)
  private static func sink(_ heap: UnsafeMutableBufferPointer<IndexHit>, _ hit: IndexHit) {
    var hole = 0
    while true {
      var child = 2 &* hole &+ 1
      guard child < heap.count else { break }
      if child &+ 1 < heap.count, isWorse(heap[child &+ 1], heap[child]) { child &+= 1 }
      guard isWorse(heap[child], hit) else { break }
      heap[hole] = heap[child]
      hole = child
    }
    heap[hole] = hit
  }

  @inline(__always)
  private static func isWorse(_ a: IndexHit, _ b: IndexHit) -> Bool {
    a.fixedScore == b.fixedScore ? a.id > b.id : a.fixedScore < b.fixedScore
  }

  /// Gives the hits away, best first.
  mutating func take() -> [IndexHit] {
    var hits: [IndexHit] = []
    swap(&hits, &heap)
    threshold = -1
    guard hits.count > 32 else {
      // Insertion sort: few hits are the rule, and a heap is half sorted the wrong way round.
      hits.withUnsafeMutableBufferPointer { hits in
        for place in hits.indices {
          let hit = hits[place]
          var hole = place
          while hole > 0, Self.isWorse(hits[hole &- 1], hit) {
            hits[hole] = hits[hole &- 1]
            hole &-= 1
          }
          hits[hole] = hit
        }
      }
      return hits
    }
    hits.sort { Self.isWorse($1, $0) }
    return hits
  }
}
