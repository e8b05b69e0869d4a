import Dispatch
import Foundation
import PasserelleGraph
import Synchronization

/// Hands chunks of statements from the thread that reads files to the one that stores them, in order.
///
/// A few chunks go round between the two, so that neither outruns the other by much.
final class ChunkPipeline: Sendable {
  /// What the reader says.
  enum Message: Sendable {
    /// A file begins; its statements without a graph go to the record of this key.
    case begin(defaultKey: String)
    /// Statements; the chunk is to be given back.
    case statements(StatementChunk)
    /// What came since the file began is to be forgotten.
    case abandon
    /// There is no more, or reading failed.
    case end((any Error)?)
  }

  private struct State: Sendable {
    var messages: [Message] = []
    var free: [StatementChunk] = []
    /// Whether nobody takes chunks any more.
    var isClosed = false
  }

  /// The storing side gave up; the reader is to end.
  struct Closed: Error {}

  private let state = Mutex(State())
  private let available = DispatchSemaphore(value: 0)
  private let returned: DispatchSemaphore
  private static let chunks = 6

  init() {
    returned = DispatchSemaphore(value: Self.chunks)
    state.withLock { state in for _ in 0..<Self.chunks { state.free.append(StatementChunk()) } }
  }

  /// Runs the reader on a thread of its own and the storing side on this one.
  ///
  /// - Parameters:
  ///   - read: Sends messages; its errors are thrown here.
  ///   - take: Gets the messages but for the last.
  /// - Throws: What either side throws.
  func run(
    reading read: @escaping @Sendable (ChunkPipeline) throws -> Void, _ take: (Message) throws -> Void
  ) throws {
    let thread = Thread { [self] in
      let result = Result { try read(self) }
      var failure: (any Error)?
      if case .failure(let error) = result, !(error is Closed) { failure = error }
      send(.end(failure))
    }
    thread.stackSize = 8 << 20
    thread.start()
    do {
      while true {
        let message = receive()
        if case .end(let error) = message {
          if let error { throw error }
          return
        }
        try take(message)
        if case .statements(let chunk) = message { giveBack(chunk) }
      }
    } catch {
      close()
      throw error
    }
  }

  /// A chunk to fill; waits for one.
  func chunk() throws -> StatementChunk {
    returned.wait()
    return try state.withLock { state in
      guard !state.isClosed, let chunk = state.free.popLast() else { throw Closed() }
      return chunk
    }
  }

  /// Sends a message.
  func send(_ message: Message) {
    state.withLock { $0.messages.append(message) }
    available.signal()
  }

  private func receive() -> Message {
    available.wait()
    return state.withLock { $0.messages.removeFirst() }
  }

  private func giveBack(_ chunk: StatementChunk) {
    chunk.removeAll()
    state.withLock { $0.free.append(chunk) }
    returned.signal()
  }

  private func close() {
    state.withLock { $0.isClosed = true }
    // The reader may be waiting for a chunk.
    for _ in 0..<Self.chunks { returned.signal() }
  }
}
