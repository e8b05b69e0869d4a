import Foundation
import Glibc
import PasserelleCore
import PasserelleSources

/// Finds what an inbox holds: the files to read, and those that are passed over.
public enum InboxScanner {
  /// What an inbox holds.
  public struct Content: Sendable {
    /// The files, in the order of their names' bytes.
    public let files: [InboxFile]
    /// What is passed over, by path.
    public let skipped: [InboxSkip]
  }

  /// The ends of names of files that are still being written.
  private static let partialSuffixes = [".part", ".partial", ".tmp", ".crdownload", ".filepart"]

  /// Whether a name is that of a file that is still being written.
  public static func isPartial(_ name: String) -> Bool {
    let name = name.lowercased()
    return partialSuffixes.contains { name.hasSuffix($0) }
  }

  /// Looks at a folder and all below it.
  ///
  /// - Parameter folder: The inbox.
  /// - Returns: Its files with their states.
  /// - Throws: ``PasserelleError`` with code `input.notFound` or `input.unreadable`.
  /// - Complexity: O(*n* log *n*) in the number of files; two looks at each.
  public static func scan(_ folder: String) throws -> Content {
    let path = realPath(folder)
    let files = try InputFiles.expand([path]) { isPartial($0) || SourceFormats.isIgnored(fileName: $0) }
    return Content(
      files: files.filter { !$0.isSpecial }.map { InboxFile(file: $0, stamp: stamp(of: $0)) },
      skipped: skipped(in: path))
  }

  /// The state of a file now: size and time of change in nanoseconds; `-` where it is gone.
  public static func stamp(of file: InputFile) -> String {
    let own = mark(file.bytes) ?? "-"
    let mapping = Array(".mapping.yaml".utf8)
    let mappings = [withoutExtension(file.bytes), file.bytes].compactMap { mark($0 + mapping) }
    return ([own] + mappings).joined(separator: "+")
  }

  private static func withoutExtension(_ path: [UInt8]) -> [UInt8] {
    let name = (path.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1
    guard let dot = path[name...].lastIndex(of: UInt8(ascii: ".")), dot > name else { return path }
    return Array(path[..<dot])
  }

  private static func mark(_ path: [UInt8]) -> String? {
    var status = stat()
    let found = (path + [0]).withUnsafeBytes { bytes in
      bytes.bindMemory(to: CChar.self).baseAddress.map { stat($0, &status) }
    }
    guard found == 0 else { return nil }
    return "\(status.st_size):\(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
  }

  private static func realPath(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(validatingCString: resolved) ?? path
  }

  private static func skipped(in folder: String) -> [InboxSkip] {
    guard let walker = FileManager.default.enumerator(atPath: folder) else { return [] }
    var result: [InboxSkip] = []
    while let found = walker.nextObject() as? String {
      let name = (found as NSString).lastPathComponent
      if name.hasPrefix(".") {
        result.append(InboxSkip(path: folder + "/" + found, reason: .hidden))
        walker.skipDescendants()
      } else if isPartial(name) {
        result.append(InboxSkip(path: folder + "/" + found, reason: .partial))
      }
    }
    return result.sorted { $0.path < $1.path }
  }
}
