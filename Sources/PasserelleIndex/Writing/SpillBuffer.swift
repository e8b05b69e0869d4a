import PasserelleSegments

/// The bytes of a section in the making: in memory, and beyond a limit in a temporary file.
struct SpillBuffer: ~Copyable {
  /// Bytes kept in memory before they go to the file.
  static let limit = 64 << 20

  private let storage: any SegmentStorage
  private let name: String
  private let limit: Int
  private var output: (any SegmentOutput)?
  private var spilled = 0
  /// The bytes that are in memory, the last ones.
  var tail: ByteBuffer

  /// Makes an empty buffer.
  ///
  /// - Parameters:
  ///   - storage: Where the temporary file goes, if one is needed.
  ///   - name: Its name.
  ///   - limit: Bytes kept in memory.
  init(storage: any SegmentStorage, name: String, limit: Int) {
    self.storage = storage
    self.name = name
    self.limit = limit
    tail = ByteBuffer(capacity: 1 << 12)
  }

  deinit { output?.abandon() }

  /// The number of bytes.
  @inline(__always)
  var count: Int { spilled &+ tail.count }

  /// Sends the bytes in memory to the file when they have passed the limit.
  @inline(__always)
  mutating func settle() throws {
    if tail.count > limit { try spill() }
  }

  @inline(never)
  private mutating func spill() throws {
    let target: any SegmentOutput
    if let output {
      target = output
    } else {
      target = try storage.create(name)
      output = target
    }
    try target.write(tail.bytes)
    spilled += tail.count
    tail.truncate()
  }

  /// Writes all bytes as a section, and removes the temporary file.
  ///
  /// - Parameters:
  ///   - id: The section's number.
  ///   - writer: The file of the segment.
  /// - Throws: What the storage says.
  mutating func write(_ id: UInt32, to writer: SegmentFileWriter) throws {
    try writer.beginSection(id)
    if let output {
      try output.finish()
      self.output = nil
      defer { try? storage.remove(name) }
      let file = try storage.map(name)
      try withExtendedLifetime(file) { try writer.append(file.bytes) }
    }
    try writer.append(tail.bytes)
    try writer.endSection()
    tail.truncate()
    spilled = 0
  }
}
