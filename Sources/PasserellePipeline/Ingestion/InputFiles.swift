import Glibc
import PasserelleCore

/// One input: a file, or standard input.
public struct InputFile: Sendable, Hashable {
  /// The path as the user gave it, or as found under a folder; `-` for standard input.
  public let path: String
  /// The size in bytes; nil for standard input and pipes.
  public let size: Int?
  /// Whether the user named the file, rather than a folder that holds it.
  public let isExplicit: Bool

  /// Whether this is standard input.
  public var isStandardInput: Bool { path == "-" }
}

/// Finds the files that paths name: files as they are, folders with all below them, `-`.
public enum InputFiles {
  /// Expands paths, folders in the order of their names' bytes, so that runs are reproducible.
  ///
  /// - Parameters:
  ///   - paths: Files, folders or `-`.
  ///   - isIgnored: Says which file names under a folder are passed over.
  /// - Returns: The files, each once, in order.
  /// - Throws: ``PasserelleError`` with code `input.notFound` or `input.unreadable`.
  public static func expand(_ paths: [String], isIgnored: (String) -> Bool) throws -> [InputFile] {
    var result: [InputFile] = []
    var seen: Set<String> = []
    func add(_ file: InputFile) { if seen.insert(file.path).inserted { result.append(file) } }
    for path in paths {
      guard path != "-" else {
        add(InputFile(path: "-", size: nil, isExplicit: true))
        continue
      }
      var status = stat()
      guard stat(path, &status) == 0 else { throw missing(path) }
      if status.st_mode & S_IFMT == S_IFDIR {
        try walk(path, isIgnored, add)
      } else {
        let isRegular = status.st_mode & S_IFMT == S_IFREG
        add(InputFile(path: path, size: isRegular ? Int(status.st_size) : nil, isExplicit: true))
      }
    }
    return result
  }

  private static func walk(
    _ folder: String, _ isIgnored: (String) -> Bool, _ add: (InputFile) -> Void
  ) throws {
    guard let handle = opendir(folder) else {
      throw PasserelleError(
        .inputUnreadable,
        LocalizedText(
          fr: "Le dossier « \(folder) » ne peut pas être lu. Vérifiez ses droits.",
          en: "The folder '\(folder)' cannot be read. Check its permissions."),
        at: SourceLocation(file: folder))
    }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    closedir(handle)
    names.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for name in names {
      let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
      var status = stat()
      guard stat(path, &status) == 0 else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: try walk(path, isIgnored, add)
      case S_IFREG where !isIgnored(name):
        add(InputFile(path: path, size: Int(status.st_size), isExplicit: false))
      default: continue
      }
    }
  }

  private static func missing(_ path: String) -> PasserelleError {
    PasserelleError(
      .inputNotFound,
      LocalizedText(
        fr: "« \(path) » n'existe pas. Vérifiez le chemin.", en: "'\(path)' does not exist. Check the path."),
      at: SourceLocation(file: path))
  }
}
