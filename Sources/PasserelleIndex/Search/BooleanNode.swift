/// All of some parts, none of others; parts that may be there add to the score, and one must where nothing else must.
final class BooleanNode: WindowNode {
  private let must: [any WindowNode]
  private let should: [any WindowNode]
  private let mustNot: [any WindowNode]
  let cost: Int
  private let part: UnsafeMutablePointer<UInt64>
  private let found: UnsafeMutablePointer<UInt64>
  private let own: UnsafeMutablePointer<Int32>

  init(
    must: [any WindowNode], should: [any WindowNode], mustNot: [any WindowNode], documents: Int,
    memory: QueryMemory
  ) {
    self.must = must.sorted { $0.cost < $1.cost }
    self.should = should
    self.mustNot = mustNot
    cost =
      must.map(\.cost).min()
      ?? (should.isEmpty ? documents : min(documents, should.reduce(0) { $0 + $1.cost }))
    part = memory.room(UInt64.self, SearchWindow.words)
    found = memory.room(UInt64.self, SearchWindow.words)
    own = memory.room(Int32.self, SearchWindow.size)
    own.initialize(repeating: 0, count: SearchWindow.size)
  }

  func evaluate(
    _ window: DocumentWindow, mask: UnsafePointer<UInt64>?, bits: UnsafeMutablePointer<UInt64>,
    sums: UnsafeMutablePointer<Int32>?
  ) {
    let words = window.words
    let own = sums == nil ? nil : own
    var hasStarted = false
    /// The documents that matter to the next part.
    func current() -> UnsafePointer<UInt64>? { hasStarted ? UnsafePointer(found) : mask }
    for node in must {
      if hasStarted, WindowBits.count(found, words: words) == 0 { break }
      node.evaluate(window, mask: current(), bits: part, sums: own)
      for word in 0..<words { found[word] = hasStarted ? found[word] & part[word] : part[word] }
      if !hasStarted, let mask { for word in 0..<words { found[word] &= mask[word] } }
      hasStarted = true
    }
    if must.isEmpty {
      found.update(repeating: 0, count: words)
      if should.isEmpty {
        EverythingNode(documents: cost).evaluate(window, mask: nil, bits: found, sums: nil)
      }
      for node in should {
        node.evaluate(window, mask: mask, bits: part, sums: own)
        for word in 0..<words { found[word] |= part[word] }
      }
    } else if own != nil, WindowBits.count(found, words: words) > 0 {
      for node in should { node.evaluate(window, mask: UnsafePointer(found), bits: part, sums: own) }
    }
    for node in mustNot where WindowBits.count(found, words: words) > 0 {
      node.evaluate(window, mask: UnsafePointer(found), bits: part, sums: nil)
      for word in 0..<words { found[word] &= ~part[word] }
    }
    bits.update(from: found, count: words)
    if let sums, let own {
      WindowBits.forEach(found, words: words) { sums[$0] &+= own[$0] }
      own.update(repeating: 0, count: SearchWindow.size)
    }
  }
}
