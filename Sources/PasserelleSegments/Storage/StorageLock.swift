internal import Glibc

/// The right to write to an index, held by one holder at a time (`flock`).
///
/// The kernel frees it when the process ends, however it ends.
public final class StorageLock: Sendable {
  private let descriptor: Int32

  private init(descriptor: Int32) { self.descriptor = descriptor }

  deinit {
    ftruncate(descriptor, 0)
    // Said outright: a child process that is just being started may hold the descriptor for a moment longer.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  /// Takes the lock of a file, made if needed; nil when another holder has it.
  static func take(_ path: String) throws -> StorageLock? {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw StorageFailure.error(.lock, path, errno) }
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      let number = errno
      if number == EINTR { continue }
      close(descriptor)
      guard number == EWOULDBLOCK else { throw StorageFailure.error(.lock, path, number) }
      return nil
    }
    // The number is for people; a lock without it is as good.
    let text = Array("\(getpid())\n".utf8)
    ftruncate(descriptor, 0)
    _ = text.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    return StorageLock(descriptor: descriptor)
  }

  /// The process whose number stands in a lock file.
  static func holder(_ path: String) -> Int? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    let digits = [UInt8](unsafeUninitializedCapacity: 32) { bytes, count in
      count = max(0, Glibc.read(descriptor, bytes.baseAddress, 32))
    }.prefix { $0 >= 0x30 && $0 <= 0x39 }
    return Int(String(decoding: digits, as: UTF8.self))
  }
}
