import Foundation
import PasserelleCore
import Synchronization

/// A few threads that answer requests in the order in which they come, each with a service of its own.
///
/// Queries compute for long and must not stand in the way of reading and writing connections; more of them than
/// processors would only wait for each other.
final class ServiceThreads: Sendable {
  /// A request that waits for a thread.
  struct Job: Sendable {
    let request: WebRequest
    let stopFlag: StopFlag
    /// Told the answer, on the thread that made it.
    let answered: @Sendable (WebResponse) -> Void
  }

  private struct State {
    var waiting: [Job] = []
    var first = 0
    var isStopped = false
  }

  private let state = Mutex(State())
  private let signal = DispatchSemaphore(value: 0)
  /// The most requests that wait.
  static let waitingLimit = 256

  /// Starts threads.
  ///
  /// - Parameters:
  ///   - count: How many.
  ///   - makeService: Makes the service of a thread, on it.
  init(count: Int, _ makeService: @escaping @Sendable () throws -> GraphService) {
    for number in 1...max(1, count) {
      let thread = Thread { [self] in run(makeService) }
      thread.name = "query \(number)"
      thread.stackSize = 16 << 20
      thread.start()
    }
  }

  /// Hands in a request.
  ///
  /// - Returns: False when too many wait already.
  func submit(_ job: Job) -> Bool {
    let isTaken = state.withLock { state in
      guard !state.isStopped, state.waiting.count - state.first < Self.waitingLimit else { return false }
      state.waiting.append(job)
      return true
    }
    if isTaken { signal.signal() }
    return isTaken
  }

  /// Takes no more requests, and lets the threads end.
  func stop() {
    state.withLock { $0.isStopped = true }
    for _ in 0..<64 { signal.signal() }
  }

  private func next() -> Job? {
    while true {
      signal.wait()
      let (job, isStopped) = state.withLock { state -> (Job?, Bool) in
        guard state.first < state.waiting.count else { return (nil, state.isStopped) }
        let job = state.waiting[state.first]
        state.first += 1
        if state.first == state.waiting.count {
          state.waiting.removeAll(keepingCapacity: true)
          state.first = 0
        }
        return (job, state.isStopped)
      }
      if let job { return job }
      if isStopped { return nil }
    }
  }

  private func run(_ makeService: () throws -> GraphService) {
    var service: GraphService?
    while let job = next() {
      if job.stopFlag.isSet {
        job.answered(WebResponse(503, text: "stopped"))
        continue
      }
      do {
        let known = try service ?? makeService()
        service = known
        job.answered(known.respond(to: job.request, stopFlag: job.stopFlag))
      } catch {
        let text = (error as? PasserelleError).map { "[\($0.code)] \($0.message.english)" } ?? "\(error)"
        job.answered(WebResponse(500, text: text))
      }
    }
  }
}
