/// Distinct lower-cased words and their analysed forms: open addressing over one byte arena.
///
/// A word is looked up without allocation or reference counting; this is what makes the expensive
/// part of the chain run once per distinct word (see Documentation/Methods/text-analysis.md). Words are
/// numbered from 0 in the order of their insertion.
struct TokenTable: ~Copyable {
  /// A word and its analysed form, adjacent in the arena.
  private struct Entry {
    var start: UInt64
    var keyLength: UInt32
    var formLength: UInt32
  }

  /// A place of the hash table.
  private struct Slot {
    /// The key itself up to 8 bytes, zeros behind it; the hash of a longer key.
    var tag: UInt64
    /// Number of bytes of the key; 0 for a free slot.
    var length: UInt32
    /// ``Match`` of the key.
    var match: UInt32
  }

  /// What a lookup found: the number of a word, and whether its form is empty.
  struct Match {
    /// Twice the number, plus 1 when the form is empty.
    let code: UInt32

    /// Restores a word from its code.
    init(code: UInt32) { self.code = code }

    /// Makes a word.
    init(number: UInt32, isEmpty: Bool) { code = number << 1 | (isEmpty ? 1 : 0) }

    /// The number of the word.
    var number: UInt32 { code &>> 1 }
    /// Whether nothing is left of the word after analysis.
    var isEmpty: Bool { code & 1 != 0 }
  }

  /// Bytes past the end of a key that ``find(_:_:_:)`` and ``hash(_:_:)`` may read.
  static let slack = 8
  /// Arena size, in bytes, past which the table should forget everything.
  let limit: Int

  private var arena: UnsafeMutablePointer<UInt8>
  private var arenaCapacity: Int
  private var arenaUsed = 0
  private var entries: UnsafeMutablePointer<Entry>
  private var entryCapacity: Int
  private(set) var count = 0
  private var slots: UnsafeMutablePointer<Slot>
  private var slotMask: Int

  /// Creates an empty table with room for about 2 000 words.
  ///
  /// - Parameter limit: Bytes of words and forms past which ``isFull`` holds.
  init(limit: Int = 64 << 20) {
    self.limit = limit
    arenaCapacity = 1 << 16
    arena = .allocate(capacity: arenaCapacity)
    entryCapacity = 1 << 11
    entries = .allocate(capacity: entryCapacity)
    slotMask = (1 << 12) - 1
    slots = .allocate(capacity: slotMask + 1)
    slots.initialize(repeating: Slot(tag: 0, length: 0, match: 0), count: slotMask + 1)
    arena.initialize(repeating: 0, count: arenaCapacity)
  }

  deinit {
    arena.deallocate()
    entries.deallocate()
    slots.deallocate()
  }

  /// Whether the words hold more memory than a cache should.
  var isFull: Bool { arenaUsed > limit }

  /// Bytes the table holds.
  var memoryInUse: Int {
    arenaCapacity + entryCapacity * MemoryLayout<Entry>.stride + (slotMask + 1) * MemoryLayout<Slot>.stride
  }

  /// Hash of a key.
  ///
  /// - Parameters:
  ///   - key: Start of the key; ``slack`` bytes past its end must be readable.
  ///   - length: Its number of bytes.
  /// - Returns: 64 well-mixed bits; the same in every run.
  /// - Complexity: O(`length`).
  static func hash(_ key: UnsafePointer<UInt8>, _ length: Int) -> UInt64 {
    var hash = seed(length)
    var offset = 0
    while offset < length {
      hash = mix(load(key, offset, length) ^ hash)
      offset &+= 8
    }
    return hash ^ hash &>> 29
  }

  /// Finds a key of at most 16 bytes that is held in two numbers.
  ///
  /// - Parameters:
  ///   - low: Its first eight bytes, little-endian, zeros behind its end.
  ///   - high: The further ones.
  ///   - length: Its number of bytes, 1 to 16.
  /// - Returns: The word; nil for an unknown key.
  /// - Complexity: Expected O(1).
  @inline(__always)
  func match(_ low: UInt64, _ high: UInt64, _ length: Int) -> Match? {
    var hash = Self.mix(low ^ Self.seed(length))
    if length > 8 { hash = Self.mix(high ^ hash) }
    hash ^= hash &>> 29
    let tag = length > 8 ? hash : low
    var place = Int(truncatingIfNeeded: hash) & slotMask
    while true {
      let slot = slots[place]
      if slot.tag == tag, Int(slot.length) == length {
        if length <= 8 { return Match(code: slot.match) }
        let start = arena + Int(entries[Int(slot.match &>> 1)].start)
        if Self.load(start, 0, length) == low, Self.load(start, 8, length) == high {
          return Match(code: slot.match)
        }
      } else if slot.length == 0 {
        return nil
      }
      place = (place &+ 1) & slotMask
    }
  }

  /// Finds a key.
  ///
  /// - Parameters:
  ///   - key: Start of the key; ``slack`` bytes past its end must be readable.
  ///   - length: Its number of bytes, at least 1.
  ///   - hash: Its ``hash(_:_:)``.
  /// - Returns: The word; nil for an unknown key.
  /// - Complexity: Expected O(`length`).
  func match(_ key: UnsafePointer<UInt8>, _ length: Int, _ hash: UInt64) -> Match? {
    let tag = length > 8 ? hash : Self.load(key, 0, length)
    var place = Int(truncatingIfNeeded: hash) & slotMask
    while slots[place].length != 0 {
      let slot = slots[place]
      if slot.tag == tag, Int(slot.length) == length,
        Self.equal(arena + Int(entries[Int(slot.match &>> 1)].start), key, length)
      {
        return Match(code: slot.match)
      }
      place = (place &+ 1) & slotMask
    }
    return nil
  }

  /// Finds the form of a key, as ``match(_:_:_:)-(UnsafePointer<UInt8>,_,_)`` finds its word.
  ///
  /// - Returns: The form, valid until the next insertion; nil for an unknown key.
  func find(
    _ key: UnsafePointer<UInt8>, _ length: Int, _ hash: UInt64
  ) -> UnsafeBufferPointer<UInt8>? {
    match(key, length, hash).map { form($0.number) }
  }

  /// The form of a word, valid until the next insertion.
  ///
  /// - Parameter number: A number that ``Match/number`` gave, below ``count``.
  /// - Returns: Its bytes; none when the form is empty.
  /// - Complexity: O(1).
  @inline(__always)
  func form(_ number: UInt32) -> UnsafeBufferPointer<UInt8> {
    let entry = entries[Int(number)]
    return UnsafeBufferPointer(
      start: arena + Int(entry.start) + Int(entry.keyLength), count: Int(entry.formLength))
  }

  /// Adds a key that ``match(_:_:_:)`` did not find.
  ///
  /// - Parameters:
  ///   - key: Start of the key.
  ///   - length: Its number of bytes, below 4 GiB.
  ///   - hash: Its ``hash(_:_:)``.
  ///   - form: The analysed form; may be empty.
  /// - Returns: The stored form, valid until the next insertion; the word's number is ``count`` − 1.
  /// - Complexity: Amortised O(`length` + form).
  mutating func insert(
    _ key: UnsafePointer<UInt8>, _ length: Int, _ hash: UInt64, form: [UInt8]
  ) -> UnsafeBufferPointer<UInt8> {
    precondition(count < Int(Int32.max), "TokenTable: too many words in one text; split it")
    reserve(length + form.count)
    let start = arena + arenaUsed
    start.update(from: key, count: length)
    for (offset, byte) in form.enumerated() { start[length + offset] = byte }
    entries[count] = Entry(
      start: UInt64(arenaUsed), keyLength: UInt32(length), formLength: UInt32(form.count))
    let match = Match(number: UInt32(count), isEmpty: form.isEmpty)
    arenaUsed += length + form.count
    count += 1
    place(hash, Slot(tag: Self.tag(start, length, hash), length: UInt32(length), match: match.code))
    return UnsafeBufferPointer(start: start + length, count: form.count)
  }

  /// Forgets all words and keeps the memory.
  mutating func removeAll() {
    slots.update(repeating: Slot(tag: 0, length: 0, match: 0), count: slotMask + 1)
    arenaUsed = 0
    count = 0
  }

  private mutating func place(_ hash: UInt64, _ slot: Slot) {
    var place = Int(truncatingIfNeeded: hash) & slotMask
    while slots[place].length != 0 { place = (place + 1) & slotMask }
    slots[place] = slot
  }

  /// Makes room for one entry of so many bytes.
  private mutating func reserve(_ length: Int) {
    // A key of up to 16 bytes is compared by two loads of eight.
    let slack = 2 * Self.slack
    if arenaUsed + length + slack > arenaCapacity {
      let capacity = max(arenaCapacity * 2, arenaUsed + length + slack)
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
    slots.initialize(repeating: Slot(tag: 0, length: 0, match: 0), count: capacity)
    slotMask = capacity - 1
    for index in 0..<count {
      let entry = entries[index]
      let key = arena + Int(entry.start)
      let hash = Self.hash(key, Int(entry.keyLength))
      let match = Match(number: UInt32(index), isEmpty: entry.formLength == 0)
      let tag = Self.tag(key, Int(entry.keyLength), hash)
      place(hash, Slot(tag: tag, length: entry.keyLength, match: match.code))
    }
  }
}

extension TokenTable {
  @inline(__always)
  private static func seed(_ length: Int) -> UInt64 {
    0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: length)
  }

  @inline(__always)
  private static func mix(_ word: UInt64) -> UInt64 {
    let (high, low) = word.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return high ^ low
  }

  @inline(__always)
  private static func tag(_ key: UnsafePointer<UInt8>, _ length: Int, _ hash: UInt64) -> UInt64 {
    length > 8 ? hash : load(key, 0, length)
  }

  /// Eight bytes of a key as a little-endian number, with zeros past its end.
  @inline(__always)
  private static func load(_ key: UnsafePointer<UInt8>, _ offset: Int, _ length: Int) -> UInt64 {
    let word = UInt64(
      littleEndian: UnsafeRawPointer(key + offset).loadUnaligned(as: UInt64.self))
    let rest = length &- offset
    return rest >= 8 ? word : word & (1 &<< UInt64(truncatingIfNeeded: rest &* 8) &- 1)
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
}
