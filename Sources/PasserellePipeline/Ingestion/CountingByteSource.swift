import PasserelleCore

/// Passes bytes through and counts them, for progress; can end early when a stop is asked for.
struct CountingByteSource: ByteSource {
  private var base: any ByteSource
  private let onRead: (Int) -> Void

  init(_ base: any ByteSource, onRead: @escaping (Int) -> Void) {
    self.base = base
    self.onRead = onRead
  }

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let count = try base.read(into: buffer)
    onRead(count)
    return count
  }
}
