internal import Dispatch
import PasserelleCore
import PasserelleSources
import Synchronization

/// Reads inputs on a thread of its own while what was read before is stored.
///
/// What is read comes out in the order of the inputs, so that a run gives the same whether or not the reader is
/// ahead. It waits where ``byteLimit`` of records or ``itemLimit`` of them have not been fetched.
final class ReadAhead: Sendable {
  /// What reading gives.
  enum Event: Sendable {
    /// A record, or its refusal; with the digest of its bytes and whether the record before had the same bytes.
    case item(SourceItem, digest: (hash: ContentHash, isShared: Bool)?, formatName: String)
    /// An input, such as a file or an archive, is begun.
    case inputBegan(String)
    /// The input came to its end.
    case inputEnded
    /// A file was read to its end.
    case fileRead
    /// A file without records.
    case passedOver(Diagnostic)
    /// A file, or an entry of an archive, that cannot be read; the name for diagnostics.
    case failed(PasserelleError, name: String)
    /// So many bytes of an input were read; 0 at its end.
    case bytes(Int)
    /// What stops the run: there is no event after it.
    case broken(any Error)
  }

  private struct State {
    var events: [Event] = []
    var bytes = 0
    var isEnded = false
    var isClosed = false
    var waitsForEvents = false
    var waitsForRoom = false
  }

  /// The bytes of records that may wait.
  private static let byteLimit = 2 << 20
  /// The events that may wait.
  private static let itemLimit = 1024
  /// With so many events, or so many bytes of records, who waits for some is woken: to wake it for each costs more than
  /// to make it.
  private static let wakingCount = 64
  private static let wakingBytes = 128 << 10

  private let state = Mutex(State())
  private let events = DispatchSemaphore(value: 0)
  private let room = DispatchSemaphore(value: 0)
  private let ended = DispatchSemaphore(value: 0)
  private let stopFlag: StopFlag

  /// Begins to read files in order, until the flag is set.
  init(_ files: [InputFile], _ options: Ingestor.Options, stopFlag: StopFlag) {
    self.stopFlag = stopFlag
    DispatchQueue.global(qos: .userInitiated).async { [self] in
      do {
        for file in files where !isStopped {
          push(.inputBegan(file.path))
          try read(file, options)
          if !isStopped { push(.inputEnded) }
        }
      } catch {
        push(.broken(error))
      }
      let isAwaited = state.withLock { state in
        state.isEnded = true
        return state.waitsForEvents
      }
      if isAwaited { events.signal() }
      ended.signal()
    }
  }

  /// The events since the last call, in their order; waits for one.
  ///
  /// - Returns: Nil after the last.
  func next() -> [Event]? {
    while true {
      let (taken, isEnded, isAwaited) = state.withLock { state -> ([Event], Bool, Bool) in
        let taken = state.events
        let isAwaited = state.waitsForRoom && !taken.isEmpty
        state.waitsForEvents = taken.isEmpty && !state.isEnded
        guard !taken.isEmpty else { return ([], state.isEnded, false) }
        state.events = []
        state.bytes = 0
        state.waitsForRoom = false
        return (taken, state.isEnded, isAwaited)
      }
      if isAwaited { room.signal() }
      if !taken.isEmpty { return taken }
      if isEnded { return nil }
      events.wait()
    }
  }

  /// Ends reading, and waits until it has ended.
  func close() {
    let isAwaited = state.withLock { state in
      state.isClosed = true
      state.events = []
      defer { state.waitsForRoom = false }
      return state.waitsForRoom
    }
    if isAwaited { room.signal() }
    ended.wait()
  }

  private var isStopped: Bool { stopFlag.isSet || state.withLock { $0.isClosed } }

  /// Gives an event; waits for room.
  ///
  /// - Returns: Whether to go on.
  @discardableResult
  private func push(_ event: Event, bytes: Int = 0) -> Bool {
    while true {
      let (isTaken, isClosed, isAwaited) = state.withLock { state -> (Bool, Bool, Bool) in
        guard !state.isClosed else { return (false, true, false) }
        let isFull = state.bytes >= Self.byteLimit || state.events.count >= Self.itemLimit
        state.waitsForRoom = isFull
        guard !isFull else { return (false, false, false) }
        state.events.append(event)
        state.bytes += bytes
        let isWaking =
          state.waitsForEvents && (state.events.count >= Self.wakingCount || state.bytes >= Self.wakingBytes)
        if isWaking { state.waitsForEvents = false }
        return (true, false, isWaking)
      }
      if isAwaited { events.signal() }
      if isTaken || isClosed { return !isClosed && !stopFlag.isSet }
      room.wait()
    }
  }

  private func read(_ file: InputFile, _ options: Ingestor.Options) throws {
    do {
      try SourceOpener.read(
        file, options, limits: options.archiveLimits, isStopped: { [self] in isStopped },
        onRead: { [self] in push(.bytes($0)) }
      ) { item in
        switch item {
        case .source(let source): return try read(source)
        case .passedOver(let diagnostic): return push(.passedOver(diagnostic))
        case .failed(let error, let name): return push(.failed(error, name: name))
        }
      }
    } catch is ReadingStopped {
      // In the middle of a record: it is read the next time.
    }
  }

  private func read(_ source: SourceOpener.Source) throws -> Bool {
    var input = source.input
    var digest = SharedDigest()
    let name = source.format.formatName
    do {
      try source.format.read(&input, file: source.name) { item in
        switch item {
        case .record(let record):
          let (hash, isShared) = digest.hash(of: record.bytes)
          return push(
            .item(item, digest: (hash, isShared), formatName: name), bytes: isShared ? 0 : record.bytes.count)
        case .refused(let refused):
          return push(.item(item, digest: nil, formatName: name), bytes: refused.bytes.count)
        }
      }
      return push(.fileRead)
    } catch let error as PasserelleError where error.code.isAboutInput {
      return push(.failed(error, name: source.name))
    }
  }
}
