internal import CArchive
import PasserelleCore

/// Writes a file compressed by gzip, piece by piece; the same content gives the same bytes.
public final class GZIPFileWriter {
  private let path: String
  private var archive: OpaquePointer?

  /// Makes the file; one of that path is replaced.
  ///
  /// - Parameter path: The path.
  /// - Throws: ``PasserelleError`` with code `output.unwritable`.
  public init(path: String) throws {
    self.path = path
    archive = archive_write_new()
    try demand(archive_write_add_filter_gzip(archive))
    try demand(archive_write_set_options(archive, "gzip:!timestamp"))
    try demand(archive_write_set_format_raw(archive))
    try demand(archive_write_open_filename(archive, path))
    guard let header = archive_entry_new() else { throw failure() }
    defer { archive_entry_free(header) }
    archive_entry_set_pathname(header, "data")
    // The file type of POSIX that libarchive takes for a file, `AE_IFREG`.
    archive_entry_set_filetype(header, 0o100000)
    try demand(archive_write_header(archive, header))
  }

  deinit { archive_write_free(archive) }

  /// Appends bytes.
  ///
  /// - Throws: ``PasserelleError`` with code `output.unwritable`, as on a full disk.
  public func write(_ bytes: [UInt8]) throws {
    try bytes.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let part = UnsafeRawBufferPointer(rebasing: rest)
        let count = archive_write_data(archive, part.baseAddress, part.count)
        guard count > 0 else { throw failure() }
        rest = rest.dropFirst(count)
      }
    }
  }

  /// Completes the file.
  ///
  /// - Throws: ``PasserelleError`` with code `output.unwritable`.
  public func finish() throws { try demand(archive_write_close(archive)) }

  private func demand(_ code: Int32) throws {
    if archive == nil || code < ARCHIVE_WARN { throw failure() }
  }

  private func failure() -> PasserelleError {
    let reason = archive.flatMap { archive_error_string($0) }.map { String(cString: $0) } ?? "gzip"
    return PasserelleError(
      .outputUnwritable,
      LocalizedText(
        fr: "« \(path) » ne peut pas être écrit (\(reason)). Vérifiez le dossier, ses droits et la place.",
        en: "'\(path)' cannot be written (\(reason)). Check the folder, its permissions and the space."),
      at: SourceLocation(file: path))
  }
}
