import CArchive
import Foundation
import PasserelleCore

/// Writes ZIP archives (APPNOTE 6.3.3) whose bytes depend on their entries alone.
///
/// libarchive deflates; ``ZIPPlainForm`` then leaves out of the headers all that is not content: owners, extra fields
/// and times. So the first entry of an OpenDocument package stands as its standard asks, and the same entries give the
/// same bytes on any day and in any time zone.
public enum ZIPWriter {
  /// The bytes of an archive.
  ///
  /// - Parameter entries: The files in their order; no path twice.
  /// - Returns: The archive.
  /// - Throws: ``PasserelleError`` with code `output.unwritable` for a path that leads out of the archive or comes
  ///   twice, more than 65,535 entries, or more than 4 GiB.
  public static func data(_ entries: [ArchiveEntry]) throws -> [UInt8] {
    try check(entries)
    return try ZIPPlainForm.rewritten(packed(entries), names: entries.map(\.path))
  }

  /// Writes an archive to a file, whole or not at all.
  ///
  /// - Parameters:
  ///   - entries: The files in their order; no path twice.
  ///   - path: The file; replaced when it exists.
  /// - Throws: ``PasserelleError`` with code `output.unwritable`.
  public static func write(_ entries: [ArchiveEntry], to path: String) throws {
    let bytes = try data(entries)
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw PasserelleError(
        .outputUnwritable,
        LocalizedText(
          fr: "« \(path) » ne peut pas être écrit. Vérifiez le dossier, les droits et la place.",
          en: "“\(path)” cannot be written. Check the folder, the permissions and the space."),
        at: SourceLocation(file: path), cause: error)
    }
  }

  private static func check(_ entries: [ArchiveEntry]) throws {
    var seen: Set<String> = []
    for entry in entries where !entry.hasSafePath || !seen.insert(entry.path).inserted {
      throw unwritable(
        fr:
          "Le chemin « \(entry.path) » n’est pas admis dans une archive : il en sort, ou il y est déjà. Changez-le.",
        en:
          "The path “\(entry.path)” may not stand in an archive: it leads out of it, or is there already. Change it."
      )
    }
    let size = entries.reduce(0) { $0 + $1.bytes.count }
    guard entries.count <= 0xFFFF, size < 0xFFFF_FFFF else {
      throw unwritable(
        fr: "L’archive serait trop grande (65 535 fichiers et 4 Gio au plus). Faites-en plusieurs.",
        en: "The archive would be too large (65,535 files and 4 GiB at most). Make several.")
    }
  }

  /// Collects what libarchive writes.
  private final class Output {
    var bytes: [UInt8] = []
  }

  /// The archive as libarchive writes it; its entries are named by their numbers, for names are written afterwards.
  private static func packed(_ entries: [ArchiveEntry]) throws -> [UInt8] {
    guard let archive = archive_write_new() else { throw failure(nil) }
    defer { archive_write_free(archive) }
    let output = Output()
    try withExtendedLifetime(output) {
      try demand(archive_write_set_format_zip(archive), archive)
      try demand(archive_write_set_bytes_per_block(archive, 0), archive)
      try demand(
        archive_write_open(
          archive, Unmanaged.passUnretained(output).toOpaque(), nil,
          { _, context, buffer, count in
            guard let context, let buffer else { return -1 }
            Unmanaged<Output>.fromOpaque(context).takeUnretainedValue().bytes
              .append(contentsOf: UnsafeRawBufferPointer(start: buffer, count: count))
            return count
          }, nil), archive)
      for (number, entry) in entries.enumerated() { try add(entry, number, to: archive) }
      try demand(archive_write_close(archive), archive)
    }
    return output.bytes
  }

  /// The file type of POSIX that libarchive takes for a file, `AE_IFREG`.
  private static let regularFile: UInt32 = 0o100000

  private static func add(_ entry: ArchiveEntry, _ number: Int, to archive: OpaquePointer) throws {
    guard let header = archive_entry_new() else { throw failure(archive) }
    defer { archive_entry_free(header) }
    archive_entry_set_pathname(header, String(number))
    archive_entry_set_filetype(header, regularFile)
    archive_entry_set_perm(header, 0o644)
    archive_entry_set_size(header, Int64(entry.bytes.count))
    try demand(
      entry.isStored
        ? archive_write_zip_set_compression_store(archive)
        : archive_write_zip_set_compression_deflate(archive),
      archive)
    try demand(archive_write_header(archive, header), archive)
    try entry.bytes.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = archive_write_data(
          archive, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        guard count > 0 else { throw failure(archive) }
        rest = rest.dropFirst(count)
      }
    }
    try demand(archive_write_finish_entry(archive), archive)
  }

  private static func demand(_ status: Int32, _ archive: OpaquePointer) throws {
    guard status == ARCHIVE_OK else { throw failure(archive) }
  }

  private static func failure(_ archive: OpaquePointer?) -> PasserelleError {
    let reason = archive.flatMap { archive_error_string($0) }.map { String(cString: $0) } ?? "libarchive"
    return unwritable(
      fr: "L’archive ne peut pas être faite (\(reason)). Libérez de la mémoire, puis recommencez.",
      en: "The archive cannot be made (\(reason)). Free some memory, then try again.")
  }

  static func unwritable(fr french: String, en english: String) -> PasserelleError {
    PasserelleError(.outputUnwritable, LocalizedText(fr: french, en: english))
  }
}
