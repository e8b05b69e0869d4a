import Glibc
import PasserelleCore

/// The right to write to a workspace, held by one process at a time (`flock` on the file `lock`).
///
/// The kernel frees it when the process ends, however it ends.
final class WorkspaceLock {
  private let descriptor: Int32

  /// Takes the lock.
  ///
  /// - Throws: ``PasserelleError`` with code `workspace.locked` when another process holds it.
  init(path: String) throws {
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw PasserelleError(
        .workspaceInvalid,
        LocalizedText(
          fr: "Le verrou « \(path) » ne peut pas être ouvert. Vérifiez les droits du dossier.",
          en: "The lock '\(path)' cannot be opened. Check the folder's permissions."),
        at: SourceLocation(file: path))
    }
    guard Self.take(descriptor) else {
      let holder = Self.holder(path)
      // The descriptor is closed by the deinitialiser, which runs, and once alone: its number may be another's by then.
      throw PasserelleError(
        .workspaceLocked,
        LocalizedText(
          fr:
            "Une autre exécution\(holder.map { " (processus \($0))" } ?? "") écrit dans cet espace de travail. Attendez sa fin et relancez.",
          en:
            "Another run\(holder.map { " (process \($0))" } ?? "") writes to this workspace. Wait for its end and run again."
        ),
        at: SourceLocation(file: path))
    }
    let text = "\(getpid())\n"
    ftruncate(descriptor, 0)
    _ = text.withCString { write(descriptor, $0, strlen($0)) }
  }

  /// Takes the lock, at the second try where another process only looks whether it is held.
  private static func take(_ descriptor: Int32) -> Bool {
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
    usleep(20_000)
    return flock(descriptor, LOCK_EX | LOCK_NB) == 0
  }

  /// Whether a process holds the lock; it is taken for a moment, together with others, where none does.
  static func isHeld(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    guard flock(descriptor, LOCK_SH | LOCK_NB) == 0 else { return true }
    flock(descriptor, LOCK_UN)
    return false
  }

  deinit {
    // Said outright: a child process that is just being started may hold the descriptor for a moment longer.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  private static func holder(_ path: String) -> Int? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var buffer = [CChar](repeating: 0, count: 32)
    guard fgets(&buffer, 32, file) != nil else { return nil }
    let digits = buffer.prefix { $0 >= 48 && $0 <= 57 }.map { UInt8(bitPattern: $0) }
    return Int(String(decoding: digits, as: UTF8.self))
  }
}
