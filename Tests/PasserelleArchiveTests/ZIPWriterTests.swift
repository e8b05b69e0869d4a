import CArchive
import Foundation
import PasserelleArchive
import PasserelleCore
import Testing

@Suite struct ZIPWriterTests {
  private static let mediaType = "application/vnd.oasis.opendocument.text"
  private static let entries = [
    ArchiveEntry(path: "mimetype", bytes: Array(mediaType.utf8), isStored: true),
    ArchiveEntry(path: "META-INF/manifest.xml", bytes: Array("<a/>".utf8)),
    ArchiveEntry(path: "vide.txt", bytes: []),
    ArchiveEntry(path: "notes/note.txt", bytes: [UInt8](repeating: 0x61, count: 100_000)),
  ]

  @Test func whatIsWrittenCanBeRead() throws {
    let read = try Self.read(ZIPWriter.data(Self.entries))
    #expect(read.map(\.path) == Self.entries.map(\.path))
    let isSame = read.map(\.bytes) == Self.entries.map(\.bytes)
    #expect(isSame)
  }

  @Test func repetitiveBytesAreDeflated() throws {
    #expect(try ZIPWriter.data(Self.entries).count < 1000)
  }

  @Test func storedBytesStandAsTheyAre() throws {
    let bytes = try ZIPWriter.data([
      ArchiveEntry(path: "a", bytes: [UInt8](repeating: 7, count: 5000), isStored: true)
    ])
    #expect(bytes.count == 30 + 1 + 5000 + 46 + 1 + 22)
  }

  /// OpenDocument 1.3 part 2, 3.3: the type stands uncompressed and without extra field, so that it is at offset 38.
  @Test func theTypeOfAPackageStandsAtItsPlace() throws {
    let bytes = try ZIPWriter.data(Self.entries)
    let head: [UInt8] = [
      0x50, 0x4B, 3, 4, 10, 0, 0, 0, 0, 0, 0, 0, 0x21, 0, 0x5E, 0xC6, 0x32, 0x0C, 39, 0, 0, 0, 39, 0, 0, 0, 8,
      0, 0, 0,
    ]
    #expect(Array(bytes.prefix(30)) == head)
    #expect(String(decoding: bytes[30..<77], as: UTF8.self) == "mimetype" + Self.mediaType)
  }

  @Test func otherNamesAreMarkedAsUTF8() throws {
    let bytes = try ZIPWriter.data([ArchiveEntry(path: "été.txt", bytes: [])])
    // Bit 11 of the flags, and the name of nine bytes.
    #expect(Array(bytes[6..<8]) == [0, 8])
    #expect(Array(bytes[26..<28]) == [9, 0])
    #expect(String(decoding: bytes[30..<39], as: UTF8.self) == "été.txt")
  }

  @Test func theSameEntriesGiveTheSameBytes() throws {
    #expect(try ZIPWriter.data(Self.entries) == ZIPWriter.data(Self.entries))
  }

  @Test func noEntriesGiveAnEmptyArchive() throws {
    let bytes = try ZIPWriter.data([])
    #expect(bytes == [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18))
  }

  @Test(arguments: ["", "/a", "a//b", "../a", "a/..", "./a", "a\\b", "C:a", "a\u{0}", "a\nb", "a/"])
  func pathsThatLeadElsewhereAreRefused(path: String) throws {
    let error = #expect(throws: PasserelleError.self) {
      try ZIPWriter.data([ArchiveEntry(path: path, bytes: [1])])
    }
    #expect(error?.code == .outputUnwritable)
  }

  @Test func aPathMayNotComeTwice() {
    let entry = ArchiveEntry(path: "a", bytes: [1])
    #expect(throws: PasserelleError.self) { try ZIPWriter.data([entry, entry]) }
  }

  @Test func aFileIsWrittenWholeOrNotAtAll() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("note.odt")
    try ZIPWriter.write(Self.entries, to: file.path)
    #expect(try Array(Data(contentsOf: file)) == ZIPWriter.data(Self.entries))
    let error = #expect(throws: PasserelleError.self) {
      try ZIPWriter.write(Self.entries, to: folder.path + "/none/note.odt")
    }
    #expect(error?.code == .outputUnwritable)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["note.odt"])
  }

  /// Reads an archive by libarchive's own reader.
  private static func read(_ bytes: [UInt8]) throws -> [ArchiveEntry] {
    let archive = try #require(archive_read_new())
    defer { archive_read_free(archive) }
    archive_read_support_format_zip(archive)
    var entries: [ArchiveEntry] = []
    var statuses: [Int32] = []
    bytes.withUnsafeBytes { buffer in
      statuses.append(archive_read_open_memory(archive, buffer.baseAddress, buffer.count))
      var header: OpaquePointer?
      while archive_read_next_header(archive, &header) == ARCHIVE_OK {
        let path = archive_entry_pathname_utf8(header).map { String(cString: $0) } ?? ""
        var content = [UInt8](repeating: 0, count: Int(archive_entry_size(header)))
        let count = content.withUnsafeMutableBytes { archive_read_data(archive, $0.baseAddress, $0.count) }
        statuses.append(count == content.count ? ARCHIVE_OK : ARCHIVE_FATAL)
        // The checksum is told with the end of the entry.
        var rest: UInt8 = 0
        statuses.append(archive_read_data(archive, &rest, 1) == 0 ? ARCHIVE_OK : ARCHIVE_FATAL)
        entries.append(ArchiveEntry(path: path, bytes: content))
      }
    }
    #expect(statuses.allSatisfy { $0 == ARCHIVE_OK })
    return entries
  }
}
