internal import Glibc

/// The bytes of a file, mapped for reading as long as the value lives.
///
/// A file that is removed or replaced meanwhile stays readable here; files of an index are never cut or changed.
public final class MappedFile: @unchecked Sendable {
  // The bytes are never written, so any thread may read them.

  /// The bytes, empty for an empty file; they end with the life of this value.
  ///
  /// A value can end with its last mention: hold it with `withExtendedLifetime` while its bytes are used.
  public let bytes: UnsafeRawBufferPointer
  private let unmap: (@Sendable (UnsafeRawBufferPointer) -> Void)?

  /// Takes bytes of another origin.
  ///
  /// - Parameters:
  ///   - bytes: Bytes that stay in place and unchanged until `release` is called.
  ///   - release: Called once with them, when the value goes.
  public init(_ bytes: UnsafeRawBufferPointer, release: @escaping @Sendable (UnsafeRawBufferPointer) -> Void)
  {
    self.bytes = bytes
    unmap = release
  }

  /// Maps a file; throws the error of the path given.
  init(path: String) throws {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw StorageFailure.error(.open, path, errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw StorageFailure.error(.read, path, errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw StorageFailure.error(.read, path, EINVAL) }
    let length = Int(status.st_size)
    guard length > 0 else {
      bytes = UnsafeRawBufferPointer(start: nil, count: 0)
      unmap = nil
      return
    }
    let address = mmap(nil, length, PROT_READ, MAP_SHARED, descriptor, 0)
    guard let address, address != MAP_FAILED else { throw StorageFailure.error(.read, path, errno) }
    bytes = UnsafeRawBufferPointer(start: address, count: length)
    unmap = { munmap(UnsafeMutableRawPointer(mutating: $0.baseAddress), $0.count) }
  }

  deinit { unmap?(bytes) }

  /// A copy of the bytes.
  public func contents() -> [UInt8] { withExtendedLifetime(self) { Array(bytes) } }
}
