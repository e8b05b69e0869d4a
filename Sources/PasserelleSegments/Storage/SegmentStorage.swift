/// Where the files of an index are kept: a folder, or a stand-in for one.
///
/// File names are plain: without slashes, neither empty nor `.` nor `..`; others are refused.
public protocol SegmentStorage: Sendable {
  /// Makes a file of its own; one of that name disappears first, and those who read it keep what they had.
  func create(_ name: String) throws -> any SegmentOutput

  /// Maps a whole file for reading.
  func map(_ name: String) throws -> MappedFile

  /// Puts a small file in place as a whole: after a crash it holds the old bytes or the new ones.
  func replace(_ name: String, with bytes: [UInt8]) throws

  /// The bytes of a small file; nil when there is none.
  func read(_ name: String) throws -> [UInt8]?

  /// Makes the names of files made or removed before outlast a crash.
  func syncFolder() throws

  /// Removes a file; one that is missing already is fine.
  func remove(_ name: String) throws

  /// The names of all files, ascending bytewise.
  func names() throws -> [String]

  /// Takes the lock of a name until the value goes; nil when another holder has it.
  func lock(_ name: String) throws -> StorageLock?

  /// The process that took the lock of a name last, as far as it is known.
  func holder(of name: String) -> Int?

  /// What people call a file: its path.
  func path(of name: String) -> String
}

/// A file that is being written.
///
/// A value that goes before ``finish()`` takes its file with it.
public protocol SegmentOutput: AnyObject {
  /// Appends bytes.
  func write(_ bytes: UnsafeRawBufferPointer) throws

  /// Makes all bytes outlast a crash and closes the file; after an error the file is gone.
  func finish() throws

  /// Closes and removes the file; without effect after ``finish()``.
  func abandon()
}
