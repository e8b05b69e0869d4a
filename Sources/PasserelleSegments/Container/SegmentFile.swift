public import PasserelleCore

/// A segment file, mapped and verified; immutable, for any thread.
///
/// All bytes are checked when it is opened: a flipped bit anywhere is found before anything is used. Only sections
/// that carry checksums of their own may be left to their reader.
public final class SegmentFile: @unchecked Sendable {
  // All that it holds is made in `init` and never changed.

  /// The name of the file in its storage.
  public let name: String
  /// What people call the file: its path.
  public let path: String
  /// The version of the kind's format.
  public let version: UInt32
  private let file: MappedFile
  private let ids: [UInt32]
  private let sections: [UnsafeRawBufferPointer]

  /// Opens and verifies a file.
  ///
  /// - Parameters:
  ///   - storage: Where the file is.
  ///   - name: Its name.
  ///   - kind: The four ASCII letters of the kind it has to be of.
  ///   - versions: The versions of the kind's format that can be read.
  ///   - deferred: Sections whose bytes their reader verifies itself, piece by piece.
  /// - Throws: ``PasserelleError`` with code `.indexInvalid` when it is missing, damaged, foreign or of another
  ///   version.
  /// - Complexity: O(*n*) for *n* bytes: each is read once, but for those of deferred sections.
  public init(
    storage: any SegmentStorage, name: String, kind: String, versions: ClosedRange<UInt32>,
    deferring deferred: Set<UInt32> = []
  ) throws {
    self.name = name
    path = storage.path(of: name)
    file = try storage.map(name)
    let check = SegmentCheck(bytes: file.bytes, path: path)
    version = try check.version(kind: kind, versions: versions)
    let table = try check.table(deferring: deferred)
    ids = table.map(\.id)
    sections = table.map(\.bytes)
  }

  /// The length of the file in bytes.
  public var byteCount: Int { file.bytes.count }

  /// The bytes of a section, valid as long as this value lives; empty when there is no such section.
  ///
  /// The file has at least 64 zero bytes after them. A value can end with its last mention: hold it with
  /// `withExtendedLifetime` while its bytes are used.
  ///
  /// - Complexity: O(log *n*) for *n* sections.
  public func section(_ id: UInt32) -> UnsafeRawBufferPointer {
    var low = 0
    var high = ids.count
    while low < high {
      let middle = (low + high) / 2
      if ids[middle] < id { low = middle + 1 } else { high = middle }
    }
    guard low < ids.count, ids[low] == id else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    return sections[low]
  }

  /// A copy of the bytes of a section; empty when there is no such section.
  public func contents(ofSection id: UInt32) -> [UInt8] {
    withExtendedLifetime(self) { Array(section(id)) }
  }

  /// The error of contents that do not hold, for those who read sections.
  public func damage(
    _ reason: LocalizedText, fileID: String = #fileID, line: Int = #line
  ) -> PasserelleError {
    SegmentFailure.error(path, reason, fileID: fileID, line: line)
  }
}
