internal import Glibc
public import PasserelleCore

/// The bytes of a file.
public struct FileByteSource: ByteSource {
  private let descriptor: FileDescriptor
  private let path: String
  private let isStopped: () -> Bool

  /// Opens a file.
  ///
  /// - Throws: ``PasserelleError`` with code `input.notFound` or `input.unreadable`.
  public init(path: String) throws {
    try self.init(bytes: Array(path.utf8), name: path)
  }

  /// Opens a file whose path need not be UTF-8, or a pipe to which nobody need write yet.
  ///
  /// - Parameters:
  ///   - bytes: The path as the file system holds it.
  ///   - path: The path for people.
  ///   - isStopped: Asked while a pipe is waited for; where it says so, reading throws ``ReadingStopped``.
  /// - Throws: ``PasserelleError`` with code `input.notFound` or `input.unreadable`.
  public init(bytes: [UInt8], name path: String, isStopped: @escaping () -> Bool = { false }) throws {
    guard !bytes.contains(0) else { throw InputError.opening(path, ENOENT) }
    let number = (bytes + [0]).withUnsafeBytes { raw -> Int32 in
      guard let start = raw.bindMemory(to: CChar.self).baseAddress else { return -1 }
      // Without waiting: a pipe is opened before anybody writes to it.
      return retrying { open(start, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY) }
    }
    guard number >= 0 else { throw InputError.opening(path, errno) }
    descriptor = FileDescriptor(number)
    self.path = path
    self.isStopped = isStopped
    var status = stat()
    guard fstat(number, &status) == 0 else { throw InputError.opening(path, errno) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw InputError.opening(path, EISDIR) }
  }

  /// Reads the next bytes.
  public mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    try descriptor.read(into: buffer, name: path, isStopped)
  }
}

/// The bytes that another program or the terminal sends.
public struct StandardInputByteSource: ByteSource {
  private let isStopped: () -> Bool

  /// Reads from the process's standard input.
  ///
  /// - Parameter isStopped: Asked while bytes are waited for; where it says so, reading throws ``ReadingStopped``.
  public init(isStopped: @escaping () -> Bool = { false }) { self.isStopped = isStopped }

  /// Reads the next bytes.
  public mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    try FileDescriptor.read(STDIN_FILENO, into: buffer, name: "-", isStopped)
  }
}

/// Thrown by a source whose reading was stopped by the user: what was read so far is kept, and nothing failed.
public struct ReadingStopped: Error, Sendable, Hashable {
  /// Makes the error.
  public init() {}
}

/// An open file that closes itself when nothing refers to it any more.
private final class FileDescriptor: Sendable {
  private let number: Int32

  init(_ number: Int32) { self.number = number }

  deinit { close(number) }

  /// For how many milliseconds bytes are waited for before it is asked whether to stop.
  private static let patience: Int32 = 200

  func read(
    into buffer: UnsafeMutableRawBufferPointer, name: String, _ isStopped: () -> Bool
  ) throws -> Int {
    try Self.read(number, into: buffer, name: name, isStopped)
  }

  static func read(
    _ number: Int32, into buffer: UnsafeMutableRawBufferPointer, name: String, _ isStopped: () -> Bool
  ) throws -> Int {
    while true {
      // A regular file is always ready. A pipe that was opened early is not at its end before anybody wrote to it.
      var wanted = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
      while poll(&wanted, 1, patience) == 0 {
        if isStopped() { throw ReadingStopped() }
      }
      let count = retrying { Glibc.read(number, buffer.baseAddress, buffer.count) }
      if count >= 0 { return count }
      guard errno == EAGAIN else { throw InputError.opening(name, errno) }
      if isStopped() { throw ReadingStopped() }
    }
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
