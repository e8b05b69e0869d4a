import Foundation
import PasserelleArchive
import PasserelleCore

extension Workspace {
  /// Writes a dump to a file, compressed where its name ends in `.gz`; an older one stays until the new one is whole.
  ///
  /// - Parameters:
  ///   - options: What is given, and how.
  ///   - path: The file.
  /// - Throws: As ``dump(_:_:)``; ``PasserelleError`` with code `output.unwritable`.
  public func dump(_ options: DumpOptions, to path: String) throws {
    let partial = path + ".part"
    defer { unlink(partial) }
    if path.hasSuffix(".gz") {
      let writer = try GZIPFileWriter(path: partial)
      try dump(options) {
        try writer.write($0)
        return !context.stopFlag.isSet
      }
      try writer.finish()
    } else {
      guard let file = fopen(partial, "we") else { throw Self.unwritable(path) }
      var isOpen = true
      defer { if isOpen { fclose(file) } }
      try dump(options) { bytes in
        guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw Self.unwritable(path) }
        return !context.stopFlag.isSet
      }
      isOpen = false
      guard fclose(file) == 0 else { throw Self.unwritable(path) }
    }
    guard !context.stopFlag.isSet else { return }
    guard rename(partial, path) == 0 else { throw Self.unwritable(path) }
  }

  private static func unwritable(_ path: String) -> PasserelleError {
    let reason = String(cString: strerror(errno))
    return PasserelleError(
      .outputUnwritable,
      LocalizedText(
        fr: "« \(path) » ne peut pas être écrit (\(reason)). Vérifiez le dossier, ses droits et la place.",
        en: "'\(path)' cannot be written (\(reason)). Check the folder, its permissions and the space."),
      at: SourceLocation(file: path))
  }
}
