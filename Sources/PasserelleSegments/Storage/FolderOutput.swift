internal import Glibc

/// A file of a folder that is being written, through a buffer.
final class FolderOutput: SegmentOutput {
  private static let capacity = 1 << 20

  private let path: String
  private var descriptor: Int32
  private let buffer: UnsafeMutableRawPointer
  private var filled = 0

  /// Makes the file; an older one of that path loses its name, not its bytes.
  init(path: String) throws {
    self.path = path
    unlink(path)
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    buffer = .allocate(byteCount: Self.capacity, alignment: 4096)
    guard descriptor >= 0 else { throw StorageFailure.error(.write, path, errno) }
  }

  deinit {
    abandon()
    buffer.deallocate()
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws {
    guard descriptor >= 0 else { throw StorageFailure.error(.write, path, EBADF) }
    guard let start = bytes.baseAddress else { return }
    if filled + bytes.count > Self.capacity { try flush() }
    if bytes.count >= Self.capacity {
      try writeAll(start, bytes.count)
    } else {
      (buffer + filled).copyMemory(from: start, byteCount: bytes.count)
      filled += bytes.count
    }
  }

  func finish() throws {
    guard descriptor >= 0 else { throw StorageFailure.error(.write, path, EBADF) }
    try flush()
    while fsync(descriptor) != 0 {
      guard errno == EINTR else { throw failed(errno) }
    }
    let closing = descriptor
    descriptor = -1
    if close(closing) != 0, errno != EINTR {
      let number = errno
      unlink(path)
      throw StorageFailure.error(.write, path, number)
    }
  }

  func abandon() {
    guard descriptor >= 0 else { return }
    close(descriptor)
    descriptor = -1
    unlink(path)
  }

  private func flush() throws {
    try writeAll(buffer, filled)
    filled = 0
  }

  private func writeAll(_ start: UnsafeRawPointer, _ count: Int) throws {
    var done = 0
    while done < count {
      let written = Glibc.write(descriptor, start + done, count - done)
      if written < 0 {
        guard errno == EINTR else { throw failed(errno) }
      } else {
        done += written
      }
    }
  }

  private func failed(_ number: Int32) -> any Error {
    abandon()
    return StorageFailure.error(.write, path, number)
  }
}
