/// Tells the graphs of a chunk that were erased and must not come back: nothing of them is to reach the dictionary.
struct ErasedGraphs {
  private let screen: (any TextRedacting)?
  private let defaultKey: String
  private var known: [Int64: Bool] = [:]
  private var last: (reference: Int64, isErased: Bool)?
  /// Those that were met, by the key of their term, or of the file for statements without a graph.
  private(set) var found: Set<[UInt8]> = []

  init(_ screen: (any TextRedacting)?, _ defaultKey: String) {
    (self.screen, self.defaultKey) = (screen, defaultKey)
  }

  /// Whether a statement is of such a graph.
  ///
  /// - Parameters:
  ///   - reference: The graph as the chunk refers to it; 0 for none.
  ///   - entries: The terms of the chunk.
  /// - Returns: Whether it is.
  mutating func holds(_ reference: Int64, _ entries: UnsafeMutableRawPointer) -> Bool {
    if let last, last.reference == reference { return last.isErased }
    let isErased = known[reference] ?? look(reference, entries)
    known[reference] = isErased
    last = (reference, isErased)
    return isErased
  }

  private mutating func look(_ reference: Int64, _ entries: UnsafeMutableRawPointer) -> Bool {
    guard let screen, reference < 1 << 62 else { return false }
    var key = Array(defaultKey.utf8)
    if reference != 0 {
      let entry = entries + Int(reference - 1)
      let count = Int((entry + 8).loadUnaligned(as: UInt32.self) & ~(1 << 31))
      // The first byte says that the term is an IRI.
      key = Array(UnsafeRawBufferPointer(start: entry + 12, count: count).dropFirst())
    }
    guard screen.refuses(source: GraphLoader.source, key: String(decoding: key, as: UTF8.self)) else {
      return false
    }
    found.insert(key)
    return true
  }
}
