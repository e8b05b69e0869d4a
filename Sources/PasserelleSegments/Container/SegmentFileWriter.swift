internal import PasserelleCore

/// Writes one segment file, section by section.
///
/// The file is there, complete and on the disk, when ``finish()`` returns; its name outlasts a crash after
/// ``SegmentStorage/syncFolder()``. After an error, or when the value goes before that, there is no file.
public final class SegmentFileWriter {
  private struct Entry {
    var id: UInt32
    var offset: Int
    var length: Int
    var checksum: UInt64
  }

  private let path: String
  private let output: any SegmentOutput
  private let header: [UInt8]
  private let version: UInt32
  private let checksum = ChecksumStream()
  private var entries: [Entry] = []
  private var current: UInt32?
  private var offset = 0
  private var isOpen = true

  /// Starts a file.
  ///
  /// - Parameters:
  ///   - storage: Where the file is made.
  ///   - name: Its name.
  ///   - kind: Four ASCII letters, such as `TEXT`.
  ///   - version: The version of the kind's format.
  /// - Throws: `PasserelleError` with code `.graphDiskFull` or `.indexInvalid`.
  public init(storage: any SegmentStorage, name: String, kind: String, version: UInt32) throws {
    path = storage.path(of: name)
    self.version = version
    var header: [UInt8] = []
    SegmentLayout.append(SegmentLayout.openingMagic, to: &header)
    SegmentLayout.append(SegmentLayout.containerVersion, to: &header)
    SegmentLayout.append(SegmentLayout.code(of: kind), to: &header)
    self.header = header
    output = try storage.create(name)
    try put(header)
  }

  deinit { abandon() }

  /// Starts a section; sections may come in any order.
  ///
  /// - Precondition: No section is open, and none of this number was written.
  public func beginSection(_ id: UInt32) throws {
    precondition(current == nil, "the section before is still open")
    precondition(!entries.contains { $0.id == id }, "a section of this number was written")
    try pad(to: SegmentLayout.aligned(offset))
    current = id
    checksum.reset()
    entries.append(Entry(id: id, offset: offset, length: 0, checksum: 0))
  }

  /// Appends bytes to the open section.
  public func append(_ bytes: UnsafeRawBufferPointer) throws {
    precondition(current != nil, "no section is open")
    checksum.update(bytes)
    try put(bytes)
  }

  /// Appends bytes to the open section.
  public func append(_ bytes: [UInt8]) throws {
    try bytes.withUnsafeBytes { try append($0) }
  }

  /// Ends the open section.
  public func endSection() throws {
    precondition(current != nil, "no section is open")
    current = nil
    let last = entries.count - 1
    entries[last].length = offset - entries[last].offset
    entries[last].checksum = checksum.value
  }

  /// Writes a whole section.
  public func section(_ id: UInt32, _ bytes: [UInt8]) throws {
    try beginSection(id)
    try append(bytes)
    try endSection()
  }

  /// Completes the file and makes it outlast a crash.
  ///
  /// - Returns: The length of the file in bytes.
  /// - Throws: `PasserelleError` with code `.graphDiskFull` or `.indexInvalid`; then there is no file.
  public func finish() throws -> Int {
    precondition(current == nil, "a section is still open")
    let table = SegmentLayout.tableOffset(after: offset)
    try pad(to: table)
    var bytes: [UInt8] = []
    for entry in entries.sorted(by: { $0.id < $1.id }) {
      SegmentLayout.append(entry.id, to: &bytes)
      SegmentLayout.append(UInt32(0), to: &bytes)
      SegmentLayout.append(UInt64(entry.offset), to: &bytes)
      SegmentLayout.append(UInt64(entry.length), to: &bytes)
      SegmentLayout.append(entry.checksum, to: &bytes)
    }
    SegmentLayout.append(UInt64(table), to: &bytes)
    SegmentLayout.append(UInt32(entries.count), to: &bytes)
    SegmentLayout.append(version, to: &bytes)
    SegmentLayout.append(Checksum.xxh3(header + bytes), to: &bytes)
    SegmentLayout.append(SegmentLayout.closingMagic, to: &bytes)
    try put(bytes)
    isOpen = false
    try output.finish()
    return offset
  }

  /// Gives the file up and removes it; without effect after ``finish()``.
  public func abandon() {
    guard isOpen else { return }
    isOpen = false
    output.abandon()
  }

  private func pad(to place: Int) throws {
    if place > offset { try put([UInt8](repeating: 0, count: place - offset)) }
  }

  private func put(_ bytes: [UInt8]) throws {
    try bytes.withUnsafeBytes { try put($0) }
  }

  private func put(_ bytes: UnsafeRawBufferPointer) throws {
    guard isOpen else {
      throw SegmentFailure.error(
        path, LocalizedText(fr: "son écriture a été abandonnée", en: "its writing was given up"))
    }
    do {
      try output.write(bytes)
    } catch {
      abandon()
      throw error
    }
    offset += bytes.count
  }
}
