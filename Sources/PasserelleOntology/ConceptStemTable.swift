/// Words by number: open addressing over one byte arena.
struct ConceptStemTable: Sendable {
  private var arena: [UInt8] = []
  /// Where each word starts in the arena; one more entry than words.
  private var starts: [Int32] = [0]
  private var values: [Int32] = []
  /// Entry plus one, 0 for a free slot; a power of two of them.
  private var slots = [Int32](repeating: 0, count: 1 << 10)

  /// How many words it holds.
  var count: Int { values.count }

  /// The value of a word; nil for an unknown word.
  ///
  /// - Complexity: Expected O(*n*) in its length.
  func find(_ word: UnsafeBufferPointer<UInt8>) -> Int32? {
    let entry = slots[slot(of: word)]
    return entry == 0 ? nil : values[Int(entry) - 1]
  }

  /// Gives a value to a word, unless it has one.
  ///
  /// - Returns: The word's value.
  /// - Complexity: Amortised O(*n*) in its length.
  mutating func insert(_ word: UnsafeBufferPointer<UInt8>, value: Int32) -> Int32 {
    let place = slot(of: word)
    if slots[place] != 0 { return values[Int(slots[place]) - 1] }
    arena.append(contentsOf: word)
    starts.append(Int32(arena.count))
    values.append(value)
    slots[place] = Int32(values.count)
    if values.count * 2 > slots.count { grow() }
    return value
  }

  /// Forgets all words.
  mutating func removeAll() { self = ConceptStemTable() }

  /// The slot that holds a word, or the free one that it would take.
  private func slot(of word: UnsafeBufferPointer<UInt8>) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: Self.hash(word)) & mask
    return arena.withUnsafeBufferPointer { arena in
      while true {
        let entry = Int(slots[slot])
        if entry == 0 { return slot }
        let start = Int(starts[entry - 1])
        if Int(starts[entry]) - start == word.count {
          var offset = 0
          while offset < word.count, arena[start + offset] == word[offset] { offset += 1 }
          if offset == word.count { return slot }
        }
        slot = (slot + 1) & mask
      }
    }
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: slots.count * 2)
    for entry in 0..<values.count {
      let range = Int(starts[entry])..<Int(starts[entry + 1])
      let place = arena.withUnsafeBufferPointer { slot(of: UnsafeBufferPointer(rebasing: $0[range])) }
      slots[place] = Int32(entry + 1)
    }
  }

  /// FNV-1a (Fowler, Noll, Vo), mixed once more for the low bits.
  private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash ^ hash &>> 32
  }
}
