import Glibc
import PasserelleCore

/// Keys of terms in memory, found by their bytes and by their numbers, which ascend from one; not thread-safe.
///
/// Keys never move while the value lives.
final class TermTail {
  /// The number of the first term.
  let first: Int64
  /// How many terms there are.
  private(set) var count = 0
  /// The bytes of all keys.
  private(set) var byteCount = 0

  private var chunks: [(start: UnsafeMutableRawPointer, size: Int)] = []
  private var (free, end): (UnsafeMutableRawPointer?, UnsafeMutableRawPointer?) = (nil, nil)
  private var entries: UnsafeMutablePointer<UnsafeMutableRawPointer>
  private var room = 64
  private var slots: UnsafeMutablePointer<UInt64>
  private var mask = 127

  /// Chunks of this size are pages of their own, which the system has back at once when the tail goes.
  private static let largestChunk = 4 << 20

  /// Makes an empty tail.
  init(first: Int64) {
    self.first = first
    entries = .allocate(capacity: room)
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: 0, count: mask + 1)
  }

  deinit {
    for chunk in chunks {
      if chunk.size >= Self.largestChunk { munmap(chunk.start, chunk.size) } else { chunk.start.deallocate() }
    }
    entries.deallocate()
    slots.deallocate()
  }

  /// The number of the last term; one less than ``first`` where there is none.
  var last: Int64 { first + Int64(count) - 1 }

  /// The number of a key; 0 for an unknown one.
  ///
  /// A slot holds 32 bits of the hash over the rank from 1.
  @inline(__always)
  func find(_ key: UnsafeRawBufferPointer, _ hash: UInt64) -> Int64 {
    var place = Int(truncatingIfNeeded: hash) & mask
    let high = hash >> 32
    while true {
      let slot = slots[place]
      if slot == 0 { return 0 }
      if slot >> 32 == high, isKey(Int(slot & 0xFFFF_FFFF) - 1, key) {
        return first + Int64(slot & 0xFFFF_FFFF) - 1
      }
      place = (place &+ 1) & mask
    }
  }

  @inline(__always)
  private func isKey(_ rank: Int, _ key: UnsafeRawBufferPointer) -> Bool {
    let entry = entries[rank]
    guard Int(entry.loadUnaligned(as: UInt32.self)) == key.count else { return false }
    guard let start = key.baseAddress else { return true }
    return memcmp(entry + 4, start, key.count) == 0
  }

  /// Adds a key that is not there yet.
  ///
  /// - Returns: Its number.
  @discardableResult
  func append(_ key: UnsafeRawBufferPointer, _ hash: UInt64) -> Int64 {
    if count * 4 >= (mask + 1) * 3 { widen() }
    if count == room { enlarge() }
    let needed = key.count + 4
    var place: UnsafeMutableRawPointer
    if let free, let end, end - free >= needed {
      place = free
    } else {
      let size = max(min(4096 << min(10, chunks.count), Self.largestChunk), needed)
      place = Self.chunk(size)
      chunks.append((place, size))
      end = place + size
    }
    place.storeBytes(of: UInt32(key.count), as: UInt32.self)
    if let start = key.baseAddress { (place + 4).copyMemory(from: start, byteCount: key.count) }
    entries[count] = place
    place += needed
    free = place
    count += 1
    byteCount += key.count
    // A number without a term has an empty key, and is not found.
    if key.count > 0 { insert(hash, count) }
    return first + Int64(count) - 1
  }

  private static func chunk(_ size: Int) -> UnsafeMutableRawPointer {
    guard size >= largestChunk else { return .allocate(byteCount: size, alignment: 16) }
    let pages = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let pages, pages != MAP_FAILED else { preconditionFailure("no memory for terms") }
    return pages
  }

  private func insert(_ hash: UInt64, _ rank: Int) {
    var place = Int(truncatingIfNeeded: hash) & mask
    while slots[place] != 0 { place = (place &+ 1) & mask }
    slots[place] = (hash >> 32) << 32 | UInt64(rank)
  }

  /// Forgets the terms after the first so many.
  func truncate(to wanted: Int) {
    guard wanted < count else { return }
    count = wanted
    rebuild()
    // The room of what was forgotten stays with the tail until it goes.
  }

  /// The key of a number; nil for one that is not here.
  @inline(__always)
  func key(of id: Int64) -> UnsafeRawBufferPointer? {
    let rank = id - first
    guard rank >= 0, rank < count else { return nil }
    let entry = entries[Int(rank)]
    return UnsafeRawBufferPointer(start: entry + 4, count: Int(entry.loadUnaligned(as: UInt32.self)))
  }

  private func enlarge() {
    let wider = UnsafeMutablePointer<UnsafeMutableRawPointer>.allocate(capacity: room * 2)
    wider.update(from: entries, count: count)
    entries.deallocate()
    (entries, room) = (wider, room * 2)
  }

  private func widen() {
    let size = (mask + 1) * 2
    slots.deallocate()
    slots = .allocate(capacity: size)
    mask = size - 1
    rebuild()
  }

  private func rebuild() {
    slots.update(repeating: 0, count: mask + 1)
    for rank in 0..<count {
      let entry = entries[rank]
      let key = UnsafeRawBufferPointer(start: entry + 4, count: Int(entry.loadUnaligned(as: UInt32.self)))
      // A number without a term has an empty key, and is not found.
      if key.count > 0 { insert(TermCodec.hash(key), rank + 1) }
    }
  }
}
