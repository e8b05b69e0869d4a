/// Remembers what short runs of bytes became, so that a term met again costs a comparison.
///
/// One place a hash: the newcomer takes the place of the one before. Not thread-safe.
struct TermCache<Value>: ~Copyable {
  private struct Slot {
    var key: String
    var value: Value
  }

  private let slots: UnsafeMutablePointer<Slot?>
  private let mask: Int

  /// Makes a cache.
  ///
  /// - Parameter places: How many values it holds, a power of two.
  init(places: Int) {
    precondition(places > 0 && places & (places - 1) == 0, "places is a power of two")
    slots = .allocate(capacity: places)
    slots.initialize(repeating: nil, count: places)
    mask = places - 1
  }

  deinit {
    slots.deinitialize(count: mask + 1)
    slots.deallocate()
  }

  /// The value of some bytes, made at their first sight.
  ///
  /// - Throws: What `make` throws; nothing is kept then.
  @inline(__always)
  mutating func value<Failure: Error>(
    _ bytes: UnsafeBufferPointer<UInt8>, _ make: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let place = Self.hash(bytes) & mask
    if let slot = slots[place], TermBytes.isText(slot.key, bytes) { return slot.value }
    let value = try make(bytes)
    if bytes.count <= 256, let key = TermBytes.text(bytes) {
      slots[place] = Slot(key: key, value: value)
    }
    return value
  }

  /// Forgets everything.
  mutating func removeAll() {
    for place in 0...mask { slots[place] = nil }
  }

  /// Mixes eight bytes at a time; good enough for places, and the same in every run.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var state = UInt64(truncatingIfNeeded: raw.count) &* 0x9E37_79B9_7F4A_7C15
    var at = 0
    while at + 8 <= raw.count {
      state = (state ^ raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)) &* 0xD6E8_FEB8_6659_FD93
      state ^= state >> 32
      at += 8
    }
    var tail: UInt64 = 0
    while at < raw.count {
      tail = tail << 8 | UInt64(raw[at])
      at += 1
    }
    state = (state ^ tail) &* 0xD6E8_FEB8_6659_FD93
    return Int(truncatingIfNeeded: (state ^ state >> 29) & 0x7FFF_FFFF)
  }
}
