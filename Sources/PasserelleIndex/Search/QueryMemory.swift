import Synchronization

/// Memory for the cursors and windows of one query at a time, kept for the next one.
///
/// Taken from slabs, because a query needs many small pieces and lasts some microseconds.
final class QueryMemory: @unchecked Sendable {
  private static let slabSize = 1 << 16

  private var slabs: [UnsafeMutableRawPointer] = []
  private var free: UnsafeMutableRawPointer
  private var left: Int
  /// Tables of which the statistics keep none.
  private var tables: [ScoringTable] = []
  /// Room for what one block of candidates finds in a list, shared by the lists of a query.
  let matches: UnsafeMutablePointer<UInt32>
  /// Sums by document of a window; zero between uses.
  let sums: UnsafeMutablePointer<Int32>
  /// One bit for each document of a window; zero between uses.
  let touched: UnsafeMutablePointer<UInt64>

  init() {
    matches = .allocate(capacity: SearchWindow.size + 1)
    sums = .allocate(capacity: SearchWindow.size)
    sums.initialize(repeating: 0, count: SearchWindow.size)
    touched = .allocate(capacity: SearchWindow.words)
    touched.initialize(repeating: 0, count: SearchWindow.words)
    free = .allocate(byteCount: Self.slabSize, alignment: 64)
    left = Self.slabSize
    slabs.append(free)
  }

  deinit {
    for slab in slabs { slab.deallocate() }
    matches.deallocate()
    sums.deallocate()
    touched.deallocate()
  }

  /// Room for some plain values, not initialised.
  @inline(__always)
  func room<Value: BitwiseCopyable>(_ type: Value.Type, _ count: Int) -> UnsafeMutablePointer<Value> {
    // Whole cache lines, so that every piece is aligned for any type.
    let size = (max(1, count) &* MemoryLayout<Value>.stride &+ 63) & ~63
    guard size <= left else { return slab(size).bindMemory(to: Value.self, capacity: count) }
    let room = free.bindMemory(to: Value.self, capacity: count)
    free += size
    left &-= size
    return room
  }

  /// A piece that the current slab has no room for.
  @inline(never)
  private func slab(_ size: Int) -> UnsafeMutableRawPointer {
    let slab = UnsafeMutableRawPointer.allocate(byteCount: max(size, Self.slabSize), alignment: 64)
    slabs.append(slab)
    if size < Self.slabSize { (free, left) = (slab + size, Self.slabSize - size) }
    return slab
  }

  /// A copy of some plain values.
  func copy<Value: BitwiseCopyable>(_ values: [Value]) -> UnsafeBufferPointer<Value> {
    let copy = room(Value.self, values.count)
    for (place, value) in values.enumerated() { (copy + place).initialize(to: value) }
    return UnsafeBufferPointer(start: copy, count: values.count)
  }

  /// A cursor over a term's postings, with its buffers.
  @inline(__always)
  func cursor(_ entry: TermEntry, _ field: borrowing FieldReader) -> UnsafeMutablePointer<PostingsCursor> {
    let buffer = room(UInt32.self, PostingsCursor.bufferSize)
    let cursor = room(PostingsCursor.self, 1)
    PostingsCursor.open(entry, field, buffer: buffer, at: cursor)
    return cursor
  }

  /// Keeps a table as long as what was taken since.
  func keep(_ table: ScoringTable) { tables.append(table) }
}

extension QueryMemory {
  /// What was taken so far.
  struct Mark {
    fileprivate let slabs: Int
    fileprivate let free: UnsafeMutableRawPointer
    fileprivate let left: Int
    fileprivate let tables: Int
  }

  /// A place to rewind to.
  var mark: Mark { Mark(slabs: slabs.count, free: free, left: left, tables: tables.count) }

  /// Gives back what was taken since a mark.
  func rewind(to mark: Mark) {
    while slabs.count > mark.slabs { slabs.removeLast().deallocate() }
    if tables.count > mark.tables { tables.removeLast(tables.count - mark.tables) }
    (free, left) = (mark.free, mark.left)
  }
}

/// Memory of queries that ended, for those to come.
final class QueryMemoryPool: Sendable {
  /// How many pieces are kept, which is as many as queries run at once in most uses.
  private static let limit = 16

  private let idle = Mutex<[QueryMemory]>([])

  /// Calls with a memory that nothing else uses meanwhile.
  @inline(__always)
  func withMemory<Result>(_ body: (QueryMemory) -> Result) -> Result {
    let memory = idle.withLock { $0.popLast() } ?? QueryMemory()
    let mark = memory.mark
    let result = body(memory)
    memory.rewind(to: mark)
    idle.withLock { if $0.count < Self.limit { $0.append(memory) } }
    return result
  }
}
