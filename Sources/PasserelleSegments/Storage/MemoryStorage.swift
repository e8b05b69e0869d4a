internal import Glibc
internal import Synchronization

/// The files of an index in memory, for an index that no one else needs.
///
/// All go with the last value that holds them. Syncing does nothing.
public final class MemoryStorage: SegmentStorage {
  private let files = Mutex<[String: MappedFile]>([:])
  /// A file without a name for each lock, so that one holder excludes another as in a folder.
  private let locks = Mutex<[String: Int32]>([:])

  /// Makes an empty storage.
  public init() {}

  deinit { for descriptor in locks.withLock({ Array($0.values) }) { close(descriptor) } }

  /// What people call a file: its name.
  public func path(of name: String) -> String { name }

  /// Makes a file of its own, which appears when it is finished.
  public func create(_ name: String) throws -> any SegmentOutput {
    try check(name)
    try remove(name)
    return MemoryOutput { file in self.files.withLock { $0[name] = file } }
  }

  /// The bytes of a file.
  public func map(_ name: String) throws -> MappedFile {
    try check(name)
    guard let file = files.withLock({ $0[name] }) else { throw StorageFailure.error(.open, name, ENOENT) }
    return file
  }

  /// Puts a small file in place.
  public func replace(_ name: String, with bytes: [UInt8]) throws {
    try check(name)
    let output = MemoryOutput { file in self.files.withLock { $0[name] = file } }
    try bytes.withUnsafeBytes { try output.write($0) }
    try output.finish()
  }

  /// The bytes of a small file; nil when there is none.
  public func read(_ name: String) throws -> [UInt8]? {
    try check(name)
    return files.withLock { $0[name] }?.contents()
  }

  /// Does nothing.
  public func syncFolder() throws {}

  /// Removes a file; those who read it keep what they had.
  public func remove(_ name: String) throws {
    try check(name)
    files.withLock { $0[name] = nil }
  }

  /// The names of all files, ascending bytewise.
  public func names() throws -> [String] {
    files.withLock { Array($0.keys) }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Takes the lock of a name until the value goes; nil when another holder has it.
  public func lock(_ name: String) throws -> StorageLock? {
    try check(name)
    let descriptor = try locks.withLock { locks in
      if let known = locks[name] { return known }
      let made = Self.namelessFile()
      guard made >= 0 else { throw StorageFailure.error(.lock, name, errno) }
      locks[name] = made
      return made
    }
    return try StorageLock.take("/proc/self/fd/\(descriptor)")
  }

  /// This process, where it has taken the lock.
  public func holder(of name: String) -> Int? {
    locks.withLock { $0[name] }.flatMap { StorageLock.holder("/proc/self/fd/\($0)") }
  }

  /// An empty file that goes with its descriptor; negative when none can be made.
  private static func namelessFile() -> Int32 {
    guard let stream = tmpfile() else { return -1 }
    defer { fclose(stream) }
    return fcntl(fileno(stream), F_DUPFD_CLOEXEC, 0)
  }

  private func check(_ name: String) throws {
    guard !name.isEmpty, name != ".", name != "..", !name.utf8.contains(where: { $0 == 0x2F || $0 == 0 })
    else { throw StorageFailure.badName(name) }
  }
}

/// A file of ``MemoryStorage`` that is being written.
private final class MemoryOutput: SegmentOutput {
  private let publish: (MappedFile) -> Void
  /// Nil when the file is finished or abandoned.
  private var bytes: UnsafeMutableRawBufferPointer? = .allocate(byteCount: 4096, alignment: 64)
  private var count = 0

  init(publish: @escaping (MappedFile) -> Void) { self.publish = publish }

  deinit { bytes?.deallocate() }

  func write(_ added: UnsafeRawBufferPointer) throws {
    guard var room = bytes else { throw StorageFailure.error(.write, "", EBADF) }
    guard let start = added.baseAddress else { return }
    if count + added.count > room.count {
      let larger = UnsafeMutableRawBufferPointer.allocate(
        byteCount: max(2 * room.count, count + added.count), alignment: 64)
      larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: room[..<count]))
      room.deallocate()
      (bytes, room) = (larger, larger)
    }
    UnsafeMutableRawBufferPointer(rebasing: room[count...]).copyMemory(
      from: UnsafeRawBufferPointer(start: start, count: added.count))
    count += added.count
  }

  func finish() throws {
    guard let room = bytes else { throw StorageFailure.error(.write, "", EBADF) }
    bytes = nil
    publish(
      MappedFile(UnsafeRawBufferPointer(rebasing: room[..<count])) {
        UnsafeMutableRawBufferPointer(mutating: $0).deallocate()
      })
  }

  func abandon() {
    bytes?.deallocate()
    bytes = nil
  }
}
