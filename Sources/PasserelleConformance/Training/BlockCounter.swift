import Foundation

/// Counts blocks done on any thread and reports them one at a time.
final class BlockCounter: @unchecked Sendable {
  // Unchecked: `done` is only touched under the lock.
  private let lock = NSLock()
  private var done = 0
  private let total: Int
  private let report: @Sendable (MatchTraining.Progress) -> Void

  init(total: Int, report: @escaping @Sendable (MatchTraining.Progress) -> Void) {
    self.total = total
    self.report = report
  }

  func advance() {
    lock.withLock {
      done += 1
      report(.blocks(done: done, total: total))
    }
  }
}
