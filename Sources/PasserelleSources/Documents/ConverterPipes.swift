internal import Foundation
internal import PasserelleCore

/// The three channels of a converter: its input, output and messages.
///
/// They are socket pairs: writing to a process that has ended is then an error and no signal.
final class ConverterPipes {
  private(set) var input: Int32 = -1
  private(set) var output: Int32 = -1
  private(set) var messages: Int32 = -1
  private var theirs: [Int32] = []

  /// Opens the channels.
  ///
  /// - Throws: ``PasserelleError`` with code `input.unreadable` where the system has none left.
  init() throws {
    var pairs: [[Int32]] = []
    for _ in 0..<3 {
      var pair: [Int32] = [-1, -1]
      guard socketpair(AF_UNIX, Self.kind, 0, &pair) == 0 else {
        pairs.joined().forEach { _ = Foundation.close($0) }
        throw Self.failure()
      }
      for end in pair { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      _ = fcntl(pair[0], F_SETFL, O_NONBLOCK)
      pairs.append(pair)
    }
    (input, output, messages) = (pairs[0][0], pairs[1][0], pairs[2][0])
    theirs = pairs.map { $0[1] }
  }

  private static var kind: Int32 { Int32(SOCK_STREAM.rawValue) }

  private static func failure() -> PasserelleError {
    PasserelleError(
      .inputUnreadable,
      LocalizedText(
        fr: "Le programme qui lit les PDF n’a pas pu être lancé. Réessayez plus tard.",
        en: "The program that reads PDF files could not be started. Try again later."))
  }

  /// Starts a program on the channels.
  ///
  /// - Parameter command: The path of the program, and its arguments.
  /// - Returns: The process.
  /// - Throws: ``PasserelleError`` with code `input.unreadable` where it cannot be started.
  func spawn(_ command: [String]) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (rank, end) in theirs.enumerated() { posix_spawn_file_actions_adddup2(&actions, end, Int32(rank)) }
    var words: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
    var environment: [UnsafeMutablePointer<CChar>?] = [strdup("LC_ALL=C.UTF-8"), nil]
    defer { for word in words + environment { free(word) } }
    var child: pid_t = 0
    guard posix_spawn(&child, command[0], &actions, nil, &words, &environment) == 0 else {
      throw Self.failure()
    }
    theirs.forEach { _ = Foundation.close($0) }
    theirs.removeAll()
    return child
  }

  /// Ends the input, so that the program knows that it has all.
  func closeInput() {
    if input >= 0 { _ = Foundation.close(input) }
    input = -1
  }

  /// Closes what is open.
  func close() {
    closeInput()
    for end in [output, messages] + theirs where end >= 0 { _ = Foundation.close(end) }
    (output, messages, theirs) = (-1, -1, [])
  }
}
