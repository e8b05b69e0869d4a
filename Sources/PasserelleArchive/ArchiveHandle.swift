internal import CArchive
import Glibc
import PasserelleCore

/// A reader of libarchive over a feed, and the only code that reads with it.
final class ArchiveHandle {

  private let archive: OpaquePointer
  let feed: ArchiveFeed
  private var header: OpaquePointer?
  /// How far the current entry was given, gaps included.
  private var position = 0
  private var block = UnsafeRawBufferPointer(start: nil, count: 0)
  /// Zeros to be given before the block, where the archive leaves them out.
  private var gap = 0
  private var pendingFault: ArchiveFault?
  private var isAtEntryEnd = true

  init(
    _ source: any ByteSource, form: ArchiveSignature,
    onChunk: @escaping (UnsafeRawBufferPointer) -> Void = { _ in }
  ) throws {
    guard let made = archive_read_new() else { throw ArchiveFault(.damaged, detail: "no memory") }
    archive = made
    feed = ArchiveFeed(source)
    feed.onChunk = onChunk
    switch form {
    case .zip, .document: archive_read_support_format_zip_streamable(archive)
    case .tar: archive_read_support_format_tar(archive)
    case .gzip, .bzip2, .xz:
      archive_read_support_format_raw(archive)
      // One layer; left to itself libarchive would take off up to 25.
      archive_read_append_filter(archive, Self.filter(form))
    }
    let status = archive_read_open(
      archive, Unmanaged.passUnretained(feed).toOpaque(), nil,
      { _, context, buffer in
        guard let context, let buffer else { return -1 }
        let feed = Unmanaged<ArchiveFeed>.fromOpaque(context).takeUnretainedValue()
        // What the source threw is kept by the feed.
        guard let chunk = feed.next() else { return -1 }
        buffer.pointee = chunk.baseAddress
        return chunk.count
      }, nil)
    if status < ARCHIVE_WARN { throw fault() }
  }

  deinit { archive_read_free(archive) }

  private static func filter(_ form: ArchiveSignature) -> Int32 {
    switch form {
    case .bzip2: ARCHIVE_FILTER_BZIP2
    case .xz: ARCHIVE_FILTER_XZ
    default: ARCHIVE_FILTER_GZIP
    }
  }

  /// Moves to the next entry.
  ///
  /// - Returns: False at the end of the archive.
  /// - Throws: ``ArchiveFault``, or what the source threw.
  func nextEntry() throws -> Bool {
    header = nil
    (position, gap, isAtEntryEnd, pendingFault) = (0, 0, false, nil)
    block = UnsafeRawBufferPointer(start: nil, count: 0)
    // libarchive turns names into the charset of the locale; the process may have none.
    let before = uselocale(Self.locale)
    let status = archive_read_next_header(archive, &header)
    uselocale(before)
    if status == ARCHIVE_EOF { return false }
    guard status == ARCHIVE_OK || status == ARCHIVE_WARN, header != nil else { throw fault() }
    return true
  }

  /// The path as UTF-8, bytes of another encoding replaced; nil where there is none.
  var path: String? {
    archive_entry_pathname(header).map { String(cString: $0) }
  }

  private nonisolated(unsafe) static let locale = newlocale(1 << LC_CTYPE, "C.UTF-8", nil)

  /// The size that the archive declares.
  var size: Int? {
    archive_entry_size_is_set(header) != 0 ? Int(exactly: archive_entry_size(header)) : nil
  }

  /// What the entry is; nil for a file.
  var refusal: ArchiveFault? {
    if archive_entry_hardlink(header) != nil {
      return ArchiveFault(.link)
    }
    switch UInt32(archive_entry_filetype(header)) & Self.typeMask {
    case 0, Self.regular, Self.directory: break
    case Self.link: return ArchiveFault(.link)
    default: return ArchiveFault(.device)
    }
    return archive_entry_is_encrypted(header) > 0 ? ArchiveFault(.encrypted) : nil
  }

  var isDirectory: Bool { UInt32(archive_entry_filetype(header)) & Self.typeMask == Self.directory }

  /// The file types of POSIX, as libarchive names them `AE_IFMT`, `AE_IFREG`, `AE_IFDIR`, `AE_IFLNK`.
  private static let typeMask: UInt32 = 0o170000
  private static let regular: UInt32 = 0o100000
  private static let directory: UInt32 = 0o040000
  private static let link: UInt32 = 0o120000

  /// Where the header of the entry stands in the bytes given.
  var headerPosition: Int { Int(archive_read_header_position(archive)) }

  /// How many of the bytes given were used.
  var consumed: Int { Int(archive_filter_bytes(archive, -1)) }

  /// Reads the next bytes of the entry.
  ///
  /// - Returns: How many were read, 0 only at the end.
  /// - Throws: ``ArchiveFault``, or what the source threw.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    while block.isEmpty, gap == 0 {
      if let fault = pendingFault {
        isAtEntryEnd = true
        pendingFault = nil
        throw fault
      }
      if isAtEntryEnd { return 0 }
      try readBlock()
    }
    if gap > 0 {
      let count = min(gap, buffer.count)
      buffer[..<count].initializeMemory(as: UInt8.self, repeating: 0)
      gap -= count
      position += count
      return count
    }
    let count = min(block.count, buffer.count)
    buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: block[..<count]))
    block = UnsafeRawBufferPointer(rebasing: block[count...])
    position += count
    return count
  }

  private func readBlock() throws {
    var start: UnsafeRawPointer?
    var count = 0
    var offset: Int64 = 0
    let status = archive_read_data_block(archive, &start, &count, &offset)
    switch status {
    case ARCHIVE_OK, ARCHIVE_WARN:
      if status == ARCHIVE_WARN { pendingFault = warning() }
      guard count >= 0, offset >= 0, let place = Int(exactly: offset), place >= position else {
        throw ArchiveFault(.damaged, detail: "blocks out of order")
      }
      gap = place - position
      block = UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count)
      if status == ARCHIVE_WARN, pendingFault != nil { isAtEntryEnd = true }
    case ARCHIVE_EOF:
      isAtEntryEnd = true
      // A sparse file may end in a gap.
      if let place = Int(exactly: offset), place > position { gap = place - position }
    default:
      isAtEntryEnd = true
      throw fault()
    }
  }

  /// What a warning in the data of an entry means; nil for what harms nothing.
  private func warning() -> ArchiveFault? {
    let fault = ArchiveFault(message: message)
    // A size that the header tells wrongly condemns the entry as a wrong sum does.
    return message.contains("wrong size")
      ? ArchiveFault(.checksum, detail: message)
      : fault.kind == .checksum ? fault : nil
  }

  private var message: String { archive_error_string(archive).map { String(cString: $0) } ?? "" }

  private func fault() -> any Error {
    if let error = feed.error { return error }
    // libarchive says nothing where the sums of a gzip member are missing, and knows no format where its first block is.
    let isCut = feed.isAtEnd && (message.isEmpty || message.hasPrefix("Unrecognized"))
    return isCut ? ArchiveFault(.truncated) : ArchiveFault(message: message)
  }
}
