public import PasserelleCore
import PasserelleSegments

/// What is known of one imported list without opening it.
public struct ReferenceRow: Sendable, Hashable {
  /// The list's name, such as `communes`.
  public let id: String
  /// The SHA-256 of its content, in hexadecimal.
  public let hash: String
  /// How many codes it has.
  public let codes: Int
  /// The size of its files in bytes.
  public let bytes: Int
  /// When it was imported.
  public let imported: Instant
  /// Since when another edition stands in its place, or none; nil for the list in use.
  public let retired: Instant?
  /// Which edition it is, as the user said; empty otherwise.
  public let edition: String
  /// The file of its codes.
  let file: String
  /// The file of its names in other languages; nil where it has none.
  let namesFile: String?

  /// The row of a list that another one replaces.
  func retired(at instant: Instant) -> ReferenceRow {
    ReferenceRow(
      id: id, hash: hash, codes: codes, bytes: bytes, imported: imported, retired: instant, edition: edition,
      file: file, namesFile: namesFile)
  }

  /// The files.
  var files: [String] { [file] + (namesFile.map { [$0] } ?? []) }
}

/// The table of the lists of a workspace: those in use, and former ones that recorded answers may need.
struct ReferenceIndex {
  static let kind = "LSTS"
  static let version: UInt32 = 1
  private static let section: UInt32 = 1

  var rows: [ReferenceRow]

  init(_ rows: [ReferenceRow] = []) { self.rows = rows }

  /// Reads the table.
  ///
  /// - Throws: ``PasserelleError`` when it is damaged or of another version.
  init(storage: any SegmentStorage, name: String) throws {
    let file = try SegmentFile(
      storage: storage, name: name, kind: Self.kind, versions: Self.version...Self.version)
    let bytes = file.contents(ofSection: Self.section)
    rows = try bytes.split(separator: 0x0A).map { line in
      let fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
      func text(_ index: Int) -> String { String(decoding: fields[index], as: UTF8.self) }
      guard fields.count == 9, let codes = Int(text(4)), let size = Int(text(5)),
        let imported = Int64(text(6))
      else {
        throw file.damage(
          LocalizedText(fr: "une de ses lignes est fausse", en: "one of its lines is wrong"))
      }
      return ReferenceRow(
        id: text(0), hash: text(3), codes: codes, bytes: size, imported: Instant(milliseconds: imported),
        retired: Int64(text(7)).map { Instant(milliseconds: $0) }, edition: text(8), file: text(1),
        namesFile: fields[2].isEmpty ? nil : text(2))
    }
  }

  /// Writes the table.
  func write(to storage: any SegmentStorage, name: String) throws {
    let lines = rows.map { row in
      [
        row.id, row.file, row.namesFile ?? "", row.hash, String(row.codes), String(row.bytes),
        String(row.imported.milliseconds), row.retired.map { String($0.milliseconds) } ?? "",
        Self.plain(row.edition),
      ].joined(separator: "\t") + "\n"
    }
    let writer = try SegmentFileWriter(storage: storage, name: name, kind: Self.kind, version: Self.version)
    try writer.section(Self.section, Array(lines.joined().utf8))
    _ = try writer.finish()
  }

  /// A text on one line, without tabs.
  static func plain(_ text: String) -> String {
    text.split { $0.isNewline || $0 == "\t" }.joined(separator: " ")
  }
}
