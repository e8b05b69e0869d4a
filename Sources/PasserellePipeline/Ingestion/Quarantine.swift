import Foundation
public import PasserelleCore
import PasserelleRendering

/// Keeps the bytes of refused records, one JSON line each, in one file a run.
///
/// A line has `file`, `record`, `line`, `byteOffset`, `codes`, and the bytes as `content`, or as
/// `contentBase64` where they are not UTF-8. The file appears with the first refusal.
public final class Quarantine {
  /// The file.
  public let path: String
  private var handle: FileHandle?

  /// Makes a quarantine that will write to a file.
  public init(path: String) { self.path = path }

  /// Keeps one refused record.
  ///
  /// - Throws: ``PasserelleError`` with code `output.unwritable`.
  public func keep(_ record: RefusedRecord) throws {
    let location = record.diagnostics.first?.location ?? SourceLocation(file: "-")
    let content: StructuredValue.Member
    if let text = String(validating: record.bytes, as: UTF8.self) {
      content = StructuredValue.Member("content", .string(text))
    } else {
      content = StructuredValue.Member("contentBase64", .string(Data(record.bytes).base64EncodedString()))
    }
    let line = StructuredValue.object([
      StructuredValue.Member("file", .string(location.file)),
      StructuredValue.Member("record", location.record.map { .int($0) } ?? .null),
      StructuredValue.Member("line", location.line.map { .int($0) } ?? .null),
      StructuredValue.Member("byteOffset", location.byteOffset.map { .int($0) } ?? .null),
      StructuredValue.Member("codes", .array(record.diagnostics.map { .string($0.code.name) })),
      content,
    ])
    do {
      let handle = try openHandle()
      try handle.write(contentsOf: JSONRenderer.data(line, pretty: false) + [UInt8(ascii: "\n")])
    } catch let error as PasserelleError {
      throw error
    } catch {
      throw PasserelleError(
        .outputUnwritable,
        LocalizedText(
          fr: "La quarantaine « \(path) » ne peut pas être écrite. Vérifiez la place et les droits.",
          en: "The quarantine '\(path)' cannot be written. Check the space and the permissions."),
        at: SourceLocation(file: path), cause: error)
    }
  }

  /// Makes sure that what was kept is on disk.
  public func close() throws {
    try handle?.synchronize()
    try handle?.close()
    handle = nil
  }

  private func openHandle() throws -> FileHandle {
    if let handle { return handle }
    let folder = (path as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    if !FileManager.default.fileExists(atPath: path) {
      _ = FileManager.default.createFile(atPath: path, contents: nil)
    }
    guard let opened = FileHandle(forWritingAtPath: path) else {
      throw PasserelleError(
        .outputUnwritable,
        LocalizedText(
          fr: "La quarantaine « \(path) » ne peut pas être écrite. Vérifiez les droits du dossier.",
          en: "The quarantine '\(path)' cannot be written. Check the folder's permissions."),
        at: SourceLocation(file: path))
    }
    try opened.seekToEnd()
    handle = opened
    return opened
  }
}
