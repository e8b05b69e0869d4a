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
  /// Whether a folder holds something here that is no file: a pipe, a socket or a device.
  public let isSpecial: Bool
  /// The path as the file system holds it, which need not be UTF-8.
  let bytes: [UInt8]

  init(path: String, size: Int?, isExplicit: Bool, isSpecial: Bool = false, bytes: [UInt8]? = nil) {
    (self.path, self.size, self.isExplicit, self.isSpecial) = (path, size, isExplicit, isSpecial)
    self.bytes = bytes ?? Array(path.utf8)
  }

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
    var seen: Set<[UInt8]> = []
    var folders: Set<FolderID> = []
    func add(_ file: InputFile) { if seen.insert(file.bytes).inserted { result.append(file) } }
    for path in paths {
      guard path != "-" else {
        add(InputFile(path: "-", size: nil, isExplicit: true))
        continue
      }
      var status = stat()
      guard stat(path, &status) == 0 else { throw missing(path) }
      if status.st_mode & S_IFMT == S_IFDIR {
        try walk(Array(path.utf8), FolderID(status), &folders, isIgnored, add)
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
    _ folder: [UInt8], _ identity: FolderID, _ walked: inout Set<FolderID>, _ isIgnored: (String) -> Bool,
    _ add: (InputFile) -> Void
  ) throws {
    guard walked.insert(identity).inserted else { return }
    for name in try names(in: folder) {
      let bytes = folder.last == UInt8(ascii: "/") ? folder + name : folder + [UInt8(ascii: "/")] + name
      let path = String(decoding: bytes, as: UTF8.self)
      let isPassedOver = isIgnored(String(decoding: name, as: UTF8.self))
      guard let status = status(of: bytes) else {
        // A link to nothing: reading it fails, and so it is told of.
        if !isPassedOver { add(InputFile(path: path, size: 0, isExplicit: false, bytes: bytes)) }
        continue
      }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: try walk(bytes, FolderID(status), &walked, isIgnored, add)
      case _ where isPassedOver: continue
      case S_IFREG:
        add(InputFile(path: path, size: Int(status.st_size), isExplicit: false, bytes: bytes))
      default:
        add(InputFile(path: path, size: 0, isExplicit: false, isSpecial: true, bytes: bytes))
      }
    }
  }

  /// The names in a folder that are not hidden, by their bytes.
  private static func names(in folder: [UInt8]) throws -> [[UInt8]] {
    guard let handle = withPath(folder, { $0.flatMap { opendir($0) } }) else {
      let path = String(decoding: folder, as: UTF8.self)
      throw PasserelleError(
        .inputUnreadable,
        LocalizedText(
          fr: "Le dossier « \(path) » ne peut pas être lu. Vérifiez ses droits.",
          en: "The folder '\(path)' cannot be read. Check its permissions."),
        at: SourceLocation(file: path))
    }
    defer { closedir(handle) }
    var names: [[UInt8]] = []
    while let entry = readdir(handle) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name.first != UInt8(ascii: ".") { names.append(name) }
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }

  private static func status(of path: [UInt8]) -> stat? {
    var status = stat()
    return withPath(path) { $0.map { stat($0, &status) } } == 0 ? status : nil
  }

  private static func withPath<Result>(_ path: [UInt8], _ body: (UnsafePointer<CChar>?) -> Result) -> Result {
    (path + [0]).withUnsafeBytes { body($0.bindMemory(to: CChar.self).baseAddress) }
  }

  private static func missing(_ path: String) -> PasserelleError {
    PasserelleError(
      .inputNotFound,
      LocalizedText(
        fr: "« \(path) » n'existe pas. Vérifiez le chemin.", en: "'\(path)' does not exist. Check the path."),
      at: SourceLocation(file: path))
  }
}
