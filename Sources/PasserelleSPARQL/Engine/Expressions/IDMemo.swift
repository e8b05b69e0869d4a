internal import PasserelleCore

/// Remembers results by identifier, open addressing with linear probing.
///
/// Bounded: emptied when full. Where hardly any identifier comes twice it stops keeping results.
struct IDMemo<Value> {
  private var keys: [Int64]
  private var values: [Value]
  private let empty: Value
  private var count = 0
  private var mask: Int
  private var asked = 0
  private var found = 0
  private var isIdle = false
  private static var mostSlots: Int { 1 << 20 }

  /// Makes a memo; the value given fills empty slots.
  init(_ empty: Value) {
    self.empty = empty
    // Room is made when the first result is kept.
    mask = 0
    keys = [0]
    values = [empty]
  }

  /// The result kept for an identifier, which is bound.
  mutating func value(_ id: TermID) -> Value? {
    if isIdle { return nil }
    asked &+= 1
    var slot = Self.hash(id.rawValue) & mask
    while keys[slot] != 0 {
      if keys[slot] == id.rawValue {
        found &+= 1
        return values[slot]
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Keeps the result of an identifier that was just asked for and not found.
  mutating func insert(_ value: Value, for id: TermID) {
    if isIdle { return }
    if (count + 1) * 4 > (mask + 1) * 3 { grow() }
    if isIdle { return }
    var slot = Self.hash(id.rawValue) & mask
    while keys[slot] != 0 { slot = (slot + 1) & mask }
    keys[slot] = id.rawValue
    values[slot] = value
    count += 1
  }

  private mutating func grow() {
    if mask + 1 >= 1 << 13, found * 8 < asked { isIdle = true }
    let (oldKeys, oldValues) = (keys, values)
    let isFull = mask + 1 >= Self.mostSlots
    if !isFull, !isIdle { mask = max(255, (mask + 1) * 4 - 1) }
    keys = [Int64](repeating: 0, count: isIdle ? 1 : mask + 1)
    values = [Value](repeating: empty, count: isIdle ? 1 : mask + 1)
    count = 0
    if isIdle || isFull { return }
    for (key, value) in zip(oldKeys, oldValues) where key != 0 {
      var slot = Self.hash(key) & mask
      while keys[slot] != 0 { slot = (slot + 1) & mask }
      keys[slot] = key
      values[slot] = value
      count += 1
    }
  }

  /// Spreads the bits of an identifier (Fibonacci hashing, upper half folded in).
  @inline(__always) private static func hash(_ key: Int64) -> Int {
    let product = UInt64(bitPattern: key) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: (product ^ (product >> 32)) & 0x7FFF_FFFF_FFFF_FFFF)
  }
}
