/// The members of every blocking key, under change: a sorted base and what came since.
struct BlockIndex: Sendable {
  private(set) var base: BlockTable
  /// Whether a slot's entries of the base still hold.
  private(set) var isInBase: [Bool]
  private var added: [UInt64: [UInt32]] = [:]
  /// Entries beside the base.
  private(set) var addedCount = 0

  /// Makes an index of a base whose slots all hold.
  init(base: BlockTable = BlockTable(), slotCount: Int = 0) {
    self.base = base
    isInBase = [Bool](repeating: true, count: slotCount)
  }

  /// Makes an index of a stored base.
  init(base: BlockTable, isInBase: [Bool]) {
    self.base = base
    self.isInBase = isInBase
  }

  /// Makes room for a slot that the base does not know.
  mutating func appendSlot() { isInBase.append(false) }

  /// The members of a key, in no particular order.
  func members(of key: UInt64, into members: inout [UInt32]) {
    for entry in base.range(of: key) where isInBase[Int(base.slots[entry])] {
      members.append(base.slots[entry])
    }
    if let more = added[key] { members.append(contentsOf: more) }
  }

  /// How many members a key has.
  func size(of key: UInt64) -> Int {
    var size = added[key]?.count ?? 0
    for entry in base.range(of: key) where isInBase[Int(base.slots[entry])] { size += 1 }
    return size
  }

  /// Takes a slot out of its keys.
  mutating func remove(_ slot: UInt32, keys: [UInt64]) {
    if isInBase[Int(slot)] {
      isInBase[Int(slot)] = false
      return
    }
    for key in keys {
      guard let place = added[key]?.firstIndex(of: slot) else { continue }
      added[key]?.remove(at: place)
      if added[key]?.isEmpty == true { added[key] = nil }
      addedCount -= 1
    }
  }

  /// Puts a slot under its keys.
  mutating func add(_ slot: UInt32, keys: [UInt64]) {
    for key in keys { added[key, default: []].append(slot) }
    addedCount += keys.count
  }

  /// The entries that hold, as one sorted table.
  func flattened() -> BlockTable {
    var extra: [(key: UInt64, slot: UInt32)] = []
    extra.reserveCapacity(addedCount)
    for (key, slots) in added {
      for slot in slots { extra.append((key, slot)) }
    }
    extra.sort { ($0.key, $0.slot) < ($1.key, $1.slot) }
    var keys: [UInt64] = []
    var slots: [UInt32] = []
    keys.reserveCapacity(base.count + extra.count)
    slots.reserveCapacity(base.count + extra.count)
    var next = 0
    for entry in 0..<base.count where isInBase[Int(base.slots[entry])] {
      let (key, slot) = (base.keys[entry], base.slots[entry])
      while next < extra.count, (extra[next].key, extra[next].slot) < (key, slot) {
        keys.append(extra[next].key)
        slots.append(extra[next].slot)
        next += 1
      }
      keys.append(key)
      slots.append(slot)
    }
    for entry in extra[next...] {
      keys.append(entry.key)
      slots.append(entry.slot)
    }
    return BlockTable(keys: keys, slots: slots)
  }

  /// Puts what came since into the base, of slots that are there.
  mutating func compact(isAlive: [Bool]) {
    base = flattened()
    added = [:]
    addedCount = 0
    isInBase = isAlive
  }
}
