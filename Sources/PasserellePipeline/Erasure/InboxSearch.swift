import Foundation

/// Which files of the inbox hold what is erased: they are named, and never changed.
public struct InboxSearch: Sendable {
  /// The files that hold it.
  public internal(set) var files: [String] = []
  /// The files that could not be looked into: archives, and what is packed otherwise.
  public internal(set) var unread: [String] = []

  private static let packed: [[UInt8]] = [
    [0x50, 0x4B], [0x1F, 0x8B], [0x42, 0x5A, 0x68], [0xFD, 0x37, 0x7A], [0x28, 0xB5, 0x2F, 0xFD],
    [0x25, 0x50, 0x44, 0x46],
    [0x37, 0x7A, 0xBC, 0xAF], [0xD0, 0xCF, 0x11, 0xE0],
  ]

  /// Looks nowhere.
  package init() {}

  /// Looks through files.
  ///
  /// - Complexity: O(size of the files).
  package init(_ paths: [String], _ screen: ErasureScreen) {
    for path in paths.sorted() {
      guard let handle = FileHandle(forReadingAtPath: path) else { continue }
      defer { try? handle.close() }
      var rest = Data()
      var isFirst = true
      while let chunk = try? handle.read(upToCount: 4 << 20), !chunk.isEmpty {
        if isFirst, Self.packed.contains(where: { chunk.starts(with: $0) }) {
          unread.append(path)
          break
        }
        isFirst = false
        let bytes = Array(rest + chunk)
        if screen.containsInAnyEncoding(bytes) {
          files.append(path)
          break
        }
        rest = Data(bytes.suffix(4096))
      }
    }
  }
}
