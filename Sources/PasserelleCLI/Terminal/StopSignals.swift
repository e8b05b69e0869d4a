import Foundation
import PasserelleCore

/// Turns the first interrupt into a request to stop at the next safe point; a second one ends the process.
enum StopSignals {
  /// The flag that stages look at.
  static let flag = StopFlag()

  /// Listens to SIGINT and SIGTERM.
  static func install() {
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in
        StopSignals.flag.stop()
        signal(number, SIG_DFL)
      }
    }
    // The flag must exist before a handler runs: making it in the handler would not be safe.
    _ = flag.isSet
  }
}
