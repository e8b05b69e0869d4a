/// One file of an archive.
public struct ArchiveEntry: Sendable, Hashable {
  /// Its path in the archive, parts joined by `/`.
  public let path: String
  /// Its bytes.
  public let bytes: [UInt8]
  /// Whether it is kept as it is; all others are deflated.
  public let isStored: Bool

  /// Makes an entry.
  public init(path: String, bytes: [UInt8], isStored: Bool = false) {
    self.path = path
    self.bytes = bytes
    self.isStored = isStored
  }

  /// Whether the path stays within the folder into which the archive is unpacked, on any system.
  var hasSafePath: Bool {
    path.utf8.count <= 0xFFFF && !path.contains { $0 == "\\" || $0 == ":" || $0.isNewline }
      && path.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
      && path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
        !$0.isEmpty && $0 != "." && $0 != ".."
      }
  }
}
