internal import Glibc

/// Changes to the folder that outlast a crash.
extension FolderStorage {
  /// Puts a small file in place as a whole: temporary file, sync, rename, sync of the folder.
  public func replace(_ name: String, with bytes: [UInt8]) throws {
    let path = try checkedPath(name)
    let output = try FolderOutput(path: path + ".new")
    try bytes.withUnsafeBytes { try output.write($0) }
    try output.finish()
    guard rename(path + ".new", path) == 0 else {
      let number = errno
      unlink(path + ".new")
      throw StorageFailure.error(.replace, path, number)
    }
    try syncFolder()
  }

  /// Removes a file; one that is missing already is fine.
  public func remove(_ name: String) throws {
    let path = try checkedPath(name)
    guard unlink(path) == 0 || errno == ENOENT else { throw StorageFailure.error(.remove, path, errno) }
  }

  /// Makes the names of files made or removed before outlast a crash.
  public func syncFolder() throws { try Self.sync(folder) }

  static func sync(_ folder: String) throws {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw StorageFailure.error(.write, folder, errno) }
    defer { close(descriptor) }
    while fsync(descriptor) != 0 {
      // Some file systems do not sync folders; then there is nothing to wait for.
      if errno == EINVAL || errno == ENOTSUP { return }
      guard errno == EINTR else { throw StorageFailure.error(.write, folder, errno) }
    }
  }

  static func makeFolder(_ path: String) throws {
    if mkdir(path, 0o755) == 0 {
      let above = path.lastIndex(of: "/").map { path[..<$0] } ?? "."
      try sync(above.isEmpty ? "/" : String(above))
      return
    }
    switch errno {
    case EEXIST:
      var status = stat()
      guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
        throw StorageFailure.error(.makeFolder, path, ENOTDIR)
      }
    case ENOENT:
      guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else {
        throw StorageFailure.error(.makeFolder, path, ENOENT)
      }
      try makeFolder(String(path[..<slash]))
      try makeFolder(path)
    default: throw StorageFailure.error(.makeFolder, path, errno)
    }
  }
}
