/// Memory for the cursors and windows of one query in one segment, freed with it.
///
/// Taken from slabs, because a query needs many small pieces and lasts some ten microseconds.
final class QueryMemory {
  private static let slabSize = 1 << 16

  private var slabs: [UnsafeMutableRawPointer] = []
  private var free: UnsafeMutableRawPointer
  private var left: Int
  /// Room for what one block of candidates finds in a list, shared by the lists of a query.
  private(set) var matches: UnsafeMutablePointer<UInt32>

  init() {
    free = .allocate(byteCount: Self.slabSize, alignment: 64)
    left = Self.slabSize
    slabs.append(free)
    matches = free.bindMemory(to: UInt32.self, capacity: SearchWindow.size + 1)
    matches = room(UInt32.self, SearchWindow.size + 1)
  }

  deinit { for slab in slabs { slab.deallocate() } }

  /// Room for some plain values, not initialised.
  func room<Value: BitwiseCopyable>(_ type: Value.Type, _ count: Int) -> UnsafeMutablePointer<Value> {
    // Whole cache lines, so that every piece is aligned for any type.
    let size = (max(1, count) * MemoryLayout<Value>.stride + 63) & ~63
    if size > left {
      let slab = UnsafeMutableRawPointer.allocate(byteCount: max(size, Self.slabSize), alignment: 64)
      slabs.append(slab)
      if size >= Self.slabSize { return slab.bindMemory(to: Value.self, capacity: count) }
      (free, left) = (slab, Self.slabSize)
    }
    defer {
      free += size
      left -= size
    }
    return free.bindMemory(to: Value.self, capacity: count)
  }

  /// A copy of some plain values.
  func copy<Value: BitwiseCopyable>(_ values: [Value]) -> UnsafeBufferPointer<Value> {
    let copy = room(Value.self, values.count)
    for (place, value) in values.enumerated() { (copy + place).initialize(to: value) }
    return UnsafeBufferPointer(start: copy, count: values.count)
  }

  /// A cursor over a term's postings, with its buffers.
  func cursor(_ entry: TermEntry, _ field: FieldReader) -> UnsafeMutablePointer<PostingsCursor> {
    let buffer = room(UInt32.self, PostingsCursor.bufferSize)
    let cursor = room(PostingsCursor.self, 1)
    cursor.initialize(to: PostingsCursor(entry, field, buffer: buffer))
    return cursor
  }
}
