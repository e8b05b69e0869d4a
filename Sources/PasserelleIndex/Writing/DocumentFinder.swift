/// Finds the document that holds a token, by the token's place in the field.
struct DocumentFinder: ~Copyable {
  /// Place of each document's first token, then the number of tokens.
  private let starts: UnsafeMutablePointer<UInt32>
  private let count: Int
  /// For each bucket of 2^``shift`` places the document of its first one, and the last document.
  private let buckets: UnsafeMutablePointer<UInt32>
  private let shift: UInt32

  /// Prepares the search; as many buckets as documents, more or less.
  init(starts: [UInt32], tokens: Int) {
    count = starts.count
    self.starts = .allocate(capacity: count + 1)
    for place in 0..<count { self.starts[place] = starts[place] }
    self.starts[count] = UInt32(tokens)
    shift = UInt32(max(0, Int.bitWidth - 1 - max(1, tokens / max(1, count)).leadingZeroBitCount))
    let bucketCount = tokens >> Int(shift) + 1
    buckets = .allocate(capacity: bucketCount + 1)
    var record = 0
    for bucket in 0..<bucketCount {
      while record + 1 < count, Int(self.starts[record + 1]) <= bucket << Int(shift) { record += 1 }
      buckets[bucket] = UInt32(record)
    }
    buckets[bucketCount] = UInt32(max(0, count - 1))
  }

  deinit {
    starts.deallocate()
    buckets.deallocate()
  }

  /// First place of a document, and that of the next.
  @inline(__always)
  func bounds(_ record: Int) -> (start: UInt32, end: UInt32) { (starts[record], starts[record &+ 1]) }

  /// The document that holds a place behind those of another one.
  @inline(__always)
  func record(at place: UInt32, after last: Int) -> Int {
    let next = last &+ 1
    if place < starts[next &+ 1] { return next }
    let bucket = Int(place &>> shift)
    var low = Int(buckets[bucket])
    var high = Int(buckets[bucket &+ 1])
    while high &- low > 8 {
      let middle = (low &+ high &+ 1) / 2
      if starts[middle] <= place { low = middle } else { high = middle &- 1 }
    }
    while starts[low &+ 1] <= place { low &+= 1 }
    return low
  }
}
