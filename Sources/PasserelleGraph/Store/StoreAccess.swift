import Glibc

/// How the file of a store can be reached.
struct StoreAccess {
  /// What SQLite opens: the path, or a URI for a file that nobody can be writing to.
  let name: String
  /// Whether nothing can be written.
  let isReadOnly: Bool

  /// Looks at a file and its folder.
  ///
  /// A store in write-ahead mode needs its two companion files even for reading. Where they are missing and cannot be
  /// made, as on a read-only disk, the file is opened as immutable.
  init(_ path: String, isReadOnly wanted: Bool) {
    let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let exists = access(path, F_OK) == 0
    isReadOnly = exists && (wanted || access(path, W_OK) != 0 || access(folder, W_OK) != 0)
    let hasCompanions = access(path + "-shm", R_OK) == 0 && access(path + "-wal", R_OK) == 0
    name = isReadOnly && !hasCompanions ? "file:" + Self.escaped(path) + "?immutable=1" : path
  }

  /// A path as it stands in a URI.
  private static func escaped(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF")
    return path.utf8.reduce(into: "") { text, byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E:
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        text += "%" + String(digits[Int(byte >> 4)]) + String(digits[Int(byte & 15)])
      }
    }
  }
}
