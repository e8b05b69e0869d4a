/// How much of untrusted JSON is taken at most.
public struct JSONLimits: Sendable, Hashable {
  /// The deepest nesting inside one record; the record itself counts as one.
  public var depth: Int
  /// The longest record, in bytes; also how much of the rest of a broken file is kept.
  public var recordBytes: Int
  /// How many bytes are asked of the source at a time.
  public var chunkBytes: Int

  /// Depth 64, records of 16 MiB, chunks of 256 KiB.
  public static let standard = JSONLimits(depth: 64, recordBytes: 16 << 20, chunkBytes: 256 << 10)

  /// Makes limits; values under one are taken as one.
  public init(depth: Int = 64, recordBytes: Int = 16 << 20, chunkBytes: Int = 256 << 10) {
    self.depth = max(1, depth)
    self.recordBytes = max(1, recordBytes)
    self.chunkBytes = max(1, chunkBytes)
  }

  /// The nesting after which reading stops altogether, so that the parser's own stack stays small.
  static let hardDepth = 100_000
}
