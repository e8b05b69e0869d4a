import Foundation
import PasserelleArchive
public import PasserelleCore

/// Writes a document to a file as it comes: an older file stays until the new one is whole.
public enum DocumentFile {
  /// Writes a file, compressed by gzip where its name ends in `.gz`.
  ///
  /// The document grows in a file beside it, named `.part`, which is removed where something fails or the flag asks to
  /// stop. What a link points to is replaced, not the link. Devices and pipes are written directly.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - stopFlag: Asks to stop.
  ///   - body: Gives the document to the function it gets, piece by piece, until that returns false.
  /// - Returns: What the body returns.
  /// - Throws: What the body throws; ``PasserelleError`` with code `output.unwritable`, as on a full disk.
  public static func write<Result>(
    to path: String, stopFlag: StopFlag, _ body: (([UInt8]) throws -> Bool) throws -> Result
  ) throws -> Result {
    let kind = self.kind(of: path)
    if kind == .special { return try fill(path, isPacked: path.hasSuffix(".gz"), stopFlag, body) }
    let target = kind == .regular ? Self.target(of: path) : path
    let partial = target + ".part"
    defer { unlink(partial) }
    let result: Result
    do {
      result = try fill(partial, isPacked: path.hasSuffix(".gz"), stopFlag, body)
    } catch let error as PasserelleError where error.location?.file == partial {
      // The name that was given is the one to tell of.
      throw PasserelleError(
        error.code,
        LocalizedText(
          fr: error.message.french.replacing(partial, with: path),
          en: error.message.english.replacing(partial, with: path)),
        at: SourceLocation(file: path))
    }
    if !stopFlag.isSet, rename(partial, target) != 0 { throw unwritable(path) }
    return result
  }

  private static func fill<Result>(
    _ path: String, isPacked: Bool, _ stopFlag: StopFlag,
    _ body: (([UInt8]) throws -> Bool) throws -> Result
  ) throws -> Result {
    if isPacked {
      let writer = try GZIPFileWriter(path: path)
      let result = try body {
        try writer.write($0)
        return !stopFlag.isSet
      }
      try writer.finish()
      return result
    }
    guard let file = fopen(path, "we") else { throw unwritable(path) }
    var isOpen = true
    defer { if isOpen { fclose(file) } }
    let result = try body { bytes in
      guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw unwritable(path) }
      return !stopFlag.isSet
    }
    isOpen = false
    guard fclose(file) == 0 else { throw unwritable(path) }
    return result
  }

  // Paths

  private enum Kind {
    case none, regular, special
  }

  private static func kind(of path: String) -> Kind {
    var status = stat()
    guard stat(path, &status) == 0 else { return .none }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .regular
    // A folder is refused when the file is to take its name.
    case S_IFDIR: return .none
    default: return .special
    }
  }

  /// The file itself, where the path is a link.
  private static func target(of path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
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
