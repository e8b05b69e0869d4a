internal import PasserelleCore

/// Blocking keys with their members, sorted by key, then member: two flat arrays.
package struct BlockTable: Sendable {
  /// The keys, one for each member.
  package private(set) var keys: [UInt64]
  /// The members (slots of mentions).
  package private(set) var slots: [UInt32]

  /// Makes a table of columns that are sorted already.
  init(keys: [UInt64] = [], slots: [UInt32] = []) {
    self.keys = keys
    self.slots = slots
  }

  /// How many (key, member) entries there are.
  package var count: Int { keys.count }

  /// The entries of a key.
  ///
  /// - Complexity: O(log log *n*) on scattered keys: interpolation, then bisection.
  func range(of key: UInt64) -> Range<Int> {
    keys.withUnsafeBufferPointer { keys in
      let start = Self.lowerBound(keys, key)
      var end = start
      while end < keys.count, keys[end] == key { end += 1 }
      return start..<end
    }
  }

  private static func lowerBound(_ keys: UnsafeBufferPointer<UInt64>, _ key: UInt64) -> Int {
    var low = 0
    var high = keys.count
    // Two steps of interpolation: keys are scattered evenly.
    for _ in 0..<2 where high - low > 256 {
      let first = keys[low]
      let last = keys[high - 1]
      if key <= first { return low }
      if key > last { return high }
      let share = Double(key - first) / Double(last - first)
      let middle = min(high - 1, low + Int(share * Double(high - 1 - low)))
      let slack = 64
      let below = max(low, middle - slack)
      let above = min(high - 1, middle + slack)
      if keys[below] < key { low = below + 1 } else { high = below }
      if above > low, above < high {
        if keys[above] < key { low = above + 1 } else { high = above }
      }
    }
    while low < high {
      let middle = (low + high) >> 1
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Builds a table of unsorted entries.
  ///
  /// A scatter by the twelve highest bits, then a radix sort in each bucket: the members of a key keep their order.
  ///
  /// - Parameters:
  ///   - pieces: Entries in pieces; members ascend from piece to piece.
  ///   - threads: How many threads to use.
  /// - Returns: The table, the same whatever the threads.
  /// - Complexity: O(*n*), two copies of the entries while it runs.
  static func build(_ pieces: [Entries], threads: Int) -> BlockTable {
    let bits = 12
    let buckets = 1 << bits
    let total = pieces.reduce(0) { $0 + $1.keys.count }
    // Where each piece writes in each bucket.
    var histograms = Lanes.map(pieces.count, threads: threads) { piece in
      var counts = [Int](repeating: 0, count: buckets)
      for key in pieces[piece].keys { counts[Int(key >> UInt64(64 - bits))] += 1 }
      return counts
    }
    var starts = [Int](repeating: 0, count: buckets + 1)
    var position = 0
    for bucket in 0..<buckets {
      starts[bucket] = position
      for piece in histograms.indices {
        let count = histograms[piece][bucket]
        histograms[piece][bucket] = position
        position += count
      }
    }
    starts[buckets] = position
    let offsets = histograms
    let bounds = starts
    var slots: [UInt32] = []
    let keys = [UInt64](unsafeUninitializedCapacity: total) { keyBuffer, keyCount in
      slots = [UInt32](unsafeUninitializedCapacity: total) { slotBuffer, slotCount in
        if let keyBase = keyBuffer.baseAddress, let slotBase = slotBuffer.baseAddress {
          let keyOut = SharedPointer(keyBase)
          let slotOut = SharedPointer(slotBase)
          Lanes.run(pieces.count, threads: threads) { piece in
            var next = offsets[piece]
            let entries = pieces[piece]
            for index in entries.keys.indices {
              let key = entries.keys[index]
              let bucket = Int(key >> UInt64(64 - bits))
              keyOut.pointer[next[bucket]] = key
              slotOut.pointer[next[bucket]] = entries.slots[index]
              next[bucket] += 1
            }
          }
          Lanes.run(64, threads: threads) { group in
            var sorter = BucketSorter()
            for bucket in (group * buckets / 64)..<((group + 1) * buckets / 64) {
              let start = bounds[bucket]
              sorter.sort(keyOut.pointer + start, slotOut.pointer + start, bounds[bucket + 1] - start)
            }
          }
        }
        slotCount = total
      }
      keyCount = total
    }
    return BlockTable(keys: keys, slots: slots)
  }

  /// Unsorted entries: a key and a member each.
  struct Entries: Sendable {
    /// The keys.
    var keys: [UInt64] = []
    /// The members.
    var slots: [UInt32] = []

    /// Adds the keys of a member.
    mutating func append(_ memberKeys: [UInt64], of slot: UInt32) {
      keys.append(contentsOf: memberKeys)
      for _ in memberKeys { slots.append(slot) }
    }
  }
}

/// Sorts the entries of a bucket whose keys share their highest twelve bits; equal keys keep their order.
private struct BucketSorter {
  private var keys: [UInt64] = []
  private var slots: [UInt32] = []

  /// Sorts in place: three radix passes over the next 33 bits, then insertion for what differs below.
  mutating func sort(_ key: UnsafeMutablePointer<UInt64>, _ slot: UnsafeMutablePointer<UInt32>, _ count: Int)
  {
    guard count > 1 else { return }
    if count > 48 {
      if keys.count < count {
        keys = [UInt64](repeating: 0, count: count)
        slots = [UInt32](repeating: 0, count: count)
      }
      keys.withUnsafeMutableBufferPointer { spareKeys in
        slots.withUnsafeMutableBufferPointer { spareSlots in
          guard let spareKey = spareKeys.baseAddress, let spareSlot = spareSlots.baseAddress else { return }
          Self.pass(key, slot, spareKey, spareSlot, count, shift: 19)
          Self.pass(spareKey, spareSlot, key, slot, count, shift: 30)
          Self.pass(key, slot, spareKey, spareSlot, count, shift: 41)
          key.update(from: spareKey, count: count)
          slot.update(from: spareSlot, count: count)
        }
      }
    }
    for index in 1..<count {
      let movedKey = key[index]
      let movedSlot = slot[index]
      var place = index
      while place > 0, key[place - 1] > movedKey {
        key[place] = key[place - 1]
        slot[place] = slot[place - 1]
        place -= 1
      }
      key[place] = movedKey
      slot[place] = movedSlot
    }
  }

  private static func pass(
    _ keys: UnsafeMutablePointer<UInt64>, _ slots: UnsafeMutablePointer<UInt32>,
    _ outKeys: UnsafeMutablePointer<UInt64>, _ outSlots: UnsafeMutablePointer<UInt32>, _ count: Int,
    shift: UInt64
  ) {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 2049) { counts in
      counts.initialize(repeating: 0)
      for index in 0..<count { counts[Int((keys[index] >> shift) & 2047) + 1] += 1 }
      for digit in 1..<2049 { counts[digit] += counts[digit - 1] }
      for index in 0..<count {
        let digit = Int((keys[index] >> shift) & 2047)
        outKeys[counts[digit]] = keys[index]
        outSlots[counts[digit]] = slots[index]
        counts[digit] += 1
      }
    }
  }
}
