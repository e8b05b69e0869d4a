internal import Glibc
public import PasserelleCore

/// The bytes of a file.
public struct FileByteSource: ByteSource {
  private let descriptor: FileDescriptor
  private let path: String

  /// Opens a file.
  ///
  /// - Throws: ``PasserelleError`` with code `input.notFound` or `input.unreadable`.
  public init(path: String) throws {
    try self.init(bytes: Array(path.utf8), name: path)
  }

  /// Opens a file whose path need not be UTF-8.
  ///
  /// - Parameters:
  ///   - bytes: The path as the file system holds it.
  ///   - path: The path for people.
  /// - Throws: ``PasserelleError`` with code `input.notFound` or `input.unreadable`.
  public init(bytes: [UInt8], name path: String) throws {
    guard !bytes.contains(0) else { throw InputError.opening(path, ENOENT) }
    let number = (bytes + [0]).withUnsafeBytes { raw -> Int32 in
      guard let start = raw.bindMemory(to: CChar.self).baseAddress else { return -1 }
      return retrying { open(start, O_RDONLY | O_CLOEXEC) }
    }
    guard number >= 0 else { throw InputError.opening(path, errno) }
    descriptor = FileDescriptor(number)
    self.path = path
    var status = stat()
    guard fstat(number, &status) == 0 else { throw InputError.opening(path, errno) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw InputError.opening(path, EISDIR) }
  }

  /// Reads the next bytes.
  public mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    try descriptor.read(into: buffer, name: path)
  }
}

/// The bytes that another program or the terminal sends.
public struct StandardInputByteSource: ByteSource {
  /// Reads from the process's standard input.
  public init() {}

  /// Reads the next bytes.
  public mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    try FileDescriptor.read(STDIN_FILENO, into: buffer, name: "-")
  }
}

/// An open file that closes itself when nothing refers to it any more.
private final class FileDescriptor: Sendable {
  private let number: Int32

  init(_ number: Int32) { self.number = number }

  deinit { close(number) }

  func read(into buffer: UnsafeMutableRawBufferPointer, name: String) throws -> Int {
    try Self.read(number, into: buffer, name: name)
  }

  static func read(_ number: Int32, into buffer: UnsafeMutableRawBufferPointer, name: String) throws -> Int {
    let count = retrying { Glibc.read(number, buffer.baseAddress, buffer.count) }
    guard count >= 0 else { throw InputError.opening(name, errno) }
    return count
  }
}

/// Repeats a system call that a signal has interrupted.
private func retrying<Result: SignedInteger>(_ call: () -> Result) -> Result {
  while true {
    let result = call()
    if result != -1 || errno != EINTR { return result }
  }
}

/// The messages for files that cannot be read.
enum InputError {
  static func opening(_ path: String, _ number: Int32) -> PasserelleError {
    let location = SourceLocation(file: path)
    switch number {
    case ENOENT, ENOTDIR:
      return PasserelleError(
        .inputNotFound,
        LocalizedText(
          fr: "Le fichier « \(path) » n’existe pas. Vérifiez le chemin et le dossier courant.",
          en: "The file “\(path)” does not exist. Check the path and the current folder."), at: location)
    case EISDIR:
      return PasserelleError(
        .inputUnreadable,
        LocalizedText(
          fr: "« \(path) » est un dossier, et non un fichier. Indiquez un des fichiers qu’il contient.",
          en: "“\(path)” is a folder, not a file. Name one of the files in it."), at: location)
    case EACCES, EPERM:
      return PasserelleError(
        .inputUnreadable,
        LocalizedText(
          fr: "Vous n’avez pas le droit de lire « \(path) ». Demandez ce droit, ou copiez le fichier "
            + "dans un dossier à vous.",
          en:
            "You are not allowed to read “\(path)”. Ask for the right, or copy the file to a folder of yours."
        ),
        at: location)
    default:
      let reason = String(cString: strerror(number))
      return PasserelleError(
        .inputUnreadable,
        LocalizedText(
          fr:
            "« \(path) » ne peut pas être lu (\(reason)). Vérifiez le disque ou le réseau, puis recommencez.",
          en: "“\(path)” cannot be read (\(reason)). Check the disk or the network and try again."),
        at: location)
    }
  }
}
