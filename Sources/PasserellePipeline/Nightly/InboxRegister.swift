public import Foundation
import PasserelleCore

/// Which states of which files were read: a text file with a line for each, its state and its escaped path.
///
/// The same form keeps what a night has set out to read.
public struct InboxRegister: Sendable {
  /// The file.
  public let path: String

  private static let format = "passerelle-inbox/1"

  /// Makes a register that is kept in a file.
  public init(path: String) { self.path = path }

  /// The files with the states that were read; none where there is no register.
  ///
  /// A register that cannot be read counts as empty: files are then read again, and their records found unchanged.
  public func read() -> [InboxFile] {
    guard let data = FileManager.default.contents(atPath: path) else { return [] }
    let lines = String(decoding: data, as: UTF8.self).split(separator: "\n")
    guard lines.first == Self.format[...] else { return [] }
    return lines.dropFirst().compactMap { line in
      guard let space = line.firstIndex(of: " "),
        let bytes = InboxFile.bytes(escaped: line[line.index(after: space)...])
      else { return nil }
      let stamp = String(line[..<space])
      let file = InputFile(
        path: String(decoding: bytes, as: UTF8.self),
        size: stamp.split(separator: ":").first.flatMap { Int($0) },
        isExplicit: false, bytes: bytes)
      return InboxFile(file: file, stamp: stamp)
    }
  }

  /// The files that a register does not hold in their state.
  public func unread(_ files: [InboxFile]) -> [InboxFile] {
    let known = states()
    return files.filter { known[$0.escapedPath] != $0.stamp }
  }

  /// Takes files in as read, all or nothing; one that has changed since is left out, to be read again.
  ///
  /// - Returns: The files that were left out.
  /// - Throws: ``PasserelleError`` with code `output.unwritable`.
  public func add(_ files: [InboxFile]) throws -> [InboxFile] {
    let changed = files.filter { InboxScanner.stamp(of: $0.file) != $0.stamp }
    let left = Set(changed)
    var known = states()
    for file in files where !left.contains(file) { known[file.escapedPath] = file.stamp }
    try write(known.sorted { $0.key < $1.key }.map { ($0.value, $0.key) })
    return changed
  }

  /// Writes files with their states in place of what the register holds, in their order.
  ///
  /// - Throws: ``PasserelleError`` with code `output.unwritable`.
  public func set(_ files: [InboxFile]) throws { try write(files.map { ($0.stamp, $0.escapedPath) }) }

  private func states() -> [String: String] {
    Dictionary(read().map { ($0.escapedPath, $0.stamp) }, uniquingKeysWith: { $1 })
  }

  private func write(_ lines: [(stamp: String, path: String)]) throws {
    let text = ([Self.format] + lines.map { "\($0.stamp) \($0.path)" }).joined(separator: "\n") + "\n"
    try NightFile.write(Data(text.utf8), to: path)
  }
}

/// Writes the files of a night so that a stop leaves the former or the new one.
public enum NightFile {
  /// Writes a file with its folder.
  ///
  /// - Throws: ``PasserelleError`` with code `output.unwritable`.
  public static func write(_ data: Data, to path: String) throws {
    do {
      try FileManager.default.createDirectory(
        atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try data.write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw PasserelleError(
        .outputUnwritable,
        LocalizedText(
          fr: "« \(path) » ne peut pas être écrit. Vérifiez le dossier, les droits et la place.",
          en: "'\(path)' cannot be written. Check the folder, the permissions and the space."),
        at: SourceLocation(file: path), cause: error)
    }
  }
}
