import Glibc
import PasserelleCore
import PasserelleSegments

/// The terms of some consecutive numbers in a mapped file; for any thread.
///
/// Kind `TERM`, version 1. Section 1: the first number, how many terms, how many slots, 64 bits each. Section 2: the
/// offset of each block of sixteen terms in section 3, 64 bits. Section 3: the blocks (``TermBlock``). Section 4: one
/// byte a slot, bits 24 to 31 of the hash. Section 5: 32 bits a slot, the rank of its term from 1, 0 for none. The
/// slot of a term is the high half of its hash times the number of slots, shifted right by 32, or the next that was
/// free, the first after the last. A number without a term has a key of one zero byte, and no slot.
final class TermSegment: Sendable {
  static let kind = "TERM"
  static let version: UInt32 = 1

  /// The number of the first term.
  let first: Int64
  /// How many terms there are.
  let count: Int
  private let file: SegmentFile
  private let slots: UInt64
  private nonisolated(unsafe) let offsets: UnsafeRawPointer
  private nonisolated(unsafe) let blocks: UnsafeRawPointer
  private nonisolated(unsafe) let marks: UnsafeRawPointer
  private nonisolated(unsafe) let ranks: UnsafeRawPointer

  /// The number of the last term.
  var last: Int64 { first + Int64(count) - 1 }

  /// Opens and checks a file.
  init(storage: any SegmentStorage, name: String) throws {
    let file = try SegmentFile(
      storage: storage, name: name, kind: Self.kind, versions: Self.version...Self.version)
    self.file = file
    let head = file.section(1)
    let sections = (2...5).map { file.section(UInt32($0)) }
    guard head.count == 24 else { throw Self.damage(file) }
    func word(_ place: Int) -> UInt64 {
      UInt64(littleEndian: head.loadUnaligned(fromByteOffset: 8 * place, as: UInt64.self))
    }
    guard let first = Int64(exactly: word(0)), first > 0, let count = Int(exactly: word(1)), count > 0,
      count <= Int(UInt32.max), word(2) > UInt64(count), word(2) <= 1 << 34,
      sections[0].count == (count + TermBlock.size - 1) / TermBlock.size * 8,
      sections[2].count == Int(word(2)), sections[3].count == Int(word(2)) * 4,
      let offsets = sections[0].baseAddress, let blocks = sections[1].baseAddress,
      let marks = sections[2].baseAddress, let ranks = sections[3].baseAddress
    else { throw Self.damage(file) }
    self.first = first
    self.count = count
    slots = word(2)
    (self.offsets, self.blocks, self.marks, self.ranks) = (offsets, blocks, marks, ranks)
  }

  private static func damage(_ file: SegmentFile) -> PasserelleError {
    file.damage(LocalizedText(fr: "ses sections ne s’accordent pas", en: "its sections do not agree"))
  }

  /// The block of a term and its place in it.
  @inline(__always)
  func place(of id: Int64) -> (block: TermBlock, index: Int)? {
    let rank = id - first
    guard rank >= 0, rank < count else { return nil }
    return (block(Int(rank) / TermBlock.size), Int(rank) % TermBlock.size)
  }

  @inline(__always)
  private func block(_ number: Int) -> TermBlock {
    TermBlock(
      blocks + Int(UInt64(littleEndian: offsets.load(fromByteOffset: 8 * number, as: UInt64.self))))
  }

  /// The number of a key; 0 for an unknown one.
  func find(_ key: UnsafeRawBufferPointer, _ hash: UInt64, _ scratch: inout TermScratch) -> Int64 {
    let mark = UInt8(truncatingIfNeeded: hash >> 24)
    var slot = Int(((hash >> 32) &* slots) >> 32)
    while true {
      let rank = UInt32(littleEndian: ranks.load(fromByteOffset: 4 * slot, as: UInt32.self))
      if rank == 0 { return 0 }
      if marks.load(fromByteOffset: slot, as: UInt8.self) == mark {
        let number = Int(rank) - 1
        if isKey(number, key, &scratch) { return first + Int64(number) }
      }
      slot += 1
      if slot == Int(slots) { slot = 0 }
    }
  }

  private func isKey(_ rank: Int, _ key: UnsafeRawBufferPointer, _ scratch: inout TermScratch) -> Bool {
    let (block, index) = (block(rank / TermBlock.size), rank % TermBlock.size)
    guard let start = key.baseAddress else { return false }
    if let whole = block.wholeKey(index) {
      guard whole.count == key.count, let text = whole.baseAddress else { return false }
      return memcmp(text, start, key.count) == 0
    }
    guard block.length(index) == key.count else { return false }
    let copy = scratch.room(key.count)
    block.copyKey(index, to: copy)
    return memcmp(copy, start, key.count) == 0
  }

  /// The name of the file.
  var name: String { file.name }
}

/// Room for keys that are put together, kept for the next one.
struct TermScratch: ~Copyable {
  private var start = UnsafeMutableRawPointer.allocate(byteCount: 1024, alignment: 16)
  private var capacity = 1024

  deinit { start.deallocate() }

  /// Room for so many bytes, until more is asked for.
  mutating func room(_ count: Int) -> UnsafeMutableRawPointer {
    if count > capacity {
      start.deallocate()
      capacity = max(count, capacity * 2)
      start = .allocate(byteCount: capacity, alignment: 16)
    }
    return start
  }
}

/// Writes a term segment; terms come by ascending number.
final class TermSegmentWriter {
  private let writer: SegmentFileWriter
  private let first: Int64
  private var blocks = TermBlockWriter()
  private var offsets: [UInt64] = []
  private var written = 0
  private var hashes: [UInt64] = []

  /// Starts a file.
  init(storage: any SegmentStorage, name: String, first: Int64, capacity: Int) throws {
    self.first = first
    writer = try SegmentFileWriter(
      storage: storage, name: name, kind: TermSegment.kind, version: TermSegment.version)
    hashes.reserveCapacity(capacity)
    try writer.beginSection(3)
  }

  /// The number of the next term.
  var next: Int64 { first + Int64(hashes.count) }

  /// Adds the next term; an empty key stands for a number without a term.
  func add(_ key: UnsafeRawBufferPointer) throws {
    if key.isEmpty {
      try [UInt8(0)].withUnsafeBytes { try add($0, 0) }
    } else {
      try add(key, key.count == 1 && key[0] == 0 ? 0 : TermCodec.hash(key))
    }
  }

  private func add(_ key: UnsafeRawBufferPointer, _ hash: UInt64) throws {
    if blocks.pending == 0 { offsets.append(UInt64(written + blocks.bytes.count)) }
    hashes.append(hash)
    blocks.add(key)
    if blocks.bytes.count > 1 << 18 { try drain() }
  }

  private func drain() throws {
    try writer.append(blocks.bytes)
    written += blocks.bytes.count
    blocks.bytes.removeAll(keepingCapacity: true)
  }

  /// Completes the file.
  func finish() throws {
    blocks.finishBlock()
    try drain()
    try writer.endSection()
    let slots = max(16, hashes.count + hashes.count / 3 + 1)
    var head: [UInt8] = []
    for word in [UInt64(first), UInt64(hashes.count), UInt64(slots)] { Self.append(word, to: &head) }
    try writer.section(1, head)
    try writer.beginSection(2)
    try offsets.map(\.littleEndian).withUnsafeBytes { try writer.append($0) }
    try writer.endSection()
    var ranks = [UInt32](repeating: 0, count: slots)
    var marks = [UInt8](repeating: 0, count: slots)
    for (rank, hash) in hashes.enumerated() where hash != 0 {
      var slot = Int(((hash >> 32) &* UInt64(slots)) >> 32)
      while ranks[slot] != 0 {
        slot += 1
        if slot == slots { slot = 0 }
      }
      ranks[slot] = UInt32(rank + 1).littleEndian
      marks[slot] = UInt8(truncatingIfNeeded: hash >> 24)
    }
    hashes = []
    try writer.section(4, marks)
    try writer.beginSection(5)
    try ranks.withUnsafeBytes { try writer.append($0) }
    try writer.endSection()
    _ = try writer.finish()
  }

  private static func append(_ word: UInt64, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
  }
}
