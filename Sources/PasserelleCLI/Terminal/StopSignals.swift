import Foundation
import PasserelleCore

/// Turns the first interrupt into a request to stop at the next safe point; a second one ends the process.
enum StopSignals {
  /// The flag that stages look at.
  static let flag = StopFlag()

  /// What the user is told at once; a batch under way, or the read orders, may take some seconds to end.
  private static let notice: StaticString =
    Speech.language == .french
    ? "\nArrêt demandé : la tranche en cours se termine (une seconde demande arrête net).\n"
    : "\nStop asked for: the batch under way is being ended (a second request stops at once).\n"

  private static let ended: StaticString =
    Speech.language == .french
    ? "\nArrêt : rien n’a été écrit.\n" : "\nStopped: nothing has been written.\n"

  /// Lets an interrupt end the process at once, with the code of an interruption.
  ///
  /// For verbs that compute for minutes and write whole files at their end: they have no safe point to wait for.
  static func endAtOnce() {
    _ = ended.utf8CodeUnitCount
    for number in [SIGINT, SIGTERM] {
      signal(number) { _ in
        write(STDERR_FILENO, StopSignals.ended.utf8Start, StopSignals.ended.utf8CodeUnitCount)
        _exit(130)
      }
    }
  }

  /// Listens to SIGINT and SIGTERM.
  static func install() {
    // A file that may grow no further is an error that is told of, as on a full disk, and no sudden end.
    signal(SIGXFSZ, SIG_IGN)
    // Both must exist before a handler runs: making them in the handler would not be safe.
    _ = (flag.isSet, notice.utf8CodeUnitCount)
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in
        StopSignals.flag.stop()
        write(STDERR_FILENO, StopSignals.notice.utf8Start, StopSignals.notice.utf8CodeUnitCount)
        signal(number, SIG_DFL)
      }
    }
  }
}
