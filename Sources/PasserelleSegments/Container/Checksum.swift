internal import CXXHash

/// Checksums of bytes, XXH3 of 64 bits with seed 0.
public enum Checksum {
  /// The checksum of some bytes.
  ///
  /// - Complexity: O(*n*), near the speed of memory.
  public static func xxh3(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    XXH3_64bits(bytes.baseAddress, bytes.count)
  }

  /// The checksum of an array of bytes.
  public static func xxh3(_ bytes: [UInt8]) -> UInt64 {
    bytes.withUnsafeBytes { xxh3($0) }
  }
}

/// A checksum of bytes that come piece by piece; the same as that of all of them at once.
struct ChecksumStream: ~Copyable {
  private let state: OpaquePointer

  init() {
    guard let state = XXH3_createState() else { preconditionFailure("no memory for a checksum") }
    self.state = state
    reset()
  }

  deinit { XXH3_freeState(state) }

  /// Starts again.
  func reset() { XXH3_64bits_reset(state) }

  /// Adds bytes.
  func update(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count > 0 else { return }
    XXH3_64bits_update(state, bytes.baseAddress, bytes.count)
  }

  /// The checksum of all bytes since the start.
  var value: UInt64 { XXH3_64bits_digest(state) }
}
