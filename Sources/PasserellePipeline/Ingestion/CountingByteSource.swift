import PasserelleCore
import PasserelleSources

/// Passes bytes through and counts them, for progress; ends early with ``ReadingStopped`` when a stop is asked for.
struct CountingByteSource: ByteSource {
  private var base: any ByteSource
  private let isStopped: () -> Bool
  private let onRead: (Int) -> Void

  init(
    _ base: any ByteSource, isStopped: @escaping () -> Bool = { false },
    onRead: @escaping (Int) -> Void = { _ in }
  ) {
    self.base = base
    self.isStopped = isStopped
    self.onRead = onRead
  }

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    // Between records the caller is asked; within one, or behind the last, nobody else would ask.
    if isStopped() { throw ReadingStopped() }
    let count = try base.read(into: buffer)
    onRead(count)
    return count
  }
}
