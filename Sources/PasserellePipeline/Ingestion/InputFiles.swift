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
    var folders: Set<FolderID> = []
    func add(_ file: InputFile) { if seen.insert(file.path).inserted { result.append(file) } }
    for path in paths {
      guard path != "-" else {
        add(InputFile(path: "-", size: nil, isExplicit: true))
        continue
      }
      var status = stat()
      guard stat(path, &status) == 0 else { throw missing(path) }
      if status.st_mode & S_IFMT == S_IFDIR {
        try walk(path, FolderID(status), &folders, isIgnored, add)
      } else {
        let isRegular = status.st_mode & S_IFMT == S_IFREG
        add(InputFile(path: path, size: isRegular ? Int(status.st_size) : nil, isExplicit: true))
      }
    }
    return result
  }

  /// A folder whatever the links by which it is reached.
  private struct FolderID: Hashable {
    let device: UInt
    let node: UInt

    init(_ status: stat) {
      device = UInt(status.st_dev)
      node = UInt(status.st_ino)
    }
  }

  /// Walks a folder once; one that a link leads back to is left out.
  private static func walk(
    _ folder: String, _ identity: FolderID, _ walked: inout Set<FolderID>, _ isIgnored: (String) -> Bool,
    _ add: (InputFile) -> Void
  ) throws {
    guard walked.insert(identity).inserted else { return }
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
      guard stat(path, &status) == 0 else {
        // A link to nothing, or a name that is not UTF-8: reading it fails, and so it is told of.
        if !isIgnored(name) { add(InputFile(path: path, size: 0, isExplicit: false)) }
        continue
      }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: try walk(path, FolderID(status), &walked, isIgnored, add)
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
