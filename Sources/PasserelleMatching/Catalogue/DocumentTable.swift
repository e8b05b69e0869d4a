/// From documents to their places in a column: open addressing, at most half full.
///
/// A slot holds a place, or -1. The hash is multiplicative (Knuth, "Sorting and Searching", 6.4).
struct DocumentTable: Sendable {
  let slots: CatalogueColumn<Int32>
  let documents: CatalogueColumn<Int64>

  /// The place of a document.
  ///
  /// - Complexity: O(1); about two loads.
  subscript(document: Int64) -> Int32? {
    guard !slots.isEmpty else { return nil }
    let mask = slots.count - 1
    var slot = Self.slot(document, bits: slots.count.trailingZeroBitCount)
    // A table that is full can only come from a file made by others: the walk ends after one round.
    for _ in 0..<slots.count {
      let place = slots[slot]
      guard place >= 0 else { return nil }
      if documents[Int(place)] == document { return place }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// The slots for some documents; of two places with the same document the later one counts, and places with a
  /// negative document have none.
  static func slots(for documents: [Int64]) -> [Int32] {
    var capacity = 2
    while capacity < 2 * documents.count { capacity *= 2 }
    let bits = capacity.trailingZeroBitCount
    var slots = [Int32](repeating: -1, count: capacity)
    for (place, document) in documents.enumerated() where document >= 0 {
      var slot = slot(document, bits: bits)
      while slots[slot] >= 0, documents[Int(slots[slot])] != document { slot = (slot + 1) & (capacity - 1) }
      slots[slot] = Int32(place)
    }
    return slots
  }

  private static func slot(_ document: Int64, bits: Int) -> Int {
    Int(truncatingIfNeeded: (UInt64(bitPattern: document) &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - bits))
  }
}
