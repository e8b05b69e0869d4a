/// Distinct lower-cased words and their analysed forms: open addressing over one byte arena.
///
/// A word is looked up without allocation or reference counting; this is what makes the expensive
/// part of the chain run once per distinct word (see Documentation/Methods/text-analysis.md).
struct TokenTable: ~Copyable {
  /// A word and its analysed form, adjacent in the arena.
  private struct Entry {
    var start: UInt32
    var keyLength: UInt32
    var formLength: UInt32
  }

  /// Bytes past the end of a key that ``find`` and ``hash`` may read.
  static let slack = 8
  /// Arena size, in bytes, past which the table forgets everything.
  static let arenaLimit = 64 << 20

  private var arena: UnsafeMutablePointer<UInt8>
  private var arenaCapacity: Int
  private var arenaUsed = 0
  private var entries: UnsafeMutablePointer<Entry>
  private var entryCapacity: Int
  private(set) var count = 0
  /// One word per slot: upper half of the hash, then index of the entry plus one; 0 for a free slot.
  private var slots: UnsafeMutablePointer<UInt64>
  private var slotMask: Int

  /// Creates an empty table with room for about 2 000 words.
  init() {
    arenaCapacity = 1 << 16
    arena = .allocate(capacity: arenaCapacity)
    entryCapacity = 1 << 11
    entries = .allocate(capacity: entryCapacity)
    slotMask = (1 << 12) - 1
    slots = .allocate(capacity: slotMask + 1)
    slots.initialize(repeating: 0, count: slotMask + 1)
    arena.initialize(repeating: 0, count: arenaCapacity)
  }

  deinit {
    arena.deallocate()
    entries.deallocate()
    slots.deallocate()
  }

  /// Hash of a key.
  ///
  /// - Parameters:
  ///   - key: Start of the key; ``slack`` bytes past its end must be readable.
  ///   - length: Its number of bytes.
  /// - Returns: 64 well-mixed bits; the same in every run.
  /// - Complexity: O(`length`).
  @inline(__always)
  static func hash(_ key: UnsafePointer<UInt8>, _ length: Int) -> UInt64 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: length)
    var offset = 0
    while offset < length {
      let (high, low) = (load(key, offset, length) ^ hash).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
      hash = high ^ low
      offset &+= 8
    }
    return hash ^ hash &>> 29
  }

  /// Eight bytes of a key as a little-endian number, with zeros past its end.
  @inline(__always)
  private static func load(_ key: UnsafePointer<UInt8>, _ offset: Int, _ length: Int) -> UInt64 {
    let word = UInt64(
      littleEndian: UnsafeRawPointer(key + offset).loadUnaligned(as: UInt64.self))
    let rest = length &- offset
    return rest >= 8 ? word : word & (1 &<< UInt64(truncatingIfNeeded: rest &* 8) &- 1)
  }

  /// Finds the form of a key.
  ///
  /// - Parameters:
  ///   - key: Start of the key; ``slack`` bytes past its end must be readable.
  ///   - length: Its number of bytes, at least 1.
  ///   - hash: Its ``hash(_:_:)``.
  /// - Returns: The form, valid until the next insertion; nil for an unknown key.
  /// - Complexity: Expected O(`length`).
  @inline(__always)
  func find(
    _ key: UnsafePointer<UInt8>, _ length: Int, _ hash: UInt64
  ) -> UnsafeBufferPointer<UInt8>? {
    var slot = Int(truncatingIfNeeded: hash) & slotMask
    while true {
      let content = slots[slot]
      if content == 0 { return nil }
      if content &>> 32 == hash &>> 32 {
        let entry = entries[Int(content & 0xFFFF_FFFF) &- 1]
        let start = arena + Int(entry.start)
        if Int(entry.keyLength) == length, Self.equal(start, key, length) {
          return UnsafeBufferPointer(start: start + length, count: Int(entry.formLength))
        }
      }
      slot = (slot &+ 1) & slotMask
    }
  }

  @inline(__always)
  private static func equal(_ a: UnsafePointer<UInt8>, _ b: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    var offset = 0
    while offset < length {
      if load(a, offset, length) != load(b, offset, length) { return false }
      offset &+= 8
    }
    return true
  }

  /// Adds a key that ``find`` did not find.
  ///
  /// When the arena would pass ``arenaLimit`` the table is emptied first: a long run over ever new
  /// words keeps bounded memory and loses only time.
  ///
  /// - Parameters:
  ///   - key: Start of the key.
  ///   - length: Its number of bytes.
  ///   - hash: Its ``hash(_:_:)``.
  ///   - form: The analysed form; may be empty.
  /// - Returns: The stored form, valid until the next insertion.
  /// - Complexity: Amortised O(`length` + form).
  mutating func insert(
    _ key: UnsafePointer<UInt8>, _ length: Int, _ hash: UInt64, form: [UInt8]
  ) -> UnsafeBufferPointer<UInt8> {
    if arenaUsed + length + form.count > Self.arenaLimit { removeAll() }
    reserve(length + form.count)
    let start = arena + arenaUsed
    start.update(from: key, count: length)
    for (offset, byte) in form.enumerated() { start[length + offset] = byte }
    entries[count] = Entry(
      start: UInt32(arenaUsed), keyLength: UInt32(length), formLength: UInt32(form.count))
    arenaUsed += length + form.count
    count += 1
    place(hash, entry: count)
    return UnsafeBufferPointer(start: start + length, count: form.count)
  }

  /// Forgets all words and keeps the memory.
  mutating func removeAll() {
    slots.update(repeating: 0, count: slotMask + 1)
    arenaUsed = 0
    count = 0
  }

  private mutating func place(_ hash: UInt64, entry: Int) {
    var slot = Int(truncatingIfNeeded: hash) & slotMask
    while slots[slot] != 0 { slot = (slot + 1) & slotMask }
    slots[slot] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(entry)
  }

  /// Makes room for one entry of so many bytes.
  private mutating func reserve(_ length: Int) {
    if arenaUsed + length + Self.slack > arenaCapacity {
      let capacity = max(arenaCapacity * 2, arenaUsed + length + Self.slack)
      let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
      larger.initialize(repeating: 0, count: capacity)
      larger.update(from: arena, count: arenaUsed)
      arena.deallocate()
      (arena, arenaCapacity) = (larger, capacity)
    }
    if count == entryCapacity {
      let larger = UnsafeMutablePointer<Entry>.allocate(capacity: entryCapacity * 2)
      larger.initialize(from: entries, count: count)
      entries.deallocate()
      entries = larger
      entryCapacity *= 2
    }
    if (count + 1) * 2 > slotMask + 1 { rehash() }
  }

  private mutating func rehash() {
    slots.deallocate()
    let capacity = (slotMask + 1) * 2
    slots = .allocate(capacity: capacity)
    slots.initialize(repeating: 0, count: capacity)
    slotMask = capacity - 1
    for index in 0..<count {
      let entry = entries[index]
      place(Self.hash(arena + Int(entry.start), Int(entry.keyLength)), entry: index + 1)
    }
  }
}
