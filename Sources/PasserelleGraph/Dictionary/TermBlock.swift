import Glibc
import PasserelleSegments

/// Up to sixteen keys of terms in a row, each shortened by what it shares with one before it.
///
/// One byte: how many keys. One byte: the width of the ends, 2 or 4. The end of each key's entry, low bytes first,
/// counted from the first entry. Then the entries: one byte says how many keys back the one stands that it begins like,
/// 0 for none; else a ``PasserelleSegments/VarInt`` says how many bytes it shares; then the rest of the key.
struct TermBlock {
  /// The most keys of a block.
  static let size = 16

  /// The number of keys.
  let count: Int
  private let width: Int
  private let ends: UnsafeRawPointer
  private let entries: UnsafeRawPointer

  /// Takes the block at the start of checked bytes.
  init(_ start: UnsafeRawPointer) {
    count = Int(start.load(as: UInt8.self))
    width = Int(start.load(fromByteOffset: 1, as: UInt8.self))
    ends = start + 2
    entries = start + 2 + count * width
  }

  /// How many bytes the block takes.
  var byteCount: Int { 2 + count * width + end(count - 1) }

  /// The key where it stands, when it shares nothing; nil for one that has to be put together.
  @inline(__always)
  func wholeKey(_ index: Int) -> UnsafeRawBufferPointer? {
    let start = index == 0 ? 0 : end(index - 1)
    guard entries.load(fromByteOffset: start, as: UInt8.self) == 0 else { return nil }
    return UnsafeRawBufferPointer(start: entries + start + 1, count: end(index) - start - 1)
  }

  /// The length of a key.
  func length(_ index: Int) -> Int {
    let entry = entry(index)
    return entry.shared + entry.rest.count
  }

  /// Puts a key together where there is room for it.
  func copyKey(_ index: Int, to target: UnsafeMutableRawPointer) {
    var index = index
    var entry = entry(index)
    copy(entry.rest, entry.rest.count, to: target + entry.shared)
    var wanted = entry.shared
    while wanted > 0 {
      index -= entry.distance
      entry = self.entry(index)
      if entry.shared < wanted {
        copy(entry.rest, wanted - entry.shared, to: target + entry.shared)
        wanted = entry.shared
      }
    }
  }

  private func copy(_ bytes: UnsafeRawBufferPointer, _ count: Int, to target: UnsafeMutableRawPointer) {
    guard count > 0, let start = bytes.baseAddress else { return }
    target.copyMemory(from: start, byteCount: count)
  }

  private struct Entry {
    var distance: Int
    var shared: Int
    var rest: UnsafeRawBufferPointer
  }

  private func entry(_ index: Int) -> Entry {
    let start = index == 0 ? 0 : end(index - 1)
    let stop = entries + end(index)
    let distance = Int(entries.load(fromByteOffset: start, as: UInt8.self))
    var cursor = (entries + start + 1).assumingMemoryBound(to: UInt8.self)
    let limit = stop.assumingMemoryBound(to: UInt8.self)
    let shared = distance == 0 ? 0 : Int(VarInt.read(&cursor, end: limit) ?? 0)
    return Entry(
      distance: distance, shared: shared,
      rest: UnsafeRawBufferPointer(start: cursor, count: limit - cursor))
  }

  @inline(__always)
  private func end(_ index: Int) -> Int {
    width == 2
      ? Int(UInt16(littleEndian: ends.loadUnaligned(fromByteOffset: 2 * index, as: UInt16.self)))
      : Int(UInt32(littleEndian: ends.loadUnaligned(fromByteOffset: 4 * index, as: UInt32.self)))
  }

  /// Checks the block at the start of some bytes.
  ///
  /// - Returns: Its length; nil for bytes that are no block.
  static func check(_ bytes: UnsafeRawBufferPointer) -> Int? {
    guard bytes.count >= 2, let start = bytes.baseAddress else { return nil }
    let (count, width) = (Int(bytes[0]), Int(bytes[1]))
    guard count >= 1, count <= size, width == 2 || width == 4, bytes.count >= 2 + count * width else {
      return nil
    }
    let block = TermBlock(start)
    var (before, lengths) = (0, [Int]())
    for index in 0..<count {
      let end = block.end(index)
      guard end > before, 2 + count * width + end <= bytes.count else { return nil }
      let entry = block.entry(index)
      guard entry.distance <= index, entry.shared >= 0, entry.rest.count >= 0,
        entry.distance == 0 || entry.shared <= lengths[index - entry.distance]
      else { return nil }
      lengths.append(entry.shared + entry.rest.count)
      before = end
    }
    return block.byteCount
  }
}

/// Writes blocks of keys one after the other.
struct TermBlockWriter {
  /// The blocks that are complete.
  var bytes: [UInt8] = []
  private var keys: [UInt8] = []
  private var starts: [Int] = []
  private var entries: [UInt8] = []
  private var ends: [Int] = []

  /// The keys of the block that is not complete.
  var pending: Int { starts.count }

  /// Adds a key.
  ///
  /// - Returns: Whether a block was completed.
  @discardableResult
  mutating func add(_ key: UnsafeRawBufferPointer) -> Bool {
    let (distance, shared) = nearest(key)
    entries.append(UInt8(distance))
    if distance > 0 { VarInt.append(shared, to: &entries) }
    entries.append(contentsOf: UnsafeRawBufferPointer(rebasing: key[shared...]))
    ends.append(entries.count)
    starts.append(keys.count)
    keys.append(contentsOf: key)
    guard starts.count == TermBlock.size else { return false }
    finishBlock()
    return true
  }

  /// Completes the block at hand.
  mutating func finishBlock() {
    guard !starts.isEmpty else { return }
    let isNarrow = entries.count <= Int(UInt16.max)
    bytes.append(UInt8(starts.count))
    bytes.append(isNarrow ? 2 : 4)
    for end in ends {
      bytes.append(UInt8(truncatingIfNeeded: end))
      bytes.append(UInt8(truncatingIfNeeded: end >> 8))
      if !isNarrow {
        bytes.append(UInt8(truncatingIfNeeded: end >> 16))
        bytes.append(UInt8(truncatingIfNeeded: end >> 24))
      }
    }
    bytes.append(contentsOf: entries)
    keys.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  /// The key of the block that shares the most, and how much; sharing less than four bytes pays nothing.
  private func nearest(_ key: UnsafeRawBufferPointer) -> (distance: Int, shared: Int) {
    guard let start = key.baseAddress else { return (0, 0) }
    var (distance, shared) = (0, 3)
    keys.withUnsafeBytes { known in
      guard let base = known.baseAddress else { return }
      var end = known.count
      for index in starts.indices.reversed() {
        let other = base + starts[index]
        let limit = min(end - starts[index], key.count)
        end = starts[index]
        // One that differs at the place to beat cannot share more.
        guard limit > shared,
          other.load(fromByteOffset: shared, as: UInt8.self)
            == start.load(fromByteOffset: shared, as: UInt8.self)
        else { continue }
        var at = 0
        while at + 8 <= limit {
          let difference =
            other.loadUnaligned(fromByteOffset: at, as: UInt64.self)
            ^ start.loadUnaligned(fromByteOffset: at, as: UInt64.self)
          if difference != 0 {
            at += UInt64(littleEndian: difference).trailingZeroBitCount >> 3
            break
          }
          at += 8
        }
        if at + 8 > limit {
          while at < limit,
            other.load(fromByteOffset: at, as: UInt8.self) == start.load(fromByteOffset: at, as: UInt8.self)
          {
            at += 1
          }
        }
        if at > shared { (distance, shared) = (starts.count - index, at) }
      }
    }
    return distance == 0 ? (0, 0) : (distance, shared)
  }
}
