internal import Glibc

/// The files of an index in a folder.
public struct FolderStorage: SegmentStorage {
  /// The path of the folder.
  public let folder: String

  /// Takes a folder.
  ///
  /// - Parameters:
  ///   - path: The path of the folder.
  ///   - creating: Whether the folder is made, with those above it, where it is missing; a folder that is
  ///     missing reads as an empty one.
  /// - Throws: `PasserelleError` with code `.indexInvalid` or `.graphDiskFull` when it cannot be made.
  public init(path: String, creating: Bool = true) throws {
    folder = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    if creating { try Self.makeFolder(folder) }
  }

  /// The path of a file.
  public func path(of name: String) -> String { folder + "/" + name }

  /// Makes a file of its own; one of that name disappears first.
  public func create(_ name: String) throws -> any SegmentOutput {
    try FolderOutput(path: checkedPath(name))
  }

  /// Maps a whole file for reading.
  public func map(_ name: String) throws -> MappedFile { try MappedFile(path: checkedPath(name)) }

  /// The bytes of a small file; nil when there is none.
  public func read(_ name: String) throws -> [UInt8]? {
    let path = try checkedPath(name)
    var status = stat()
    if stat(path, &status) != 0, errno == ENOENT { return nil }
    return try MappedFile(path: path).contents()
  }

  /// Takes the lock of a name until the value goes; nil when another holder has it.
  public func lock(_ name: String) throws -> StorageLock? { try StorageLock.take(checkedPath(name)) }

  /// The process that took the lock of a name last; nil when it was given back, or never taken.
  public func holder(of name: String) -> Int? {
    (try? checkedPath(name)).flatMap { StorageLock.holder($0) }
  }

  /// The names of all files, ascending bytewise.
  public func names() throws -> [String] {
    guard let stream = opendir(folder) else {
      if errno == ENOENT { return [] }
      throw StorageFailure.error(.read, folder, errno)
    }
    defer { closedir(stream) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else { break }
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    guard errno == 0 else { throw StorageFailure.error(.read, folder, errno) }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  func checkedPath(_ name: String) throws -> String {
    let isPlain =
      !name.isEmpty && name != "." && name != ".." && !name.utf8.contains { $0 == 0x2F || $0 == 0 }
    guard isPlain else { throw StorageFailure.badName(name) }
    return path(of: name)
  }
}
