import Synchronization

/// Counts the connections of a server, and keeps them under a limit.
final class ConnectionCount: Sendable {
  private let limit: Int
  private let count = Mutex(0)

  /// Makes a count of none.
  init(limit: Int) { self.limit = limit }

  /// Counts a connection.
  ///
  /// - Returns: False, and nothing is counted, where as many as may be are held.
  func enter() -> Bool {
    count.withLock { count in
      guard count < limit else { return false }
      count += 1
      return true
    }
  }

  /// Counts a connection no more.
  func leave() { count.withLock { $0 -= 1 } }
}
