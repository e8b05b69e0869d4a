/// Distinct byte strings, numbered from 0 in the order in which they came: open addressing over one arena.
struct TermTable: ~Copyable {
  /// A place of the hash table.
  private struct Slot {
    /// The term itself up to 8 bytes, zeros behind it; the hash of a longer one.
    var tag: UInt64
    /// Number of bytes of the term; 0 for a free slot.
    var length: UInt32
    /// Its number.
    var number: UInt32
  }

  private var arena = ByteBuffer(capacity: 1 << 12)
  /// Where each term starts in the arena, and the end.
  private var starts: UnsafeMutablePointer<Int>
  private var startCapacity: Int
  private var slots: UnsafeMutablePointer<Slot>
  private var slotMask: Int
  /// The number of terms.
  private(set) var count = 0

  /// Makes an empty table.
  init() {
    startCapacity = 1 << 8
    starts = .allocate(capacity: startCapacity + 1)
    starts[0] = 0
    slotMask = (1 << 9) - 1
    slots = .allocate(capacity: slotMask + 1)
    slots.initialize(repeating: Slot(tag: 0, length: 0, number: 0), count: slotMask + 1)
  }

  deinit {
    starts.deallocate()
    slots.deallocate()
  }

  /// Bytes its content takes.
  var memoryInUse: Int {
    // Two to four slots a term.
    arena.count + count * (MemoryLayout<Int>.stride + 3 * MemoryLayout<Slot>.stride)
  }

  /// The bytes of a term, valid until the next insertion.
  @inline(__always)
  subscript(number: UInt32) -> UnsafeBufferPointer<UInt8> {
    let start = starts[Int(number)]
    return UnsafeBufferPointer(start: arena.start + start, count: starts[Int(number) &+ 1] &- start)
  }

  /// The number of a term, a new one where it has none yet.
  ///
  /// - Parameters:
  ///   - term: Its bytes.
  ///   - length: Their number, at least 1.
  /// - Returns: The number.
  /// - Complexity: Expected amortised O(`length`).
  mutating func number(of term: UnsafePointer<UInt8>, _ length: Int) -> UInt32 {
    let hash = Self.hash(term, length)
    let tag = length > 8 ? hash : Self.load(term, length)
    var place = Int(truncatingIfNeeded: hash) & slotMask
    while slots[place].length != 0 {
      let slot = slots[place]
      if slot.tag == tag, Int(slot.length) == length,
        length <= 8 || Self.equal(arena.start + starts[Int(slot.number)], term, length)
      {
        return slot.number
      }
      place = (place &+ 1) & slotMask
    }
    precondition(count < Int(Int32.max), "TermTable: too many terms; write the segment earlier")
    slots[place] = Slot(tag: tag, length: UInt32(length), number: UInt32(count))
    arena.append(term, length)
    if count == startCapacity { growStarts() }
    count += 1
    starts[count] = arena.count
    if count * 2 > slotMask { rehash() }
    return UInt32(count - 1)
  }

  /// Forgets all terms and keeps the memory.
  mutating func removeAll() {
    slots.update(repeating: Slot(tag: 0, length: 0, number: 0), count: slotMask + 1)
    arena.truncate()
    count = 0
  }

  private mutating func growStarts() {
    let larger = UnsafeMutablePointer<Int>.allocate(capacity: startCapacity * 2 + 1)
    larger.update(from: starts, count: startCapacity + 1)
    starts.deallocate()
    (starts, startCapacity) = (larger, startCapacity * 2)
  }

  private mutating func rehash() {
    slots.deallocate()
    slotMask = slotMask * 2 + 1
    slots = .allocate(capacity: slotMask + 1)
    slots.initialize(repeating: Slot(tag: 0, length: 0, number: 0), count: slotMask + 1)
    for number in 0..<UInt32(count) {
      let term = self[number]
      guard let start = term.baseAddress else { continue }
      let hash = Self.hash(start, term.count)
      var place = Int(truncatingIfNeeded: hash) & slotMask
      while slots[place].length != 0 { place = (place + 1) & slotMask }
      let tag = term.count > 8 ? hash : Self.load(start, term.count)
      slots[place] = Slot(tag: tag, length: UInt32(term.count), number: number)
    }
  }
}

extension TermTable {
  /// Hash of some bytes, at least one; the same in every run.
  @inline(__always)
  private static func hash(_ term: UnsafePointer<UInt8>, _ length: Int) -> UInt64 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: length)
    var offset = 0
    while length &- offset > 8 {
      hash = mix(load(term + offset, 8) ^ hash)
      offset &+= 8
    }
    hash = mix(load(term + offset, length &- offset) ^ hash)
    return hash ^ hash &>> 29
  }

  @inline(__always)
  private static func mix(_ word: UInt64) -> UInt64 {
    let (high, low) = word.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return high ^ low
  }

  /// One to eight bytes as a little-endian number; none behind them is read.
  @inline(__always)
  private static func load(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> UInt64 {
    let raw = UnsafeRawPointer(bytes)
    if length >= 8 { return UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self)) }
    if length >= 4 {
      let low = UInt64(UInt32(littleEndian: raw.loadUnaligned(as: UInt32.self)))
      let high = UInt64(
        UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: length &- 4, as: UInt32.self)))
      return low | high &<< UInt64(truncatingIfNeeded: (length &- 4) &* 8)
    }
    var word = UInt64(bytes[0])
    if length > 1 { word |= UInt64(bytes[1]) &<< 8 }
    if length > 2 { word |= UInt64(bytes[2]) &<< 16 }
    return word
  }

  @inline(__always)
  private static func equal(_ a: UnsafePointer<UInt8>, _ b: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    var offset = 0
    while length &- offset > 8 {
      if load(a + offset, 8) != load(b + offset, 8) { return false }
      offset &+= 8
    }
    return load(a + offset, length &- offset) == load(b + offset, length &- offset)
  }
}
